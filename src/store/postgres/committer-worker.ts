import { parentPort, workerData } from 'node:worker_threads';
import { StoreOutage } from '../store.ts';
import { committerOn } from './committer.ts';
import type { Answer, Asked, Failed } from './committer-thread.ts';
import { writingPool } from './connection.ts';

const pool = writingPool(workerData);
const commit = committerOn(pool, workerData);

/** One commit after the other, as they are asked; null to end. */
parentPort?.on('message', async (asked: Asked | null) => {
  if (asked) parentPort?.postMessage(await answerTo(asked));
  else {
    await pool.end();
    parentPort?.close();
  }
});

async function answerTo({ rang, sets }: Asked): Promise<Answer> {
  try {
    const results = await commit(sets);
    return { rang, results: results.map((one) => (one instanceof Error ? toFailed(one) : one)) };
  } catch (error) {
    return { rang, failed: toFailed(error) };
  }
}

function toFailed(error: unknown): Failed {
  return { message: error instanceof Error ? error.message : String(error), isOutage: error instanceof StoreOutage };
}
