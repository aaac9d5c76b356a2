import { setTimeout } from 'node:timers/promises';
import { Client, type ClientConfig } from 'pg';

/** What another node said. */
interface Heard {
  /** That something was committed. */
  ecrit(): void;
  /** That a setting changed. */
  reglages(): void;
  /** That a key was rolled or revoked. */
  cles(): void;
}

const RETRY_MS = 1_000;

/** Hears what is told in `schema` by any node, this one included; a connection that is lost is made again, and then all may have been said. */
export function listen(config: ClientConfig, schema: string, heard: Heard): () => Promise<void> {
  const stopping = new AbortController();
  const { signal } = stopping;
  const done = keepOn();
  return async () => {
    stopping.abort();
    await done;
  };

  async function keepOn(): Promise<void> {
    while (!signal.aborted) {
      await hear().catch(() => {});
      await setTimeout(RETRY_MS, undefined, { signal, ref: false }).catch(() => {});
    }
  }

  /** Until the connection is lost, or no longer wanted. */
  async function hear(): Promise<void> {
    const own = new Client(config);
    const over = new Promise<void>((resolve) => {
      own.on('error', () => resolve());
      own.on('end', () => resolve());
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
    try {
      await own.connect();
      if (signal.aborted) return;
      own.on('notification', ({ payload = '' }) => Object.hasOwn(heard, payload) && heard[payload as keyof Heard]());
      await own.query(`LISTEN "${schema}"`);
      for (const hear of Object.values(heard)) hear();
      await over;
    } finally {
      await own.end().catch(() => {});
    }
  }
}
