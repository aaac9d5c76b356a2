import type { AnyMachineSnapshot, AnyStateMachine, StateValue } from 'xstate';
import { z } from 'zod';
import type { Appui } from '../../machines/guard.ts';
import type { Procedure } from '../../machines/procedure.ts';
import { type Annonces, type Ouies, RIEN_ANNONCE, RIEN_OUI } from './announcements.ts';
import type { Fiche } from './fiche.ts';
import { type Days, type Lasting, openingDays } from './since.ts';
import { openSnapshot } from './transition.ts';

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
  /** The fact that brought each leaf, by path: nothing that stands on it came before (A17). */
  bornes: Readonly<Record<string, Appui>>;
  /** Since when each condition that lasts holds, by its name, where something bounds what asks for it (A17). */
  durees: Readonly<Record<string, Lasting>>;
  comptes: Comptes;
  annonces: Annonces;
  /** How many announcements of its parent it has heard. */
  entendu: number;
  ouies: Ouies;
  fiche: Fiche;
  /** ISO instant. */
  ouvertLe: string;
}

const AppuiKept = z.strictObject({ type: z.string(), date: z.string() }) satisfies z.ZodType<Appui>;
const LastingKept = z.strictObject({
  depuis: AppuiKept.nullable(),
  qui: z.array(z.strictObject({ id: z.string(), depuis: AppuiKept.nullable() })),
}) satisfies z.ZodType<Lasting>;
/** What a row keeps of a running machine. */
export const Etat = z.strictObject({
  etats: z.record(z.string(), z.unknown()),
  contexte: z.record(z.string(), z.unknown()),
  depuis: z.record(z.string(), z.string()),
  bornes: z.record(z.string(), AppuiKept),
  durees: z.record(z.string(), LastingKept),
  enfants: z.strictObject({ enCours: z.int().min(0), enService: z.int().min(0), abandonne: z.int().min(0) }),
});

/** A machine that has just been opened, at `instant` (ISO), on the day `jour`; of what its parent announced before, it hears nothing. */
export function openInstance(
  procedure: Procedure,
  opening: Pick<Instance, 'id' | 'parentId' | 'fiche'>,
  { jour, instant, entendu = 0 }: { jour: string; instant: string; entendu?: number },
): Instance {
  const snapshot = openSnapshot(procedure, opening.fiche);
  return {
    ...opening,
    procedure,
    version: 0,
    snapshot,
    ...openingDays(procedure, snapshot, jour),
    comptes: { enCours: 0, enService: 0, abandonne: 0 },
    annonces: RIEN_ANNONCE,
    entendu,
    ouies: RIEN_OUI,
    ouvertLe: instant,
  };
}

/** What is kept of a running machine: our words, never XState's own snapshot. */
export function recordEtat({ snapshot, depuis, bornes, durees, comptes }: Instance): string {
  return JSON.stringify({
    etats: snapshot.value,
    contexte: snapshot.context,
    depuis,
    bornes,
    durees,
    enfants: comptes,
  });
}

/** What of a case as programs read it is what is kept of its machine. */
export function etatIn(affaire: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(Object.fromEntries(Object.keys(Etat.shape).map((key) => [key, affaire[key]])));
}

/** The machine as it was kept; null when the text is none of its states: XState itself would take the initial state for it. */
export function restoreEtat(
  { machine }: Procedure,
  etat: string,
): Pick<Instance, 'snapshot' | 'comptes' | keyof Days> | null {
  const parsed = Etat.safeParse(parseJson(etat));
  if (!parsed.success) return null;
  const { etats: value, contexte: context, enfants: comptes, ...days } = parsed.data;
  if (!isStateOf(machine, value as StateValue)) return null;
  return {
    snapshot: machine.resolveState({ value: value as StateValue, context }) as AnyMachineSnapshot,
    comptes,
    ...days,
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
