import { readdirSync, readFileSync } from 'node:fs';
import { posix, resolve } from 'node:path';

/** What is counted of `src`, here or in another checkout (`npm run house -- DIR`), so that two can be compared. */
const top = resolve(process.argv[2] ?? new URL('..', import.meta.url).pathname);
const paths = readdirSync(posix.join(top, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => posix.join('src', path));
const files = paths.map((path) => ({ path, lines: readFileSync(posix.join(top, path), 'utf8').trimEnd().split('\n') }));

const importers = new Map<string, Set<string>>();
for (const { path, lines } of files) {
  for (const [, target = ''] of lines.join('\n').matchAll(/from '(\.[^']+)'/g)) {
    const file = posix.join(posix.dirname(path), target);
    importers.set(file, (importers.get(file) ?? new Set()).add(path));
  }
}
const sizes = files.map(({ lines }) => lines.length).sort((a, b) => a - b);
const lines = files.flatMap((file) => file.lines);
const count = (pattern: RegExp) => lines.reduce((sum, line) => sum + (line.match(pattern)?.length ?? 0), 0);
const [largest] = files.toSorted((a, b) => b.lines.length - a.lines.length);

console.table({
  fichiers: files.length,
  lignes: lines.length,
  'fichiers à un seul importateur': [...importers.values()].filter(({ size }) => size === 1).length,
  conversions: count(/(?<!import .*|\*|export .*)\bas (?!const\b)[A-Zu{(]/g),
  'lignes de plus de 120 colonnes': lines.filter((line) => line.length > 120).length,
  'littéraux étalés': count(/\.{3}\{/g),
  'médiane des fichiers': sizes[sizes.length >> 1] ?? 0,
  'plus grand fichier': `${largest?.path} (${largest?.lines.length})`,
});
