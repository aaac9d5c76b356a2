import { createHash } from 'node:crypto';
import type { StateValue } from 'xstate';
import { shapeOf } from '../../../machines/guard.ts';
import { type But, objectifs, type Procedure } from '../../../machines/procedure.ts';
import { buildExigences, type ExigenceTable } from './exigence-table.ts';
import { type Graph, walk } from './graph.ts';
import { placeRead } from './guard-tree.ts';
import { setAside } from './independence.ts';
import { buildLongest, type LongestTable } from './longest.ts';
import { numberStates, readScale, type Scale, unpack } from './numbering.ts';
import { isPlanned } from './planned.ts';

/** No number of acts leads there. */
export const HORS_ATTEINTE = 255;

/**
 * What is known of every state of a procedure: the least number of acts to each `But`, one byte a state, which facts no way to an
 * objective avoids, and the most acts without a return.
 */
export interface DistanceTable extends Scale {
  procedure: string;
  version: number;
  /** Imprint of the procedure for which it was built, which tells a stale table. */
  definition: string;
  etats: number;
  transitions: number;
  distances: Readonly<Record<string, string>>;
  exigences: ExigenceTable;
  maxima: LongestTable;
  /** How many acts `complet` takes once its last fact can be told. */
  audela: number;
}

/** SHA-256 of how the machine is declared; two paths that differ by their names alone share it. */
export function definitionHash({ machine, facts, objectifs: goals, ouvre, terme }: Procedure): string {
  const events = Object.entries(facts).map(([type, { exemples, derive, sorte }]) => [type, exemples, derive, sorte]);
  const { id: _id, ...config } = machine.config;
  const text = JSON.stringify([config, events, goals, ouvre, terme], (key, value) => {
    if (key === 'meta') return undefined;
    if (key === 'guard') return shapeOf(value);
    if (typeof value !== 'function') return value;
    return [String(value), value.assignment?.toString()];
  });
  const guards = Object.entries(machine.implementations.guards).map(([name, guard]) => {
    return [name, String(guard), placeRead(machine, name)];
  });
  return createHash('sha256').update(text).update(JSON.stringify(guards)).digest('hex');
}

/** The distances of a whole graph; `costOf` is what a child opened by a fact of that type still asks. */
export function buildDistanceTable(
  procedure: Procedure,
  costOf: (type: string) => number,
  graph: Graph = walk(procedure, setAside(procedure)),
): Omit<DistanceTable, 'definition'> {
  const { scale, place } = numberStates(procedure, graph);
  const incoming = incomingActs(procedure, graph, costOf);
  const goals = goalsOf(procedure, graph);
  const { terme } = procedure;
  const audela = terme === null ? 0 : 1 + costOf(terme);
  return {
    procedure: procedure.id,
    version: procedure.version,
    etats: graph.keys.length,
    transitions: graph.edges.length,
    ...scale,
    distances: Object.fromEntries(
      Object.entries(goals).map(([but, ranks]) => [
        but,
        place(distancesTo(ranks, incoming, but === 'complet' ? audela : 0), HORS_ATTEINTE),
      ]),
    ),
    exigences: buildExigences(procedure, graph, goals, place),
    maxima: buildLongest(procedure, graph, scale, costOf),
    audela,
  };
}

/** The least number of acts from a state to a goal, in one read; `HORS_ATTEINTE` when there is none. */
export type Distance = (value: StateValue, facette: string, but: But) => number;

/** Reads a table: one byte looked up per question. */
export function readDistanceTable({ pause }: Procedure, table: DistanceTable): Distance {
  const numberOf = readScale(table);
  const packed = new Map(Object.entries(table.distances));
  return (value, facette, but) => {
    const text = packed.get(but);
    const bytes = text === undefined ? undefined : unpack(text);
    const distance = bytes?.[numberOf(value, facette)] ?? HORS_ATTEINTE;
    const isPaused = pause !== null && (value as Record<string, StateValue>)[pause.region] === 'abandonne';
    return distance === HORS_ATTEINTE || !isPaused ? distance : distance + 1;
  };
}

/** The states where each goal is reached; those that take the fact, where that is what the goal asks. */
function goalsOf(procedure: Procedure, { values, edges }: Graph): Record<But, number[]> {
  const { terme } = procedure;
  const reached = objectifs.map((objectif) => [
    objectif,
    values.flatMap((value, rank) => (procedure.objectifs[objectif](value) ? [rank] : [])),
  ]);
  const taking = Map.groupBy(edges, ({ event }) => event.type);
  const taken = [...taking].map(([type, some]) => [`fait:${type}`, [...new Set(some.map(({ from }) => from))]]);
  const goals = Object.fromEntries([...reached, ...taken]) as Record<But, number[]>;
  return terme === null ? goals : { ...goals, complet: goals[`fait:${terme}`] ?? [] };
}

type Incoming = readonly (readonly [from: number, cost: number])[][];

/** What leads to each state, over the acts that plans are made of (A29). */
function incomingActs(procedure: Procedure, { keys, edges }: Graph, costOf: (type: string) => number): Incoming {
  const incoming: [from: number, cost: number][][] = keys.map(() => []);
  for (const { from, to, event } of edges) {
    if (isPlanned(procedure.facts[event.type])) incoming[to]?.push([from, 1 + costOf(event.type)]);
  }
  return incoming;
}

/** Backwards from the goals, each `beyond` acts away from the end. */
function distancesTo(goals: readonly number[], incoming: Incoming, beyond: number): Uint8Array {
  const distances = new Uint8Array(incoming.length).fill(HORS_ATTEINTE);
  const waiting: number[][] = [];
  waiting[beyond] = [...goals];
  for (let distance = 0; distance < waiting.length; distance++) {
    for (const rank of waiting[distance] ?? []) {
      if ((distances[rank] as number) <= distance) continue;
      distances[rank] = distance;
      for (const [from, cost] of incoming[rank] ?? []) {
        waiting[distance + cost] ??= [];
        waiting[distance + cost]?.push(from);
      }
    }
  }
  return distances;
}
