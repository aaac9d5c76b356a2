import type { Procedure } from '../../../machines/procedure.ts';
import { aleasOf } from '../../engine/graph/planned.ts';
import type { Chart, Etat, Transition } from '../chart.ts';

/**
 * The steps that may still come without going back: by no fact that undoes, none by which the calendar takes back what is needed, none
 * that somebody tells of what is acquired, and none that the case refuses while it is paused, or that would follow from a child that it
 * has not.
 */
export function stepsAhead(procedure: Procedure, chart: Chart, current: readonly string[]): ReadonlySet<string> {
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
