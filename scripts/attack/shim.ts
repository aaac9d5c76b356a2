import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** What is put between the service and its disk: each is a C source beside this file. */
type Shim = 'record' | 'faults';

/** Why what the disk does cannot be played here. */
export const NO_COMPILER = 'sauté : il faut Linux et gcc (apt-get install gcc libc6-dev)';

/** Compiles a shim into `folder` for LD_PRELOAD; null where there is no compiler for it. */
export function compile(shim: Shim, folder: string): string | null {
  const source = new URL(`./${shim}.c`, import.meta.url).pathname;
  const to = join(folder, `${shim}.so`);
  if (process.platform !== 'linux') return null;
  const { status, error, stderr } = spawnSync('gcc', ['-O2', '-shared', '-fPIC', '-o', to, source, '-ldl']);
  if (error) return null;
  if (status !== 0) throw new Error(`${source}: ${stderr}`);
  return to;
}
