import type { AnyStateNode, AnyTransitionDefinition, StateValue } from 'xstate';
import type { Condition } from '../../machines/condition.ts';
import type { Sorte } from '../../machines/event.ts';
import { type GuardShape, shapeOf } from '../../machines/guard.ts';
import type { Procedure } from '../../machines/procedure.ts';
import type { Acteur, Meta, Nature, Phase } from '../../machines/step.ts';
import { guardNames, isDenial, stateRead } from '../engine/graph/guard-tree.ts';
import { descendants } from '../engine/graph/independence.ts';
import { pathOf } from '../engine/state-info.ts';
import { memoOf } from '../memo.ts';

/** A machine as a reader sees it: nested states, and what leads from one to another. */
export interface Chart {
  procedure: string;
  version: number;
  titre: string;
  source: string;
  /** Parents before children, in the order of the machine. */
  etats: Etat[];
  transitions: Transition[];
}

/** A state; `id` is its dotted path below the machine. */
export interface Etat {
  id: string;
  /** Null for a top-level region. */
  parent: string | null;
  /** `sequence` has one active child, `parallele` all of them, `etape` has none; `finale` is a step that nothing leaves. */
  genre: 'sequence' | 'parallele' | 'etape' | 'finale';
  libelle: string;
  source: string;
  /** Entered with its parent. */
  initial: boolean;
  /** The rest belongs to steps: null for states with children. */
  acteur: Acteur | null;
  nature: Nature | null;
  formulaire: string | null;
  /** It ends without what was sought. */
  echec: boolean;
  /** The facts that time brings. */
  echeances: string[];
  /** How the story of the procedure tells it: in which phase, and in brief; null for what it leaves out. */
  phase: Phase | null;
  court: string | null;
  /** Whoever may have to act there. */
  acteurs: readonly Acteur[];
}

/** What a fact makes of a state. */
export interface Transition {
  id: string;
  de: string;
  /** The state entered; that where it starts when it only acts. */
  vers: string;
  /** The type of the fact; null when it is taken as soon as every child has ended. */
  fait: string | null;
  libelle: string;
  acteur: Acteur | null;
  source: string | null;
  /** What kind of fact it is; null where there is none. */
  sorte: Sorte | null;
  /** It answers no. */
  refus: boolean;
  /** Brought by the calendar or by another machine. */
  derive: boolean;
  /** It enters nothing: it only acts. */
  sansCible: boolean;
  /** The state that it asks besides `condition`: that the dossier is open, which nearly every one of them asks. */
  ouvert: string | null;
  /** The state in which it is refused, besides: that the dossier is abandoned. */
  suspendu: string | null;
  /** Taken in a rare case alone: the picture of the whole leaves it out. */
  rare: boolean;
  /** What it asks of a reader: that the dossier is open is left out, and what only a rare case denies. */
  condition: ConditionTree | null;
  /** The same with what only a rare case denies. */
  exacte: ConditionTree | null;
}

/** What a guard asks: one condition, all of several, or any of several. */
export type ConditionTree = Asked | { et: ConditionTree[] } | { ou: ConditionTree[] };

/** A condition with what decides it. */
export interface Asked extends Omit<Condition, 'carte' | 'implicite' | 'rare' | 'designe'> {
  /** The state that must be active; null when the context or the fact decides. */
  etat: string | null;
  /** That state must, on the contrary, not be active. */
  nie: boolean;
}

/** A procedure and its version: `public-ght@1`. */
export function referenceOf({ id, version }: Procedure): string {
  return `${id}@${version}`;
}

/** The chart of a procedure, made once. */
export const chartOf = memoOf((procedure: Procedure): Chart => {
  const { id, version, titre, source, machine } = procedure;
  const nodes = statesBelow(machine.root);
  const etats = nodes.map(toEtat);
  const due = new Set(etats.flatMap(({ echeances }) => echeances));
  return {
    procedure: id,
    version,
    titre,
    source,
    etats,
    transitions: nodes.flatMap((node) => leaving(procedure, node, due)),
  };
});

/** A condition in words: « contrat actif et (A, ou B) ». */
export function inWords(condition: ConditionTree, isInside = false): string {
  if ('et' in condition) return condition.et.map((part) => inWords(part, true)).join(', ');
  if (!('ou' in condition)) return condition.etiquette;
  const words = condition.ou.map((part) => inWords(part, true)).join(' — ou ');
  return isInside ? `(${words})` : words;
}

/** Every condition that a guard asks, in its order. */
export function conditionsIn(condition: ConditionTree | null): Asked[] {
  if (condition === null) return [];
  if ('et' in condition) return condition.et.flatMap(conditionsIn);
  return 'ou' in condition ? condition.ou.flatMap(conditionsIn) : [condition];
}

function statesBelow(node: AnyStateNode): AnyStateNode[] {
  return Object.values(node.states).flatMap((child) => [child, ...statesBelow(child)]);
}

