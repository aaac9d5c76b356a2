import type { AnyMachineSnapshot, AnyStateMachine, AnyTransitionDefinition } from 'xstate';
import { memoOf } from '../../memo.ts';
import { pathOf } from '../state-info.ts';
import { createScope, type MachineEvent, type Scope, stepWithin } from '../transition.ts';

/** What one fact made of a snapshot, and by which transitions, in the order in which they were taken. */
export interface Trace {
  snapshot: AnyMachineSnapshot;
  /** By the names that charts give them. */
  transitions: string[];
}

/** What watches a machine: where it is stepped, and what was just seen there. */
interface Watch {
  scope: Scope;
  seen: AnyTransitionDefinition[];
}

const names = new WeakMap<AnyTransitionDefinition, string>();

/** What `snapshot` becomes after `event`, with the transitions taken; null when nothing takes it. */
export function traceStep(snapshot: AnyMachineSnapshot, event: MachineEvent): Trace | null {
  const { scope, seen } = watchOf(snapshot.machine as AnyStateMachine);
  seen.length = 0;
  const step = stepWithin(scope, snapshot, event);
  return step && { snapshot: step.snapshot, transitions: seen.map(nameOf) };
}

/** The state that a transition leaves, and its rank among those that do. */
function nameOf(transition: AnyTransitionDefinition): string {
  const { source } = transition;
  if (!names.has(transition)) {
    const all = [...source.transitions.values()].flat();
    for (const [rank, one] of all.entries()) names.set(one, `${pathOf(source)}#${rank}`);
  }
  return names.get(transition) ?? '';
}

const watchOf = memoOf((machine: AnyStateMachine): Watch => {
  const seen: AnyTransitionDefinition[] = [];
  const scope = createScope(machine, (told) => {
    if (told.type === '@xstate.microstep') seen.push(...told._transitions);
  });
  return { scope, seen };
});
