import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { localKey } from '../key/local-key.ts';

/** Where a server is, and what lets a client in. */
export interface Reached {
  url: string;
  headers: Record<string, string>;
}

/** A server in a process of its own. */
export interface Service extends Reached {
  stop(): Promise<void>;
}

/** A script of this repository that listens. */
export interface Launched {
  url: string;
  child: ChildProcess;
}

/** It ended before it listened: the message is what it said. */
export class NotStarted extends Error {
  readonly code: number | null;

  constructor(code: number | null, said: string) {
    super(said);
    this.code = code;
  }
}

/** None outlives this process. */
const living = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of living) child.kill('SIGKILL');
});

/** Starts a script of this repository on a free port, on the base `file`; it must print its address. Throws a NotStarted. */
export async function launch(script: string, file: string, settings: Record<string, string> = {}): Promise<Launched> {
  const own = { PORT: '0', LIMITE_PAR_MINUTE: '1000000000', DATABASE_URL: `sqlite:${file}`, ...settings };
  const child = spawn(process.execPath, [new URL(`../../${script}`, import.meta.url).pathname], {
    env: { ...process.env, ...own },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  living.add(child);
  child.once('exit', () => living.delete(child));
  const said: string[] = [];
  child.stderr.setEncoding('utf8').on('data', (part: string) => said.push(part));
  for await (const line of createInterface(child.stdout)) {
    const [url] = /http:\/\/[\d.]+:\d+/.exec(line) ?? [];
    child.stdout.resume();
    if (url) return { url, child };
  }
  await ended(child);
  throw new NotStarted(child.exitCode, said.join(''));
}

/** Sends a signal, and waits for the end. */
export async function end(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  child.kill(signal);
  await ended(child);
}

/** Starts a script of this repository on a free port, on a base of its own that goes with it. */
export async function startService(script: string): Promise<Service> {
  const folder = mkdtempSync(join(tmpdir(), 'parcours-mesure-'));
  const file = join(folder, 'parcours.sqlite');
  const headers = headersOf(await localKey({ sqlite: file }, 'Mesure'));
  const { url, child } = await launch(script, file);
  child.stderr?.pipe(process.stderr);
  const stop = async () => {
    await end(child);
    rmSync(folder, { recursive: true });
  };
  return { url, headers, stop };
}

/** What a program that sends JSON says of itself. */
export function headersOf(cle: string): Record<string, string> {
  return { authorization: `Bearer ${cle}`, 'content-type': 'application/json' };
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}
