import { expect, test } from 'vitest';
import { findProcedure } from '../../machines/index.ts';
import type { Procedure } from '../../machines/procedure.ts';
import { foundByXState, type Graph, nameEdge, walk } from '../../src/engine/graph/graph.ts';
import { regionsTouched } from '../../src/engine/graph/locality.ts';
import { closedEvents } from '../../src/engine/graph/offer.ts';
import { stateKey } from '../../src/engine/graph/state-key.ts';
import { toldApart } from '../../src/engine/proof/adjacency.ts';
import { openSnapshot, takeStep } from '../../src/engine/transition.ts';

const procedureOf = (id: string) => findProcedure(id) as Procedure;

test.each(['certificat', 'groupement'])(
  'the walk of %s finds what @xstate/graph finds, state for state, edge for edge',
  (id) => {
    const procedure = toldApart(procedureOf(id));
    const graph = walk(procedure);
    const { states, edges } = foundByXState(procedure);
    expect(new Set(graph.keys)).toEqual(states);
    expect(edgesOf(graph)).toEqual(edges);
  },
);

/** A path is too large for @xstate/graph: real steps taken at random are looked for in the walk instead. */
test('the walk of a path holds every step of long stories, and takes nothing that they refuse', () => {
  const procedure = toldApart(procedureOf('prive-mono-site'));
  const events = [...closedEvents(procedure, new Set()).values()].flat();
  const graph = walk(procedure);
  const edges = Map.groupBy(graph.edges, ({ from }) => from);
  const ranks = new Map(graph.keys.map((key, rank) => [key, rank]));
  const draw = chance(7);
  let snapshot = openSnapshot(procedure);
  for (let told = 0; told < 300; told++) {
    const rank = ranks.get(stateKey(procedure, snapshot)) as number;
    const taken = events.flatMap((event) => {
      const next = takeStep(snapshot, event)?.snapshot;
      return next ? [{ name: nameEdge('', event, stateKey(procedure, next)), next }] : [];
    });
    const walked = (edges.get(rank) ?? []).map(({ event, to }) => nameEdge('', event, graph.keys[to] as string));
    expect(new Set(taken.map(({ name }) => name))).toEqual(new Set(walked));
    snapshot = taken[draw(taken.length)]?.next ?? snapshot;
  }
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
