import { createKey, delegate } from '../as-sent.ts';
import { enPlace, given } from '../http/people.ts';
import type { TestServer } from '../server.ts';

/** A dossier that is delegated to an éditeur, and the key by which the éditeur comes. */
export interface Delegated {
  cle: string;
  lien: string;
}

const etablissement = {
  denomination: 'Centre hospitalier',
  siret: '26011021800047',
  finess: '010000057',
  codePostal: '01130',
  commune: 'NANTUA',
};

/** Opens a dossier and delegates it from `jour` on. */
export async function delegatedDossier({ services, post }: TestServer, jour: string): Promise<Delegated> {
  const { body } = await post<{ id: string }>('/api/v1/dossiers', { procedure: 'prive-mono-site', etablissement });
  const { identites } = services;
  const { id: editeurId } = given(await identites.createEditeur(enPlace, { nom: 'Éditeur Exemple' }));
  const portees = ['lecture', 'partie4', 'evenements'];
  const { cle } = given(await createKey(identites, enPlace, { nom: 'Clé', role: 'editeur', editeurId, portees }));
  given(await delegate(identites, enPlace, { dossierId: body.id, editeurId, du: jour, motif: 'Essai' }));
  return { cle, lien: `/api/v1/dossiers/${body.id}` };
}
