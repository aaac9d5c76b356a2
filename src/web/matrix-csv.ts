import { tellStatut } from '../../machines/procedure.ts';
import type { Matrix, MatrixSite } from '../acts/groupement/matrix.ts';
import type { CellState } from '../engine/answers/matrix.ts';
import { type Column, csvHead, csvLines } from './csv.ts';

/** How far a site is with a prerequisite, in a word. */
export const motsDeCellule: Readonly<Record<CellState, string>> = {
  fait: 'Fait',
  aFaire: 'À faire',
  bloque: 'Bloqué',
  attente: 'En attente',
  recommande: 'Recommandé',
  facultatif: 'Facultatif',
  aVenir: 'À venir',
};

/** The matrix as a table for an office tool: what each site is at for each prerequisite, and what comes next. */
export function matrixCsv({ colonnes, sites }: Matrix): string {
  const columns: Column<MatrixSite>[] = [
    { titre: 'Raison sociale', valeur: ({ denomination }) => denomination },
    { titre: 'SIRET', valeur: ({ siret }) => siret },
    { titre: 'FINESS', valeur: ({ finess }) => finess },
    { titre: 'Statut', valeur: ({ statut }) => tellStatut(statut) },
    ...colonnes.map(({ id, libelle }) => ({ titre: libelle, valeur: (site: MatrixSite) => wordsOf(site, id) })),
    { titre: 'Prochaine étape', valeur: ({ etape }) => etape },
    { titre: 'Acteur', valeur: ({ acteur }) => acteur },
    { titre: 'Actes restants', valeur: ({ restant }) => restant },
  ];
  return csvHead(columns) + csvLines(columns, sites);
}

function wordsOf({ cellules }: MatrixSite, id: string): string | null {
  const cell = cellules[id];
  if (!cell) return null;
  const more = cell.depuis === null ? '' : ` : ${cell.libelle}`;
  return `${motsDeCellule[cell.etat]}${more}${cell.raison ? ` (${cell.raison})` : ''}`;
}
