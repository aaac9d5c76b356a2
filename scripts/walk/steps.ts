import { type MachineEvent, takeStep } from '../../src/engine/transition.ts';
import type { Book, LocalMove, State } from './book.ts';
import { JOUR, type Offer } from './offer.ts';
import type { Watched } from './watch.ts';

/** Who hears of the facts that are offered to some state. */
interface Offered {
  offer?(events: readonly MachineEvent[]): void;
}

/** The moves known of states alike where a fact touches them, by what they say in the fields that were read. */
interface Known {
  fields: readonly number[];
  moves: Map<string, readonly LocalMove[]>;
}

/** Makes each real step of a machine once. */
export class Steps {
  readonly #book: Book;
  readonly #watched: Watched;
  readonly #offers: ReadonlyMap<string, Offer>;
  readonly #visitor: Offered;
  readonly #touched: ReadonlyMap<string, readonly number[]>;
  readonly #known = new Map<string, Map<number | string, Known[]>>();
  readonly #heard = new Set<string>();

  constructor(book: Book, watched: Watched, offers: ReadonlyMap<string, Offer>, visitor: Offered = {}) {
    this.#book = book;
    this.#watched = watched;
    this.#offers = offers;
    this.#visitor = visitor;
    this.#touched = book.touched();
  }

  /** The steps of another machine, that has the same regions, on the same states and by the same facts. */
  of(watched: Watched): Steps {
    return new Steps(this.#book, watched, this.#offers);
  }

  /** What the variants of a fact make of a state: the same list for all the states that are alike to it. */
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
    const restored = book.restore(state, this.#watched.machine);
    const read = new Set<number>();
    const outcomes = offer.outcomes((event) => {
      this.#watched.begin();
      const step = takeStep(restored, event);
      const fields = this.#watched.read();
      for (const field of book.fieldsAmong(fields)) read.add(field);
      return step && { step, written: book.fieldsAmong(fields && this.#watched.written()) };
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
