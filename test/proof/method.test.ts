import { expect, test } from 'vitest';
import { procedures } from '../../machines/index.ts';
import { descendants } from '../../src/engine/graph/independence.ts';

interface Guard {
  check?: { name: string };
  guards?: readonly (Guard | string)[];
  stateValue?: unknown;
}

/** What a date refuses, another never makes a machine take: the one day of the walk stands for all. */
test.each(procedures)('$id denies states alone, never a date', ({ machine }) => {
  const nodes = descendants(machine.root);
  const guards = nodes.flatMap((node) => [...node.transitions.values()].flat().map(({ guard }) => guard as Guard));
  expect(new Set(guards.flatMap(combinators)).isSubsetOf(new Set(['checkAnd', 'checkOr']))).toBe(true);
  const named = Object.values(machine.implementations.guards) as unknown as Guard[];
  const denied = named.flatMap(({ check, guards: [guard] = [] }) => (check?.name === 'checkNot' ? [guard] : []));
  expect(denied.filter((guard) => (guard as Guard).stateValue === undefined)).toEqual([]);
});

function combinators(guard: Guard | string | undefined): string[] {
  if (guard === undefined || typeof guard === 'string') return [];
  return [guard.check?.name ?? '', ...(guard.guards ?? []).flatMap(combinators)];
}
