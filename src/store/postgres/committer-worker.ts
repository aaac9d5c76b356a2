import { parentPort, workerData } from 'node:worker_threads';
import { StoreOutage } from '../store.ts';
import { createCommitter } from './committer.ts';
import type { Answer, Asked, Failed } from './committer-thread.ts';

const committer = createCommitter(workerData);

/** One commit after the other, as they are asked; null to end. */
parentPort?.on('message', async (asked: Asked | null) => {
  if (asked === null) {
    await committer.close();
    parentPort?.close();
    return;
  }
  parentPort?.postMessage(await answerTo(asked));
});

async function answerTo({ rang, sets }: Asked): Promise<Answer> {
  try {
    const results = await committer.write(sets);
    return { rang, results: results.map((one) => (one instanceof Error ? toFailed(one) : one)) };
  } catch (error) {
    return { rang, failed: toFailed(error) };
  }
}

function toFailed(error: unknown): Failed {
  return { message: error instanceof Error ? error.message : String(error), isOutage: error instanceof StoreOutage };
}
