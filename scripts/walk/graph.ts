import { getAdjacencyMap } from '@xstate/graph';
import type { AnyMachineSnapshot } from 'xstate';
import type { Procedure } from '../../machines/procedure.ts';
import { placeKey } from '../../src/engine/graph/state-key.ts';
import { type MachineEvent, openSnapshot } from '../../src/engine/transition.ts';
import { explore } from './explore.ts';
import { closedEvents, offersOf } from './offer.ts';

/** An edge of the graph: the example of `event` leads from one state to another, both by index. */
interface Edge {
  from: number;
  to: number;
  event: MachineEvent;
}

/** Every state reached, the initial one first, by key, and every fact that some state takes. */
export interface Graph {
  keys: string[];
  values: AnyMachineSnapshot['value'][];
  edges: Edge[];
  /** False when the limit stopped the walk. */
  complete: boolean;
}

/**
 * Walks every reachable state by real transitions, over the closed list of the declared examples less the types in `without`, up to
 * `limit` states.
 */
export function walk(
  procedure: Procedure,
  without: ReadonlySet<string> = new Set(),
  limit = Number.POSITIVE_INFINITY,
): Graph {
  const graph: Graph = { keys: [], values: [], edges: [], complete: true };
  const { explores } = explore(
    procedure,
    { offers: offersOf(procedure, without), limit },
    {
      meet: ({ key, value }) => {
        graph.keys.push(key);
        graph.values.push(value);
      },
      take: (from, to, { events }) => {
        for (const event of events) graph.edges.push({ from, to, event });
      },
    },
  );
  graph.complete = explores === graph.keys.length;
  return graph;
}

/** The states and edges of a small machine as @xstate/graph finds them, each edge as text: what `walk` is measured against. */
export function foundByXState(procedure: Procedure): { states: Set<string>; edges: Set<string> } {
  const events = [...closedEvents(procedure, new Set()).values()].flat();
  const adjacency = getAdjacencyMap(procedure.machine, {
    events: events as never,
    fromState: openSnapshot(procedure) as never,
    serializeState: (state: unknown) => placeKey(procedure, state as AnyMachineSnapshot) as never,
  });
  const states = Object.entries(adjacency) as unknown as [string, Transitions][];
  const edges = states.flatMap(([from, { state, transitions }]) =>
    Object.values(transitions)
      .filter(({ event }) => state.can(event as never))
      .map(({ event, state: to }) => nameEdge(from, event, placeKey(procedure, to))),
  );
  return { states: new Set(states.map(([key]) => key)), edges: new Set(edges) };
}

interface Transitions {
  state: AnyMachineSnapshot;
  transitions: Record<string, { event: MachineEvent; state: AnyMachineSnapshot }>;
}

/** An edge as text. */
export function nameEdge(from: string, event: MachineEvent, to: string): string {
  return `${from} ${JSON.stringify(event)} ${to}`;
}
