import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { strayIn } from '../src/acts/rows.ts';
import { verifySqliteFile } from '../src/store/sqlite/sqlite-store.ts';

const TOP = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'parcours-commandes-'));
afterAll(() => rmSync(folder, { recursive: true }));

test.each(['collection', 'communes', 'generate', 'key', 'paquets/main', 'prove', 'seed/main'])(
  'scripts/%s refuses an option that it does not know, and writes nothing',
  (script) => {
    const args = [`${TOP}scripts/${script}.ts`, '--chek', join(folder, 'sortie')];
    const env = { ...process.env, DATABASE_URL: `sqlite:${join(folder, 'base.sqlite')}` };
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: TOP, env, encoding: 'utf8' });
    expect([status === 0, stdout, readdirSync(folder)]).toEqual([false, '', []]);
    expect(stderr).toContain('--chek');
  },
);

test('a seeded base is what the service would have written', async () => {
  const file = join(folder, 'semee.sqlite');
  const args = [`${TOP}scripts/seed/main.ts`, '--base', file, '--dossiers', '40', '--histoires', '40'];
  expect(spawnSync(process.execPath, args, { cwd: TOP, stdio: 'ignore' }).status).toBe(0);
  expect(await verifySqliteFile({ file }, { suites: strayIn })).toMatchObject({ ok: true });
});
