import type { Procedure } from '../../../machines/procedure.ts';
import { aleasOf } from '../../engine/graph/planned.ts';
import type { Histoire } from '../../engine/history/replay.ts';
import type { Manque } from '../../engine/refusal.ts';
import { stateInfo } from '../../engine/state-info.ts';
import type { Chart, Etat, Transition } from '../chart.ts';
import { isBelow } from '../layout/ladder/rows.ts';

/** How a step stands for a case: where it is, where it has been, where it may still come, where it no longer does. */
export interface Standing {
  aspect: 'courant' | 'passe' | 'aVenir' | 'estompe';
  /** The days (YYYY-MM-DD) of its last entry and of its leaving. */
  entree: string | null;
  sortie: string | null;
}

/** A fact that a current step waits for and that is refused now. */
interface Blocked {
  etape: string;
  fait: string;
  libelle: string;
  manque: Manque[];
}

/** A case as a picture of its machine shows it. */
export interface LiveCase {
  procedure: Procedure;
  chart: Chart;
  histoire: Histoire;
  /** By step. */
  etapes: ReadonlyMap<string, Standing>;
  bloques: Blocked[];
}

/** How every step of a machine stands, and what is refused now. */
export function liveCase(procedure: Procedure, chart: Chart, histoire: Histoire): LiveCase {
  const current = Object.keys(histoire.depuis);
  const ahead = stepsAhead(procedure, chart, current);
  const last = new Map(histoire.sejours.map((sejour) => [sejour.etat, sejour]));
  const crossed = new Map(histoire.franchies.flatMap(({ transition, date }) => targetsOf(chart, transition, date)));
  const steps = chart.etats.filter(({ genre }) => genre === 'etape' || genre === 'finale');
  const etapes = steps.map(({ id }): [string, Standing] => {
    const { entree = null, sortie = null } = latest(last.get(id), crossed.get(id)) ?? {};
    if (Object.hasOwn(histoire.depuis, id))
      return [id, { aspect: 'courant', entree: histoire.depuis[id] ?? null, sortie: null }];
    if (entree !== null) return [id, { aspect: 'passe', entree, sortie }];
    return [id, { aspect: ahead.has(id) ? 'aVenir' : 'estompe', entree, sortie }];
  });
  return { procedure, chart, histoire, etapes: new Map(etapes), bloques: blockedFacts(procedure, histoire) };
}

type Passage = Pick<Standing, 'entree' | 'sortie'>;

/** The later of two passages through a step; a stay may bear the day of the opening, later than what ended it. */
function latest(stay: Passage | undefined, crossing: Passage | undefined): Passage | undefined {
  if (!stay || !crossing) return stay ?? crossing;
  return stay.sortie !== null && (crossing.entree ?? '') >= stay.sortie ? crossing : stay;
}

/** A step may be entered and left at once: the last part of a form ends the form. */
function targetsOf({ transitions }: Chart, taken: string, date: string) {
  const entered = transitions.filter(({ id, sansCible }) => id === taken && !sansCible);
  return entered.map(({ vers }): [string, Passage] => [vers, { entree: date, sortie: date }]);
}

/** The transitions of the chart by which a blocked fact would lead on. */
export function transitionsOf({ transitions }: Chart, { etape, fait }: Blocked): string[] {
  const here = transitions.filter((one) => one.fait === fait && (one.de === etape || isBelow(etape, one.de)));
  return here.map(({ id }) => id);
}

/** « Contrat signé : pas encore. Le contrat… », in the words of the refusal that the service would give. */
export function whyBlocked({ libelle, manque }: Blocked): string {
  return `${libelle} : pas maintenant. ${manque.map((one) => one.libelle).join(' ')}`.trim();
}

function blockedFacts(procedure: Procedure, { snapshot }: Histoire): Blocked[] {
  return stateInfo(procedure, snapshot).etapes.flatMap(({ id: etape, faits }) =>
    faits
      .filter(({ next }) => next === null)
      .map(({ type: fait, manque }) => ({ etape, fait, libelle: procedure.facts[fait]?.libelle ?? fait, manque })),
  );
}

/**
 * The steps that may still come without going back: by no fact that undoes, none by which the calendar takes back what is needed, none
 * that somebody tells of what is acquired, and none that the case refuses while it is paused, or that would follow from a child that it
 * has not.
 */
function stepsAhead(procedure: Procedure, chart: Chart, current: readonly string[]): ReadonlySet<string> {
  const undoing = aleasOf(procedure);
  const etats = new Map(chart.etats.map((etat) => [etat.id, etat]));
  const lapses = new Set(chart.etats.flatMap(({ echeances }) => echeances));
  const isRefused = ({ ouvert, suspendu }: Transition) =>
    (ouvert !== null && !current.includes(ouvert)) || (suspendu !== null && current.includes(suspendu));
  const isPaused = chart.transitions.some(({ suspendu }) => suspendu !== null && current.includes(suspendu));
  const isTakenBack = ({ fait, vers }: Transition) =>
    lapses.has(fait ?? '') && !['recommandee', 'acquise'].includes(etats.get(vers)?.nature ?? '');
  const leads = (transition: Transition) => {
    const { fait, derive, de } = transition;
    return (
      (!undoing.has(fait ?? '') || lapses.has(fait ?? '')) &&
      !isTakenBack(transition) &&
      !isRefused(transition) &&
      !(isPaused && (fait === null || (derive && etats.get(de)?.initial))) &&
      (derive || lapses.has(fait ?? '') || etats.get(de)?.nature !== 'acquise')
    );
  };
  const ways = Map.groupBy(chart.transitions.filter(leads), ({ de }) => de);
  const met = new Set(current);
  for (const id of met) {
    const left = around(id, etats).flatMap((one) => ways.get(one) ?? []);
    for (const { vers } of left) for (const entered of firstSteps(vers, chart)) met.add(entered);
  }
  return met;
}

/** A state and all those around it. */
function around(id: string, etats: ReadonlyMap<string, Etat>): string[] {
  const parent = etats.get(id)?.parent ?? null;
  return parent === null ? [id] : [id, ...around(parent, etats)];
}

/** The steps that are entered with a state. */
function firstSteps(id: string, chart: Chart): string[] {
  const children = chart.etats.filter(({ parent }) => parent === id);
  return children.length === 0
    ? [id]
    : children.filter(({ initial }) => initial).flatMap((child) => firstSteps(child.id, chart));
}
