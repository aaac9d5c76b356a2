import type { AnyMachineSnapshot, AnyStateMachine, StateValue } from 'xstate';
import type { MachineEvent } from '../transition.ts';

/** A guard as XState keeps it: a name, or a predicate that may hold others (`and`, `or`) or a state (`stateIn`). */
type Guard = string | GuardPredicate | undefined;
interface GuardPredicate {
  (args: { context: unknown; event: MachineEvent }, params: undefined): boolean;
  check?: { name: string };
  guards?: readonly Guard[];
  stateValue?: StateValue;
}

/** The names of the guards that a transition asks for. */
export function guardNames(guard: unknown): string[] {
  if (guard === undefined) return [];
  if (typeof guard === 'string') return [guard];
  const { guards } = guard as GuardPredicate;
  if (!guards) throw new Error('A guard must be declared by name, so that a refusal can say what it asks');
  return guards.flatMap(guardNames);
}

/** What a guard asks: a named guard, all of several, or any of several. */
export type GuardShape = string | { any: boolean; guards: GuardShape[] };

/** The shape of a guard as it was written; null when there is none. */
export function guardShape(guard: unknown): GuardShape | null {
  if (guard === undefined) return null;
  if (typeof guard === 'string') return guard;
  const { check, guards = [] } = guard as GuardPredicate;
  return { any: check?.name === 'checkOr', guards: guards.flatMap((part) => guardShape(part) ?? []) };
}

/** The state that a named guard reads in another region, be it to deny it; null when it reads the context or the fact. */
export function stateRead(machine: AnyStateMachine, name: string): StateValue | null {
  const { stateValue, guards: [denied] = [] } = implementation(machine, name);
  return stateValue ?? (typeof denied === 'function' ? (denied.stateValue ?? null) : null);
}

/** Every state that a guard reads, however deep. */
export function statesRead(machine: AnyStateMachine, guard: unknown): StateValue[] {
  if (guard === undefined) return [];
  if (typeof guard === 'string') return statesRead(machine, machine.implementations.guards[guard]);
  const { stateValue, guards = [] } = guard as GuardPredicate;
  return [...(stateValue === undefined ? [] : [stateValue]), ...guards.flatMap((part) => statesRead(machine, part))];
}

/** Whether a named guard holds when the state that it reads is not active. */
export function isDenial(machine: AnyStateMachine, name: string): boolean {
  return implementation(machine, name).check?.name === 'checkNot';
}

/** The named guards that fail; of alternatives, those of the first whose own first guard, which says when it applies, holds. */
export function failingGuards(guard: unknown, snapshot: AnyMachineSnapshot, event: MachineEvent): string[] {
  if (guard === undefined) return [];
  if (typeof guard === 'string') return holds(guard, snapshot, event) ? [] : [guard];
  const { check, guards = [] } = guard as GuardPredicate;
  const lists = guards.map((part) => failingGuards(part, snapshot, event));
  if (check?.name !== 'checkOr') return [...new Set(lists.flat())];
  if (lists.some((list) => list.length === 0)) return [];
  const applies = guards.findIndex((part) => holdsFirst(part, snapshot, event));
  return lists[Math.max(applies, 0)] ?? [];
}

/** The named guards by which a guard holds, those of the first alternative that does; null when it does not. */
export function conditionsHeld(guard: unknown, snapshot: AnyMachineSnapshot, event: MachineEvent): string[] | null {
  if (guard === undefined) return [];
  if (typeof guard === 'string') return holds(guard, snapshot, event) ? [guard] : null;
  const { check, guards = [] } = guard as GuardPredicate;
  const lists = guards.map((part) => conditionsHeld(part, snapshot, event));
  if (check?.name === 'checkOr') return lists.find((list) => list !== null) ?? null;
  return lists.some((list) => list === null) ? null : lists.flatMap((list) => list ?? []);
}

/** Whether a guard that reads a state holds; null for one that reads the fact. */
export function holdsNow(name: string, snapshot: AnyMachineSnapshot): boolean | null {
  const value = stateRead(snapshot.machine as AnyStateMachine, name);
  return value === null ? null : holds(name, snapshot, { type: '', date: '', empreinte: '' });
}

function holdsFirst(guard: Guard, snapshot: AnyMachineSnapshot, event: MachineEvent): boolean {
  const [first] = guardNames(guard);
  return first === undefined || holds(first, snapshot, event);
}

function holds(name: string, snapshot: AnyMachineSnapshot, event: MachineEvent): boolean {
  const guard = implementation(snapshot.machine as AnyStateMachine, name);
  const [denied] = guard.check?.name === 'checkNot' ? (guard.guards ?? []) : [];
  return typeof denied === 'function' ? !isTrue(denied, snapshot, event) : isTrue(guard, snapshot, event);
}

function isTrue(predicate: GuardPredicate, snapshot: AnyMachineSnapshot, event: MachineEvent): boolean {
  if (predicate.stateValue !== undefined) return snapshot.matches(predicate.stateValue as never);
  return predicate({ context: snapshot.context, event }, undefined);
}

function implementation(machine: AnyStateMachine, name: string): GuardPredicate {
  const predicate = machine.implementations.guards[name];
  if (!predicate) throw new Error(`${machine.id} has no guard ${name}`);
  return predicate as unknown as GuardPredicate;
}
