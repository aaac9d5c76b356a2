import {
  type AnyMachineSnapshot,
  type AnyStateMachine,
  createActor,
  type InspectionEvent,
  initialTransition,
} from 'xstate';
import type { Effect } from '../../machines/effect.ts';
import type { Procedure } from '../../machines/procedure.ts';

/** A fact as a machine receives it. */
export interface MachineEvent {
  type: string;
  date: string;
  empreinte: string;
  [champ: string]: unknown;
}

/** What one fact made of a snapshot. */
export interface Step {
  snapshot: AnyMachineSnapshot;
  effects: Effect[];
}

/** What a machine is stepped within. */
export type Scope = Parameters<AnyStateMachine['transition']>[2];
const scopes = new WeakMap<AnyStateMachine, Scope>();

/** The snapshot of a procedure that has just been opened, with its own example where nothing is given. */
export function openSnapshot({ machine, exemple }: Procedure, input: object = exemple): AnyMachineSnapshot {
  return initialTransition(machine, input as never)[0] as AnyMachineSnapshot;
}

/** What `snapshot` becomes after `event`, null when nothing takes it: the very same snapshot comes back, and no effect with it. */
export function takeStep(snapshot: AnyMachineSnapshot, event: MachineEvent): Step | null {
  return stepWithin(scopeOf(snapshot.machine as AnyStateMachine), snapshot, event);
}

/** The same within a scope of one’s own. */
export function stepWithin(scope: Scope, snapshot: AnyMachineSnapshot, event: MachineEvent): Step | null {
  const machine = snapshot.machine as AnyStateMachine;
  const effects: Effect[] = [];
  scope.actionExecutor = (action) => {
    if (action.type === 'xstate.emit') effects.push((action.params as { event: Effect }).event);
  };
  const next = machine.transition(snapshot, event, scope) as AnyMachineSnapshot;
  return next === snapshot && effects.length === 0 ? null : { snapshot: next, effects };
}

/** What a machine is stepped within; `inspect` hears each of its microsteps. */
export function createScope(machine: AnyStateMachine, inspect?: (told: InspectionEvent) => void): Scope {
  const self = createActor(machine, inspect ? { inspect } : {});
  const ignore = () => {};
  return {
    self,
    defer: ignore,
    id: '',
    logger: ignore,
    sessionId: '',
    stopChild: ignore,
    system: self.system,
    emit: ignore,
    actionExecutor: ignore,
  };
}

/** `transition()` of XState builds this scope at each call, 60% of its time; nothing in our machines writes to it. */
function scopeOf(machine: AnyStateMachine): Scope {
  const scope = scopes.get(machine) ?? createScope(machine);
  scopes.set(machine, scope);
  return scope;
}
