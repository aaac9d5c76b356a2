import { type StateValue, stateIn, and as xstateAnd, not as xstateNot, or as xstateOr } from 'xstate';

/** What a guard asks, as data: a condition by its name, or all or any of several. */
export type GuardShape = string | { any: boolean; guards: readonly GuardShape[] };

/** What a named condition reads in another region: the state where it must be, or must not. */
export interface Place {
  state: StateValue;
  isDenied: boolean;
}

const combined = new WeakMap<object, GuardShape>();
const placed = new WeakMap<object, Place>();
const lasting = new WeakMap<object, (context: never) => readonly Serving[]>();
const picking = new WeakMap<object, About>();

/** What a guard asks; null when there is none. Throws on one that is not declared by name, since no refusal could say what it asks. */
export function shapeOf(guard: unknown): GuardShape | null {
  if (guard === undefined) return null;
  const asked = typeof guard === 'string' ? guard : combined.get(guard as object);
  if (asked === undefined) throw new Error('A guard must be declared by name, so that a refusal can say what it asks');
  return asked;
}

/** Where a condition must be met; null for one that reads the context or the fact. */
export function placeOf(condition: object): Place | null {
  return placed.get(condition) ?? null;
}

/** A fact on which others stand, and its day (YYYY-MM-DD). */
export interface Appui {
  type: string;
  date: string;
}

/** One of those by whom a condition holds, and the last fact told of him; null where nothing bounds what he does. */
export interface Serving {
  id: string;
  dernier: Appui | null;
}

/**
 * The condition that one of those whom `some` finds in what is kept is there: it lasts as long as one of them stays, and nothing that asks
 * for it came before the first of them could serve (A17).
 */
export function lasts<Context>(some: (context: Context) => readonly Serving[]) {
  const condition = ({ context }: { context: Context }) => some(context).length > 0;
  lasting.set(condition, some as (context: never) => readonly Serving[]);
  return condition;
}

/** Finds those by whom a condition holds; null for one that does not last. */
export function lastingOf(condition: object): ((context: never) => readonly Serving[]) | null {
  return lasting.get(condition) ?? null;
}

/** Whom a fact is about, by the condition that picks him. */
export interface About {
  /** The last fact told of him; null for somebody new. */
  dernier(args: never): Appui | null;
  /** Whether what the region says of the one in charge says nothing of him. */
  estAutre: boolean;
}

/** A condition that picks whom a fact is about: nothing is told of him before the last thing that was (A17). */
export function about<Args>(
  condition: (args: Args) => boolean,
  { dernier, estAutre }: { dernier(args: Args): Appui | null; estAutre: boolean },
) {
  picking.set(condition, { dernier, estAutre } as About);
  return condition;
}

/** Whom a condition picks; null for one that picks nobody. */
export function aboutOf(condition: object): About | null {
  return picking.get(condition) ?? null;
}

/** All of those guards. */
export const and: typeof xstateAnd = (guards) => combine(xstateAnd(guards), false, guards);

/** Any of those guards. */
export const or: typeof xstateOr = (guards) => combine(xstateOr(guards), true, guards);

/** Whether another region is in that state. */
export const inState: typeof stateIn = (state) => place(stateIn(state), state, false);

/** Whether another region is anywhere but in that state. */
export const notInState: typeof stateIn = (state) => place(xstateNot(stateIn(state)), state, true) as never;

function combine<Guard extends object>(guard: Guard, any: boolean, guards: readonly unknown[]): Guard {
  combined.set(guard, { any, guards: guards.flatMap((part) => shapeOf(part) ?? []) });
  return guard;
}

function place<Guard extends object>(condition: Guard, state: StateValue, isDenied: boolean): Guard {
  placed.set(condition, { state, isDenied });
  return condition;
}
