import { setImmediate } from 'node:timers/promises';
import type { Change, CommitResult, KeptAnswer, Lu } from '../store.ts';

/** What is written together, or not at all. */
export interface ChangeSet {
  changes: readonly Change[];
  reponse: KeptAnswer | null;
  /** What they rest on. */
  lu: readonly Lu[] | null;
}

/** Writes change sets together and answers each in order, an Error for one that failed alone; if it throws, all fail. */
type Write = (
  sets: readonly ChangeSet[],
) => readonly (CommitResult | Error)[] | Promise<readonly (CommitResult | Error)[]>;

interface Waiting {
  set: ChangeSet;
  resolve(result: CommitResult): void;
  reject(reason: unknown): void;
}

/** Hands to `write` all that was asked during one turn of the event loop, or while the batch before was written: `most` at once. */
export function batches(write: Write, most = Number.POSITIVE_INFINITY) {
  let waiting: Waiting[] = [];
  let emptied: Promise<void> | null = null;

  return {
    ask(set: ChangeSet): Promise<CommitResult> {
      emptied ??= empty();
      return new Promise((resolve, reject) => waiting.push({ set, resolve, reject }));
    },
    /** Once all that was asked is answered. */
    idle: () => emptied ?? Promise.resolve(),
  };

  async function empty(): Promise<void> {
    await setImmediate();
    while (waiting.length > 0) {
      const batch = waiting.slice(0, most);
      waiting = waiting.slice(most);
      await settle(batch);
      if (waiting.length > 0) await setImmediate();
    }
    emptied = null;
  }

  async function settle(batch: readonly Waiting[]): Promise<void> {
    try {
      const results = await write(batch.map(({ set }) => set));
      for (const [i, { resolve, reject }] of batch.entries()) {
        const result = results[i] ?? new Error('A change set has no result');
        if (result instanceof Error) reject(result);
        else resolve(result);
      }
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  }
}
