import type { AnyMachineSnapshot, AnyStateMachine, AnyStateNode, StateValue } from 'xstate';
import type { Effect } from '../../../machines/effect.ts';
import type { Procedure } from '../../../machines/procedure.ts';
import { type MachineEvent, openSnapshot } from '../transition.ts';
import { regionsTouched } from './locality.ts';
import { JOUR, type Offer } from './offer.ts';
import { placeKey } from './state-key.ts';

/** A state met: its name, its value, and the context by which it was first met. */
interface Met {
  key: string;
  value: StateValue;
  context: object;
}

/** What some variants of one fact make of every state that is alike where the fact touches it. */
interface Move {
  events: readonly MachineEvent[];
  effects: readonly Effect[];
  context: object;
}

/** What is told of a walk while it goes: states in the order of their ranks, moves once both their ends have one. */
export interface Visitor {
  meet(met: Met): void;
  take(from: number, to: number, move: Move): void;
  /** Every fact that is offered to some state, taken or not, by type. */
  offer?(events: readonly MachineEvent[]): void;
}

/** A state as numbers: its value in each region, and its context. */
interface State {
  locals: readonly number[];
  context: number;
}

/** A real step, as it changes the regions that its fact touches. */
interface LocalMove extends Move {
  after: readonly (readonly [region: number, local: number])[];
  vers: number;
  isLate: boolean;
}

/**
 * Walks every reachable state, breadth first, up to `limit` states; false when the limit stopped it. Each step is a real one, on the
 * state as the service restores it, made once for all the states that are alike in the regions that the fact touches and in their
 * context: 33 times fewer than edges on a path of 26,000 states, 1.5 s in place of 10.
 *
 * States of the same key are one, with the context by which they were first met: what is told after the walk's own day, with cards
 * that last longer, finds a state only if nothing else does.
 */
export function explore(
  procedure: Procedure,
  offers: ReadonlyMap<string, Offer>,
  limit: number,
  { meet, take, offer }: Visitor,
): boolean {
  const { machine } = procedure;
  const regions = machine.root.type === 'parallel' ? Object.values(machine.root.states) : [machine.root];
  const book = new Book(machine, regions);
  const touched = regionsTouched(machine);
  const ranksOf = new Map(
    [...touched].map(([type, names]) => [type, names.map((name) => regions.findIndex(({ key }) => key === name))]),
  );
  const moves = new Map<string, LocalMove[]>();
  const heard = new Set<string>();
  const ranks = new Map<string, number>();
  const states: State[] = [];
  const pending: { from: number; move: LocalMove }[] = [];
  enter(book.read(openSnapshot(procedure)));

  for (let from = 0; from < states.length; from++) {
    if (states.length > limit) return false;
    const state = states[from] as State;
    for (const type of book.heard(state)) for (const move of movesOf(state, type)) arrive(from, move);
    if (from === states.length - 1) for (const { from: late, move } of pending.splice(0)) follow(late, move);
  }
  return true;

  function arrive(from: number, move: LocalMove): void {
    const isNew = move.isLate && !ranks.has(nameOf(after(from, move)));
    if (isNew) pending.push({ from, move });
    else follow(from, move);
  }

  function follow(from: number, move: LocalMove): void {
    take(from, enter(after(from, move)), move);
  }

  function after(from: number, { after: changed, vers }: LocalMove): State {
    const locals = [...(states[from] as State).locals];
    for (const [region, local] of changed) locals[region] = local;
    return { locals, context: vers };
  }

  function enter(state: State): number {
    const name = nameOf(state);
    const known = ranks.get(name);
    if (known !== undefined) return known;
    ranks.set(name, states.length);
    meet(book.show(state, procedure));
    return states.push(state) - 1;
  }

  /** Contexts that no facet tells apart are one. */
  function nameOf({ locals, context }: State): string {
    return `${locals.join()} ${book.facet(context, procedure)}`;
  }

  function movesOf(state: State, type: string): LocalMove[] {
    const offered = offers.get(type);
    if (!offered) return [];
    const read = ranksOf.get(type) ?? regions.map((_, rank) => rank);
    const name = `${type} ${read.map((rank) => state.locals[rank]).join()} ${state.context}`;
    const known = moves.get(name);
    if (known) return known;
    if (!heard.has(type)) offer?.(offered.events);
    heard.add(type);
    const made = offered.outcomes(book.restore(state)).map(({ events, step: { snapshot, effects } }) => {
      const next = book.read(snapshot);
      const changed = next.locals.flatMap((local, rank) =>
        local === state.locals[rank] ? [] : [[rank, local] as const],
      );
      if (changed.some(([rank]) => !read.includes(rank)))
        throw new Error(`${type} moves a region that it does not touch`);
      const isLate = events.every(({ date }) => date !== JOUR);
      return { events, effects, context: snapshot.context as object, after: changed, vers: next.context, isLate };
    });
    moves.set(name, made);
    return made;
  }
}

