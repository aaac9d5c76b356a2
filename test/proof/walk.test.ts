import { expect, test } from 'vitest';
import { findProcedure } from '../../machines/index.ts';
import type { Procedure } from '../../machines/procedure.ts';
import { toldApart } from '../../scripts/proof/adjacency.ts';
import { explore } from '../../scripts/walk/explore.ts';
import { foundByXState, type Graph, nameEdge, walk } from '../../scripts/walk/graph.ts';
import { regionsTouched } from '../../scripts/walk/locality.ts';
import { closedEvents, JOUR, offersOf } from '../../scripts/walk/offer.ts';
import { setAside } from '../../src/engine/graph/independence.ts';
import { placeKey } from '../../src/engine/graph/state-key.ts';
import { type MachineEvent, openSnapshot, takeStep } from '../../src/engine/transition.ts';

const procedureOf = (id: string) => findProcedure(id) as Procedure;

test.each(['certificat', 'groupement'])(
  'the walk of %s finds what @xstate/graph finds, state for state, edge for edge',
  (id) => {
    const { facts } = procedureOf(id);
    const procedure = { ...toldApart(procedureOf(id)), facts };
    const graph = walk(procedure);
    const { states, edges } = foundByXState(procedure);
    expect(new Set(graph.keys)).toEqual(states);
    expect(edgesOf(graph)).toEqual(edges);
  },
);

/** A path is too large for @xstate/graph: the states of stories told at random are looked for in the walk instead. */
test('the walk of a path takes what each state of long stories takes, and leads where it leads', {
  timeout: 120_000,
}, () => {
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

test('a fact touches the regions that hear it and those that its guards read', () => {
  const touched = regionsTouched(procedureOf('public-ght').machine);
  expect(touched.get('contrat.signe')).toEqual(['contrat', 'suivi']);
  expect(touched.get('mandat.confirme')?.toSorted()).toEqual(['carteResponsable', 'contrat', 'mandataire', 'suivi']);
});

test('a fact that acts in a way that could read more touches every region', () => {
  const { machine } = procedureOf('groupement');
  expect(regionsTouched(machine).get('etatDesLieux.recu')).toEqual(Object.keys(machine.root.states));
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

function edgesOf({ keys, edges }: Graph): Set<string> {
  return new Set(edges.map(({ from, to, event }) => nameEdge(keys[from] as string, event, keys[to] as string)));
}

/** Whole numbers below a size, the same each time. */
function chance(seed: number): (size: number) => number {
  let state = seed;
  return (size) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state % size;
  };
}
