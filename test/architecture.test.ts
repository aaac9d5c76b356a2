import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

/** A source file, by its path from the top, with what it imports: a file by its path too, a package by its name. */
interface Source {
  path: string;
  text: string;
  imports: { target: string; isType: boolean }[];
}

const TOP = fileURLToPath(new URL('..', import.meta.url));
const sources = filesUnder('machines', 'src', 'scripts/proof', 'scripts/tables', 'scripts/walk')
  .filter(isSource)
  .map(read);

/** What everything stands on. */
const small = ['result', 'one-thread', 'days', 'working-days', 'delays', 'fold', 'memo', 'turns', 'wait'].map(
  (name) => `src/${name}.ts`,
);

/** Where a form that acts begins, and where such a form enters a demonstration or leaves the console. */
const FORM = /<form[^>]*method="post"[^>]*>/g;
const FREE = /action="\/(deconnexion|demonstration)/;

/** What a folder may import beside its own files; its subfolders count as itself. */
const mayImport: Record<string, readonly string[]> = {
  'machines/': ['xstate', 'zod'],
  'src/engine/': ['machines/', ...small, 'xstate', 'zod'],
  'scripts/walk/': ['machines/', 'src/engine/', 'src/memo.ts', 'xstate'],
  'scripts/tables/': ['machines/', 'src/engine/', 'scripts/walk/', 'xstate', 'node:crypto', 'node:zlib'],
  'scripts/proof/': [
    'machines/',
    'src/engine/',
    'src/memo.ts',
    'scripts/walk/',
    'scripts/tables/',
    'xstate',
    'zod',
    'node:crypto',
  ],
  'src/diagrams/': [
    ...['machines/', 'src/engine/', ...small, 'xstate', 'zod', 'node:crypto', 'node:fs', 'node:module'],
    ...['elkjs/lib/elk.bundled.js', 'bpmn-moddle', '@resvg/resvg-js', 'pdfkit'],
  ],
  'src/outbox/': [
    ...['machines/', ...small, 'src/store/events.ts', 'src/store/store.ts', 'src/store/webhooks.ts', 'zod'],
    ...['src/store/leases.ts', 'src/engine/history/beside.ts'],
    ...['ipaddr.js', 'node:crypto', 'node:dns', 'node:http', 'node:https', 'node:net', 'node:timers/promises'],
  ],
  'src/desk/suivi.ts': [
    ...['machines/', ...small, 'src/desk/long-text.ts', 'src/store/desk.ts', 'src/store/identities.ts'],
    ...['zod', 'node:crypto'],
  ],
  'src/repertoire/': [
    ...['machines/identifiants/', ...small, 'src/store/repertoire.ts', 'csv-parse', 'saxes'],
    ...['node:buffer', 'node:stream'],
  ],
  'src/survey/': ['machines/', ...small, 'csv-parse/sync', 'csv-stringify/sync', '@e965/xlsx', 'fflate', 'node:util'],
  'src/pki/': [...small, 'node:crypto'],
  'src/documents/': [...small, 'file-type', 'mailparser', 'node:net'],
  'src/mail/': [
    ...['machines/', ...small, 'src/documents/kinds.ts', 'mailparser', 'imapflow', 'smtp-server'],
    ...['src/store/mails.ts', 'src/store/leases.ts', 'src/store/documents/documents.ts'],
    ...['src/outbox/backoff.ts', 'src/outbox/lease.ts'],
    ...['nodemailer', 'nodemailer/lib/mail-composer'],
    ...['node:crypto', 'node:net', 'node:timers/promises', 'node:worker_threads', 'zod'],
  ],
  'src/revocations/': [...small, 'src/pki/', 'src/outbox/address-guard.ts', 'node:fs', 'node:http', 'node:https'],
  'src/acroform/': [...small, 'zod', 'node:worker_threads', '@cantoo/pdf-lib'],
  'src/raster/': [
    ...[...small, 'node:fs/promises', 'node:module', 'node:worker_threads'],
    ...['@hyzyla/pdfium', 'sharp', 'zxing-wasm/reader'],
  ],
  'src/annuaire/': ['src/identity/comptes/externes.ts', ...small, 'openid-client', 'zod', 'node:crypto'],
  'src/desk/reglages/': [
    ...[
      'machines/',
      'src/identity/',
      ...small,
      'src/store/identities.ts',
      'src/store/reglages.ts',
      'src/desk/long-text.ts',
      'src/desk/work/codes.ts',
      'src/acroform/types.ts',
      'zod',
      'node:crypto',
    ],
  ],
  'src/identity/': [
    'machines/formulaires/champs.ts',
    ...small,
    'src/store/identities.ts',
    'zod',
    'node:crypto',
    '@zxcvbn-ts/language-common',
  ],
};

