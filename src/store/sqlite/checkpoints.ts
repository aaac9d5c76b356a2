import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** Copies the log of `file` into it every second in a thread of its own, until the answer is called. */
export function startCheckpoints(file: string): () => Promise<void> {
  const worker = new Worker(new URL('./checkpoint-worker.ts', import.meta.url), { workerData: file });
  worker.unref();
  return async () => {
    worker.ref();
    worker.postMessage('stop');
    await once(worker, 'exit');
  };
}
