import type { Procedure } from '../../machines/procedure.ts';
import { setAside } from '../../src/engine/graph/independence.ts';
import { memoOf } from '../../src/memo.ts';
import { explore } from './explore.ts';
import { JOUR, offersOf } from './offer.ts';
import { watch } from './watch.ts';

/** The places of a context that decide, by dotted path; null when any may. */
export type Deciding = ReadonlySet<string> | null;

const DATE = /^\d{4}-\d\d-\d\d$/;

/** The places that decide, as a walk over the declared examples shows; whoever walks further checks that these were all. */
export const decidingIn = memoOf((procedure: Procedure): Deciding => {
  const watched = watch(procedure.machine);
  const offers = offersOf(procedure, setAside(procedure));
  explore(procedure, { offers, watched, limit: Number.POSITIVE_INFINITY }, { meet: () => {}, take: () => {} });
  return watched.deciding();
});

/** What a context says in the places that decide, as text; unless days are told apart, of a day it says whether it comes before the walk's own. */
export function essenceOf(context: object, deciding: Deciding, areDaysTold: boolean): string {
  if (deciding === null) return JSON.stringify(context);
  return JSON.stringify(keep(context, '', { branches: branchesOf(deciding), areDaysTold }));
}

/** The places that lead to those that decide, themselves included. */
const branchesOf = memoOf(
  (deciding: ReadonlySet<string>): ReadonlySet<string> =>
    new Set([...deciding].flatMap((path) => path.split('.').map((_, rank, keys) => keys.slice(0, rank + 1).join('.')))),
);

interface Kept {
  branches: ReadonlySet<string>;
  areDaysTold: boolean;
}

function keep(part: unknown, path: string, kept: Kept): unknown {
  if (typeof part === 'string' && DATE.test(part)) return kept.areDaysTold ? part : part < JOUR;
  if (typeof part !== 'object' || part === null) return part;
  if (Array.isArray(part)) return part.map((inner) => keep(inner, `${path}.*`, kept));
  const entries = Object.entries(part).map(([key, inner]) => [path === '' ? key : `${path}.${key}`, inner] as const);
  return entries.flatMap(([place, inner]) => (kept.branches.has(place) ? [keep(inner, place, kept)] : []));
}
