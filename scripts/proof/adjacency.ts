import type { AnyMachineSnapshot, StateValue } from 'xstate';
import type { Effect } from '../../machines/effect.ts';
import { objectifs, type Procedure } from '../../machines/procedure.ts';
import { stateRead } from '../../src/engine/graph/guard-tree.ts';
import { setAside } from '../../src/engine/graph/independence.ts';
import { pauseOf } from '../../src/engine/graph/pause.ts';
import type { MachineEvent } from '../../src/engine/transition.ts';
import { type Deciding, decidingIn, essenceOf } from '../walk/essence.ts';
import { explore } from '../walk/explore.ts';
import { JOUR, offersOf } from '../walk/offer.ts';
import { type Watched, watch } from '../walk/watch.ts';
import { lateDays, onDay, withVariants } from './variants.ts';
import { type Ecrit, ecritOf } from './written.ts';

/** A fact as it labels an edge; `saisie` holds its own fields, its date and its imprint. */
export interface Fait {
  type: string;
  derive: boolean;
  saisie: Record<string, unknown>;
}

/** Edges by column: the facts of that lot lead from one state to another, with what is told and what is then kept, all by rank. */
interface Aretes {
  nombre: number;
  de: Int32Array;
  vers: Int32Array;
  lot: Int32Array;
  dits: Int32Array;
  contexte: Int32Array;
}

/** A graph as plain arrays; states and edges come about in the order of their distance from the initial state, rank 0. */
export interface Adjacency {
  /** What holds in each state: dotted paths of states, names of guards, its statut, what it tells its children and the objectives reached. */
  etats: string[][];
  /** Every variant that is offered to some state, taken or not. */
  faits: Fait[];
  /** Facts of one type, by rank, that the machine cannot tell apart where an edge bears them. */
  lots: number[][];
  aretes: Aretes;
  /** What edges tell relatives, each distinct list once. */
  dits: Effect[][];
  contextes: object[];
  /** Of how many states, the first ones, every move is here. */
  explores: number;
  /** False when a limit stopped the walk. */
  complet: boolean;
}

/** Two graphs whose product is the procedure's: what its regions decide together, and those that stand apart, with its pause; and what is written of it all. */
export interface Adjacencies {
  ensemble: Adjacency;
  aPart: Adjacency;
  ecrit: Ecrit;
}

/** How far to walk, and from where if not the start. */
export interface Reach {
  limit?: number;
  debut?: AnyMachineSnapshot;
}

/**
 * Walks a procedure by real transitions, told apart by all that decides in the context, over every variant of what guards read
 * in facts; at most `limit` states, from `debut` if it is given. What pauses it is walked with what stands apart, and what it stops is read in what is written. What is known to decide,
 * `decident`, is enough to begin with: a walk that shows more begins again.
 */
export function adjacencies(
  procedure: Procedure,
  { limit = Number.POSITIVE_INFINITY, debut }: Reach = {},
  decident: Deciding = decidingIn(procedure),
): Adjacencies & { decident: Deciding } {
  const { apart, together } = partition(procedure);
  const { faits } = pauseOf(procedure);
  const watched = watch(procedure.machine);
  const exact = toldApart(procedure, decident);
  const walked = (without: ReadonlySet<string>) =>
    toAdjacency(
      exact,
      { offers: offersOf(exact, without), limit, watched, ...(debut && { debut }) },
      wordsOf(procedure, watched),
    );
  const [ensemble, aPart] = [walked(apart.union(faits)), walked(together)];
  const seen = watched.deciding();
  if (decident !== null && (seen === null || !seen.isSubsetOf(decident))) {
    return adjacencies(procedure, { limit, ...(debut && { debut }) }, seen?.union(decident) ?? null);
  }
  return { ensemble, aPart, ecrit: ecritOf(procedure), decident };
}

/**
 * The same procedure, its facts in all their variants, its states told apart by all that decides in the context: days too in a certificate,
 * which is small enough.
 */
export function toldApart(procedure: Procedure, decident: Deciding = decidingIn(procedure)): Procedure {
  const areDaysTold = procedure.genre === 'certificat';
  return withVariants({
    ...procedure,
    facette: (context) => essenceOf(context, decident, areDaysTold),
    nuance: () => '',
  });
}

/** The facts that only what stands apart listens to, and those that only the rest does; what pauses both is in neither. */
export function partition(procedure: Procedure): { apart: Set<string>; together: Set<string> } {
  const { faits } = pauseOf(procedure);
  const apart = setAside(procedure).difference(faits);
  return { apart, together: new Set(Object.keys(procedure.facts)).difference(apart).difference(faits) };
}

