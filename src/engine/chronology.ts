import type { AnyStateMachine, AnyTransitionDefinition, StateValue } from 'xstate';
import type { Appui } from '../../machines/guard.ts';
import { procedures } from '../../machines/index.ts';
import type { Procedure } from '../../machines/procedure.ts';
import { memoOf } from '../memo.ts';
import { guardNames, isDenial, pickedBy, stateRead, waysHeld } from './graph/guard-tree.ts';
import { transitionsIn } from './graph/independence.ts';
import type { Instance } from './instance.ts';
import { begunAnew, type Days, earliest, latest } from './since.ts';
import { leaves, pathOf } from './state-info.ts';
import type { MachineEvent, Step } from './transition.ts';

/** A fact on which another stands, with its day (YYYY-MM-DD). */
export interface Ground {
  type: string;
  libelle: string;
  date: string;
}

/**
 * A17 — what `event`, which makes `step` of an instance, stands on though it happened later: what brought the states that it leaves or
 * begins anew, those that its conditions read, what made them hold, and what was last told of whom it is about. The latest of them; of
 * alternatives, that of the one which holds first. Null when the dates are in order.
 */
export function laterGround(instance: Standing, event: MachineEvent, step: Step): Ground | null {
  const { procedure, snapshot, bornes, durees } = instance;
  const lasting = Object.entries(durees).flatMap(([name, { depuis }]) => (depuis ? [[name, depuis] as const] : []));
  const bounds = new Map([...Object.entries(bornes), ...lasting].filter(([, { date }]) => date > event.date));
  const isPicking = pickingTypes(procedure.machine).has(event.type);
  if (bounds.size === 0 && !isPicking) return null;
  const taken = procedure.machine.getTransitionData(snapshot, event) as AnyTransitionDefinition[];
  const left = leftBy(step, instance, event);
  const grounds = taken.map((one) => groundOf(one, { procedure, snapshot, bounds, left }, event));
  const last = latest(grounds);
  return last && last.date > event.date ? { ...last, libelle: libelleOf(procedure, last.type) } : null;
}

type Standing = Pick<Instance, 'procedure' | 'snapshot' | keyof Days>;

/** The facts that are about somebody whom a condition picks. */
const pickingTypes = memoOf((machine: AnyStateMachine): ReadonlySet<string> => {
  const picking = transitionsIn(machine.root).filter(({ guard }) => pickedBy(machine, guardNames(guard)) !== null);
  return new Set(picking.map(({ eventType }) => eventType));
});

/** What bounds a fact, by the paths of states and the names of conditions, and the leaves that it leaves or makes begin anew. */
interface Bounded extends Pick<Instance, 'procedure' | 'snapshot'> {
  bounds: ReadonlyMap<string, Appui>;
  left: readonly string[];
}

/** What a transition stands on, in the way that was open first: null where nothing bounds it. */
function groundOf(
  { source, guard }: AnyTransitionDefinition,
  { procedure: { machine }, snapshot, bounds, left }: Bounded,
  event: MachineEvent,
): Appui | null {
  const from = pathOf(source);
  // What is left beside because all is done was not stood on.
  const below = [from, ...left.filter((path) => path.startsWith(`${from}.`))];
  const ways = waysHeld(guard, snapshot, event).map((names) => {
    const picked = pickedBy(machine, names);
    const own = picked?.estAutre ? [] : below;
    const read = names.filter((name) => !isDenial(machine, name)).flatMap((name) => pathsIn(stateRead(machine, name)));
    const all = [...own, ...names, ...read].map((path) => bounds.get(path) ?? null);
    return latest([...all, picked?.dernier({ context: snapshot.context, event } as never) ?? null]);
  });
  return earliest(ways);
}

function leftBy(step: Step, { procedure, snapshot }: Standing, event: MachineEvent): string[] {
  const after = new Set(leaves(step.snapshot).map(({ path }) => path));
  const anew = begunAnew(procedure, snapshot, step.snapshot, event);
  const paths = leaves(snapshot).map(({ path }) => path);
  return paths.filter((path) => !after.has(path) || anew.has(path));
}

function pathsIn(value: StateValue | null | undefined): string[] {
  if (value === null || value === undefined) return [];
  if (typeof value === 'string') return [value];
  return Object.entries(value).flatMap(([key, part]) => pathsIn(part).map((path) => `${key}.${path}`));
}

function libelleOf({ facts }: Procedure, type: string): string {
  const known = facts[type] ?? procedures.find((one) => Object.hasOwn(one.facts, type))?.facts[type];
  return known?.libelle ?? type;
}
