import type { Acteur } from '../../../../machines/step.ts';
import type { Chart, Etat, Transition } from '../../chart.ts';
import { entered, isWithin, nameOf, parentOf } from '../words.ts';

/** What a node of a process is, in the words of BPMN. */
type Genre =
  | 'startEvent'
  | 'endEvent'
  | 'userTask'
  | 'receiveTask'
  | 'exclusiveGateway'
  | 'eventBasedGateway'
  | 'inclusiveGateway'
  | 'parallelGateway'
  | 'intermediateThrowEvent'
  | 'intermediateCatchEvent'
  | 'boundaryEvent'
  | 'subProcess';

/** A node of a process. */
export interface Noeud {
  id: string;
  genre: Genre;
  nom: string;
  notes: string[];
  acteur: Acteur | null;
  /** The fact that an event waits for, and how it comes. */
  fait: { type: string; voie: 'message' | 'signal' | 'timer' } | null;
  /** The node that holds it, or to whose border it hangs; null for the process itself. */
  hote: string | null;
}

/** The sub-process that holds a node; null for the process itself. What hangs to a border is beside it. */
export function holderOf({ genre, hote }: Noeud): string | null {
  return genre === 'boundaryEvent' ? null : hote;
}

/** What leads from one node to another. */
export interface Flux {
  id: string;
  de: string;
  vers: string;
  nom: string;
  condition: string | null;
}

/** Nodes, and what leads from them. */
export interface Part {
  noeuds: Noeud[];
  flux: Flux[];
}

/** A flow without a name. */
export function flow(de: string, vers: string): Flux {
  return { id: `${de}_vers_${vers}`, de, vers, nom: '', condition: null };
}

/** A node of which nothing more is said. */
export function node(id: string, genre: Genre, nom: string): Noeud {
  return { id, genre, nom, notes: [], acteur: null, fait: null, hote: null };
}

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
