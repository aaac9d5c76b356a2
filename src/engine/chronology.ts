import type { AnyStateMachine, AnyTransitionDefinition, StateValue } from 'xstate';
import { procedures } from '../../machines/index.ts';
import type { Procedure } from '../../machines/procedure.ts';
import { conditionsHeld, isDenial, stateRead } from './graph/guard-tree.ts';
import type { Instance } from './instance.ts';
import { begunAnew, type Days } from './since.ts';
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
 * begins anew, those that its conditions read, or what made them hold. The latest of them; null when the dates are in order.
 */
export function laterGround(
  { procedure, snapshot, depuis, bornes, appuis }: Pick<Instance, 'procedure' | 'snapshot' | keyof Days>,
  event: MachineEvent,
  step: Step,
): Ground | null {
  const known = [
    ...Object.entries(bornes).map(([path, type]) => ({ path, type, date: depuis[path] ?? '' })),
    ...Object.entries(appuis).map(([path, appui]) => ({ path, ...appui })),
  ];
  const later = known.filter(({ date }) => date > event.date);
  if (later.length === 0) return null;
  const taken = (procedure.machine as AnyStateMachine).getTransitionData(snapshot, event) as AnyTransitionDefinition[];
  const anew = begunAnew(procedure, snapshot, step.snapshot, event);
  const grounds = new Set([...leftBy(snapshot, step, taken), ...anew, ...readBy(procedure, snapshot, event, taken)]);
  const [latest] = later.filter(({ path }) => grounds.has(path)).sort((a, b) => b.date.localeCompare(a.date));
  if (latest === undefined) return null;
  const { type, date } = latest;
  return { type, libelle: libelleOf(procedure, type), date };
}

/** The leaves that those transitions leave: what is left beside them because all is done was not stood on. */
function leftBy(before: Instance['snapshot'], { snapshot }: Step, taken: readonly AnyTransitionDefinition[]): string[] {
  const after = new Set(leaves(snapshot).map(({ path }) => path));
  const sources = taken.map(({ source }) => pathOf(source));
  return leaves(before)
    .map(({ path }) => path)
    .filter((path) => !after.has(path) && sources.some((source) => path === source || path.startsWith(`${source}.`)));
}

/** The leaves where its transitions begin, those that the guards by which they hold read, and those guards. */
function readBy(
  { machine }: Procedure,
  snapshot: Instance['snapshot'],
  event: MachineEvent,
  taken: readonly AnyTransitionDefinition[],
): string[] {
  return taken.flatMap(({ source, guard }) => {
    const held = conditionsHeld(guard, snapshot, event) ?? [];
    const read = held.filter((name) => !isDenial(machine, name)).flatMap((name) => pathsIn(stateRead(machine, name)));
    return [pathOf(source), ...held, ...read];
  });
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
