import type { StateValue } from 'xstate';
import type { Procedure } from '../../../machines/procedure.ts';
import { type Graph, JOUR, walk } from '../graph/graph.ts';
import { stateRead } from '../graph/guard-tree.ts';
import { setAside } from '../graph/independence.ts';
import type { MachineEvent } from '../transition.ts';
import { withVariants } from './variants.ts';

/** A fact as it labels an edge; `saisie` holds its own fields and its date. */
export interface Fait {
  type: string;
  derive: boolean;
  saisie: Record<string, unknown>;
}

/** The fact of that rank leads from one state to another, both by rank. */
export interface Arete {
  de: number;
  vers: number;
  fait: number;
}

/** A graph as plain arrays; states and edges come in the order of their distance from the initial state, rank 0. */
export interface Adjacency {
  /** What holds in each state: dotted paths of states, names of guards. */
  etats: string[][];
  faits: Fait[];
  aretes: Arete[];
  /** False when a limit stopped the walk. */
  complet: boolean;
}

/** Two graphs whose product is the procedure's: what its regions decide together, and the regions that stand apart. */
export interface Adjacencies {
  ensemble: Adjacency;
  aPart: Adjacency;
}

/**
 * Walks a procedure by real transitions, told apart by every guard that the context decides, over every variant of what guards read
 * in facts; at most `limit` states. Both graphs hold the pause.
 */
export function adjacencies(procedure: Procedure, limit = Number.POSITIVE_INFINITY): Adjacencies {
  const exact = toldApart(procedure);
  const { apart, together } = partition(procedure);
  return {
    ensemble: toAdjacency(exact, walk(exact, apart, limit)),
    aPart: toAdjacency(exact, walk(exact, together, limit)),
  };
}

/** The same procedure, its facts in all their variants, its states told apart by every guard that the context decides. */
export function toldApart(procedure: Procedure): Procedure {
  return withVariants({ ...procedure, facette: guardsHolding(procedure) });
}

/** The facts that only what stands apart listens to, and those that only the rest does. */
export function partition(procedure: Procedure): { apart: Set<string>; together: Set<string> } {
  const pause = new Set(procedure.pause && procedure.machine.root.states[procedure.pause.region]?.events);
  const apart = setAside(procedure).difference(pause);
  return { apart, together: new Set(Object.keys(procedure.facts)).difference(apart).difference(pause) };
}

function guardsHolding({ machine }: Procedure): (context: object) => string {
  const guards = Object.entries(machine.implementations.guards).filter(([name]) => stateRead(machine, name) === null);
  const event = { type: '', date: JOUR };
  return (context) =>
    guards
      .filter(([, holds]) => (holds as unknown as (args: object) => boolean)({ context, event }))
      .map(([name]) => name)
      .join(' ');
}

/** A fact as an edge is labelled with it. */
export function toFait({ facts }: Procedure, { type, empreinte: _empreinte, ...saisie }: MachineEvent): Fait {
  return { type, derive: facts[type]?.derive ?? false, saisie };
}

function toAdjacency(procedure: Procedure, { keys, values, edges, complete }: Graph): Adjacency {
  const ranks = new Map<MachineEvent, number>();
  for (const { event } of edges) if (!ranks.has(event)) ranks.set(event, ranks.size);
  return {
    etats: values.map((value, rank) => whatHolds(keys[rank] as string, value)),
    faits: [...ranks.keys()].map((event) => toFait(procedure, event)),
    aretes: edges.map(({ from, to, event }) => ({ de: from, vers: to, fait: ranks.get(event) as number })),
    complet: complete,
  };
}

/** All that holds in a state, from its key and its value. */
export function whatHolds(key: string, value: StateValue): string[] {
  return [...pathsOf(value), ...guardsIn(key)];
}

/** `{a: {b: 'c'}}` as `a`, `a.b`, `a.b.c`. */
function pathsOf(value: StateValue | undefined): string[] {
  if (typeof value === 'string') return [value];
  return Object.entries(value ?? {}).flatMap(([key, part]) => [key, ...pathsOf(part).map((path) => `${key}.${path}`)]);
}

function guardsIn(key: string): string[] {
  return key.slice(key.lastIndexOf('}') + 1).split(' ');
}
