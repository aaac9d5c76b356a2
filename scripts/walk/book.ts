import type { AnyMachineSnapshot, AnyStateMachine, AnyStateNode, StateValue } from 'xstate';
import type { Effect } from '../../machines/effect.ts';
import type { Procedure } from '../../machines/procedure.ts';
import { placeKey } from '../../src/engine/graph/state-key.ts';
import { type MachineEvent, openSnapshot } from '../../src/engine/transition.ts';
import { regionsTouched } from './locality.ts';

/** A state met: its name, its value, and the context by which it was first met. */
export interface Met {
  key: string;
  value: StateValue;
  context: object;
}

/** What some variants of one fact make of every state that is alike where the fact reads it. */
export interface Move {
  events: readonly MachineEvent[];
  effects: readonly Effect[];
}

/** A state as numbers: its value in each region, and its context. */
export interface State {
  locals: readonly number[];
  context: number;
}

/** A real step, as it changes the regions and the fields of the context that its fact touches. */
export interface LocalMove extends Move {
  after: readonly (readonly [region: number, local: number])[];
  written: readonly (readonly [field: number, value: number])[];
  /** What it makes of the contexts that it was told in, by their numbers. */
  contexts: Map<number, number>;
  isLate: boolean;
}

/** Who hears of each context that is met, by its number. */
interface Contexts {
  context?(contexte: number, kept: object): void;
}

/** Numbers what regions and contexts are met, each once. */
export class Book {
  readonly #procedure: Procedure;
  readonly #told: Contexts;
  readonly #regions: readonly AnyStateNode[];
  readonly #fields: readonly string[];
  readonly #locals: { value: StateValue; types: readonly string[] }[] = [];
  readonly #localNumbers = new Map<string, number>();
  readonly #values: unknown[] = [];
  readonly #valueNumbers = new Map<string, number>();
  readonly #contexts: { values: readonly number[]; kept: object; facet: number }[] = [];
  readonly #contextNumbers = new Map<string, number>();
  readonly #facets = new Map<string, number>();

  constructor(procedure: Procedure, told: Contexts) {
    const { root } = procedure.machine;
    this.#procedure = procedure;
    this.#told = told;
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

  /** The state as a snapshot of the machine that is walked, or of one whose regions and context are the same. */
  restore(state: State, machine: AnyStateMachine): AnyMachineSnapshot {
    const context = this.#contexts[state.context]?.kept;
    return machine.resolveState({ value: this.#valueOf(state), context: context as never }) as AnyMachineSnapshot;
  }

  /** The ranks of the fields of those names, of all when none are given. */
  fieldsAmong(names: ReadonlySet<string> | null): number[] {
    const ranks = [...this.#fields.keys()];
    return names === null ? ranks : ranks.filter((rank) => names.has(this.#fields[rank] as string));
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

  /** Whether some current state listens to a type of fact. */
  hears({ locals }: State, type: string): boolean {
    return locals.some((local) => this.#locals[local]?.types.includes(type));
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
      this.#told.context?.(number, kept);
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
