import type { Response } from 'express';
import type { Row } from '../store/store.ts';

/** A row as programs read it. */
export function represent(row: Row) {
  const { id, genre, parentId, procedure, procedureVersion, version, statut, ouvertLe, modifieLe } = row;
  const { value, context, depuis, comptes } = JSON.parse(row.etat);
  const lien = `/api/v1/${genre}s/${id}`;
  return {
    ...{ id, procedure, procedureVersion, version, statut, ouvertLe, modifieLe },
    ...about(row, parentId),
    ...(genre !== 'certificat' && { enfants: comptes }),
    etats: value,
    depuis,
    contexte: context,
    liens: {
      soi: lien,
      faits: `${lien}/faits`,
      prochainesEtapes: `${lien}/prochaines-etapes`,
      journal: `${lien}/journal`,
    },
  };
}

/** A version as a strong validator. */
export function setVersion(response: Response, version: number): void {
  response.setHeader('ETag', `"${version}"`);
}

function about({ genre, fiche }: Row, parentId: string | null) {
  const known = JSON.parse(fiche);
  if (genre === 'dossier') return { etablissement: known, groupementId: parentId };
  return genre === 'certificat' ? { ...known, dossierId: parentId } : known;
}
