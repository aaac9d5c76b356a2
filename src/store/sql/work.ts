/** One question in SQL: `?` stand for `values` in their order, or `@names` for the fields of the one that there is. */
export interface Ask {
  sql: string;
  values: readonly unknown[];
  /** Whether rows are read, or the changes counted. */
  wants: 'rows' | 'changes';
}

/** What an engine answers: the rows that were read, or how many were changed. */
export type Told = readonly unknown[] | number;

/**
 * What is asked of a base step by step, each question after the answer to the one before, and what comes of it: written once, and driven at
 * once by an engine of this process, or over a connection. Every engine takes the same SQL: the columns of a table are `snake_case`, a name in
 * `camelCase` is one of ours, `IS NOT DISTINCT FROM` compares what may be null, and functions are those of both, or those of `json_each`,
 * `json_valid`, `json_extract`, `json_array` and `instr` over texts.
 */
export type Work<T> = Generator<Ask, T, Told>;

/** What runs works over a base. */
export interface Engine {
  readonly dialect: Dialect;
  /** Asks, each question by itself. */
  ask<T>(work: Work<T>): Promise<T>;
  /** Asks, all of one state of the base. */
  read<T>(begin: () => Work<T>): Promise<T>;
  /** Asks and writes in one transaction, alone to write; the work is begun again where the base had to give it up. */
  write<T>(begin: () => Work<T>): Promise<T>;
}
export type Dialect = 'sqlite' | 'postgres';

type Values = readonly unknown[];

/** A statement whose rows are all read. */
export function all<Args extends Values, Row>(sql: string) {
  return function* (...values: Args): Work<Row[]> {
    return (yield { sql, values, wants: 'rows' }) as Row[];
  };
}

/** A statement whose first row is read; null when it has none. */
export function one<Args extends Values, Row>(sql: string) {
  return function* (...values: Args): Work<Row | null> {
    const [row] = (yield { sql, values, wants: 'rows' }) as Row[];
    return row ?? null;
  };
}

/** A statement whose rows have one column. */
export function column<Args extends Values, T>(sql: string) {
  return function* (...values: Args): Work<T[]> {
    return ((yield { sql, values, wants: 'rows' }) as object[]).map((row) => Object.values(row)[0] as T);
  };
}

/** A statement whose first row has one column; null when it has none. */
export function cell<Args extends Values, T>(sql: string) {
  return function* (...values: Args): Work<T | null> {
    const [row] = (yield { sql, values, wants: 'rows' }) as object[];
    return row === undefined ? null : (Object.values(row)[0] as T);
  };
}

/** A statement that writes; gives how many rows it changed. */
export function run<Args extends Values>(sql: string) {
  return function* (...values: Args): Work<number> {
    return (yield { sql, values, wants: 'changes' }) as number;
  };
}

/** Whether a write changed anything. */
export function* isDone(write: Work<number>): Work<boolean> {
  return (yield* write) > 0;
}

/** The questions of a port, as works. */
export type Works<Port> = {
  [Name in keyof Port]: Port[Name] extends (...args: infer Args) => Promise<infer Answer>
    ? (...args: Args) => Work<Answer>
    : never;
};

/** The port whose questions are these. */
export type Port<Asked> = {
  [Name in keyof Asked]: Asked[Name] extends (...args: infer Args) => Work<infer Answer>
    ? (...args: Args) => Promise<Answer>
    : never;
};

// biome-ignore lint/suspicious/noExplicitAny: works of any arguments, which `Port` keeps.
type AnyWorks = Record<string, (...args: any[]) => Work<unknown>>;

/** What is read, or written by one statement alone. */
export function asked<Asked extends AnyWorks>(engine: Engine, works: Asked): Port<Asked> {
  return each(works, (work) => engine.ask(work()));
}

/** What is read by several statements, of one state of the base. */
export function seen<Asked extends AnyWorks>(engine: Engine, works: Asked): Port<Asked> {
  return each(works, (work) => engine.read(work));
}

/** What is written, each as one transaction. */
export function written<Asked extends AnyWorks>(engine: Engine, works: Asked): Port<Asked> {
  return each(works, (work) => engine.write(work));
}

function each<Asked extends AnyWorks>(works: Asked, run: (work: () => Work<unknown>) => Promise<unknown>): Port<Asked> {
  const ports = Object.entries(works).map(([name, work]) => [name, (...args: unknown[]) => run(() => work(...args))]);
  return Object.fromEntries(ports) as Port<Asked>;
}
