import { expect } from 'vitest';
import { findProcedure } from '../../machines/index.ts';
import type { Procedure } from '../../machines/procedure.ts';
import { toldApart } from '../../scripts/proof/adjacency.ts';
import { foundByXState, type Graph, nameEdge, walk } from '../../scripts/walk/graph.ts';

/** A procedure that exists. */
export const procedureOf = (id: string) => findProcedure(id) as Procedure;

/** The walk of a procedure finds what @xstate/graph finds, state for state, edge for edge. */
export function expectSameGraph(id: string): void {
  const { facts } = procedureOf(id);
  const procedure = { ...toldApart(procedureOf(id)), facts };
  const graph = walk(procedure);
  const { states, edges } = foundByXState(procedure);
  expect(new Set(graph.keys)).toEqual(states);
  expect(edgesOf(graph)).toEqual(edges);
}

function edgesOf({ keys, edges }: Graph): Set<string> {
  return new Set(edges.map(({ from, to, event }) => nameEdge(keys[from] as string, event, keys[to] as string)));
}
