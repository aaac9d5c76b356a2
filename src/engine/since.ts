import type { AnyMachineSnapshot, AnyStateMachine, AnyStateNode, AnyTransitionDefinition } from 'xstate';
import type { Appui, Serving } from '../../machines/guard.ts';
import type { Procedure } from '../../machines/procedure.ts';
import { memoOf } from '../memo.ts';
import { lastingConditions } from './graph/guard-tree.ts';
import { descendants } from './graph/independence.ts';
import { isPlanned } from './graph/planned.ts';
import type { Instance } from './instance.ts';
import { leaves, nodeAt, pathOf } from './state-info.ts';
import type { MachineEvent } from './transition.ts';

/** Since when each leaf is current, and what bounds what follows. */
export type Days = Pick<Instance, 'depuis' | 'bornes' | 'appuis'>;

/** Where an instance stood before a fact. */
type Before = Days & Pick<Instance, 'snapshot'>;

/** Those of a machine that was opened on the day `jour`: a certificate begins with its order, all else was there before us. */
export function openingDays({ ouvertPar }: Procedure, snapshot: AnyMachineSnapshot, jour: string): Days {
  const paths = leaves(snapshot).map(({ path }) => path);
  return {
    depuis: Object.fromEntries(paths.map((path) => [path, jour])),
    bornes: ouvertPar === null ? {} : Object.fromEntries(paths.map((path) => [path, ouvertPar])),
    appuis: {},
  };
}

/**
 * Those after a fact: what already was keeps its day. What is found to be so (a constat) is so since the day that it says, or since it
 * was found, and bounds nothing (A17).
 */
export function daysAfter(
  procedure: Procedure,
  before: Before,
  snapshot: AnyMachineSnapshot,
  event: Pick<MachineEvent, 'type' | 'date'> & { depuis?: unknown },
): Days {
  const { facts, machine } = procedure;
  const isFound = facts[event.type]?.sorte === 'constat';
  const date = isFound && typeof event.depuis === 'string' ? event.depuis : event.date;
  const current = leaves(snapshot).map(({ path }) => path);
  const told = { date, ...(!isFound && { type: event.type }) };
  const done = lastDone(machine, before, current);
  const brought = done !== null && done.date > date ? done : told;
  const anew = begunAnew(procedure, before.snapshot, snapshot, event);
  const depuis: Record<string, string> = {};
  const bornes: Record<string, string> = {};
  for (const path of current) {
    const known = anew.has(path) ? undefined : before.depuis[path];
    const borne = known === undefined ? brought.type : before.bornes[path];
    depuis[path] = known ?? brought.date;
    if (borne !== undefined) bornes[path] = borne;
  }
  return {
    depuis,
    bornes,
    appuis: groundsAfter(procedure, before, snapshot, isFound ? null : { type: event.type, date }),
  };
}

/**
 * The leaves that a fact makes begin anew, though one stood there: what is done again, and where a region begins, since what it stood on is
 * no longer so. What somebody loses there leaves to another what was his.
 */
export function begunAnew(
  { machine, facts }: Procedure,
  before: AnyMachineSnapshot,
  after: AnyMachineSnapshot,
  event: Pick<MachineEvent, 'type'>,
): ReadonlySet<string> {
  const isDone = isPlanned(facts[event.type]);
  const last = new Set(leaves(before).map(({ node }) => node));
  const staying = leaves(after).filter(({ node }) => last.has(node));
  const stayingAt = (aims: readonly AnyStateNode[]) =>
    staying.filter(({ path, node }) =>
      aims.some((aim) =>
        aim === node ? isDone || isBeginning(aim) : isBeginning(aim) && path.startsWith(`${pathOf(aim)}.`),
      ),
    );
  if (stayingAt(aimsOf(machine).get(event.type) ?? []).length === 0) return NONE;
  const taken = machine.getTransitionData(before, event as MachineEvent) as AnyTransitionDefinition[];
  return new Set(stayingAt(taken.flatMap(({ target = [] }) => target)).map(({ path }) => path));
}

const NONE: ReadonlySet<string> = new Set();

/** Where each fact may lead. */
const aimsOf = memoOf((machine: AnyStateMachine): ReadonlyMap<string, readonly AnyStateNode[]> => {
  const transitions = descendants(machine.root).flatMap((node) => [...node.transitions.values()].flat());
  const byType = Map.groupBy(transitions, ({ eventType }) => eventType);
  return new Map([...byType].map(([type, some]) => [type, some.flatMap(({ target = [] }) => target)]));
});

function isBeginning(node: AnyStateNode): boolean {
  return node.parent?.type === 'compound' && node.parent.initial.target.includes(node);
}

/** What each condition that lasts stands on after a fact: while one of those by whom it held stays, what it stood on. */
function groundsAfter(
  { machine }: Procedure,
  { appuis, snapshot: before }: Before,
  after: AnyMachineSnapshot,
  told: Appui | null,
): Days['appuis'] {
  const held: Record<string, Appui> = {};
  for (const { name, serving } of lastingConditions(machine)) {
    const now = serving(after);
    const ids = new Set(serving(before).map(({ id }) => id));
    const stays = now.some(({ id }) => ids.has(id));
    const appui = stays ? appuis[name] : later(told, firstOf(now));
    if (appui && now.length > 0) held[name] = appui;
  }
  return held;
}

/** What made the first of them serve; null where nothing bounds that. */
function firstOf(some: readonly Serving[]): Appui | null {
  const [first] = some.map(({ sert }) => sert).toSorted((a, b) => (a.date ?? '').localeCompare(b.date ?? ''));
  return first && first.date !== null ? { type: first.type, date: first.date } : null;
}

function later(one: Appui | null, other: Appui | null): Appui | null {
  return one && other && other.date > one.date ? other : (one ?? other);
}

/** What was done last of what is left because all of it is, in whatever order it was told; null where nothing is. */
function lastDone(machine: AnyStateMachine, { depuis, bornes }: Days, current: readonly string[]) {
  const left = Object.keys(depuis).filter((path) => !current.includes(path) && nodeAt(machine, path)?.type === 'final');
  const done = left.map((path) => ({ date: depuis[path] ?? '', type: bornes[path] }));
  return done.sort((a, b) => a.date.localeCompare(b.date)).at(-1) ?? null;
}
