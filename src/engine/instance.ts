import type { AnyMachineSnapshot, AnyStateMachine, StateValue } from 'xstate';
import { z } from 'zod';
import type { Appui } from '../../machines/guard.ts';
import type { Procedure } from '../../machines/procedure.ts';
import type { Fiche } from './fiche.ts';
import { lastingConditions } from './graph/guard-tree.ts';
import { leaves } from './state-info.ts';
import { type MachineEvent, openSnapshot } from './transition.ts';

/** How many children of each statut an instance has; those that are closed no longer count, those that are abandoned do so apart (A30). */
export interface Comptes {
  enCours: number;
  enService: number;
  abandonne: number;
}

/** A running machine: a groupement, a dossier or a certificate. */
export interface Instance {
  id: string;
  parentId: string | null;
  procedure: Procedure;
  version: number;
  snapshot: AnyMachineSnapshot;
  /** Since when (YYYY-MM-DD) each current leaf is current, by path. */
  depuis: Readonly<Record<string, string>>;
  /** The fact that brought each leaf before whose day nothing that stands on it can have happened, by path (A17). */
  bornes: Readonly<Record<string, string>>;
  /** The fact that made each condition that lasts hold, by its name: nothing that asks for it came before; null where it bounds nothing (A17). */
  appuis: Readonly<Record<string, Appui | null>>;
  comptes: Comptes;
  fiche: Fiche;
  /** ISO instant. */
  ouvertLe: string;
}

const AppuiKept = z.strictObject({ type: z.string(), date: z.string() }) satisfies z.ZodType<Appui>;
const Etat = z.strictObject({
  etats: z.record(z.string(), z.unknown()),
  contexte: z.record(z.string(), z.unknown()),
  depuis: z.record(z.string(), z.string()),
  bornes: z.record(z.string(), z.string()),
  appuis: z.record(z.string(), AppuiKept.nullable()),
  enfants: z.strictObject({ enCours: z.int().min(0), enService: z.int().min(0), abandonne: z.int().min(0) }),
});

/** A machine that has just been opened, at `instant` (ISO), on the day `jour`. */
export function openInstance(
  procedure: Procedure,
  opening: Pick<Instance, 'id' | 'parentId' | 'fiche'>,
  { jour, instant }: { jour: string; instant: string },
): Instance {
  const snapshot = openSnapshot(procedure, opening.fiche);
  return {
    ...opening,
    procedure,
    version: 0,
    snapshot,
    ...openingDays(procedure, snapshot, jour),
    comptes: { enCours: 0, enService: 0, abandonne: 0 },
    ouvertLe: instant,
  };
}

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
  const jour = isFound && typeof event.depuis === 'string' ? event.depuis : event.date;
  const depuis: Record<string, string> = {};
  const bornes: Record<string, string> = {};
  const current = leaves(snapshot).map(({ path }) => path);
  const done = lastDone(machine, before, current);
  const isDoneLater = done !== null && done.jour > jour;
  const told = isFound ? undefined : event.type;
  const brought = isDoneLater ? done.borne : told;
  for (const path of current) {
    const known = before.depuis[path];
    const borne = known === undefined ? brought : before.bornes[path];
    depuis[path] = known ?? (isDoneLater ? done.jour : jour);
    if (borne !== undefined) bornes[path] = borne;
  }
  return {
    depuis,
    bornes,
    appuis: groundsAfter(procedure, before, snapshot, told === undefined ? null : { type: told, date: jour }),
  };
}

/** What each condition that lasts stands on after a fact: while one of those by whom it held stays, what it stood on. */
function groundsAfter(
  { machine }: Procedure,
  { appuis, snapshot: before }: Before,
  { context }: AnyMachineSnapshot,
  told: Appui | null,
): Days['appuis'] {
  const held: Record<string, Appui | null> = {};
  for (const { name, serving } of lastingConditions(machine)) {
    const now = serving(context as never);
    const ids = new Set(serving(before.context as never).map(({ id }) => id));
    const stays = now.some(({ id }) => ids.has(id));
    if (now.length > 0) held[name] = stays ? (appuis[name] ?? null) : later(told, firstOf(now));
  }
  return held;
}

/** Since when the first of them serves; null where nothing bounds that. */
function firstOf(some: readonly { sert: Appui | null }[]): Appui | null {
  const [first, ...others] = some.map(({ sert }) => sert);
  return others.reduce<Appui | null>(
    (one, other) => (one && other && other.date < one.date ? other : other && one),
    first ?? null,
  );
}

function later(one: Appui | null, other: Appui | null): Appui | null {
  return one && other && other.date > one.date ? other : (one ?? other);
}

/** What was done last of what is left because all of it is, in whatever order it was told; null where nothing is. */
function lastDone(machine: AnyStateMachine, { depuis, bornes }: Days, current: readonly string[]) {
  const left = Object.keys(depuis).filter((path) => !current.includes(path) && nodeAt(machine, path)?.type === 'final');
  const done = left.map((path) => ({ jour: depuis[path] ?? '', borne: bornes[path] }));
  return done.sort((a, b) => a.jour.localeCompare(b.jour)).at(-1) ?? null;
}

function nodeAt({ root }: AnyStateMachine, path: string): AnyStateMachine['root'] | undefined {
  return path.split('.').reduce<AnyStateMachine['root'] | undefined>((node, key) => node?.states[key], root);
}

/** What is kept of a running machine: our words, never XState's own snapshot. */
export function recordEtat({ snapshot, depuis, bornes, appuis, comptes }: Instance): string {
  return JSON.stringify({
    etats: snapshot.value,
    contexte: snapshot.context,
    depuis,
    bornes,
    appuis,
    enfants: comptes,
  });
}

/** The machine as it was kept; null when the text is none of its states: XState itself would take the initial state for it. */
export function restoreEtat(
  { machine }: Procedure,
  etat: string,
): Pick<Instance, 'snapshot' | 'comptes' | keyof Days> | null {
  const parsed = Etat.safeParse(parseJson(etat));
  if (!parsed.success) return null;
  const { etats: value, contexte: context, enfants: comptes, depuis, bornes, appuis } = parsed.data;
  if (!isStateOf(machine, value as StateValue)) return null;
  return {
    snapshot: machine.resolveState({ value: value as StateValue, context }) as AnyMachineSnapshot,
    depuis,
    bornes,
    appuis,
    comptes,
  };
}

function isStateOf(machine: AnyStateMachine, value: StateValue): boolean {
  return matches(machine.root, value);
}

function matches(node: AnyStateMachine['root'], value: unknown): boolean {
  const children = Object.keys(node.states);
  if (children.length === 0) return value === undefined;
  if (typeof value === 'string') return node.type === 'compound' && matches(childOf(node, value), undefined);
  if (typeof value !== 'object' || value === null) return false;
  const names = Object.keys(value);
  const expected = node.type === 'parallel' ? children.length : 1;
  return names.length === expected && names.every((name) => matchesChild(node, name, (value as never)[name]));
}

function matchesChild(node: AnyStateMachine['root'], name: string, value: unknown): boolean {
  const child = Object.hasOwn(node.states, name) ? node.states[name] : undefined;
  return child !== undefined && matches(child, value);
}

function childOf(node: AnyStateMachine['root'], name: string): AnyStateMachine['root'] {
  return Object.hasOwn(node.states, name) ? (node.states[name] as AnyStateMachine['root']) : node;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
