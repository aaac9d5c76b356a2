import type { AnyMachineSnapshot, AnyStateNode, StateValue } from 'xstate';
import type { Effect } from '../../machines/effect.ts';
import type { Procedure } from '../../machines/procedure.ts';
import { placeKey } from '../../src/engine/graph/state-key.ts';
import { type MachineEvent, openSnapshot, type Step, takeStep } from '../../src/engine/transition.ts';
import { regionsTouched } from './locality.ts';
import { JOUR, type Offer } from './offer.ts';
import { type Watched, watch } from './watch.ts';

/** A state met: its name, its value, and the context by which it was first met. */
interface Met {
  key: string;
  value: StateValue;
  context: object;
}

/** What some variants of one fact make of every state that is alike where the fact reads it. */
interface Move {
  events: readonly MachineEvent[];
  effects: readonly Effect[];
}

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

/** A state as numbers: its value in each region, and its context. */
interface State {
  locals: readonly number[];
  context: number;
}

/** A real step, as it changes the regions and the fields of the context that its fact touches. */
interface LocalMove extends Move {
  after: readonly (readonly [region: number, local: number])[];
  written: readonly (readonly [field: number, value: number])[];
  /** What it makes of the contexts that it was told in, by their numbers. */
  contexts: Map<number, number>;
  isLate: boolean;
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

/** Numbers what regions and contexts are met, each once. */
class Book {
  readonly #procedure: Procedure;
  readonly #visitor: Visitor;
  readonly #watched: Watched;
  readonly #regions: readonly AnyStateNode[];
  readonly #fields: readonly string[];
  readonly #locals: { value: StateValue; types: readonly string[] }[] = [];
  readonly #localNumbers = new Map<string, number>();
  readonly #values: unknown[] = [];
  readonly #valueNumbers = new Map<string, number>();
  readonly #contexts: { values: readonly number[]; kept: object; facet: number }[] = [];
  readonly #contextNumbers = new Map<string, number>();
  readonly #facets = new Map<string, number>();

  constructor(procedure: Procedure, watched: Watched, visitor: Visitor) {
    const { root } = procedure.machine;
    this.#procedure = procedure;
    this.#visitor = visitor;
    this.#watched = watched;
    this.#regions = root.type === 'parallel' ? Object.values(root.states) : [root];
    this.#fields = Object.keys(openSnapshot(procedure).context);
  }

  /** By type of fact, the ranks of the regions that it touches. */
  touched(): Map<string, number[]> {
    const entries = [...regionsTouched(this.#procedure.machine)].map(([type, names]): [string, number[]] => [
      type,
      this.#regions.flatMap(({ key }, rank) => (this.#regions.length === 1 || names.includes(key) ? [rank] : [])),
    ]);
    return new Map(entries);
  }

  read({ value, context }: AnyMachineSnapshot): State {
    return { locals: this.localsOf(value), context: this.#contextOf(this.valuesOf(context)) };
  }

  restore(state: State): AnyMachineSnapshot {
    const context = this.#contexts[state.context]?.kept;
    return this.#watched.machine.resolveState({
      value: this.#valueOf(state),
      context: context as never,
    }) as AnyMachineSnapshot;
  }

  /** A real step, with the fields of the context that it was seen to read, and those that it wrote. */
  step(snapshot: AnyMachineSnapshot, event: MachineEvent): { step: Step | null; fields: number[]; written: number[] } {
    this.#watched.begin();
    const step = takeStep(snapshot, event);
    const read = this.#watched.read();
    const written = this.#watched.written();
    const ranks = [...this.#fields.keys()];
    const among = (names: ReadonlySet<string>) => ranks.filter((rank) => names.has(this.#fields[rank] as string));
    return { step, fields: read === null ? ranks : among(read), written: read === null ? ranks : among(written) };
  }

  show(state: State): Met {
    const context = this.#contexts[state.context]?.kept as object;
    const value = this.#valueOf(state);
    return { key: placeKey(this.#procedure, { value, context } as AnyMachineSnapshot), value, context };
  }

  /** Contexts that no facet tells apart are one. */
  nameOf({ locals, context }: State): string {
    return `${locals.join()} ${this.#contexts[context]?.facet}`;
  }

  after({ locals, context }: State, { after, written, contexts }: LocalMove): State {
    const next = locals.slice();
    for (const [region, local] of after) next[region] = local;
    if (written.length === 0) return { locals: next, context };
    let kept = contexts.get(context);
    if (kept === undefined) {
      const values = [...(this.#contexts[context]?.values ?? [])];
      for (const [field, value] of written) values[field] = value;
      kept = this.#contextOf(values);
      contexts.set(context, kept);
    }
    return { locals: next, context: kept };
  }

  /** What a context says in some fields, as text. */
  saidIn(context: number, fields: readonly number[]): string {
    const values = this.#contexts[context]?.values ?? [];
    let said = '';
    for (const field of fields) said += `${values[field]},`;
    return said;
  }

  /** The types of facts that some current state listens to. */
  heard({ locals }: State): Set<string> {
    return new Set(locals.flatMap((local) => this.#locals[local]?.types ?? []));
  }

  localsOf(value: StateValue): number[] {
    return this.#regions.map((region) => {
      const isWhole = region === this.#procedure.machine.root;
      const local = isWhole ? value : ((value as Record<string, StateValue>)[region.key] as StateValue);
      return this.#localOf(region, local);
    });
  }

  valuesOf(context: object): number[] {
    if (Object.keys(context).some((field) => !this.#fields.includes(field)))
      throw new Error('A context has another field');
    return this.#fields.map((field) => {
      const value = (context as Record<string, unknown>)[field];
      return numberOf(JSON.stringify(value) ?? '', this.#valueNumbers, () => this.#values.push(value));
    });
  }

  #valueOf({ locals }: State): StateValue {
    const values = locals.map((local) => this.#locals[local]?.value as StateValue);
    if (this.#procedure.machine.root.type !== 'parallel') return values[0] as StateValue;
    return Object.fromEntries(this.#regions.map(({ key }, rank) => [key, values[rank] as StateValue]));
  }

  #localOf(region: AnyStateNode, value: StateValue): number {
    return numberOf(`${region.key} ${JSON.stringify(value)}`, this.#localNumbers, () =>
      this.#locals.push({ value, types: typesIn(region, value) }),
    );
  }

  #contextOf(values: readonly number[]): number {
    return numberOf(values.join(), this.#contextNumbers, (number) => {
      const kept = Object.fromEntries(this.#fields.map((field, rank) => [field, this.#values[values[rank] as number]]));
      const facet = numberOf(this.#procedure.facette(kept), this.#facets, () => {});
      this.#contexts.push({ values, kept, facet });
      this.#visitor.context?.(number, kept);
    });
  }
}

/** The number of a text, by the order in which texts come; `add` hears of each new one. */
function numberOf(text: string, numbers: Map<string, number>, add: (number: number) => void): number {
  const known = numbers.get(text);
  if (known !== undefined) return known;
  const { size } = numbers;
  numbers.set(text, size);
  add(size);
  return size;
}

function typesIn(node: AnyStateNode, value: StateValue | undefined): string[] {
  const children = typeof value === 'string' ? { [value]: undefined } : (value ?? {});
  return [
    ...node.transitions.keys(),
    ...Object.entries(children).flatMap(([key, inner]) => typesIn(node.states[key] as AnyStateNode, inner)),
  ];
}
