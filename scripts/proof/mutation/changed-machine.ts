import type { AnyStateMachine } from 'xstate';
import type { MachineEvent } from '../../../src/engine/transition.ts';
import type { LocalMove, State } from '../../walk/book.ts';
import type { Deciding } from '../../walk/essence.ts';
import { watch } from '../../walk/watch.ts';
import { type Indexed, index } from '../reach.ts';
import type { Traced } from '../traced.ts';
import type { Change, Way } from './changed.ts';

/** A graph of a procedure, ready to be asked what another machine makes of it. */
export interface SoundGraph extends Traced {
  indexed: Indexed;
  /** The types of the facts that edges bear, by lot. */
  typeOf(lot: number): string | undefined;
}

/** Prepares a graph once for all that may change in it. */
export function soundGraph(traced: Traced): SoundGraph {
  const indexed = index(traced.adjacency);
  return { ...traced, indexed, typeOf: (lot) => indexed.faits[indexed.lots[lot]?.[0] ?? -1]?.type };
}

/** What a machine changes, that treats one type of fact otherwise. */
export class MachineChange implements Change {
  readonly #sound: SoundGraph;
  readonly #fait: string;
  readonly #watched: ReturnType<typeof watch>;
  readonly #steps: Traced['steps'];
  readonly #compared = new Map<object, Map<object, readonly Pair[] | null>>();
  readonly #ranks = new Map<string, number>();
  readonly #states: State[] = [];

  constructor(sound: SoundGraph, machine: AnyStateMachine, fait: string) {
    this.#sound = sound;
    this.#fait = fait;
    this.#watched = watch(machine);
    this.#steps = sound.steps.of(this.#watched);
  }

  /** Whether nothing was read so far that those places do not hold. */
  isToldApartBy(decident: Deciding): boolean {
    return decident === null || this.deciding()?.isSubsetOf(decident) === true;
  }

  deciding(): Deciding {
    return this.#watched.deciding();
  }

  isOdd(etat: number): boolean {
    const { states, steps, book } = this.#sound;
    const state = states[etat] as State;
    if (!book.hears(state, this.#fait)) return false;
    const pairs = this.#compare(steps.from(state, this.#fait), this.#steps.from(state, this.#fait));
    return pairs?.every(([one, other]) => isSame(book.after(state, one), book.after(state, other))) !== true;
  }

  isReplaced(arete: number): boolean {
    const { indexed, typeOf } = this.#sound;
    return typeOf(indexed.aretes.lot[arete] as number) === this.#fait;
  }

  *instead(etat: number): Iterable<Way> {
    yield* this.#ways(this.#sound.states[etat] as State, [this.#fait]);
  }

  *from(etat: number): Iterable<Way> {
    const state = this.#states[etat - this.#sound.states.length] as State;
    yield* this.#ways(state, this.#sound.book.heard(state));
  }

  words(etat: number): string[] {
    return this.#sound.wordsOf(this.#sound.book.show(this.#states[etat - this.#sound.states.length] as State));
  }

  *#ways(state: State, types: Iterable<string>): Iterable<Way> {
    const { book, steps, labelOf } = this.#sound;
    for (const type of types) {
      for (const move of (type === this.#fait ? this.#steps : steps).from(state, type)) {
        const after = book.after(state, move);
        const [lot, dits] = labelOf(move);
        yield { lot, dits, contexte: after.context, isLate: move.isLate, ...this.#placeOf(after) };
      }
    }
  }

  #placeOf(state: State): Pick<Way, 'rank' | 'enter'> {
    const { book, ranks, states } = this.#sound;
    const name = book.nameOf(state);
    return {
      rank: () => ranks.get(name) ?? this.#ranks.get(name),
      enter: () => {
        const rank = states.length + this.#states.push(state) - 1;
        this.#ranks.set(name, rank);
        return rank;
      },
    };
  }

  /** The moves to compare in each state of which these are all; null when no state can be the same. */
  #compare(one: readonly LocalMove[], other: readonly LocalMove[]): readonly Pair[] | null {
    const known = this.#compared.get(one) ?? new Map<object, readonly Pair[] | null>();
    this.#compared.set(one, known);
    let pairs = known.get(other);
    if (pairs === undefined) {
      pairs = pairsOf(one, other);
      known.set(other, pairs);
    }
    return pairs;
  }
}

type Pair = readonly [LocalMove, LocalMove];

/** By variant, what each list makes of it, where both make something and tell the same. */
function pairsOf(one: readonly LocalMove[], other: readonly LocalMove[]): readonly Pair[] | null {
  const [ones, others] = [byEvent(one), byEvent(other)];
  if (ones.size !== others.size) return null;
  const pairs = new Map<string, Pair>();
  for (const [event, move] of ones) {
    const second = others.get(event);
    if (!second || JSON.stringify(move.effects) !== JSON.stringify(second.effects)) return null;
    if (!hasSameText(move, second)) pairs.set(`${one.indexOf(move)} ${other.indexOf(second)}`, [move, second]);
  }
  return [...pairs.values()];
}

function byEvent(moves: readonly LocalMove[]): Map<MachineEvent, LocalMove> {
  return new Map(moves.flatMap((move) => move.events.map((event) => [event, move] as const)));
}

function hasSameText(one: LocalMove, other: LocalMove): boolean {
  return JSON.stringify([one.after, one.written]) === JSON.stringify([other.after, other.written]);
}

function isSame(one: State, other: State): boolean {
  return one.context === other.context && one.locals.every((local, rank) => local === other.locals[rank]);
}
