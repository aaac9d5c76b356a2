import { getAdjacencyMap } from '@xstate/graph';
import { type AnyMachineSnapshot, getNextTransitions } from 'xstate';
import type { Procedure } from '../../../machines/procedure.ts';
import { type MachineEvent, openSnapshot } from '../transition.ts';
import { placeKey } from './state-key.ts';

/** The day on which the graph is walked: before every example's card ends. */
export const JOUR = '2026-01-05';

const HERE = 'here';

interface Reached {
  event: MachineEvent;
  state: AnyMachineSnapshot;
}

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
 * `limit` states. One state at a time, since the whole map of @xstate/graph keeps a snapshot per edge: 1.1 GB for a path of 57,000 states.
 */
export function walk(
  procedure: Procedure,
  without: ReadonlySet<string> = new Set(),
  limit = Number.POSITIVE_INFINITY,
): Graph {
  const offered = closedEvents(procedure, without);
  const initial = openSnapshot(procedure);
  const indexOf = new Map([[placeKey(procedure, initial), 0]]);
  const frontier = [initial];
  const graph: Graph = { keys: [...indexOf.keys()], values: [initial.value], edges: [], complete: true };

  for (let from = 0; from < frontier.length; from++) {
    if (frontier.length > limit) return { ...graph, complete: false };
    const state = frontier[from] as AnyMachineSnapshot;
    delete frontier[from];
    for (const { event, next } of expand(procedure, state, offered)) {
      const key = placeKey(procedure, next);
      const to = indexOf.get(key) ?? frontier.length;
      graph.edges.push({ from, to, event });
      if (to < frontier.length) continue;
      indexOf.set(key, to);
      frontier.push(next);
      graph.keys.push(key);
      graph.values.push(next.value);
    }
  }
  return graph;
}

/** What each offered fact makes of `state`: those it takes are sorted out first, since one that only emits gives the very same snapshot. */
function expand(procedure: Procedure, state: AnyMachineSnapshot, offered: ReadonlyMap<string, MachineEvent[]>) {
  const types = new Set(getNextTransitions(state).map(({ eventType }) => eventType));
  const taken = [...types].flatMap((type) => offered.get(type) ?? []).filter((event) => state.can(event as never));
  let rank = 0;
  const adjacency = getAdjacencyMap(procedure.machine, {
    fromState: state as never,
    events: taken as never,
    stopWhen: (visited) => visited !== state,
    serializeEvent: () => `${rank++}` as never,
    serializeState: (reached) => (reached === state ? HERE : `${rank++}`) as never,
  });
  const { transitions } =
    (adjacency as unknown as Record<string, { transitions: Record<string, Reached> }>)[HERE] ?? {};
  return Object.values(transitions ?? {}).map(({ event, state: next }) => ({ event, next }));
}

/** Every example of every fact but those of `without`, by type, as a machine receives it. */
export function closedEvents({ facts }: Procedure, without: ReadonlySet<string>): Map<string, MachineEvent[]> {
  const entries = Object.entries(facts).filter(([type]) => !without.has(type));
  return new Map(
    entries.map(([type, { exemples }]) => [
      type,
      exemples.map((exemple) => ({ date: JOUR, ...exemple, type, empreinte: 'e' })),
    ]),
  );
}
