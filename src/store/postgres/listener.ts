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
  /** Hears what is told in `schema` from the answer on, until that is called; where no connection is to be had yet, from when there is one. */
  hear(schema: string, heard: Heard): Promise<() => void>;
  close(): Promise<void>;
}

const RETRY_MS = 1_000;

/** One connection for all that is heard; when it is lost it is made again, and then all may have been said. */
export function openListener(config: ClientConfig): Listener {
  const tried = Promise.withResolvers<void>();
  const stopping = new AbortController();
  const { signal } = stopping;
  const schemas = new Map<string, Heard>();
  let current: Client | null = null;
  let last: Promise<void> = Promise.resolve();
  const done = keepOn();
  return {
    async hear(schema, heard) {
      await tried.promise;
      schemas.set(schema, heard);
      await ask(() => begin(schema, heard));
      return () => {
        schemas.delete(schema);
        void ask(async () => void (await current?.query(`UNLISTEN "${schema}"`)));
      };
    },
    async close() {
      stopping.abort();
      await done;
    },
  };

  /** Of the connection that there is then, one thing after the other; one that breaks is made again, and all is asked of it again. */
  function ask(step: () => Promise<void>): Promise<void> {
    last = last.then(step).catch(() => {});
    return last;
  }

  async function begin(schema: string, heard: Heard): Promise<void> {
    if (!current || schemas.get(schema) !== heard) return;
    await current.query(`LISTEN "${schema}"`);
  }

  async function beginAgain(schema: string, heard: Heard): Promise<void> {
    await begin(schema, heard);
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
      for (const [schema, heard] of schemas) void ask(() => beginAgain(schema, heard));
      tried.resolve();
      await over;
    } finally {
      current = null;
      tried.resolve();
      await own.end().catch(() => {});
    }
  }
}
