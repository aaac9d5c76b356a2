import type { AnyMachineSnapshot } from 'xstate';
import type { Procedure } from '../../../machines/procedure.ts';
import { memo } from '../../memo.ts';
import { distance } from '../graph/distances.ts';
import { stateKey } from '../graph/state-key.ts';
import type { RemainingAct } from '../remaining-act.ts';
import { plannedFacts } from '../state-info.ts';
import { actOf } from './shortest-path.ts';

/** How many sets are told: more would be no answer. */
const TOLD = 6;

type Acts = readonly string[];
const known = memo<readonly Acts[]>();

/**
 * The smallest sets of acts after which a state would take a fact of that type, each in an order that works: [[]] when it already
 * takes one of the examples, none when nothing leads there. Read from the table; what has been found of a state is kept.
 */
export function unlocks(procedure: Procedure, snapshot: AnyMachineSnapshot, type: string): RemainingAct[][] {
  return setsTo(procedure, snapshot, type).map((acts) => acts.map((act) => actOf(procedure, act)));
}

function setsTo(procedure: Procedure, snapshot: AnyMachineSnapshot, type: string): readonly Acts[] {
  const left = distance(procedure, snapshot, `fait:${type}`);
  if (left === null) return [];
  if (left === 0) return [[]];
  const key = `${procedure.id}@${procedure.version} ${type} ${stateKey(procedure, snapshot)}`;
  return known(key, () => {
    const sets = plannedFacts(procedure, snapshot).flatMap(({ type: act, variantes }) =>
      variantes
        .filter(({ next }) => distance(procedure, next, `fait:${type}`) === left - 1)
        .flatMap(({ next }) => setsTo(procedure, next, type).map((rest) => [act, ...rest])),
    );
    const distinct = new Map(sets.map((acts) => [acts.toSorted().join(), acts]));
    return [...distinct.values()].slice(0, TOLD);
  });
}
