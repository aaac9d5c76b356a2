import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { localKey } from '../key/local-key.ts';
import { DemoError } from './client.ts';

const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url));

/** A service that runs for the demo alone. */
export interface DemoServer {
  url: string;
  /** The key that lets the demo in. */
  cle: string;
  /** Stops it and forgets its database. */
  stop(): Promise<void>;
}

/** Starts the service on a free port and a temporary database. */
export async function startServer(): Promise<DemoServer> {
  const folder = await mkdtemp(join(tmpdir(), 'parcours-demo-'));
  const file = join(folder, 'demo.sqlite');
  const cle = await localKey({ sqlite: file }, 'Démonstration');
  const settings = { PORT: '0', DATABASE_URL: `sqlite:${file}`, LOG_LEVEL: 'info', LIMITE_PAR_MINUTE: '1000000' };
  const child = spawn(process.execPath, [main], {
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const stop = async () => {
    await end(child);
    await rm(folder, { recursive: true });
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void stop().then(() => process.exit(1)));

  const url = await addressIn(child.stdout);
  child.stdout.resume();
  if (url) return { url, cle, stop };
  await stop();
  throw new DemoError('Le service n’a pas démarré.');
}

/** The address that the service logs once it listens; null if it ends before. */
async function addressIn(output: Readable): Promise<string | null> {
  for await (const line of createInterface(output)) {
    const [, address] = /écoute sur (http[^"]+)/.exec(line) ?? [];
    if (address) return address;
  }
  return null;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill();
  await once(child, 'exit');
}
