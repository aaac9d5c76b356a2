import type { Procedure } from '../../../machines/procedure.ts';
import { tellSource } from '../../../machines/source.ts';
import { acteurs } from '../../../machines/step.ts';
import { french } from '../../days.ts';
import type { Histoire } from '../../engine/history/replay.ts';
import { chartOf, type Etat } from '../chart.ts';
import { drawProcedure, isStory, type View } from '../drawings.ts';
import { isBelow } from '../layout/ladder/rows.ts';
import type { Lecteur } from '../recit/lanes.ts';
import { fadedFor, storyMarks, type Told } from '../recit/live.ts';
import { storyOf } from '../recit/story.ts';
import { liveSamples } from '../svg/caption.ts';
import type { Marks, StateMark, TransitionMark } from '../svg/drawing.ts';
import { type LiveCase, liveCase, type Standing, transitionsOf, whyBlocked } from './standing.ts';

/** What is written beside a live picture. */
export interface Beside extends Pick<Marks, 'theme' | 'lien'> {
  sousTitre: string;
}

const cases = new WeakMap<Histoire, LiveCase>();

/** A case on the picture of its machine, as SVG; null when the machine has no such region. */
export function drawLive(
  procedure: Procedure,
  histoire: Histoire,
  view: View,
  { told, pour, ...beside }: Beside & { told: Told; pour?: Lecteur | undefined },
): Promise<string> | null {
  const drawing = drawProcedure(procedure, view);
  if (!drawing) return null;
  const live = caseOf(procedure, histoire);
  if (!isStory(view)) return drawing.then(({ draw }) => draw({ ...liveMarks(live), ...beside }));
  const story = storyOf([procedure]);
  const marks = storyMarks(story, live, told);
  return drawing.then(({ draw }) => draw({ ...marks, etats: fadedFor(story, pour, marks.etats), ...beside }));
}

/** The same in plain text, under its heading. */
export function tellLive(procedure: Procedure, histoire: Histoire, heading: readonly string[]): string {
  return inPlainText(caseOf(procedure, histoire), heading);
}

/** The day on which each step was left, or acquired, where the case no longer has to do there. */
export function doneSteps(procedure: Procedure, histoire: Histoire): Map<string, string> {
  const { etapes, chart } = caseOf(procedure, histoire);
  const acquired = new Set(chart.etats.filter(({ nature }) => nature === 'acquise').map(({ id }) => id));
  return new Map(
    [...etapes].flatMap(([id, { aspect, entree, sortie }]): [string, string][] => {
      const day = acquired.has(id) ? aspect === 'courant' && entree : aspect === 'passe' && (sortie ?? entree);
      return day ? [[id, day]] : [];
    }),
  );
}

function caseOf(procedure: Procedure, histoire: Histoire): LiveCase {
  const live = cases.get(histoire) ?? liveCase(procedure, chartOf(procedure), histoire);
  cases.set(histoire, live);
  return live;
}

/** What a picture of its machine shows of a case. */
function liveMarks(live: LiveCase): Marks {
  const { chart } = live;
  const marks = chart.etats.flatMap((etat): [string, StateMark][] => {
    const standing = live.etapes.get(etat.id);
    const mark = standing ? stepMark(etat, standing, live) : frameMark(live, etat);
    return mark ? [[etat.id, mark]] : [];
  });
  return {
    etats: new Map(marks),
    transitions: transitionMarks(live),
    description: inSentences(live),
    legende: liveSamples,
  };
}

/** Since when one stands there, and why what would lead on is not taken now. */
function stepMark(
  { id, libelle }: Etat,
  { aspect, entree, sortie }: Standing,
  { bloques }: LiveCase,
): StateMark | null {
  if (aspect === 'aVenir') return null;
  if (aspect === 'estompe' || entree === null) return { aspect: 'estompe' };
  const reasons = bloques.filter(({ etape }) => etape === id).map(whyBlocked);
  const infobulle = [`${libelle} : ${stayOf({ entree, sortie })}.`, ...reasons].join(' ');
  return { aspect, texte: french(entree), infobulle };
}

/** A state that holds others: out of reach with all its steps. */
function frameMark({ etapes }: LiveCase, { id }: Etat): StateMark | null {
  const inside = [...etapes].filter(([step]) => isBelow(step, id));
  return inside.every(([, { aspect }]) => aspect === 'estompe') ? { aspect: 'estompe' } : null;
}

function transitionMarks(live: LiveCase): Map<string, TransitionMark> {
  const { chart, etapes, histoire, bloques } = live;
  const isOut = (id: string) => etapes.get(id)?.aspect === 'estompe';
  const dimmed = chart.transitions.filter(({ de, vers }) => isOut(de) || isOut(vers));
  const marks = new Map<string, TransitionMark>(dimmed.map(({ id }) => [id, { aspect: 'estompe' }]));
  for (const { transition } of histoire.franchies) marks.set(transition, { aspect: 'prise' });
  for (const blocked of bloques) {
    for (const id of transitionsOf(chart, blocked)) marks.set(id, { ...marks.get(id), raison: whyBlocked(blocked) });
  }
  return marks;
}

/** A case in a few sentences, for who does not see its picture. */
function inSentences({ chart, etapes, bloques }: LiveCase): string {
  const current = chart.etats.filter(({ id }) => etapes.get(id)?.aspect === 'courant');
  const told = current.map(({ id, libelle }) => `${libelle} (depuis le ${french(etapes.get(id)?.entree ?? '')})`);
  const blocked = bloques.map(whyBlocked).join(' ');
  return `${chart.titre}. Étapes en cours : ${told.join(', ')}. ${blocked}`.trim();
}

/** The same as a live picture in plain text: a nested list of every state, how it stands, what is blocked there and why. */
function inPlainText(live: LiveCase, heading: readonly string[]): string {
  return [...heading, '', ...listed(live, null, ''), ''].join('\n');
}

/** « du 05/01/2026 au 07/01/2026 »; facts of before the opening have left steps that were entered later. */
function stayOf({ entree, sortie }: Pick<Standing, 'entree' | 'sortie'>): string {
  const since = french(entree ?? '');
  if (sortie === null) return `depuis le ${since}`;
  return sortie < (entree ?? '') ? `quittée le ${french(sortie)}` : `du ${since} au ${french(sortie)}`;
}

function listed(live: LiveCase, parent: string | null, indent: string): string[] {
  const children = live.chart.etats.filter((etat) => etat.parent === parent);
  return children.flatMap((etat) => [
    `${indent}- ${titleOf(etat, live.etapes.get(etat.id))}`,
    ...live.bloques.filter(({ etape }) => etape === etat.id).map((one) => `${indent}  - bloqué : ${whyBlocked(one)}`),
    ...listed(live, etat.id, `${indent}  `),
  ]);
}

function titleOf({ libelle, acteur, formulaire, source }: Etat, standing: Standing | undefined): string {
  const told = [acteur && acteurs[acteur], formulaire?.replace('-', ' '), tellSource(source)]
    .filter(Boolean)
    .join(', ');
  return standing ? `${libelle} (${told}) : ${howItStands(standing)}` : `${libelle} (${told})`;
}

function howItStands({ aspect, entree, sortie }: Standing): string {
  if (aspect === 'courant') return `EN COURS ${stayOf({ entree, sortie })}`;
  if (aspect === 'passe') return `passée, ${stayOf({ entree, sortie })}`;
  return aspect === 'aVenir' ? 'à venir' : 'hors de portée, sauf retour en arrière';
}
