import type { KeyObject } from 'node:crypto';
import type { Pool } from 'pg';
import { createSeals } from '../seals.ts';
import type { ChangeSet } from '../sql/batches.ts';
import { type CommitResult, StoreOutage } from '../store.ts';
import type { Connection } from './connection.ts';
import { postgresEngine } from './engine.ts';
import { circuit } from './failure.ts';
import { writeSets } from './writer.ts';

/** A base, and by which key its journal is sealed. */
export interface Sealed extends Connection {
  key: KeyObject;
}

/** Commits change sets, and answers each in order; an Error for one that failed alone, and if it throws, all failed. */
export type Commit = (sets: readonly ChangeSet[]) => Promise<readonly (CommitResult | Error)[]>;

/** What commits on the one connection of `pool`. */
export function committerOn(pool: Pool, { schema, key }: Omit<Sealed, 'url'>): Commit {
  const engine = postgresEngine(pool, circuit(), { alone: schema, synced: true });
  const seals = createSeals(key);
  const commit: Commit = async (sets) => {
    try {
      return await engine.write(() => writeSets(seals, sets));
    } catch (error) {
      if (error instanceof StoreOutage || sets.length === 1) throw error;
      return await eachAlone(sets);
    }
  };
  return commit;

  /** What the base refuses of one of several is of that one alone. */
  async function eachAlone(sets: readonly ChangeSet[]): Promise<(CommitResult | Error)[]> {
    const results: (CommitResult | Error)[] = [];
    for (const set of sets) results.push(...(await commit([set]).catch((error: Error) => [error])));
    return results;
  }
}
