import type { AnyStateMachine, AnyStateNode, AnyTransitionDefinition, StateValue } from 'xstate';
import { statesRead } from '../../src/engine/graph/guard-tree.ts';
import { descendants } from '../../src/engine/graph/independence.ts';

/** What an action may be and touch nothing but its own context and what it tells. */
const actions = ['xstate.assign', 'xstate.emit'];

/**
 * By type of fact, the top-level regions on which it depends what the fact does, and which alone it may move: those that listen to it and
 * those that their guards read. All of them where XState could do more than that.
 */
export function regionsTouched(machine: AnyStateMachine): ReadonlyMap<string, readonly string[]> {
  const regions = Object.values(machine.root.states);
  const all = regions.map(({ key }) => key);
  const isTold = isToldAlone(machine, regions);
  return new Map(machine.events.map((type) => [type, isTold ? (touching(machine, type) ?? all) : all]));
}

/** Nothing happens of itself but the end of a state, which moves its own region, and the machine itself never ends. */
function isToldAlone({ root }: AnyStateMachine, regions: readonly AnyStateNode[]): boolean {
  const nodes = [root, ...descendants(root)];
  return (
    root.type === 'parallel' &&
    root.transitions.size === 0 &&
    nodes.every(({ always, invoke, after }) => !always && invoke.length === 0 && after.length === 0) &&
    nodes.every(({ transitions }) => [...transitions.keys()].every((type) => !type.includes('*'))) &&
    nodes.every(({ type }) => type !== 'history') &&
    regions.some(({ states }) => Object.values(states).every(({ type }) => type !== 'final'))
  );
}

/** Null when a transition leaves its region, or acts in a way that could read another. */
function touching(machine: AnyStateMachine, type: string): string[] | null {
  const listening = Object.values(machine.root.states).filter((region) => transitionsIn(region, type).length > 0);
  const moves = listening.flatMap((region) => [...transitionsIn(region, type), ...transitionsIn(region, 'xstate.')]);
  const isKept = ({ source, target = [] }: AnyTransitionDefinition) =>
    target.every(({ path }) => path[0] === source.path[0]);
  const acts = [
    ...moves.flatMap((move) => move.actions),
    ...listening
      .flatMap((region) => [region, ...descendants(region)])
      .flatMap(({ entry, exit }) => [...entry, ...exit]),
  ];
  if (!moves.every(isKept) || !acts.every((act) => actions.includes(String((act as { type?: string }).type))))
    return null;
  const read = moves.flatMap(({ guard }) => statesRead(machine, guard)).map(topOf);
  return [...new Set([...listening.map(({ key }) => key), ...read])];
}

/** The transitions of a region by that type, or by a type that begins so when XState makes them itself. */
function transitionsIn(region: AnyStateNode, type: string): AnyTransitionDefinition[] {
  const isOf = (eventType: string) => eventType === type || (type === 'xstate.' && eventType.startsWith(type));
  return [region, ...descendants(region)].flatMap(({ transitions }) =>
    [...transitions].filter(([eventType]) => isOf(eventType)).flatMap(([, some]) => some),
  );
}

function topOf(value: StateValue): string {
  return typeof value === 'string' ? value : String(Object.keys(value)[0]);
}
