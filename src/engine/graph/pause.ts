import type { AnyStateMachine, AnyStateNode, AnyTransitionDefinition, StateValue } from 'xstate';
import type { Procedure } from '../../../machines/procedure.ts';

/** The states of the pause's region beside that in which everything goes on, by path, and the facts that only that region hears. */
interface Pause {
  etats: readonly string[];
  faits: ReadonlySet<string>;
}

type Guard = { check?: { name: string }; guards?: readonly unknown[]; stateValue?: StateValue };

/**
 * What a walk may leave out without losing anything: the region that pauses the others, where each of their guards asks of it, beside all
 * else, that it be in its first state or that it not be in another. Whatever is taken elsewhere is then taken there as well, to the same
 * end, so that no state and no move is left out. Nothing where any guard reads it otherwise, or where it shares a fact.
 */
export function pauseOf({ machine, pause }: Procedure): Pause {
  const region = pause && machine.root.states[pause.region];
  const others = Object.values(machine.root.states).filter((other) => other !== region);
  const isWidest =
    region &&
    others.flatMap(movesIn).every(({ guard }) => narrows(machine, region, guard)) &&
    others.every((other) => region.events.every((type) => !other.events.includes(type)));
  if (!isWidest) return { etats: [], faits: new Set() };
  const first = region.initial.target[0];
  const beside = Object.values(region.states).filter((state) => state !== first);
  return { etats: beside.map(({ path }) => path.join('.')), faits: new Set(region.events) };
}

/** Whether a guard reads the region only by conditions that hold in its first state, all of which must hold. */
function narrows(machine: AnyStateMachine, region: AnyStateNode, guard: unknown): boolean {
  const { check, guards = [], stateValue } = guardOf(machine, guard);
  if (stateValue !== undefined) return !isOf(region, stateValue) || keyIn(stateValue) === region.initial.target[0]?.key;
  if (check?.name === 'checkAnd') return guards.every((part) => narrows(machine, region, part));
  if (check?.name !== 'checkNot') return guards.every((part) => !reads(machine, region, part));
  const [denied] = guards;
  const { stateValue: value } = guardOf(machine, denied);
  if (value === undefined || !isOf(region, value)) return !reads(machine, region, denied);
  return keyIn(value) !== null && keyIn(value) !== region.initial.target[0]?.key;
}

function reads(machine: AnyStateMachine, region: AnyStateNode, guard: unknown): boolean {
  const { guards = [], stateValue } = guardOf(machine, guard);
  return (stateValue !== undefined && isOf(region, stateValue)) || guards.some((part) => reads(machine, region, part));
}

function guardOf(machine: AnyStateMachine, guard: unknown): Guard {
  return (typeof guard === 'string' ? machine.implementations.guards[guard] : (guard ?? {})) as Guard;
}

function isOf({ key }: AnyStateNode, value: StateValue): boolean {
  return typeof value === 'string' ? value === key : Object.hasOwn(value, key);
}

/** The child of its region that a value names; null when it names none, or goes deeper than the child. */
function keyIn(value: StateValue): string | null {
  const [child] = typeof value === 'string' ? [] : Object.values(value);
  return typeof child === 'string' ? child : null;
}

function movesIn(node: AnyStateNode): AnyTransitionDefinition[] {
  return [...[...node.transitions.values()].flat(), ...Object.values(node.states).flatMap(movesIn)];
}
