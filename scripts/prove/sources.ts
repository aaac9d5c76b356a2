import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';

const MACHINES = new URL('../../machines/', import.meta.url);
/** Written from the machines, or about them, or the words of others: nothing of it decides. */
const APART = ['distances/', 'diagrams/', 'README.md', 'etablissement/mots-ans.ts'];

/**
 * SHA-256 of all that decides: every file under `machines/` but what stands apart, and the versions of what runs and checks it. `edited`
 * stands for files that would read otherwise, by path from `machines/`.
 */
export function sourcesHash(edited: Readonly<Record<string, string>> = {}): string {
  const { dependencies } = JSON.parse(readFileSync(new URL('../package.json', MACHINES), 'utf8'));
  const hash = createHash('sha256').update(`xstate ${dependencies.xstate} zod ${dependencies.zod}`);
  for (const path of sourcePaths()) {
    const text = edited[path] ?? readFileSync(new URL(path, MACHINES), 'utf8');
    hash.update(`\n${path} ${Buffer.byteLength(text)}\n`).update(text);
  }
  return hash.digest('hex');
}

function sourcePaths(): string[] {
  return readdirSync(MACHINES, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => `${parentPath}/${name}`.slice(MACHINES.pathname.length).replace(/^\//, ''))
    .filter((path) => !APART.some((prefix) => path.startsWith(prefix)))
    .sort();
}
