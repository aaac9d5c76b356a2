import type { AnyMachineSnapshot, AnyStateMachine, AnyStateNode, AnyTransitionDefinition } from 'xstate';
import type { Appui, Serving } from '../../machines/guard.ts';
import type { Procedure } from '../../machines/procedure.ts';
import { memoOf } from '../memo.ts';
import { lastingConditions } from './graph/guard-tree.ts';
import { transitionsIn } from './graph/independence.ts';
import type { Instance } from './instance.ts';
import { leaves, nodeAt, pathOf } from './state-info.ts';
import type { MachineEvent } from './transition.ts';

/** Since when a condition that lasts holds, and since when each of those by whom it does; null where nothing bounds that. */
export interface Lasting {
  depuis: Appui | null;
  qui: readonly { id: string; depuis: Appui | null }[];
}

/** Since when each leaf is current, and what bounds what follows. */
export type Days = Pick<Instance, 'depuis' | 'bornes' | 'durees'>;

/** Where an instance stood before a fact. */
type Before = Days & Pick<Instance, 'snapshot'>;

/** Those of a machine that was opened on the day `jour`: a certificate begins with its order, all else was there before us. */
export function openingDays({ ouvertPar }: Procedure, snapshot: AnyMachineSnapshot, jour: string): Days {
  const paths = leaves(snapshot).map(({ path }) => path);
  const opening = ouvertPar === null ? [] : paths.map((path) => [path, { type: ouvertPar, date: jour }]);
  return {
    depuis: Object.fromEntries(paths.map((path) => [path, jour])),
    bornes: Object.fromEntries(opening),
    durees: {},
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
  const { type } = event;
  const isFound = procedure.facts[type]?.sorte === 'constat';
  const date = isFound && typeof event.depuis === 'string' ? event.depuis : event.date;
  const told = isFound ? null : { type, date };
  const current = leaves(snapshot).map(({ path }) => path);
  const done = doneBefore(procedure, before, current);
  const jour = done.jour > date ? done.jour : date;
  const brought = latest([told, done.borne]);
  const anew = begunAnew(procedure, before.snapshot, snapshot, event);
  const depuis: Record<string, string> = {};
  const bornes: Record<string, Appui> = {};
  for (const path of current) {
    const known = before.depuis[path];
    const borne = known === undefined || anew.has(path) ? brought : before.bornes[path];
    depuis[path] = known ?? jour;
    if (borne) bornes[path] = borne;
  }
  return { depuis, bornes, durees: lastingAfter(procedure, before, snapshot, { told, date }) };
}

/**
 * The leaves that a fact makes begin anew, though one stood there: what somebody does again, and where a region begins, since what it
 * stood on is no longer so. What relatives tell begins nothing.
 */
export function begunAnew(
  { machine, facts }: Procedure,
  before: AnyMachineSnapshot,
  after: AnyMachineSnapshot,
  event: Pick<MachineEvent, 'type'>,
): ReadonlySet<string> {
  const fact = facts[event.type];
  if (fact?.derive) return NONE;
  const isDone = fact?.sorte === 'demarche';
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
  const byType = Map.groupBy(transitionsIn(machine.root), ({ eventType }) => eventType);
  return new Map([...byType].map(([type, some]) => [type, some.flatMap(({ target = [] }) => target)]));
});

function isBeginning(node: AnyStateNode): boolean {
  return node.parent?.type === 'compound' && node.parent.initial.target.includes(node);
}

/** Since when each condition that lasts holds after a fact, where something bounds it. */
function lastingAfter(
  { machine }: Procedure,
  { durees, snapshot: before }: Before,
  after: AnyMachineSnapshot,
  fact: { told: Appui | null; date: string },
): Days['durees'] {
  const held: Record<string, Lasting> = {};
  for (const { name, serving } of lastingConditions(machine)) {
    const now = serving(after);
    if (now.length === 0) continue;
    const known = durees[name] ?? { depuis: null, qui: serving(before).map(({ id }) => ({ id, depuis: null })) };
    const lasting = goneOn(known, now, fact);
    if (lasting.depuis || lasting.qui.some(({ depuis }) => depuis)) held[name] = lasting;
  }
  return held;
}

/** Whoever comes in serves from the fact that brings him, or the last one told of him; while one of them always could, they last as one. */
function goneOn(
  known: Lasting,
  now: readonly Serving[],
  { told, date }: { told: Appui | null; date: string },
): Lasting {
  const starts = new Map(known.qui.map(({ id, depuis }) => [id, depuis]));
  const qui = now.map(({ id, dernier }) => ({
    id,
    depuis: starts.get(id) ?? (starts.has(id) ? null : latest([told, dernier])),
  }));
  const first = earliest(qui.map(({ depuis }) => depuis));
  const isLost = known.qui.some(({ id }) => !now.some((one) => one.id === id));
  const isHeld = known.qui.length > 0 && !(isLost && first !== null && first.date > date);
  return { depuis: isHeld ? earliest([known.depuis, first]) : first, qui };
}

/** The first of them; null where nothing bounds one of them. */
export function earliest(all: readonly (Appui | null)[]): Appui | null {
  if (all.includes(null)) return null;
  return all.reduce((first, one) => (first && one && first.date <= one.date ? first : one), null);
}

/** The last of them; null where there is none. */
export function latest(all: readonly (Appui | null | undefined)[]): Appui | null {
  return all.reduce<Appui | null>((last, one) => (last && one && one.date <= last.date ? last : (one ?? last)), null);
}

/** What was done last of what is left because all of it is, in whatever order it was told. */
function doneBefore({ machine }: Procedure, { depuis, bornes }: Days, current: readonly string[]) {
  const left = Object.keys(depuis).filter((path) => !current.includes(path) && nodeAt(machine, path)?.type === 'final');
  const days = left.map((path) => depuis[path] ?? '').sort();
  return { jour: days.at(-1) ?? '', borne: latest(left.map((path) => bornes[path])) };
}
