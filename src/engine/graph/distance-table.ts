import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { StateValue } from 'xstate';
import { type But, objectifs, type Procedure } from '../../../machines/procedure.ts';
import { type Graph, walk } from './graph.ts';
import { stateRead } from './guard-tree.ts';
import { independentRegions, setAside } from './independence.ts';

/** No number of acts leads there. */
export const HORS_ATTEINTE = 255;

/**
 * The least number of acts from every state of a procedure to each `But`. States are numbered in mixed radix by the values of the
 * regions and the facet, so that no key is kept: one byte a state, gzip, base64.
 */
export interface DistanceTable {
  procedure: string;
  version: number;
  /** SHA-256 of the machine's definition, which tells a stale table. */
  definition: string;
  etats: number;
  transitions: number;
  regions: { nom: string; valeurs: string[] }[];
  facettes: string[];
  distances: Readonly<Record<string, string>>;
}

/** SHA-256 of all that decides how the machine moves; two paths that differ by their names alone share it. */
export function definitionHash({ machine, facts, objectifs: goals, ouvre }: Procedure): string {
  const events = Object.entries(facts).map(([type, { exemples, derive }]) => [type, exemples, derive]);
  const { id: _id, ...config } = machine.config;
  const text = JSON.stringify([config, events, goals, ouvre], (key, value) => {
    if (key === 'meta') return undefined;
    if (typeof value !== 'function') return value;
    return [String(value), value.guards, value.stateValue, value.assignment?.toString()];
  });
  const guards = Object.entries(machine.implementations.guards).map(([name, guard]) => {
    return [name, String(guard), stateRead(machine, name)];
  });
  return createHash('sha256').update(text).update(JSON.stringify(guards)).digest('hex');
}

/** The distances of a whole graph; `costOf` is what a child opened by a fact of that type still asks. */
export function buildDistanceTable(
  procedure: Procedure,
  costOf: (type: string) => number,
  graph: Graph = walk(procedure, setAside(procedure)),
): DistanceTable {
  const aside = new Set([...independentRegions(procedure), procedure.pause?.region]);
  const names = Object.keys(procedure.machine.root.states).filter((name) => !aside.has(name));
  const regions = names.map((nom) => ({ nom, valeurs: distinct(graph.values.map((value) => local(value, nom))) }));
  const facettes = distinct(graph.keys.map((key) => key.slice(key.lastIndexOf('}') + 1)));
  const numbering = {
    regions: regions.map(({ nom, valeurs }) => ({ nom, rang: ranks(valeurs) })),
    facettes: ranks(facettes),
  };
  const numbers = graph.keys.map((key, rank) =>
    numberOf(numbering, graph.values[rank] as StateValue, key.slice(key.lastIndexOf('}') + 1)),
  );
  const size = regions.reduce((product, { valeurs }) => product * valeurs.length, facettes.length);

  const encode = (goals: readonly number[]) => {
    const bytes = new Uint8Array(size).fill(HORS_ATTEINTE);
    distancesTo(goals, incoming).forEach((distance, rank) => {
      bytes[numbers[rank] as number] = distance;
    });
    return gzipSync(bytes, { level: 9 }).toString('base64');
  };
  const incoming = incomingActs(procedure, graph, costOf);
  return {
    procedure: procedure.id,
    version: procedure.version,
    definition: definitionHash(procedure),
    etats: graph.keys.length,
    transitions: graph.edges.length,
    regions,
    facettes,
    distances: Object.fromEntries(
      Object.entries(goalsOf(procedure, graph)).map(([but, goals]) => [but, encode(goals)]),
    ),
  };
}

/** The least number of acts from a state to a goal, in one read; `HORS_ATTEINTE` when there is none. */
export type Distance = (value: StateValue, facette: string, but: But) => number;

/** Reads a table: one byte looked up per question. */
export function readDistanceTable({ pause }: Procedure, table: DistanceTable): Distance {
  const numbering = {
    regions: table.regions.map(({ nom, valeurs }) => ({ nom, rang: ranks(valeurs) })),
    facettes: ranks(table.facettes),
  };
  const bytes = new Map(
    Object.entries(table.distances).map(([but, text]) => [but, gunzipSync(Buffer.from(text, 'base64'))]),
  );
  return (value, facette, but) => {
    const distance = bytes.get(but)?.[numberOf(numbering, value, facette)] ?? HORS_ATTEINTE;
    const isPaused = pause !== null && (value as Record<string, StateValue>)[pause.region] === 'abandonne';
    return distance === HORS_ATTEINTE || !isPaused ? distance : distance + 1;
  };
}

type Ranks = ReadonlyMap<string, number>;
interface Numbering {
  regions: { nom: string; rang: Ranks }[];
  facettes: Ranks;
}

/** NaN for a state that no walk reached. */
function numberOf({ regions, facettes }: Numbering, value: StateValue, facette: string): number {
  return regions.reduce(
    (number, { nom, rang }) => number * rang.size + (rang.get(local(value, nom)) ?? Number.NaN),
    facettes.get(facette) ?? Number.NaN,
  );
}

/** The states where each goal is reached. */
function goalsOf(procedure: Procedure, { values, edges }: Graph): Record<But, number[]> {
  const reached = objectifs.map((objectif) => [
    objectif,
    values.flatMap((value, rank) => (procedure.objectifs[objectif](value) ? [rank] : [])),
  ]);
  const taking = Map.groupBy(edges, ({ event }) => event.type);
  const taken = [...taking].map(([type, some]) => [`fait:${type}`, [...new Set(some.map(({ from }) => from))]]);
  return Object.fromEntries([...reached, ...taken]);
}

type Incoming = readonly (readonly [from: number, cost: number])[][];

/** What leads to each state, over the acts that someone takes: what is derived costs nobody an act. */
function incomingActs(procedure: Procedure, { keys, edges }: Graph, costOf: (type: string) => number): Incoming {
  const incoming: [from: number, cost: number][][] = keys.map(() => []);
  for (const { from, to, event } of edges) {
    if (!procedure.facts[event.type]?.derive) incoming[to]?.push([from, 1 + costOf(event.type)]);
  }
  return incoming;
}

/** Backwards from the goals. */
function distancesTo(goals: readonly number[], incoming: Incoming): Uint8Array {
  const distances = new Uint8Array(incoming.length).fill(HORS_ATTEINTE);
  const waiting: number[][] = [[...goals]];
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

function local(value: StateValue, region: string): string {
  return JSON.stringify((value as Record<string, StateValue>)[region]);
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)].sort();
}

function ranks(texts: readonly string[]): Ranks {
  return new Map(texts.map((text, rank) => [text, rank]));
}
