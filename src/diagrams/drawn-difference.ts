import type { Procedure } from '../../machines/procedure.ts';
import { chartOf } from './chart.ts';
import { completePicture } from './layout/pictures.ts';
import { referenceOf } from './separations.ts';
import { drawingOf, type StateMark } from './svg/drawing.ts';
import { unionOf } from './union.ts';

const aspects = { ajoute: 'passe', modifie: 'courant', retire: 'estompe' } as const;
const LEGENDE = '+ ajouté (bord vert) · ≠ changé, ou dont un fait change (fond jaune) · − retiré (estompé)';

const known = new Map<string, Promise<string>>();

/** Two procedures on one picture, as SVG: what was added, what was taken away, what changes. */
export function drawDifference(de: Procedure, a: Procedure): Promise<string> {
  const key = `${referenceOf(de)} ${referenceOf(a)}`;
  const drawn = known.get(key) ?? draw(de, a);
  known.set(key, drawn);
  return drawn;
}

async function draw(de: Procedure, a: Procedure): Promise<string> {
  const { chart, etats } = unionOf(chartOf(de), chartOf(a));
  const marks = [...etats].map(([id, sort]): [string, StateMark] => [id, { aspect: aspects[sort] }]);
  const sousTitre = `${referenceOf(de)} → ${referenceOf(a)} · ${LEGENDE}`;
  return drawingOf(await completePicture(chart)).draw({ etats: new Map(marks), sousTitre });
}
