import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { localKey } from '../key/local-key.ts';

/** A server in a process of its own. */
export interface Service {
  url: string;
  /** What lets a client in. */
  headers: Record<string, string>;
  stop(): Promise<void>;
}

/** Starts a script of this repository on a free port, on a base of its own; it must print its address. */
export async function startService(script: string): Promise<Service> {
  const folder = mkdtempSync(join(tmpdir(), 'parcours-mesure-'));
  const file = join(folder, 'parcours.sqlite');
  const cle = await localKey(file, 'Mesure');
  const env = { ...process.env, PORT: '0', LIMITE_PAR_MINUTE: '1000000000', DATABASE_URL: `sqlite:${file}` };
  const child = spawn(process.execPath, [new URL(`../../${script}`, import.meta.url).pathname], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const headers = { authorization: `Bearer ${cle}`, 'content-type': 'application/json' };
  return { url: await addressOf(child), headers, stop: () => stop(child, folder) };
}

async function addressOf({ stdout }: ChildProcess): Promise<string> {
  if (!stdout) throw new Error('The server prints nothing');
  for await (const line of createInterface(stdout)) {
    const [url] = /http:\/\/[\d.]+:\d+/.exec(line) ?? [];
    stdout.resume();
    if (url) return url;
  }
  throw new Error('The server stopped before it listened');
}

async function stop(child: ChildProcess, folder: string): Promise<void> {
  child.kill('SIGTERM');
  await once(child, 'exit');
  rmSync(folder, { recursive: true });
}
