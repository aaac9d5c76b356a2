import type { Procedure } from '../../machines/procedure.ts';
import { chartOf } from './chart.ts';
import { completePicture } from './layout/pictures.ts';
import { referenceOf } from './separations.ts';
import { drawingOf, type StateMark, type TransitionMark } from './svg/drawing.ts';
import { differenceSamples } from './svg/samples.ts';
import { unionOf } from './union.ts';

const aspects = { ajoute: 'passe', modifie: 'courant', retire: 'estompe' } as const;
const arrows = { ajoute: 'prise', modifie: 'change', retire: 'retire' } as const;

const known = new Map<string, Promise<string>>();

/** Two procedures on one picture, as SVG: what was added, what was taken away, what changes. */
export function drawDifference(de: Procedure, a: Procedure): Promise<string> {
  const key = `${referenceOf(de)} ${referenceOf(a)}`;
  const drawn = known.get(key) ?? draw(de, a);
  known.set(key, drawn);
  return drawn;
}

async function draw(de: Procedure, a: Procedure): Promise<string> {
  const { chart, etats, transitions } = unionOf(chartOf(de), chartOf(a));
  const marks = [...etats].map(([id, sort]): [string, StateMark] => [id, { aspect: aspects[sort] }]);
  const changed = [...transitions].map(([id, sort]): [string, TransitionMark] => [id, { aspect: arrows[sort] }]);
  const sousTitre = `${referenceOf(de)} → ${referenceOf(a)}`;
  return drawingOf(await completePicture(chart)).draw({
    etats: new Map(marks),
    transitions: new Map(changed),
    sousTitre,
    legende: differenceSamples,
  });
}
