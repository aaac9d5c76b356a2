import type { Chart, Etat, Transition } from '../../chart.ts';
import { entered, isWithin, nameOf, parentOf } from '../nesting.ts';

/** What leaves a step for another; a step that waits for facts of the phase around it alone is left by those. */
export function movesOf({ transitions }: Chart, { id, genre, nature, acteur, parent }: Etat): Transition[] {
  const from = (state: string | null) =>
    transitions.filter(({ de, vers, sansCible }) => de === state && vers !== id && !sansCible);
  if (acteur === null) return [];
  const own = from(id);
  const moves = own.length > 0 || genre === 'finale' || nature === 'acquise' ? own : from(parent);
  return [...new Map(moves.map((move) => [move.id, move])).values()];
}

/** Where one arrives on entering a state: its first step, or the gateway of the parallel state around it. */
export function nodeOf(chart: Chart, vers: string, de = ''): string {
  const arrival = arrivalOf(chart, vers, de);
  const around = parallelAround(chart, arrival);
  const isEnd = chart.etats.some(({ id, genre }) => id === arrival && genre === 'finale');
  return around && isEnd ? `${nameOf(around)}_reunion` : nameOf(arrival);
}

/** The state that is entered, by id: a step, or the parallel state around it. */
export function arrivalOf(chart: Chart, vers: string, de: string): string {
  const leaf = (entered(chart, vers)[0] as Etat).id;
  const around = parallelAround(chart, leaf);
  return around && (de === around || !isWithin(de, around)) ? around : leaf;
}

/** The nearest parallel state around one, by id. */
export function parallelAround(chart: Chart, id: string): string | null {
  const parent = parentOf(id);
  if (parent === null) return null;
  const isParallel = chart.etats.some((etat) => etat.id === parent && etat.genre === 'parallele');
  return isParallel ? parent : parallelAround(chart, parent);
}

/** A fact that several regions hear is broadcast. */
export function wayOf({ transitions }: Chart, type: string): 'message' | 'signal' {
  const regions = new Set(transitions.filter(({ fait }) => fait === type).map(({ de }) => de.split('.')[0]));
  return regions.size > 1 ? 'signal' : 'message';
}

/** The label of a state. */
export function labelIn({ etats }: Chart, id: string): string {
  return etats.find((etat) => etat.id === id)?.libelle ?? id;
}