/** What one file imports so that no other of its folder does. */
const alone: Record<string, readonly string[]> = {
  'scripts/walk/graph.ts': ['@xstate/graph'],
  'src/engine/platform.ts': ['node:crypto', 'node:zlib'],
};

/** What a folder must not import, whatever else it does, but what everything stands on. */
const mustNotImport: Record<string, readonly string[]> = {
  'src/': ['scripts/', 'test/'],
  'src/store/': ['machines/', 'src/', 'xstate', '@xstate/graph'],
  'src/store/sql/': ['src/store/sqlite/', 'src/store/postgres/', 'better-sqlite3', 'pg', 'node:fs'],
  'src/store/sqlite/': ['src/store/postgres/', 'pg'],
  'src/store/postgres/': ['src/store/sqlite/', 'better-sqlite3'],
  'src/acts/': ['src/desk/', 'src/web/', 'src/http/', 'src/console/', 'src/main.ts', 'src/config.ts', 'better-sqlite3'],
  'src/desk/': ['src/web/', 'src/http/', 'src/console/', 'src/main.ts', 'src/config.ts', 'better-sqlite3', 'xstate'],
  'src/console/': [
    'src/store/',
    'src/acts/',
    'src/http/',
    'src/main.ts',
    'src/config.ts',
    'better-sqlite3',
    'xstate',
    '@xstate/graph',
  ],
  'src/web/': [
    'src/http/',
    'src/console/',
    'src/main.ts',
    'src/config.ts',
    'better-sqlite3',
    'xstate',
    '@xstate/graph',
  ],
  'src/sandbox/': ['src/web/', 'src/http/', 'src/console/', 'src/main.ts', 'src/config.ts', 'better-sqlite3'],
  'src/http/': ['src/console/', 'src/main.ts', 'src/config.ts', 'better-sqlite3', 'xstate', '@xstate/graph'],
};

/** What technique is said in elsewhere: its words are English in those folders. */
const TECHNIQUE = ['src/console/ui/', 'src/console/shell/', 'src/console/forms/'];
const FRENCH =
  /^(titre|corps|entete|entetes|chemin|statut|rubrique|fil|libelle|valeur|vers|signe|poids|teinte|legende|colonnes|lignes|cellule|precedente|suivante|aide|requis|largeur|champs|boutons|caches|attributs|faute|doute|texte|ton)$/;
/** Twins of words that the console has already, and a dialect of ours where the field has words. */
const TWINS = /^(cadre|filtres|lignes|ecrans|mots|told|kept|comer|beside|seek)$/;

describe('a file', () => {
  test.each(Object.entries(mayImport))('of %s imports its own folder and %o, nothing else', (folder, allowed) => {
    const wrong = importsOf(folder).filter(
      ({ path, target }) => !isIn(target, [folder, ...allowed, ...(alone[path] ?? [])]),
    );
    expect(wrong).toEqual([]);
  });

  test.each(Object.entries(mustNotImport))('of %s imports nothing of %o', (folder, forbidden) => {
    const wrong = importsOf(folder).filter(
      ({ target }) => !isIn(target, [folder, ...small]) && isIn(target, forbidden),
    );
    expect(wrong).toEqual([]);
  });

  test('of src/main.ts alone, and src/store/open.ts for it, knows which store is behind the service, and which doors in front', () => {
    const outside = sources.filter(({ path }) => path !== 'src/main.ts');
    const values = outside.flatMap(({ path, imports }) =>
      imports.filter(({ isType }) => !isType).map(({ target }) => ({ path, target })),
    );
    expect(values.filter(({ path, target }) => crosses('src/store/', path, target))).toEqual([]);
    for (const door of ['src/http/', 'src/console/'])
      expect(values.filter(({ path, target }) => crosses(door, path, target))).toEqual([]);
  });

  test('of src/config.ts alone reads the environment, which src/main.ts hands over', () => {
    const readers = sources.filter(({ text }) => text.includes('process.env')).map(({ path }) => path);
    expect(readers).toEqual(['src/main.ts']);
    expect(sources.find(({ path }) => path === 'src/main.ts')?.text).toContain('readConfig(process.env)');
  });

  test('of the machines or the engine draws nothing from a clock or from chance', () => {
    const pure = sources.filter(({ path }) => path.startsWith('machines/') || path.startsWith('src/engine/'));
    const impure = pure.filter(({ text }) => /new Date\(\)|Date\.now|Math\.random|randomUUID|performance\./.test(text));
    expect(impure.map(({ path }) => path)).toEqual([]);
  });

  test('of machines/guard.ts alone makes a guard of XState, which everything else reads as data', () => {
    const combinators =
      /import \{[^}]*\b(and|or|not|stateIn)\b[^}]*\} from 'xstate'|\.check\b.*name|'check(And|Or|Not)'/;
    const makers = sources.filter(({ text }) => combinators.test(text)).map(({ path }) => path);
    expect(makers).toEqual(['machines/guard.ts']);
  });

  test('of the console leaves to the kit each form that acts: it bears the mark that its demonstration asks for', () => {
    const inside = sources.filter(({ path }) => /^src\/console\/(?!entry\/).*\.ts$/.test(path));
    const acting = inside.filter(({ text }) => (text.match(FORM) ?? []).some((form) => !FREE.test(form)));
    expect(acting.map(({ path }) => path)).toEqual(['src/console/ui/button.ts']);
    expect(acting[0]?.text).toMatch(/<form method="post"[^>]*>\$\{markOf\(\)\}/);
  });

  test('of the console says technique in English, and each thing by one word', () => {
    const inside = sources.filter(({ path }) => path.startsWith('src/console/'));
    const kit = inside.filter(({ path }) => TECHNIQUE.some((folder) => path.startsWith(folder)));
    expect(kit.flatMap(declared).filter(({ name }) => FRENCH.test(name))).toEqual([]);
    const files = inside.map(({ path }) => ({ path, name: posix.basename(path, '.ts') }));
    expect([...files, ...inside.flatMap(declared)].filter(({ name }) => TWINS.test(name))).toEqual([]);
  });

  test('spreads no literal, which would take any misspelt key', () => {
    const written = [...sources, ...filesUnder('test', 'scripts').filter(isSource).map(read)];
    expect(written.filter(({ text }) => /\.{3}\{/.test(text)).map(({ path }) => path)).toEqual([]);
  });

  test('holds 320 lines at most, generated JSON apart', () => {
    expect(sources.filter(({ text }) => text.split('\n').length > 321).map(({ path }) => path)).toEqual([]);
  });
});

