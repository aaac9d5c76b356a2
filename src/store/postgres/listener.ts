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

/** Hears what is told in schemas by any node, this one included. */
export interface Listener {
  /** Hears what is told in `schema` until the answer is called. */
  hear(schema: string, heard: Heard): () => void;
  close(): Promise<void>;
}

const RETRY_MS = 1_000;

/** One connection for all that is heard; when it is lost it is made again, and then all may have been said. */
export function openListener(config: ClientConfig): Listener {
  const stopping = new AbortController();
  const { signal } = stopping;
  const schemas = new Map<string, Heard>();
  let current: Client | null = null;
  let last: Promise<void> = Promise.resolve();
  const done = keepOn();
  return {
    hear(schema, heard) {
      schemas.set(schema, heard);
      ask(() => begin(schema, heard));
      return () => {
        schemas.delete(schema);
        ask(async () => void (await current?.query(`UNLISTEN "${schema}"`)));
      };
    },
    async close() {
      stopping.abort();
      await done;
    },
  };

  /** Of the connection that there is then, one thing after the other; one that breaks is made again, and all is asked of it again. */
  function ask(step: () => Promise<void>): void {
    last = last.then(step).catch(() => {});
  }

  async function begin(schema: string, heard: Heard): Promise<void> {
    if (!current || schemas.get(schema) !== heard) return;
    await current.query(`LISTEN "${schema}"`);
    for (const hear of Object.values(heard)) hear();
  }

  async function keepOn(): Promise<void> {
    while (!signal.aborted) {
      await listen().catch(() => {});
      await setTimeout(RETRY_MS, undefined, { signal, ref: false }).catch(() => {});
    }
  }

  /** Until the connection is lost, or no longer wanted. */
  async function listen(): Promise<void> {
    const own = new Client(config);
    const over = new Promise<void>((resolve) => {
      own.on('error', () => resolve());
      own.on('end', () => resolve());
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
    try {
      await own.connect();
      if (signal.aborted) return;
      own.on('notification', ({ channel, payload = '' }) => {
        const heard = schemas.get(channel);
        if (heard && Object.hasOwn(heard, payload)) heard[payload as keyof Heard]();
      });
      current = own;
      for (const [schema, heard] of schemas) ask(() => begin(schema, heard));
      await over;
    } finally {
      current = null;
      await own.end().catch(() => {});
    }
  }
}
