import { stringify } from 'csv-stringify/sync';
import { tellStatut } from '../../machines/procedure.ts';
import type { Matrix, MatrixSite } from '../acts/groupement/matrix.ts';
import type { CellState } from '../engine/answers/matrix.ts';

/** One column: its heading, and its value in a line. */
export interface Column<Line> {
  titre: string;
  valeur(line: Line): string | number | null;
}

export const CSV_TYPE = 'text/csv; charset=utf-8; header=present';

/** The headings, marked as UTF-8 for office tools. */
export function csvHead<Line>(columns: readonly Column<Line>[]): string {
  return `\uFEFF${toText([columns.map(({ titre }) => titre)])}`;
}

/** Lines under those headings. */
export function csvLines<Line>(columns: readonly Column<Line>[], lines: readonly Line[]): string {
  return toText(lines.map((line) => columns.map(({ valeur }) => valeur(line))));
}

/** As French office tools read it; a text that they would compute is shown instead. */
function toText(records: readonly (string | number | null)[][]): string {
  return stringify([...records], {
    delimiter: ';',
    quoted_string: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  });
}

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
