import type { StateValue } from 'xstate';
import type { Effect } from '../../machines/effect.ts';
import type { Procedure } from '../../machines/procedure.ts';
import type { MachineEvent } from '../../src/engine/transition.ts';
import type { Met, Move } from '../walk/book.ts';
import { type Explored, explore, type Walk } from '../walk/explore.ts';

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

/** How many facts the edges bear. */
export function transitionsIn({ aretes, lots }: Adjacency): number {
  return aretes.lot.reduce((sum, lot) => sum + (lots[lot]?.length ?? 0), 0);
}

/** A graph with the walk that made it, and what it calls whatever else is met. */
export interface Traced extends Explored {
  adjacency: Adjacency;
  wordsOf(met: Pick<Met, 'value' | 'context'>): string[];
  /** The ranks of the facts of a move, and of what it tells: new ones are added to the graph's own. */
  labelOf(move: Move): readonly [lot: number, dits: number];
}

/** All that holds in a state. */
export type Words = (value: StateValue, context: object) => string[];

/** Walks a procedure, and keeps what it meets as a graph. */
export function trace(procedure: Procedure, walk: Walk, words: Words): Traced {
  const etats: string[][] = [];
  const faits: Fait[] = [];
  const ranks = new Map<MachineEvent, number>();
  const contextes: object[] = [];
  const [lots, dits] = [new Numbered<number[]>(), new Numbered<Effect[]>()];
  const columns: [number[], number[], number[], number[], number[]] = [[], [], [], [], []];
  const labels = new WeakMap<object, readonly [number, number]>();
  const labelOf = (move: Move) => {
    const label = labels.get(move) ?? [
      lots.numberOf(move.events.map((event) => ranks.get(event) as number)),
      dits.numberOf([...move.effects]),
    ];
    labels.set(move, label);
    return label as readonly [number, number];
  };

  const explored = explore(procedure, walk, {
    meet: ({ value, context }) => etats.push(words(value, context)),
    context: (_, kept) => contextes.push(kept),
    offer: (events) => {
      for (const event of events) ranks.set(event, faits.push(toFait(procedure, event)) - 1);
    },
    take: (from, to, move, contexte) => {
      const label = labelOf(move);
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
  const complet = explored.explores === etats.length;
  const adjacency = {
    etats,
    faits,
    lots: lots.all,
    aretes,
    dits: dits.all,
    contextes,
    explores: explored.explores,
    complet,
  };
  return { ...explored, adjacency, labelOf, wordsOf: ({ value, context }) => words(value, context) };
}

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
