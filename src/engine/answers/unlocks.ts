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

/** Acts in an order that works. */
interface Way {
  acts: readonly string[];
  /** Whether each answer on it is one that is hoped for. */
  isHoped: boolean;
}

const known = memo<readonly Way[]>();

/**
 * The smallest sets of acts after which a state would take a fact of that type, each in an order that works: [[]] when it already
 * takes one of the examples, none when nothing leads there. An answer that takes back from the end (a refusal) is of none of them
 * unless it is of all. Read from the table; what has been found of a state is kept.
 */
export function unlocks(procedure: Procedure, snapshot: AnyMachineSnapshot, type: string): RemainingAct[][] {
  return waysTo(procedure, snapshot, type).map(({ acts }) => acts.map((act) => actOf(procedure, act)));
}

function waysTo(procedure: Procedure, snapshot: AnyMachineSnapshot, type: string): readonly Way[] {
  const left = distance(procedure, snapshot, `fait:${type}`);
  if (left === null) return [];
  if (left === 0) return [{ acts: [], isHoped: true }];
  const key = `${procedure.id}@${procedure.version} ${type} ${stateKey(procedure, snapshot)}`;
  return known(key, () => {
    const ways = plannedFacts(procedure, snapshot).flatMap(({ type: act, variantes }) =>
      variantes
        .filter(({ next }) => distance(procedure, next, `fait:${type}`) === left - 1)
        .flatMap(({ next }) => {
          const isHoped = procedure.facts[act]?.sorte !== 'reponse' || !isFurther(procedure, snapshot, next);
          return waysTo(procedure, next, type).map((rest) => ({
            acts: [act, ...rest.acts],
            isHoped: isHoped && rest.isHoped,
          }));
        }),
    );
    const hoped = ways.filter(({ isHoped }) => isHoped);
    const distinct = new Map((hoped.length > 0 ? hoped : ways).map((way) => [way.acts.toSorted().join(), way]));
    return [...distinct.values()].slice(0, TOLD);
  });
}

/** Whether the end is further from there than it was. */
function isFurther(procedure: Procedure, before: AnyMachineSnapshot, after: AnyMachineSnapshot): boolean {
  const [was, is] = [before, after].map((state) => distance(procedure, state, 'complet') ?? Number.POSITIVE_INFINITY);
  return Number(is) > Number(was);
}
