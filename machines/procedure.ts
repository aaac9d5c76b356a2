import type { AnyStateMachine, StateValue } from 'xstate';
import type { Avertissement } from './avertissement.ts';
import type { Condition } from './condition.ts';
import type { OfferedFact } from './effect.ts';
import type { Fact } from './event.ts';
import type { Personne } from './formulaires/champs.ts';
import type { Source } from './source.ts';

/** Where a running machine stands for its parent and for lists, by id. */
export const statuts = {
  enCours: 'En cours',
  enService: 'En service',
  abandonne: 'Abandonné',
  clos: 'Clos',
} as const;
export type Statut = keyof typeof statuts;

/** A statut in words; what is none is told as it is. */
export function tellStatut(statut: string): string {
  return statuts[statut as Statut] ?? statut;
}

/** A form that came back: the day (YYYY-MM-DD), and each reason with the part that it touches, and its field as a JSON pointer. */
export interface Retour {
  le: string;
  motifs: { code: string; libelle: string; precision: string | null; partie: 1 | 3 | 4; champ: string | null }[];
}

/** What is known of a case when a fact is told to it. */
interface Confronte {
  value: StateValue;
  context: object;
  fiche: Readonly<Record<string, unknown>>;
}

/** A published machine with all that is said of it; frozen once published. */
export interface Procedure {
  id: string;
  version: number;
  titre: string;
  source: Source;
  genre: 'dossier' | 'groupement' | 'certificat';
  machine: AnyStateMachine;
  facts: Readonly<Record<string, Fact>>;
  conditions: Readonly<Record<string, Condition>>;
  /** The part of the context that guards read beyond dates: with the value, it names a state of the tables. */
  facette(context: object): string;
  /** What else guards read there, that no way to the end depends on. */
  nuance(context: object): string;
  statut(value: StateValue): Statut;
  /** The fact offered to it when the number of its children of each statut changes. */
  bilan(enCours: number, enService: number): string;
  /** The fields of the context that only warnings read: what keeps them decides nothing. */
  temoins: readonly string[];
  /** The same situation under the names of the examples, which alone the walk knows, or with that one in charge. */
  anonyme(context: object, responsable?: Responsable): object;
  /** Who is in charge of what facts are about; null for nobody. */
  responsable(context: object): (Responsable & { seul: boolean }) | null;
  /** An example of a fact, told of who is in charge: by his id where several might be meant (A18), by his name in a form. */
  exempleDe(context: object, fact: Pick<Fact, 'champs'> | undefined, exemple: object): object;
  /** Why the form that is being corrected came back (A25). */
  retour(context: object): Retour | null;
  /** What a fact says otherwise than what is known of its bearer: warned of, never refused (A21, A24). */
  confronter(known: Confronte, fact: { type: string; date: string }): Avertissement[];
  /** What its children are told whenever it changes, each in its place. */
  relais(state: { value: StateValue; context: object }): OfferedFact[];
  /** The region that, in its state `abandonne`, makes every other region refuse what is not derived: left by `leve` alone. */
  pause: { region: string; leve: string } | null;
  /** Facts that open a child, which is then to be brought to its own end: by type, the child's procedure. */
  ouvre: Readonly<Record<string, string>>;
  /** The fact that tells it that its parent's administrateur technique can act, and whether it waits for that to be complete. */
  equipe: { fait: string; attendue(value: StateValue): boolean } | null;
  /** The fact that tells it, with its id, that a child has come in; null when it hears nothing of it. */
  entree: string | null;
  /** The fact of its parent that opens it, null when it is opened by nothing of the procedure. */
  ouvertPar: string | null;
  /** What the one that is walked was opened with. */
  exemple: object;
  /** The fact whose taking is what `complet` asks; null when `complet` is a state. */
  terme: string | null;
  /** Whether what is obligatory is reached, for each kind of situation of the children. */
  objectifs: Readonly<Record<Objectif, (value: StateValue) => boolean>>;
}

/** Somebody in charge, as facts and forms name him. */
export interface Responsable {
  id: string;
  personne: Personne;
}

/**
 * What the shortest path leads to: `complet` when it has no live child, `relais` when only children are left to finish, `relaisEquipe`
 * when they wait for its administrateur technique.
 */
export type Objectif = 'complet' | 'relais' | 'relaisEquipe';
/** What a distance is measured to: an objective, or the first state that takes a fact of that type. */
export type But = Objectif | `fait:${string}`;
export const objectifs = ['complet', 'relais', 'relaisEquipe'] as const satisfies Objectif[];