/** How many facts the edges bear. */
export function transitionsIn({ aretes, lots }: Adjacency): number {
  return aretes.lot.reduce((sum, lot) => sum + (lots[lot]?.length ?? 0), 0);
}

function toAdjacency(procedure: Procedure, walk: Walk, words: Words): Adjacency {
  const etats: string[][] = [];
  const faits: Fait[] = [];
  const ranks = new Map<MachineEvent, number>();
  const contextes: object[] = [];
  const [lots, dits] = [new Numbered<number[]>(), new Numbered<Effect[]>()];
  const columns: [number[], number[], number[], number[], number[]] = [[], [], [], [], []];
  const labels = new Map<object, readonly [number, number]>();

  const explores = explore(procedure, walk, {
    meet: ({ value, context }) => etats.push(words(value, context)),
    context: (_, kept) => contextes.push(kept),
    offer: (events) => {
      for (const event of events) ranks.set(event, faits.push(toFait(procedure, event)) - 1);
    },
    take: (from, to, move, contexte) => {
      const label = labels.get(move) ?? [
        lots.numberOf(move.events.map((event) => ranks.get(event) as number)),
        dits.numberOf([...move.effects]),
      ];
      labels.set(move, label);
      const [de, vers, lot, told, kept] = columns;
      de.push(from);
      vers.push(to);
      lot.push(label[0]);
      told.push(label[1]);
      kept.push(contexte);
    },
  });
  const [de, vers, lot, told, kept] = columns.map((column) => Int32Array.from(column)) as Columns;
  const aretes = { nombre: de.length, de, vers, lot, dits: told, contexte: kept };
  return {
    etats,
    faits,
    lots: lots.all,
    aretes,
    dits: dits.all,
    contextes,
    explores,
    complet: explores === etats.length,
  };
}

type Walk = Parameters<typeof explore>[1];
type Words = (value: StateValue, context: object) => string[];
type Columns = [Int32Array, Int32Array, Int32Array, Int32Array, Int32Array];

/** Distinct values, by their text, in the order in which they come. */
class Numbered<T extends object> {
  readonly all: T[] = [];
  readonly #numbers = new Map<string, number>();

  numberOf(value: T): number {
    const text = JSON.stringify(value);
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    this.#numbers.set(text, this.all.length);
    return this.all.push(value) - 1;
  }
}

function toFait({ facts }: Procedure, { type, ...saisie }: MachineEvent): Fait {
  return { type, derive: facts[type]?.derive ?? false, saisie };
}

/** All that holds in a state; what a region or a context says is made once for all the states that share it. */
function wordsOf(procedure: Procedure, watched: Watched): Words {
  const { machine, facette, nuance } = procedure;
  const guards = Object.entries(machine.implementations.guards).filter(([name]) => stateRead(machine, name) === null);
  const paths = new Map<StateValue, string[]>();
  const held = new Map<object, string[]>();
  const pathsIn = (key: string, part: StateValue | undefined): string[] => {
    const known = typeof part === 'object' ? paths.get(part) : undefined;
    const made = known ?? [key, ...pathsOf(part).map((path) => `${key}.${path}`)];
    if (typeof part === 'object') paths.set(part, made);
    return made;
  };
  const heldIn = (context: object): string[] => {
    const known = held.get(context);
    if (known) return known;
    const shown = watched.show(context);
    const holding = [JOUR, ...lateDays(procedure)].flatMap((date) =>
      guards
        .filter(([, holds]) =>
          (holds as unknown as (args: object) => boolean)({ context: shown, event: { type: '', date } }),
        )
        .map(([name]) => (date === JOUR ? name : onDay(name, date))),
    );
    const made = [...holding, `place ${facette(shown)}`, `nuance ${nuance(shown)}`];
    held.set(context, made);
    return made;
  };
  return (value, context) => [
    ...(typeof value === 'string' ? [value] : Object.entries(value).flatMap(([key, part]) => pathsIn(key, part))),
    ...heldIn(context),
    `statut.${procedure.statut(value)}`,
    ...procedure.relais({ value, context: watched.show(context) }).map(({ type }) => `relais.${type}`),
    ...objectifs.filter((objectif) => procedure.objectifs[objectif](value)).map((objectif) => `objectif.${objectif}`),
  ];
}

/** `{a: {b: 'c'}}` as `a`, `a.b`, `a.b.c`. */
function pathsOf(value: StateValue | undefined): string[] {
  if (typeof value === 'string') return [value];
  return Object.entries(value ?? {}).flatMap(([key, part]) => [key, ...pathsOf(part).map((path) => `${key}.${path}`)]);
}
