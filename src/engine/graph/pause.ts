import type { AnyStateMachine, AnyStateNode, AnyTransitionDefinition, StateValue } from 'xstate';
import type { Procedure } from '../../../machines/procedure.ts';
import { statesRead } from './guard-tree.ts';

/** The states of the pause's region that freeze all the others, by path, and the facts that only lead into or out of them. */
interface Pause {
  etats: readonly string[];
  faits: ReadonlySet<string>;
}

type Move = AnyTransitionDefinition;
type Guard = { check?: { name: string }; guards?: readonly unknown[]; stateValue?: StateValue };

/**
 * What a walk may leave out without losing anything: states in which every fact told to another region is refused while every derived
 * one does what it does outside, and which are left for the state they were entered from. Nothing where any of that does not hold.
 */
export function pauseOf(procedure: Procedure): Pause {
  const region = procedure.pause && procedure.machine.root.states[procedure.pause.region];
  const frozen = region ? Object.values(region.states).filter((state) => freezes(procedure, region, state)) : [];
  if (!region || !frozen.every((state) => isLeftBehind(procedure, region, state))) return { etats: [], faits: new Set() };
  const heard = Map.groupBy(movesIn(region), ({ eventType }) => eventType);
  const touches = ({ source, target = [] }: Move) => frozen.includes(source) || target.some((end) => frozen.includes(end));
  const faits = [...heard].filter(([, moves]) => moves.every(touches)).map(([type]) => type);
  return { etats: frozen.map(({ path }) => path.join('.')), faits: new Set(faits) };
}

function freezes({ machine, facts }: Procedure, region: AnyStateNode, state: AnyStateNode): boolean {
  const others = Object.values(machine.root.states).filter((other) => other !== region);
  const moves = others.flatMap(movesIn).filter(({ eventType }) => Object.hasOwn(facts, eventType));
  const readsRegion = ({ guard }: Move) => statesRead(machine, guard).some((value) => isOf(region, value));
  return moves.every((move) => (facts[move.eventType]?.derive ? !readsRegion(move) : denies(machine, move.guard, state)));
}

/** Going in and out changes nothing else, and coming out leads where the dossier could have gone anyway. */
function isLeftBehind({ machine }: Procedure, region: AnyStateNode, state: AnyStateNode): boolean {
  const others = Object.values(machine.root.states).filter((other) => other !== region);
  const moves = movesIn(region).filter(({ source, target }) => source === state || target?.includes(state));
  const from = moves.filter(({ source }) => source !== state).map(({ source }) => source);
  const ends = (type: string, start: AnyStateNode) => start.transitions.get(type)?.filter(({ guard }) => !guard) ?? [];
  return moves.every(
    ({ eventType, source, target = [], actions }) =>
      actions.every((action) => String((action as { type?: string }).type) === 'xstate.emit') &&
      others.every((other) => !other.events.includes(eventType)) &&
      (source !== state ||
        from.every((start) => start === target[0] || ends(eventType, start).some((move) => move.target?.[0] === target[0]))),
  );
}

/** Whether a guard cannot hold in a state. */
function denies(machine: AnyStateMachine, guard: unknown, state: AnyStateNode): boolean {
  const { check, guards = [], stateValue } = (typeof guard === 'string' ? machine.implementations.guards[guard] : guard ?? {}) as Guard;
  const region = state.parent as AnyStateNode;
  if (stateValue !== undefined) return isOf(region, stateValue) && keyIn(stateValue) !== null && keyIn(stateValue) !== state.key;
  if (check?.name === 'checkNot') return statesRead(machine, guards[0]).some((value) => isOf(region, value) && keyIn(value) === state.key);
  const denying = guards.map((part) => denies(machine, part, state));
  if (check?.name === 'checkOr') return denying.length > 0 && denying.every(Boolean);
  return denying.some(Boolean);
}

function isOf({ key }: AnyStateNode, value: StateValue): boolean {
  return typeof value === 'string' ? value === key : Object.hasOwn(value, key);
}

/** The child of its region that a value names; null when it names none, or goes deeper than the child. */
function keyIn(value: StateValue): string | null {
  const [child] = typeof value === 'string' ? [] : Object.values(value);
  return typeof child === 'string' ? child : null;
}

function movesIn(node: AnyStateNode): Move[] {
  return [...[...node.transitions.values()].flat(), ...Object.values(node.states).flatMap(movesIn)];
}
