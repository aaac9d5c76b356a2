import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { headersOf, launch, type Reached } from '../bench/service.ts';
import { localKey } from '../key/local-key.ts';

const MAIN = 'src/main.ts';

/** A base with a key to the service that will stand on it. */
export interface Target {
  file: string;
  headers: Record<string, string>;
}

/** The service on a target, in a process of its own. */
export interface Standing extends Reached {
  file: string;
  child: ChildProcess;
}

/** A new base in a folder of its own. */
export async function newTarget(folder: string): Promise<Target> {
  const file = join(mkdtempSync(join(folder, 'base-')), 'parcours.sqlite');
  return { file, headers: headersOf(await localKey({ sqlite: file }, 'Attaque')) };
}

/** Starts the real service; throws a NotStarted with what it said. */
export async function stand({ file, headers }: Target, settings: Record<string, string> = {}): Promise<Standing> {
  const { url, child } = await launch(MAIN, file, settings);
  return { url, headers, file, child };
}

/** The memory that the service holds, in megabytes. */
export function megabytesOf({ child }: Standing): number {
  const [, kilobytes = ''] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8')) ?? [];
  return Math.round(Number(kilobytes) / 1024);
}
