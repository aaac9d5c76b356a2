import { createHash } from 'node:crypto';
import { shapeOf } from '../../machines/guard.ts';
import { type But, objectifs, type Procedure } from '../../machines/procedure.ts';
import { type DistanceTable, HORS_ATTEINTE } from '../../src/engine/graph/distance-table.ts';
import { placeRead } from '../../src/engine/graph/guard-tree.ts';
import { setAside } from '../../src/engine/graph/independence.ts';
import { isPlanned } from '../../src/engine/graph/planned.ts';
import { type Graph, walk } from '../walk/graph.ts';
import { buildExigences } from './exigences.ts';
import { buildLongest } from './longest.ts';
import { numberStates } from './numbering.ts';

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