/** Numbers what regions and contexts are met, each once. */
class Book {
  readonly #machine: AnyStateMachine;
  readonly #regions: readonly AnyStateNode[];
  readonly #locals: { value: StateValue; types: readonly string[] }[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #contexts: { context: object; facet: string | null }[] = [];
  readonly #contextNumbers = new Map<string, number>();
  #restored: { state: State; snapshot: AnyMachineSnapshot } | null = null;

  constructor(machine: AnyStateMachine, regions: readonly AnyStateNode[]) {
    this.#machine = machine;
    this.#regions = regions;
  }

  read({ value, context }: AnyMachineSnapshot): State {
    return { locals: this.#regions.map((region) => this.#localOf(region, value)), context: this.#contextOf(context) };
  }

  restore(state: State): AnyMachineSnapshot {
    if (this.#restored?.state === state) return this.#restored.snapshot;
    const { context } = this.#contexts[state.context] as { context: object };
    const snapshot = this.#machine.resolveState({ value: this.#valueOf(state), context }) as AnyMachineSnapshot;
    this.#restored = { state, snapshot };
    return snapshot;
  }

  show(state: State, procedure: Procedure): Met {
    const { context } = this.#contexts[state.context] as { context: object };
    const value = this.#valueOf(state);
    return { key: placeKey(procedure, { value, context } as AnyMachineSnapshot), value, context };
  }

  facet(context: number, procedure: Procedure): string {
    const known = this.#contexts[context] as { context: object; facet: string | null };
    known.facet ??= procedure.facette(known.context);
    return known.facet;
  }

  /** The types of facts that some current state listens to. */
  heard({ locals }: State): Set<string> {
    return new Set(locals.flatMap((local) => this.#locals[local]?.types ?? []));
  }

  #valueOf({ locals }: State): StateValue {
    const values = locals.map((local) => this.#locals[local]?.value as StateValue);
    if (this.#machine.root.type !== 'parallel') return values[0] as StateValue;
    return Object.fromEntries(this.#regions.map(({ key }, rank) => [key, values[rank] as StateValue]));
  }

  #localOf(region: AnyStateNode, value: StateValue): number {
    const local =
      region === this.#machine.root ? value : ((value as Record<string, StateValue>)[region.key] as StateValue);
    const text = `${region.key} ${JSON.stringify(local)}`;
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    this.#numbers.set(text, this.#locals.length);
    return this.#locals.push({ value: local, types: typesIn(region, local) }) - 1;
  }

  #contextOf(context: object): number {
    const text = JSON.stringify(context);
    const known = this.#contextNumbers.get(text);
    if (known !== undefined) return known;
    this.#contextNumbers.set(text, this.#contexts.length);
    return this.#contexts.push({ context, facet: null }) - 1;
  }
}

function typesIn(node: AnyStateNode, value: StateValue | undefined): string[] {
  const children = typeof value === 'string' ? { [value]: undefined } : (value ?? {});
  return [
    ...node.transitions.keys(),
    ...Object.entries(children).flatMap(([key, inner]) => typesIn(node.states[key] as AnyStateNode, inner)),
  ];
}
