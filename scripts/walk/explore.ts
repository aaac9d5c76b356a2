import type { Procedure } from '../../machines/procedure.ts';
import type { MachineEvent } from '../../src/engine/transition.ts';
import { openSnapshot } from '../../src/engine/transition.ts';
import { Book, type LocalMove, type Met, type Move, type State } from './book.ts';
import type { Offer } from './offer.ts';
import { Steps } from './steps.ts';
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

/** What is told, up to how many states, and to a machine that is watched by whoever wants to know what it reads. */
export interface Walk {
  offers: ReadonlyMap<string, Offer>;
  limit: number;
  watched?: Watched;
}

/** A walk that was made, for whoever goes on from it. */
export interface Explored {
  /** Of how many states, the first ones, all moves were told: of all, unless the limit stopped it. */
  explores: number;
  states: readonly State[];
  /** The rank of each state, by its name in the book. */
  ranks: ReadonlyMap<string, number>;
  book: Book;
  steps: Steps;
}

/**
 * Walks every reachable state, breadth first, up to `limit` states. Each step is a real one, on the state as the service restores it,
 * made once for all the states that are alike in the regions that the fact touches and in the fields of the context that it was seen to
 * read.
 *
 * States of the same key are one, with the context by which they were first met: what is told after the walk's own day, with cards
 * that last longer, finds a state only if nothing else does.
 */
export function explore(
  procedure: Procedure,
  { offers, limit, watched = watch(procedure.machine) }: Walk,
  visitor: Visitor,
): Explored {
  const book = new Book(procedure, visitor);
  const steps = new Steps(book, watched, offers, visitor);
  const ranks = new Map<string, number>();
  const states: State[] = [];
  const pending: { from: number; move: LocalMove }[] = [];
  enter(book.read(openSnapshot(procedure)));

  let told = 0;
  for (; told < states.length && states.length <= limit; told++) {
    const state = states[told] as State;
    for (const type of book.heard(state)) for (const move of steps.from(state, type)) arrive(told, move);
    if (told === states.length - 1) followLate();
  }
  followLate();
  return { explores: told, states, ranks, book, steps };

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