function toEtat(node: AnyStateNode): Etat {
  const meta = node.meta as Meta;
  const step = 'acteur' in meta ? meta : null;
  const parent = node.parent as AnyStateNode;
  return {
    id: pathOf(node),
    parent: parent.parent ? pathOf(parent) : null,
    genre: genreOf(node),
    libelle: meta.libelle,
    source: meta.source,
    initial: parent.type === 'parallel' || parent.initial.target.includes(node),
    acteur: step?.acteur ?? null,
    nature: step?.nature ?? null,
    formulaire: step?.formulaire ?? null,
    echec: step?.echec ?? false,
    echeances: (step?.echeances ?? []).map(({ fait }) => fait),
    phase: phaseOf(node),
    court: meta.court ?? null,
    acteurs: step ? (step.acteursPossibles ?? [step.acteur]) : [],
  };
}

/** Its own, or that of what is around it. */
function phaseOf(node: AnyStateNode | undefined): Phase | null {
  return node ? ((node.meta as Meta | undefined)?.phase ?? phaseOf(node.parent)) : null;
}

function genreOf({ type }: AnyStateNode): Etat['genre'] {
  const genres = { compound: 'sequence', parallel: 'parallele', final: 'finale', atomic: 'etape', history: 'etape' };
  return genres[type] as Etat['genre'];
}

function leaving(procedure: Procedure, node: AnyStateNode, due: ReadonlySet<string>): Transition[] {
  const all = [...node.transitions.values()].flat();
  return all.flatMap((transition, rank) =>
    (transition.target ?? [node]).map((target) => ({
      id: `${pathOf(node)}#${rank}`,
      de: pathOf(node),
      vers: pathOf(target),
      ...cause(procedure, transition, due),
      sansCible: transition.target === undefined,
      ouvert: asks(transition, OUVERT) ? stateAsked(procedure, OUVERT) : null,
      suspendu: asks(transition, SUIVI) ? stateAsked(procedure, SUIVI) : null,
      rare: guardNames(transition.guard).some((name) => procedure.conditions[name]?.rare),
      condition: treeOf(procedure, shapeOf(transition.guard), transition.eventType),
      exacte: treeOf(procedure, shapeOf(transition.guard), null),
    })),
  );
}

function cause({ facts }: Procedure, { eventType }: AnyTransitionDefinition, due: ReadonlySet<string>) {
  const fact = facts[eventType];
  const none = { fait: null, libelle: 'Tout est rempli', acteur: null, source: null, sorte: null };
  if (!fact) return { ...none, refus: false, derive: true };
  const { libelle, acteur, source, sorte, refus, derive } = fact;
  return {
    fait: eventType,
    libelle,
    acteur,
    source,
    sorte,
    refus: refus !== null,
    derive: derive || due.has(eventType),
  };
}

function asks({ guard }: AnyTransitionDefinition, name: string): boolean {
  return guardNames(guard).includes(name);
}

/** What a guard asks, the pause apart; in brief, of the fact `bref`, without what only a rare case denies and what the fact supposes. */
function treeOf(procedure: Procedure, shape: GuardShape | null, bref: string | null): ConditionTree | null {
  if (shape === null) return null;
  if (typeof shape === 'string') {
    const condition = procedure.conditions[shape];
    if (!condition) throw new Error(`No condition says what ${shape} asks`);
    if (procedure.pause !== null && (shape === OUVERT || shape === SUIVI)) return null;
    const { carte: _carte, rare: _rare, designe: _designe, implicite = false, ...asked } = condition;
    if (bref !== null && (implicite || isSupposed(procedure, shape, bref))) return null;
    return { ...asked, etat: stateAsked(procedure, shape), nie: isDenial(procedure.machine, shape) };
  }
  const parts = shape.guards.map((part) => treeOf(procedure, part, bref)).filter((part) => part !== null);
  const [only] = parts;
  if (parts.length < 2) return only ?? null;
  return shape.any ? { ou: parts } : { et: parts.flatMap((part) => ('et' in part ? part.et : [part])) };
}

/** Whether a condition asks for the one state in which its own region hears the fact: « contrat terminé » supposes an active contract. */
function isSupposed(procedure: Procedure, name: string, fait: string): boolean {
  const etat = stateAsked(procedure, name);
  const region = etat === null ? undefined : procedure.machine.root.states[etat.split('.')[0] ?? ''];
  if (region === undefined || isDenial(procedure.machine, name)) return false;
  const hearing = [region, ...descendants(region)].filter(({ transitions }) => transitions.has(fait));
  return hearing.length > 0 && hearing.every((node) => pathOf(node) === etat);
}

function stateAsked({ machine }: Procedure, name: string): string | null {
  const value = stateRead(machine, name);
  return value && dotted(value);
}

/** `{a: {b: 'c'}}` as `a.b.c`. */
function dotted(value: StateValue): string {
  if (typeof value === 'string') return value;
  return Object.entries(value)
    .map(([key, part]) => (part === undefined ? key : `${key}.${dotted(part)}`))
    .join();
}

/** The guards of which every transition of a path carries one. */
const OUVERT = 'isOuvert';
const SUIVI = 'isSuivi';
