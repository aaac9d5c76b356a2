import type { AnyMachineSnapshot } from 'xstate';
import type { Procedure } from '../../machines/procedure.ts';
import type { MachineEvent } from '../../src/engine/transition.ts';
import { openSnapshot } from '../../src/engine/transition.ts';
import { Book, type LocalMove, type Met, type Move, type State } from './book.ts';
import { JOUR, type Offer } from './offer.ts';
import { type Watched, watch } from './watch.ts';

/** What is told of a walk while it goes: states in the order of their ranks, moves once both their ends have one. */
export interface Visitor {
  meet(met: Met): void;
  /** `contexte` is the number of what is kept after the move, as `context` shows it. */
  take(from: number, to: number, move: Move, contexte: number): void;
  context?(contexte: number, kept: object): void;
  /** Every fact that is offered to some state, taken or not, by type. */
  offer?(events: readonly MachineEvent[]): void;
}

/** What is told, up to how many states, from where if not the start, and to a machine that is watched by whoever wants to know what it reads. */
interface Walk {
  offers: ReadonlyMap<string, Offer>;
  limit: number;
  debut?: AnyMachineSnapshot;
  watched?: Watched;
}

/** The moves known of states alike where a fact touches them, by what they say in the fields that were read. */
interface Known {
  fields: readonly number[];
  moves: Map<string, readonly LocalMove[]>;
}

/**
 * Walks every reachable state, breadth first, up to `limit` states, and tells of how many, the first ones, all moves were told:
 * of all, unless the limit stopped it. Each step is a real one, on the
 * state as the service restores it, made once for all the states that are alike in the regions that the fact touches and in the
 * fields of the context that it was seen to read.
 *
 * States of the same key are one, with the context by which they were first met: what is told after the walk's own day, with cards
 * that last longer, finds a state only if nothing else does.
 */
export function explore(procedure: Procedure, { offers, limit, debut, watched }: Walk, visitor: Visitor): number {
  const book = new Book(procedure, watched ?? watch(procedure.machine), visitor);
  const steps = new Steps(book, offers, visitor);
  const ranks = new Map<string, number>();
  const states: State[] = [];
  const pending: { from: number; move: LocalMove }[] = [];
  enter(book.read(debut ?? openSnapshot(procedure)));

  let told = 0;
  for (; told < states.length && states.length <= limit; told++) {
    const state = states[told] as State;
    for (const type of book.heard(state)) for (const move of steps.from(state, type)) arrive(told, move);
    if (told === states.length - 1) followLate();
  }
  followLate();
  return told;

  function followLate(): void {
    for (const { from, move } of pending.splice(0)) follow(from, move);
  }

  function arrive(from: number, move: LocalMove): void {
    const isNew = move.isLate && !ranks.has(book.nameOf(book.after(states[from] as State, move)));
    if (isNew) pending.push({ from, move });
    else follow(from, move);
  }

  function follow(from: number, move: LocalMove): void {
    const after = book.after(states[from] as State, move);
    visitor.take(from, enter(after), move, after.context);
  }

  function enter(state: State): number {
    const name = book.nameOf(state);
    const known = ranks.get(name);
    if (known !== undefined) return known;
    ranks.set(name, states.length);
    visitor.meet(book.show(state));
    return states.push(state) - 1;
  }
}

/** Makes each real step once. */
class Steps {
  readonly #book: Book;
  readonly #offers: ReadonlyMap<string, Offer>;
  readonly #visitor: Visitor;
  readonly #touched: ReadonlyMap<string, readonly number[]>;
  readonly #known = new Map<string, Map<number | string, Known[]>>();
  readonly #heard = new Set<string>();

  constructor(book: Book, offers: ReadonlyMap<string, Offer>, visitor: Visitor) {
    this.#book = book;
    this.#offers = offers;
    this.#visitor = visitor;
    this.#touched = book.touched();
  }

  from(state: State, type: string): readonly LocalMove[] {
    const offer = this.#offers.get(type);
    const touched = this.#touched.get(type);
    if (!offer || !touched) return [];
    const places = this.#known.get(type) ?? new Map<number | string, Known[]>();
    const place = placeIn(state, touched);
    const all = places.get(place) ?? [];
    for (const { fields, moves } of all) {
      const found = moves.get(this.#book.saidIn(state.context, fields));
      if (found) return found;
    }
    this.#known.set(type, places);
    if (!this.#heard.has(type)) this.#visitor.offer?.(offer.events);
    this.#heard.add(type);
    const { fields, moves } = this.#step(state, offer, touched);
    const said = this.#book.saidIn(state.context, fields);
    const like = all.find((known) => known.fields.join() === fields.join());
    if (like) like.moves.set(said, moves);
    else places.set(place, [...all, { fields, moves: new Map([[said, moves]]) }]);
    return moves;
  }

  /** Every variant told to the state: what all of them were seen to read is what another state must say to be alike. */
  #step(state: State, offer: Offer, touched: readonly number[]): { fields: number[]; moves: LocalMove[] } {
    const book = this.#book;
    const restored = book.restore(state);
    const read = new Set<number>();
    const outcomes = offer.outcomes((event) => {
      const { step, fields, written } = book.step(restored, event);
      for (const field of fields) read.add(field);
      return step && { step, written };
    });
    const moves = outcomes.map(({ events, outcome: { step, written } }): LocalMove => {
      const next = book.localsOf(step.snapshot.value);
      const after = next.flatMap((local, rank) => (local === state.locals[rank] ? [] : [[rank, local] as const]));
      if (after.some(([rank]) => !touched.includes(rank))) {
        throw new Error(`${events[0]?.type} moves a region that it does not touch`);
      }
      const kept = book.valuesOf(step.snapshot.context);
      const isLate = events.every(({ date }) => date !== JOUR);
      return {
        events,
        effects: step.effects,
        after,
        written: written.map((field) => [field, kept[field] as number]),
        contexts: new Map(),
        isLate,
      };
    });
    return { fields: [...read].sort((a, b) => a - b), moves };
  }
}

/** Where a state stands in some regions: a number while it holds them all, which is found twice as fast as a text. */
function placeIn({ locals }: State, regions: readonly number[]): number | string {
  if (regions.length > 5) return regions.map((rank) => locals[rank]).join();
  let place = 0;
  for (const rank of regions) place = place * LOCALS + (locals[rank] as number);
  return place;
}

/** More values than all regions together have: five of them in the 53 bits of a number. */
const LOCALS = 1024;
