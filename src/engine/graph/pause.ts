import type { AnyStateMachine, AnyStateNode, AnyTransitionDefinition, StateValue } from 'xstate';
import type { Procedure } from '../../../machines/procedure.ts';
import { guardNames, placeRead } from './guard-tree.ts';

/** The states of the pause's region that only refuse more than its initial state, by path, and the facts of the region. */
interface Pause {
  etats: readonly string[];
  faits: ReadonlySet<string>;
}

const NONE: Pause = { etats: [], faits: new Set() };

/**
 * What a walk may leave out: a region whose facts no other hears and whose moves change nothing else, when no other region takes in one
 * of its states what it would refuse in the initial one. Then whatever happens there happens, to the same end, while it has not moved;
 * only what must go on there has to be read in what is written. Nothing where any of that does not hold.
 */
export function pauseOf({ machine, facts, pause }: Procedure): Pause {
  const region = pause && machine.root.states[pause.region];
  if (!region) return NONE;
  const others = Object.values(machine.root.states).filter((other) => other !== region);
  const own = movesIn(region);
  const isAlone = own.every(
    ({ eventType, actions }) =>
      actions.every((action) => String((action as { type?: string }).type) === 'xstate.emit') &&
      others.every((other) => !other.events.includes(eventType)),
  );
  const further = Object.values(region.states).filter((state) => !region.initial.target.includes(state));
  const moves = others.flatMap(movesIn);
  const isNarrower = further.every((state) => moves.every(({ guard }) => asksNoMore(machine, guard, state)));
  if (!isAlone || !isNarrower) return NONE;
  const faits = own.map(({ eventType }) => eventType).filter((type) => Object.hasOwn(facts, type));
  return { etats: further.map(({ path }) => path.join('.')), faits: new Set(faits) };
}

/** Whether a guard that holds in a state of the region holds in its initial one too: so does each thing that it reads there. */
function asksNoMore(machine: AnyStateMachine, guard: unknown, state: AnyStateNode): boolean {
  const region = state.parent as AnyStateNode;
  const initial = region.initial.target[0]?.key ?? '';
  return guardNames(guard).every((name) => {
    const place = placeRead(machine, name);
    if (place === null || !isOf(region, place.state)) return true;
    const named = childNamed(region, place.state);
    return place.isDenied ? named === state.key || named !== initial : named !== state.key || named === initial;
  });
}

function isOf({ key }: AnyStateNode, value: StateValue): boolean {
  return typeof value === 'string' ? value === key : Object.hasOwn(value, key);
}

/** The child of a region that a value names, null for the region alone. */
function childNamed({ key }: AnyStateNode, value: StateValue): string | null {
  const child = typeof value === 'string' ? undefined : value[key];
  return typeof child === 'string' ? child : (Object.keys(child ?? {})[0] ?? null);
}

function movesIn(node: AnyStateNode): AnyTransitionDefinition[] {
  return [...[...node.transitions.values()].flat(), ...Object.values(node.states).flatMap(movesIn)];
}
