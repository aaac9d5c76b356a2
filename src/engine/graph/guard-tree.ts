import type { AnyMachineSnapshot, AnyStateMachine, StateValue } from 'xstate';
import {
  type About,
  aboutOf,
  type GuardShape,
  lastingOf,
  type Place,
  placeOf,
  shapeOf,
} from '../../../machines/guard.ts';
import { memoOf } from '../../memo.ts';
import type { MachineEvent } from '../transition.ts';

type Condition = (args: { context: unknown; event: MachineEvent }, params: undefined) => boolean;

/** The names of the guards that a transition asks for. */
export function guardNames(guard: unknown): string[] {
  return namesIn(shapeOf(guard));
}

/** The state that a named guard reads in another region, be it to deny it; null when it reads the context or the fact. */
export function stateRead(machine: AnyStateMachine, name: string): StateValue | null {
  return placeRead(machine, name)?.state ?? null;
}

/** The state that a named guard reads in another region, and whether it denies it; null when it reads the context or the fact. */
export function placeRead(machine: AnyStateMachine, name: string): Place | null {
  return placeOf(implementation(machine, name));
}

/** Every state that a guard reads, however deep. */
export function statesRead(machine: AnyStateMachine, guard: unknown): StateValue[] {
  return guardNames(guard)
    .map((name) => stateRead(machine, name))
    .filter((state) => state !== null);
}

/** The conditions of a machine that last: that somebody is there, or that a region is not in some state; with what finds by whom they hold. */
export const lastingConditions = memoOf((machine: AnyStateMachine) =>
  Object.entries(machine.implementations.guards as Record<string, object>).flatMap(([name, condition]) => {
    const some = lastingOf(condition);
    if (some) return [{ name, serving: ({ context }: AnyMachineSnapshot) => some(context as never) }];
    const place = placeOf(condition);
    const isOut = (snapshot: AnyMachineSnapshot) => !snapshot.matches(place?.state as never);
    return place?.isDenied ? [{ name, serving: (snapshot: AnyMachineSnapshot) => (isOut(snapshot) ? EVER : []) }] : [];
  }),
);

/** What was always so bounds nothing. */
const EVER = [{ id: '', dernier: null }] as const;

/** Whom conditions pick as the one whom a fact is about; null for nobody. */
export function pickedBy(machine: AnyStateMachine, names: readonly string[]): About | null {
  return names.map((name) => aboutOf(implementation(machine, name))).find((one) => one !== null) ?? null;
}

/** Whether a named guard holds when the state that it reads is not active. */
export function isDenial(machine: AnyStateMachine, name: string): boolean {
  return placeRead(machine, name)?.isDenied ?? false;
}

/** The named guards that fail; of alternatives, those of the first whose own first guard, which says when it applies, holds. */
export function failingGuards(guard: unknown, snapshot: AnyMachineSnapshot, event: MachineEvent): string[] {
  return failingIn(shapeOf(guard), snapshot, event);
}

/** The named guards by which a guard holds, those of each alternative that does; none when it does not. */
export function waysHeld(guard: unknown, snapshot: AnyMachineSnapshot, event: MachineEvent): string[][] {
  return waysIn(shapeOf(guard), snapshot, event);
}

/** Whether a guard that reads a state holds; null for one that reads the fact. */
export function holdsNow(name: string, snapshot: AnyMachineSnapshot): boolean | null {
  const value = stateRead(snapshot.machine as AnyStateMachine, name);
  return value === null ? null : holds(name, snapshot, { type: '', date: '', empreinte: '' });
}

function namesIn(asked: GuardShape | null): string[] {
  if (asked === null) return [];
  return typeof asked === 'string' ? [asked] : asked.guards.flatMap(namesIn);
}

function failingIn(asked: GuardShape | null, snapshot: AnyMachineSnapshot, event: MachineEvent): string[] {
  if (asked === null) return [];
  if (typeof asked === 'string') return holds(asked, snapshot, event) ? [] : [asked];
  const lists = asked.guards.map((part) => failingIn(part, snapshot, event));
  if (!asked.any) return [...new Set(lists.flat())];
  if (lists.some((list) => list.length === 0)) return [];
  const applies = asked.guards.findIndex((part) => {
    const [first] = namesIn(part);
    return first === undefined || holds(first, snapshot, event);
  });
  return lists[Math.max(applies, 0)] ?? [];
}

function waysIn(asked: GuardShape | null, snapshot: AnyMachineSnapshot, event: MachineEvent): string[][] {
  if (asked === null) return [[]];
  if (typeof asked === 'string') return holds(asked, snapshot, event) ? [[asked]] : [];
  const parts = asked.guards.map((part) => waysIn(part, snapshot, event));
  if (asked.any) return parts.flat();
  return parts.reduce((ways, more) => ways.flatMap((way) => more.map((other) => [...way, ...other])), [[]]);
}

function holds(name: string, snapshot: AnyMachineSnapshot, event: MachineEvent): boolean {
  const condition = implementation(snapshot.machine as AnyStateMachine, name);
  const place = placeOf(condition);
  if (place) return snapshot.matches(place.state as never) !== place.isDenied;
  return condition({ context: snapshot.context, event }, undefined);
}

function implementation(machine: AnyStateMachine, name: string): Condition {
  const condition = machine.implementations.guards[name];
  if (!condition) throw new Error(`${machine.id} has no guard ${name}`);
  return condition as unknown as Condition;
}
