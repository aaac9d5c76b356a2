import type { Procedure } from '../../machines/procedure.ts';
import { promiseMemo } from '../memo.ts';
import { type Chart, chartOf, type Etat, referenceOf, type Transition } from './chart.ts';
import { type Difference, differenceOf, type Ecarts } from './difference.ts';
import { completePicture } from './layout/pictures.ts';
import { differenceSamples } from './svg/caption.ts';
import { drawingOf, type StateMark, type TransitionMark } from './svg/drawing.ts';

const aspects = { ajoute: 'passe', modifie: 'courant', retire: 'estompe' } as const;
const arrows = { ajoute: 'prise', modifie: 'change', retire: 'retire' } as const;

const drawn = promiseMemo<string>();

/** Two procedures on one picture, as SVG: what was added, what was taken away, what changes. */
export function drawDifference(de: Procedure, a: Procedure): Promise<string> {
  return drawn(`${referenceOf(de)} ${referenceOf(a)}`, () => draw(de, a));
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

/** What became of a state or of a transition: a sign is written before its label, so that colour is not alone to tell. */
const signes = { ajoute: '+', retire: '−', modifie: '≠' } as const;
type Sort = keyof typeof signes;

/** Two charts as one. */
interface Union {
  chart: Chart;
  /** By state, and by state that a transition leaves when that alone differs. */
  etats: Map<string, Sort>;
  /** By transition of the union. */
  transitions: Map<string, Sort>;
}

/** All that either chart has, in the words of `apres` where both have it. */
export function unionOf(avant: Chart, apres: Chart): Union {
  const difference = differenceOf(avant, apres);
  const etats = sorts(difference.etats);
  const transitions = sorts(difference.transitions);
  const label = <T extends Etat | Transition>(one: T, sort: Sort | undefined): T =>
    sort ? { ...one, libelle: `${signes[sort]} ${one.libelle}` } : one;
  const gone = difference.transitions.retires.map((one) => ({ ...one, id: `${one.id}−` }));
  for (const { id } of gone) transitions.set(id, 'retire');
  const chart: Chart = {
    ...apres,
    titre: `De « ${avant.titre} » à « ${apres.titre} »`,
    etats: [...apres.etats, ...retired(difference, apres)].map((one) => label(one, etats.get(one.id))),
    transitions: [...apres.transitions, ...gone].map((one) => label(one, transitions.get(one.id))),
  };
  for (const { id, de } of chart.transitions) if (transitions.has(id) && !etats.has(de)) etats.set(de, 'modifie');
  return { chart, etats, transitions };
}

function sorts<T extends { id: string }>({ ajoutes, retires, modifies }: Ecarts<T>): Map<string, Sort> {
  return new Map<string, Sort>([
    ...retires.filter((one) => !('de' in one)).map(({ id }) => [id, 'retire'] as const),
    ...ajoutes.map(({ id }) => [id, 'ajoute'] as const),
    ...modifies.map(({ apres }) => [apres.id, 'modifie'] as const),
  ]);
}

/** What is entered first is now another. */
function retired({ etats }: Difference, apres: Chart): Etat[] {
  return etats.retires.map((etat) =>
    apres.etats.some(({ id }) => id === etat.parent) ? { ...etat, initial: false } : etat,
  );
}
