import type { KeyObject } from 'node:crypto';
import { Pool } from 'pg';
import { createSeals } from '../seals.ts';
import type { ChangeSet } from '../sql/batches.ts';
import { type CommitResult, StoreOutage } from '../store.ts';
import { type Connection, configOf } from './connection.ts';
import { postgresEngine } from './engine.ts';
import { circuit } from './failure.ts';
import { writeSets } from './writer.ts';

/** What commits change sets, and answers each in order; an Error for one that failed alone, and if it throws, all failed. */
export interface Committer {
  write(sets: readonly ChangeSet[]): Promise<readonly (CommitResult | Error)[]>;
  close(): Promise<void>;
}

/** A base, and by which key its journal is sealed. */
export interface Sealed extends Connection {
  key: KeyObject;
}

/**
 * What a commit asks is planned once, and by the indexes, which small tables are not; one read whole then seems so costly that
 * PostgreSQL would compile it, 400 ms each time.
 */
const OF_THE_WRITER = {
  plan_cache_mode: 'force_generic_plan',
  enable_seqscan: 'off',
  enable_hashjoin: 'off',
  jit: 'off',
};

/** A committer on a connection of its own. */
export function createCommitter({ url, schema, key }: Sealed): Committer {
  const pool = new Pool({ ...configOf({ url, schema }, OF_THE_WRITER), pipeline: true, max: 1 });
  pool.on('error', () => {});
  const engine = postgresEngine(pool, circuit(), { alone: schema, synced: true });
  const seals = createSeals(key);
  return { write, close: () => pool.end() };

  async function write(sets: readonly ChangeSet[]): Promise<readonly (CommitResult | Error)[]> {
    try {
      return await engine.write(() => writeSets(seals, sets));
    } catch (error) {
      if (error instanceof StoreOutage || sets.length === 1) throw error;
      return await eachAlone(sets);
    }
  }

  /** What the base refuses of one of several is of that one alone. */
  async function eachAlone(sets: readonly ChangeSet[]): Promise<(CommitResult | Error)[]> {
    const results: (CommitResult | Error)[] = [];
    for (const set of sets) results.push(...(await write([set]).catch((error: Error) => [error])));
    return results;
  }
}
