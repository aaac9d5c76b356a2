import type { Seals } from '../seals.ts';
import type { Row, StoredRow } from '../store.ts';

/** A row as the database gives it. */
export interface SealedRow extends Row {
  numero: number;
  rang: number;
  sceau: string;
}

/** Selects sealed rows from `instance AS i`. */
export const SELECT_ROW = `
  SELECT numero, id, genre, (SELECT id FROM instance WHERE numero = i.parent) AS parentId, procedure,
    procedure_version AS procedureVersion, version, statut, cle, denomination, siret, finess, etat, fiche, vue, cohorte, urgence,
    beneficiaire,    ouvert_le AS ouvertLe, modifie_le AS modifieLe, rang, sceau
  FROM instance AS i`;

/** The row that was sealed, and whether it still is. */
export function unseal(seals: Seals, { numero, rang, sceau, ...row }: SealedRow): StoredRow {
  return { ...row, intacte: seals.row(row, rang) === sceau };
}
