import type { AnyMachineSnapshot, AnyStateNode, StateValue } from 'xstate';
import { type GuardShape, shapeOf } from '../../../machines/guard.ts';
import type { Objectif, Procedure } from '../../../machines/procedure.ts';
import type { Nature } from '../../../machines/step.ts';
import { memoOf } from '../../memo.ts';
import { distance, mustTakeOneOf } from '../graph/distances.ts';
import { toldFrom } from '../graph/exigence-table.ts';
import { stateRead } from '../graph/guard-tree.ts';
import { transitionsIn } from '../graph/independence.ts';

/** How far a step is asked for, from where its bearer stands. */
export interface Exigence {
  /** `obligatoire`: every way to the end that one may count on ends this step (A29). `conditionnelle`: it serves `seulementSi`, or nothing. */
  degre: 'obligatoire' | 'conditionnelle' | 'recommandee' | 'facultative';
  /** The types of the facts of which one, whichever, must happen; none unless `obligatoire`. */
  parmi: string[];
  /** What it would serve, unless `obligatoire`. */
  seulementSi: Usage[];
}

/** A fact that asks for what a region brings; `quand` says in which of its cases, null when in all. */
export interface Usage {
  fait: string;
  libelle: string;
  quand: string | null;
}

/** The grade of a leaf on the way to an objective. */
export function exigenceOf(
  procedure: Procedure,
  snapshot: AnyMachineSnapshot,
  objectif: Objectif,
  leaf: AnyStateNode,
): Exigence {
  const types = toldFrom(procedure, leaf);
  if (isPaused(procedure, types)) return { degre: 'obligatoire', parmi: types, seulementSi: [] };
  const must = (some: readonly string[]) => some.length > 0 && mustTakeOneOf(procedure, snapshot, objectif, some);
  if (distance(procedure, snapshot, objectif) !== null && must(types)) {
    const useful = types.filter((type) => !must(types.filter((other) => other !== type)));
    return { degre: 'obligatoire', parmi: useful.length > 0 ? useful : advisable(procedure, types), seulementSi: [] };
  }
  const seulementSi = usagesOf(procedure).get(leaf.path[0] ?? '') ?? [];
  return { degre: freeDegree((leaf.meta as { nature: Nature }).nature, seulementSi), parmi: [], seulementSi };
}

/** What may be asked for where none of them makes another useless: all but what happens to a case. */
function advisable({ facts }: Procedure, types: readonly string[]): string[] {
  return types.filter((type) => facts[type]?.sorte !== 'alea');
}

/** Only what takes the procedure up again is asked for while it is abandoned. */
function isPaused({ pause }: Procedure, types: readonly string[]): boolean {
  return pause !== null && types.includes(pause.leve);
}

function freeDegree(nature: Nature, usages: readonly Usage[]): Exigence['degre'] {
  if (nature === 'recommandee') return 'recommandee';
  return usages.length > 0 ? 'conditionnelle' : 'facultative';
}

/** What each region serves: the facts of others whose guards read it. */
const usagesOf = memoOf((procedure: Procedure): ReadonlyMap<string, Usage[]> => {
  const usages = transitionsIn(procedure.machine.root).flatMap(({ eventType, guard, source }) =>
    readsOf(procedure, shapeOf(guard), null)
      .filter(({ region }) => region !== source.path[0] && region !== procedure.pause?.region)
      .map(({ region, quand }) => ({ region, usage: usageOf(procedure, eventType, quand) })),
  );
  const distinct = [...new Map(usages.map((one) => [JSON.stringify(one), one])).values()];
  return new Map(
    [...Map.groupBy(distinct, ({ region }) => region)].map(([region, some]) => [
      region,
      some.map(({ usage }) => usage),
    ]),
  );
});

function usageOf({ facts }: Procedure, fait: string, quand: string | null): Usage {
  return { fait, libelle: facts[fait]?.libelle ?? fait, quand };
}

/** The regions that a guard reads; the first condition of an alternative says when it applies. */
function readsOf(
  procedure: Procedure,
  shape: GuardShape | null,
  quand: string | null,
): { region: string; quand: string | null }[] {
  if (shape === null) return [];
  if (typeof shape === 'string') {
    const value = stateRead(procedure.machine, shape);
    return value === null ? [] : [{ region: topOf(value), quand }];
  }
  return shape.guards.flatMap((part) => readsOf(procedure, part, shape.any ? caseOf(procedure, part) : quand));
}

function caseOf({ conditions }: Procedure, part: GuardShape): string | null {
  const [first] = typeof part === 'string' ? [part] : part.guards;
  return typeof first === 'string' ? (conditions[first]?.etiquette ?? null) : null;
}

function topOf(value: StateValue): string {
  return typeof value === 'string' ? value : (Object.keys(value)[0] ?? '');
}
