import { type AnyMachineSnapshot, getNextTransitions } from 'xstate';
import type { Procedure } from '../../../../machines/procedure.ts';
import { closedEvents } from '../../graph/graph.ts';
import { stateKey } from '../../graph/state-key.ts';
import { type MachineEvent, openSnapshot, takeStep } from '../../transition.ts';
import { type Adjacency, type Arete, toFait, whatHolds } from '../adjacency.ts';

/** A graph with each of its states, by key, and what each takes: what a machine that differs by one transition has in common with it. */
export interface Walked {
  graph: Adjacency;
  known: ReadonlyMap<string, Known>;
}

/** A state with what it takes, in the order of the facts offered. */
export interface Known {
  snapshot: AnyMachineSnapshot;
  etat: string[];
  taken: readonly Taken[];
}

/** The fact, by its rank among those offered, and the key of the state where it leads. */
interface Taken {
  fait: number;
  vers: string;
}

/** The one transition, of a state by its path, by which a machine differs from one that was walked. */
export interface Difference {
  from: Walked;
  etat: string;
  fait: string;
}

/** Walks a procedure over all its facts but `without`, anew only where it differs from what was walked before. */
export function rewalk(procedure: Procedure, without: ReadonlySet<string>, difference?: Difference): Walked {
  const events = [...closedEvents(procedure, without).values()].flat();
  const ranks = Map.groupBy(events.keys(), (rank) => (events[rank] as MachineEvent).type);
  const known = new Map<string, Known>();
  const before = (key: string) => difference?.from.known.get(key);

  meet(openSnapshot(procedure));
  for (const [key, { snapshot, etat }] of known) {
    const taken = takenIn(snapshot, etat, before(key)).sort((a, b) => a.fait - b.fait);
    known.set(key, { snapshot, etat, taken });
  }
  return { graph: toGraph(known, events, procedure), known };

  function takenIn(snapshot: AnyMachineSnapshot, etat: string[], same: Known | undefined): Taken[] {
    if (!same) return take(snapshot, new Set(getNextTransitions(snapshot).map(({ eventType }) => eventType)));
    const differs = difference !== undefined && etat.includes(difference.etat);
    const kept = same.taken.filter(({ fait }) => !differs || events[fait]?.type !== difference.fait);
    for (const { vers } of kept) meet((before(vers) as Known).snapshot);
    if (!differs) return kept;
    const { value, context } = snapshot;
    const here = procedure.machine.resolveState({ value, context }) as AnyMachineSnapshot;
    return [...kept, ...take(here, new Set([difference.fait]))];
  }

  function take(snapshot: AnyMachineSnapshot, types: ReadonlySet<string>): Taken[] {
    return [...types]
      .flatMap((type) => ranks.get(type) ?? [])
      .flatMap((fait) => {
        const step = takeStep(snapshot, events[fait] as MachineEvent);
        return step ? [{ fait, vers: meet(step.snapshot) }] : [];
      });
  }

  function meet(snapshot: AnyMachineSnapshot): string {
    const key = stateKey(procedure, snapshot);
    if (!known.has(key)) known.set(key, { snapshot, etat: whatHolds(key, snapshot.value), taken: [] });
    return key;
  }
}

function toGraph(known: ReadonlyMap<string, Known>, events: readonly MachineEvent[], procedure: Procedure): Adjacency {
  const rankOf = new Map([...known.keys()].map((key, rank) => [key, rank]));
  return {
    etats: [...known.values()].map(({ etat }) => etat),
    faits: events.map((event) => toFait(procedure, event)),
    aretes: [...known.values()].flatMap(({ taken }, de) =>
      taken.map(({ fait, vers }): Arete => ({ de, vers: rankOf.get(vers) as number, fait })),
    ),
    complet: true,
  };
}
