import type { Database, Statement } from 'better-sqlite3';
import { orOutage } from './file/failure.ts';

/** The questions of a port, answered at once. */
export type Sync<Port> = {
  [Name in keyof Port]: Port[Name] extends (...args: infer Args) => Promise<infer Answer>
    ? (...args: Args) => Answer
    : never;
};

/** The port that `tables` answers; what the file refuses is a StoreOutage. */
export function promised<Port extends object>(tables: Sync<Port>): Port {
  const methods = Object.entries(tables as Record<string, (...args: unknown[]) => unknown>);
  return Object.fromEntries(
    methods.map(([name, method]) => [name, async (...args: unknown[]) => orOutage(() => method(...args))]),
  ) as Port;
}

/** Each write as one transaction, begun when its turn to write has come. */
export function atOnce<Writes extends object>(db: Database, writes: Writes): Writes {
  const each = Object.entries(writes).map(([name, write]) => [name, db.transaction(write).immediate]);
  return Object.fromEntries(each) as Writes;
}

/** The columns of a table, named after the fields of what it keeps: `creeLe` is `cree_le`. */
export function columns<Kept>(...fields: readonly (keyof Kept & string)[]) {
  const named = fields.map((field) => ({
    field,
    column: field.replaceAll(/[A-Z]/g, (sign) => `_${sign.toLowerCase()}`),
  }));
  const names = named.map(({ column }) => column).join(', ');
  const values = fields.map((field) => `@${field}`).join(', ');
  const shownOf = (table: string) =>
    named.map(({ field, column }) => `${table}${column}${field === column ? '' : ` AS ${field}`}`).join(', ');
  return {
    names,
    values,
    /** What a SELECT shows; of one table among several. */
    shown: shownOf(''),
    shownOf: (table: string) => shownOf(`${table}.`),
    /** What an INSERT writes, after the name of the table. */
    written: `(${names}) VALUES (${values})`,
    /** What an UPDATE sets; of a row that was there, what the INSERT would have written. */
    set: named.map(({ field, column }) => `${column} = @${field}`).join(', '),
    renewed: named.map(({ column }) => `${column} = excluded.${column}`).join(', '),
  };
}

/** The statement of a text, prepared once for each text. */
export function statementsOf(db: Database): <Row>(sql: string) => Statement<[object], Row> {
  const known = new Map<string, Statement<[object], unknown>>();
  return <Row>(sql: string) => {
    const statement = known.get(sql) ?? db.prepare<[object], unknown>(sql);
    known.set(sql, statement);
    return statement as Statement<[object], Row>;
  };
}
