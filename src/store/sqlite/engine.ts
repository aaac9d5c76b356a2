import type { Database, Statement } from 'better-sqlite3';
import type { Ask, Engine, Told, Work } from '../sql/work.ts';
import { orOutage } from './file/failure.ts';

/** An engine that answers before it returns. */
export interface SqliteEngine extends Engine {
  /** The same as `ask`, at once. */
  now<T>(work: Work<T>): T;
}

/** Runs works over `db`, each statement prepared once; what the file refuses is a StoreOutage. */
export function sqliteEngine(db: Database): SqliteEngine {
  const prepared = new Map<string, Statement>();
  const now = <T>(work: Work<T>): T => orOutage(() => drive(work));
  const { deferred: reading, immediate: writing } = db.transaction(<T>(begin: () => Work<T>) => drive(begin()));

  return {
    dialect: 'sqlite',
    now,
    ask: async (work) => now(work),
    read: async <T>(begin: () => Work<T>) => orOutage(() => reading(begin) as T),
    write: async <T>(begin: () => Work<T>) => orOutage(() => writing(begin) as T),
  };

  function drive<T>(work: Work<T>): T {
    let step = work.next();
    while (!step.done) step = work.next(tell(step.value));
    return step.value;
  }

  function tell({ sql, values, wants }: Ask): Told {
    let statement = prepared.get(sql);
    if (!statement) {
      statement = db.prepare(sql);
      prepared.set(sql, statement);
    }
    return wants === 'rows' ? statement.all(...values) : statement.run(...values).changes;
  }
}