test('the top of the repository holds what the project is made of, and what tools leave there', () => {
  const parts = ['machines', 'package.json', 'README.md', 'scripts', 'src', 'test', 'tsconfig.json'];
  const demanded = ['.ci', '.git', '.gitignore', '.npmrc', 'LICENSE', 'package-lock.json'];
  const ignored = ['coverage', 'data', 'node_modules'];
  const known = new Set([...parts, ...demanded, ...ignored]);
  expect(readdirSync(TOP).filter((name) => !known.has(name) && !/^\.env|\.sqlite/.test(name))).toEqual([]);
});

/** What a file declares at its top, and the members of what it promises. */
function declared({ path, text }: Source): { path: string; name: string }[] {
  const tops = text.matchAll(/^(?:export )?(?:async )?(?:function\*?|const|interface|type|class) (\w+)/gm);
  const members = text.matchAll(/^ {2}(\w+)\??(?:: [^\n]*;|\([^\n]*\): [^\n]*;)$/gm);
  return [...tops, ...members].map(([, name = '']) => ({ path, name }));
}

function importsOf(folder: string) {
  return sources
    .filter(({ path }) => path.startsWith(folder))
    .flatMap(({ path, imports }) => imports.map(({ target }) => ({ path, target })));
}

function crosses(folder: string, path: string, target: string): boolean {
  return target.startsWith(folder) && !path.startsWith(folder);
}

function isIn(target: string, places: readonly string[]): boolean {
  return places.some((place) => (place.endsWith('/') ? target.startsWith(place) : target === place));
}

function isSource(path: string): boolean {
  return /\.m?[jt]s$/.test(path);
}

function filesUnder(...folders: string[]): string[] {
  const all = folders.flatMap((folder) =>
    readdirSync(posix.join(TOP, folder), { recursive: true, encoding: 'utf8' }).map((path) => posix.join(folder, path)),
  );
  return all.filter((path) => !path.includes('/node_modules/'));
}

function read(path: string): Source {
  const text = readFileSync(posix.join(TOP, path), 'utf8');
  const statements = text.matchAll(/^(?:import|export)\b(\s+type\b)?(?:[^';]*?\bfrom)?\s*'([^']+)'/gm);
  const dynamic = text.matchAll(/\bimport\(\s*'([^']+)'/g);
  const target = (specifier: string) =>
    specifier.startsWith('.') ? posix.join(posix.dirname(path), specifier) : specifier;
  return {
    path,
    text,
    imports: [
      ...statements.map(([, type, specifier = '']) => ({ target: target(specifier), isType: type !== undefined })),
      ...dynamic.map(([, specifier = '']) => ({ target: target(specifier), isType: false })),
    ],
  };
}
