import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { isolatedDeclarationSync } from 'rolldown/experimental';

const fileOf = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const ENTRY = fileOf('scripts/hors-ligne/index.ts');
const PLATFORM = fileOf('src/engine/platform.ts');
const PORTABLE = fileOf('scripts/hors-ligne/portable.ts');
const COMMUNES = fileOf('machines/identifiants/communes.json');
const TABLES = fileOf('machines/distances/');

/** Writes the offline bundle as one minified module, `index.js`, in `folder`, and what it declares in `hors-ligne/`. */
export async function bundle(folder: string): Promise<void> {
  const build = await rolldown({
    input: ENTRY,
    external: ['zod', 'xstate'],
    platform: 'neutral',
    plugins: [{ name: 'hors-ligne', resolveId: portable, load: lighter() }],
    // Node 20 has none.
    transform: { target: 'es2022', inject: { 'Map.groupBy': [PORTABLE, 'groupBy'] } },
  });
  await build.write({ dir: folder, format: 'esm', minify: true, entryFileNames: 'index.js' });
  await build.close();
  const { code, errors } = isolatedDeclarationSync(ENTRY, readFileSync(ENTRY, 'utf8'));
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'));
  mkdirSync(join(folder, 'hors-ligne'), { recursive: true });
  writeFileSync(join(folder, 'hors-ligne/index.d.ts'), code);
}

function portable(source: string, importer: string | undefined): string | null {
  return importer !== undefined && resolve(dirname(importer), source) === PLATFORM ? PORTABLE : null;
}

/** Of what only warnings read, nothing; of tables that are the same but for their names, one. */
function lighter() {
  const met = new Map<string, string>();
  return (id: string) => {
    if (id === COMMUNES) return { code: 'export default {}', moduleType: 'js' } as const;
    if (!id.startsWith(TABLES) || !id.endsWith('.json')) return null;
    const { procedure, definition, ...table } = JSON.parse(readFileSync(id, 'utf8')) as Record<string, unknown>;
    const text = JSON.stringify(table);
    const same = met.get(text);
    if (same === undefined) met.set(text, id);
    const from = same === undefined ? `const table = ${text};` : `import table from ${JSON.stringify(same)};`;
    const code = `${from} export default Object.assign({}, table, ${JSON.stringify({ procedure, definition })});`;
    return { code, moduleType: 'js' } as const;
  };
}
