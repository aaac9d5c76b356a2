import { Worker } from 'node:worker_threads';
import type { ChangeSet } from '../sql/batches.ts';
import { type CommitResult, StoreOutage } from '../store.ts';
import type { Commit, Sealed } from './committer.ts';

/** What is asked of the thread, and what it answers: an error by its message, and whether it is an outage. */
export interface Asked {
  rang: number;
  sets: readonly ChangeSet[];
}
export interface Failed {
  message: string;
  isOutage: boolean;
}
export type Answer = { rang: number } & ({ results: readonly (CommitResult | Failed)[] } | { failed: Failed });

/** What commits elsewhere, until it is closed. */
interface CommitterThread {
  commit: Commit;
  close(): Promise<void>;
}

interface Waiting {
  resolve(results: readonly (CommitResult | Error)[]): void;
  reject(error: Error): void;
}

/**
 * Commits in a thread of their own: others wait for the lock of the base while a commit is decided, which must not wait for whatever else
 * this process is doing. One that ends unforeseen is begun again; what it was asked is in doubt.
 */
export function openCommitterThread(sealed: Sealed): CommitterThread {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let rang = 0;

  return {
    commit(sets) {
      worker ??= begin();
      rang += 1;
      const asked: Asked = { rang, sets };
      worker.postMessage(asked);
      return new Promise((resolve, reject) => waiting.set(asked.rang, { resolve, reject }));
    },
    async close() {
      const ending = worker;
      worker = null;
      if (!ending) return;
      const ended = new Promise((resolve) => ending.once('exit', resolve));
      ending.postMessage(null);
      await ended;
    },
  };

  function begin(): Worker {
    const begun = new Worker(new URL('./committer-worker.ts', import.meta.url), { workerData: sealed });
    begun.on('message', hear);
    begun.on('error', () => {});
    begun.once('exit', () => {
      if (worker !== begun) return;
      worker = null;
      for (const { reject } of waiting.values())
        reject(new StoreOutage('L’écriture s’est interrompue : redemandez la même chose.'));
      waiting.clear();
    });
    return begun;
  }

  function hear(answer: Answer): void {
    const asked = waiting.get(answer.rang);
    waiting.delete(answer.rang);
    if ('failed' in answer) asked?.reject(toError(answer.failed));
    else asked?.resolve(answer.results.map((one) => ('message' in one ? toError(one) : one)));
  }
}

function toError({ message, isOutage }: Failed): Error {
  return isOutage ? new StoreOutage(message) : new Error(message);
}
