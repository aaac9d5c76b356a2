import type { Procedure } from '../../../machines/procedure.ts';
import { tellSource } from '../../../machines/source.ts';
import { acteurs, natures } from '../../../machines/step.ts';
import { type ChecklistItem, checklistOf } from '../../engine/answers/checklist.ts';

/** A line of a printed list; `estSuite` for what follows a numbered step. */
export interface ListRow {
  numero: string;
  estSuite: boolean;
  estAcquise: boolean;
  libelle: string;
  /** What makes it necessary, or what it is. */
  precision: string;
  acteur: string;
  documents: string;
  source: string;
}

/** The steps of a procedure as they are printed: what every case does is numbered, what follows it lettered. */
export function rowsOf(procedure: Procedure): ListRow[] {
  let [number, letter] = [0, 0];
  return checklistOf(procedure).map((item) => {
    number += item.principale ? 1 : 0;
    letter = item.principale ? 0 : letter + 1;
    const follows = item.apres === null ? '–' : `${number}${letters(letter)}`;
    return rowOf(item, item.principale ? `${number}` : follows);
  });
}

function rowOf(item: ChecklistItem, numero: string): ListRow {
  const { libelle, principale, nature, acteur, source, documents } = item;
  return {
    numero,
    libelle,
    source: tellSource(source),
    estSuite: !principale,
    estAcquise: nature === 'acquise',
    precision: precisionOf(item),
    acteur: acteurs[acteur],
    documents: documents.join(' ; '),
  };
}

function precisionOf({ nature, principale, seulementSi }: ChecklistItem): string {
  if (nature === 'acquise') return 'Résultat à constater.';
  if (principale) return '';
  if (nature === 'recommandee') return 'Recommandé.';
  return seulementSi.length > 0 ? `Seulement si : ${seulementSi.join(' ; ')}.` : `${natures[nature]}.`;
}

/** a, b… z, aa. */
function letters(rank: number): string {
  const last = String.fromCharCode(97 + ((rank - 1) % 26));
  return rank > 26 ? `${letters(Math.floor((rank - 1) / 26))}${last}` : last;
}
