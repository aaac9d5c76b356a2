import { chmodSync, existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';

const MEMORY = '/dev/shm';
/** More than all tests write. */
const ENOUGH = 4 * 2 ** 30;

/**
 * Tests write in memory, where there is enough of it: a disk makes each act wait 3 ms, and what it may lose is tried by `npm run attack`,
 * on a real one. @public
 */
export default function setup(): (() => void) | undefined {
  if (!existsSync(MEMORY)) return;
  const { bavail, bsize } = statfsSync(MEMORY);
  if (bavail * bsize < ENOUGH) return;
  const folder = mkdtempSync(join(MEMORY, 'parcours-tests-'));
  // As any folder for what is short-lived: servers of tests run as others than who starts them.
  chmodSync(folder, 0o1777);
  process.env['TMPDIR'] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
