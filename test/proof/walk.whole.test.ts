import { expect, test } from 'vitest';
import type { Procedure } from '../../machines/procedure.ts';
import { toldApart } from '../../scripts/proof/adjacency.ts';
import { explore } from '../../scripts/walk/explore.ts';
import { nameEdge } from '../../scripts/walk/graph.ts';
import { closedEvents, JOUR, offersOf } from '../../scripts/walk/offer.ts';
import { setAside } from '../../src/engine/graph/independence.ts';
import { placeKey } from '../../src/engine/graph/state-key.ts';
import { type MachineEvent, openSnapshot, takeStep } from '../../src/engine/transition.ts';
import { expectSameGraph, procedureOf } from './oracle.ts';

test('the walk of a certificate finds what @xstate/graph finds, state for state, edge for edge', () => {
  expectSameGraph('certificat');
});

/** A path is too large for @xstate/graph: the states of stories told at random are looked for in the walk instead. */
test('the walk of a path takes what each state of long stories takes, and leads where it leads', () => {
  const procedure = toldApart(procedureOf('prive-mono-site'));
  const without = setAside(procedure);
  const events = [...closedEvents(procedure, without).values()].flat();
  const draw = chance(7);
  const told = new Map<string, Set<string>>();
  let snapshot = openSnapshot(procedure);
  for (let step = 0; step < 250; step++) {
    const taken = events.flatMap((event) => {
      const next = takeStep(snapshot, event)?.snapshot;
      return next ? [{ name: nameEdge('', event, placeKey(procedure, next)), next, date: event.date }] : [];
    });
    told.set(placeKey(procedure, snapshot), new Set(taken.map(({ name }) => name)));
    const today = taken.filter(({ date }) => date === JOUR);
    snapshot = (step % 80 === 79 ? undefined : today[draw(today.length)]?.next) ?? openSnapshot(procedure);
  }
  expect(told.size).toBeGreaterThan(100);
  const walked = edgesFrom(procedure, new Set(told.keys()), without);
  const wrong = [...told].flatMap(([key, edges]) => [...edges.symmetricDifference(walked.get(key) ?? new Set())]);
  expect(wrong).toEqual([]);
});

/** What a walk takes in some of its states, by key. */
function edgesFrom(procedure: Procedure, wanted: ReadonlySet<string>, without: ReadonlySet<string>) {
  const keys: string[] = [];
  const found: { from: number; to: number; event: MachineEvent }[] = [];
  explore(
    procedure,
    { offers: offersOf(procedure, without), limit: Number.POSITIVE_INFINITY },
    {
      meet: ({ key }) => keys.push(key),
      take: (from, to, { events }) => {
        if (wanted.has(keys[from] as string)) found.push(...events.map((event) => ({ from, to, event })));
      },
    },
  );
  const byState = Map.groupBy(found, ({ from }) => keys[from] as string);
  const named = ({ to, event }: (typeof found)[number]) => nameEdge('', event, keys[to] as string);
  return new Map([...byState].map(([key, edges]) => [key, new Set(edges.map(named))]));
}

/** Whole numbers below a size, the same each time. */
function chance(seed: number): (size: number) => number {
  let state = seed;
  return (size) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state % size;
  };
}
