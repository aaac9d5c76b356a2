import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { anchorer, anchorsIn } from '../../src/store/seals.ts';
import { backUp, restore } from '../../src/store/sqlite/backup.ts';
import { openSqliteStore, verifySqliteFile } from '../../src/store/sqlite/sqlite-store.ts';
import type { Store } from '../../src/store/store.ts';
import { newFile } from './database-file.ts';
import { sampleChange } from './samples.ts';

const WRITERS = 32;

/** As many writers as that, who stop when told; what each was told is kept, by its id. */
function writers(store: Store) {
  const kept = new Map<string, number>();
  let isOver = false;
  const write = async (id: string) => {
    for (let version = 1; !isOver; version++) {
      await store.commit([sampleChange(id, version)]);
      kept.set(id, version);
    }
  };
  const all = Array.from({ length: WRITERS }, (_, rank) => write(`d${rank}`));
  const stop = async () => {
    isOver = true;
    await Promise.all(all);
  };
  return { kept, stop };
}

async function run(script: string, file: string, ...args: string[]): Promise<{ code: number; said: string }> {
  const path = new URL(`../../scripts/${script}.ts`, import.meta.url).pathname;
  const env = { ...process.env, DATABASE_URL: `sqlite:${file}` };
  const child = spawn(process.execPath, [path, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = Promise.all([text(child.stdout), text(child.stderr)]);
  const [code] = await once(child, 'close');
  return { code, said: (await said).join('') };
}

test('what was acknowledged before a backup is in it, whatever 32 writers write meanwhile, and it is restored', async () => {
  const file = newFile();
  const [copy, apart] = [`${file}.sauvegarde`, `${file}.autre-disque.cle`];
  const store = openSqliteStore({ file });
  const { kept, stop } = writers(store);
  while (kept.size < WRITERS) await new Promise((done) => setTimeout(done, 5));
  const before = new Map(kept);
  const saved = await run('sauvegarde', file, copy, '--cle', apart);
  const sum = (some: ReadonlyMap<string, number>) => [...some.values()].reduce((all, one) => all + one, 0);
  const after = sum(kept);
  await stop();
  await store.close();
  expect(saved).toMatchObject({
    code: 0,
    said: expect.stringMatching(/sauvegarde intacte, \d+ lignes ; fin du journal/),
  });
  const lines = Number(/intacte, (\d+) lignes/.exec(saved.said)?.[1]);
  expect(lines).toBeGreaterThanOrEqual(sum(before));
  expect(lines).toBeLessThanOrEqual(after + WRITERS);
  expect(existsSync(`${copy}.cle`)).toBe(false);

  const restored = await run('restaurer', file, copy, '--cle', apart);
  expect(restored).toMatchObject({ code: 0, said: expect.stringContaining(`${lines} lignes restaurées`) });
  const again = openSqliteStore({ file });
  for (const [id, version] of before) expect((await again.row(id))?.version).toBeGreaterThanOrEqual(version);
  expect(await again.verify()).toEqual({ ok: true, lignes: lines });
  await again.commit([sampleChange('nouveau', 1)]);
  await again.close();
  expect(await verifySqliteFile({ file })).toEqual({ ok: true, lignes: lines + 1 });
  const [aside] = /\S+\.ecartee-\d+/.exec(restored.said) ?? [];
  expect(await verifySqliteFile({ file: aside ?? '' })).toEqual({ ok: true, lignes: sum(kept) });
});

test('a base that a service writes is not restored over, and stays as it is', async () => {
  const file = newFile();
  const store = openSqliteStore({ file });
  await store.commit([sampleChange('a', 1)]);
  const cleVers = `${file}.copie.cle`;
  await backUp(file, `${file}.copie`, { cleVers });
  await store.commit([sampleChange('a', 2)]);
  await expect(restore(`${file}.copie`, file, { cleFichier: cleVers })).rejects.toThrow(/déjà ouverte/);
  expect(await store.verify()).toEqual({ ok: true, lignes: 2 });
  await store.close();
});

test('a backup that was altered, or whose key is another, is not restored', async () => {
  const file = newFile();
  const store = openSqliteStore({ file });
  await store.commit([sampleChange('a', 1)]);
  const copy = `${file}.copie`;
  await backUp(file, copy, { cleVers: `${copy}.cle` });
  await store.close();

  writeFileSync(`${file}.autre.cle`, 'f'.repeat(64));
  await expect(restore(copy, file, { cleFichier: `${file}.autre.cle` })).rejects.toThrow(
    /n’est pas une sauvegarde intacte/,
  );
  const db = new Database(copy);
  db.prepare("UPDATE instance SET denomination = 'Une autre'").run();
  db.close();
  await expect(restore(copy, file, { cleFichier: `${copy}.cle` })).rejects.toThrow(
    /ligne 1, l’instance a n’est plus celle/,
  );
  expect(await verifySqliteFile({ file })).toEqual({ ok: true, lignes: 1 });
});

test('a backup never overwrites: the file, or that of its key', async () => {
  const file = newFile();
  const store = openSqliteStore({ file });
  writeFileSync(`${file}.pris`, 'à garder');
  await expect(backUp(file, `${file}.pris`, { cleVers: `${file}.pris.cle` })).rejects.toThrow(/existe déjà/);
  await expect(backUp(file, `${file}.libre`, { cleVers: `${file}.pris` })).rejects.toThrow(/existe déjà/);
  expect([readFileSync(`${file}.pris`, 'utf8'), existsSync(`${file}.libre`)]).toEqual(['à garder', false]);
  await store.close();
});

test('a base of an earlier version is copied before it is migrated, once', async () => {
  const file = newFile();
  await openSqliteStore({ file }).close();
  const db = new Database(file);
  const version = db.pragma('user_version', { simple: true }) as number;
  db.exec('CREATE TABLE temoin (mot TEXT)');
  db.pragma(`user_version = ${version - 1}`);
  db.close();
  try {
    await openSqliteStore({ file }).close();
  } catch {
    // The last migration may not be one that can be done twice: the copy is made before it all the same.
  }
  const copy = new Database(`${file}.avant-${version}`, { readonly: true });
  expect(copy.pragma('user_version', { simple: true })).toBe(version - 1);
  expect(copy.prepare('SELECT count(*) AS n FROM temoin').get()).toEqual({ n: 0 });
  copy.close();
});

test.each(['absent', 'emptied'])(
  'a base that is %s beside its key is not taken for a new one, unless told',
  async (how) => {
    const file = newFile();
    await openSqliteStore({ file }).close();
    rmSync(file);
    if (how === 'emptied') writeFileSync(file, '');
    expect(() => openSqliteStore({ file })).toThrow(/absente ou vide, alors que sa clé est là/);
    expect(() => openSqliteStore({ file })).toThrow(/--nouvelle-base/);
    const store = openSqliteStore({ file, nouvelle: true });
    expect(await store.verify()).toEqual({ ok: true, lignes: 0 });
    await store.close();
  },
);

test.each(['moved', 'removed', 'replaced'])(
  'no act is acknowledged once the file is %s under the service',
  async (how) => {
    const file = newFile();
    const store = openSqliteStore({ file });
    await store.commit([sampleChange('a', 1)]);
    expect(await store.ready()).toEqual({ octetsLibres: expect.any(Number) });
    if (how === 'removed') rmSync(file);
    else renameSync(file, `${file}.ailleurs`);
    if (how === 'replaced') copyFileSync(`${file}.ailleurs`, file);
    await expect(store.commit([sampleChange('a', 2)])).rejects.toThrow(/déplacée, effacée ou remplacée/);
    await expect(store.ready()).rejects.toThrow(/remettez-la à sa place/);
    await store.close();
  },
);

test('a file whose pages are damaged is not opened, and verifies as damaged', async () => {
  const file = newFile();
  const store = openSqliteStore({ file });
  for (let rank = 0; rank < 200; rank++) await store.commit([sampleChange(`d${rank}`, 1)]);
  await store.close();
  const bytes = readFileSync(file);
  bytes.fill(0xff, bytes.length - 3 * 8192, bytes.length - 2 * 8192);
  writeFileSync(file, bytes);
  expect(() => openSqliteStore({ file })).toThrow(/abîmé/);
  expect(await verifySqliteFile({ file })).toMatchObject({
    ok: false,
    raison: expect.stringContaining('la base est abîmée'),
  });
});

test('an older base put back, and a journal made anew, are seen by what was told elsewhere', async () => {
  const file = newFile();
  const store = openSqliteStore({ file });
  const told: string[] = [];
  const anchor = anchorer(store.signedEnd, (one) => told.push(one));
  await anchor();
  await store.commit([sampleChange('a', 1)]);
  await anchor();
  await anchor();
  const cleVers = `${file}.copie.cle`;
  await backUp(file, `${file}.copie`, { cleVers });
  await store.commit([sampleChange('a', 2)]);
  await anchor();
  await store.close();
  expect(told.map((one) => one.split(':')[0])).toEqual(['1', '2']);

  const log = told.map((ancre) => JSON.stringify({ level: 30, ancre, msg: 'Fin du journal' })).join('\n');
  expect(await verifySqliteFile({ file }, { ancres: anchorsIn(log) })).toEqual({ ok: true, lignes: 2 });
  const old = { file: `${file}.copie`, cleFichier: cleVers };
  expect(await verifySqliteFile(old)).toEqual({ ok: true, lignes: 1 });
  expect(await verifySqliteFile(old, { ancres: anchorsIn(log) })).toMatchObject({
    ok: false,
    rang: 2,
    raison: expect.stringContaining('copie ancienne'),
  });
  const other = newFile();
  const anew = openSqliteStore({ file: other });
  for (const version of [1, 2]) await anew.commit([sampleChange('b', version)]);
  await anew.close();
  expect(await verifySqliteFile({ file: other }, { ancres: anchorsIn(log) })).toMatchObject({ ok: false, rang: 1 });
});
