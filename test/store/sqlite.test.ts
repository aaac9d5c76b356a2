import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { openAccessLog } from '../../src/store/sqlite/access-log.ts';
import { backUp } from '../../src/store/sqlite/backup.ts';
import { openWritable } from '../../src/store/sqlite/file/database.ts';
import { openSqliteStore, verifySqliteFile } from '../../src/store/sqlite/sqlite-store.ts';
import { storeContract } from './contract.ts';
import { newFile, runSql } from './database-file.ts';
import { draftsContract } from './drafts-contract.ts';
import { leasesContract } from './leases-contract.ts';
import { sampleChange, sampleRow, WRITTEN } from './samples.ts';

storeContract('SQLite', async () => openSqliteStore({ file: newFile() }));
draftsContract('SQLite', async () => openSqliteStore({ file: newFile() }));
leasesContract('SQLite', async () => openSqliteStore({ file: newFile() }));

describe('a database', () => {
  test('syncs each commit to the disk', () => {
    const { db, close } = openWritable(newFile());
    db.exec('CREATE TABLE essai (n); INSERT INTO essai VALUES (1)');
    const modes = ['journal_mode', 'synchronous'].map((name) => db.pragma(name, { simple: true }));
    expect(modes).toEqual(['wal', 2]);
    close();
  });

  test('keeps what was committed', async () => {
    const file = newFile();
    const store = openSqliteStore({ file });
    await store.commit([sampleChange('d', 1)]);
    await store.close();
    const again = openSqliteStore({ file });
    expect(await again.commit([sampleChange('d', 2)])).toEqual(WRITTEN);
    expect(await again.row('d')).toEqual({ ...sampleRow('d', 2), intacte: true, inouies: 0 });
    expect(await again.verify()).toEqual({ ok: true, lignes: 2 });
    await again.close();
  });

  test('takes what is waiting before it closes', async () => {
    const file = newFile();
    const store = openSqliteStore({ file });
    const last = store.commit([sampleChange('d', 1)]);
    await store.close();
    expect(await last).toEqual(WRITTEN);
    expect(await verifySqliteFile({ file })).toEqual({ ok: true, lignes: 1 });
  });

  test('that another program holds is an outage for all who wait, and nothing is lost after it', async () => {
    const file = newFile();
    const store = openSqliteStore({ file });
    const other = new Database(file);
    other.exec('BEGIN IMMEDIATE');
    const settled = await Promise.allSettled([
      store.commit([sampleChange('d', 1)]),
      store.commit([sampleChange('e', 1)]),
    ]);
    other.close();
    const reason = expect.objectContaining({
      name: 'StoreOutage',
      message: 'La base ne répond pas : un autre programme y écrit, fermez-le.',
      cause: expect.any(Database.SqliteError),
    });
    expect(settled).toEqual([
      { status: 'rejected', reason },
      { status: 'rejected', reason },
    ]);
    expect(await store.commit([sampleChange('d', 1)])).toEqual(WRITTEN);
    expect(await store.verify()).toEqual({ ok: true, lignes: 1 });
    await store.close();
  });

  test('of a later program is refused', async () => {
    const file = newFile();
    await openSqliteStore({ file }).close();
    runSql(file, 'PRAGMA user_version = 99');
    const refusal = /^La base .* est en version 99, ce programme s’arrête à la \d+ : installez le programme à jour\.$/;
    expect(() => openSqliteStore({ file })).toThrow(refusal);
    await expect(verifySqliteFile({ file })).rejects.toThrow(refusal);
  });

  test('that is none is refused', () => {
    const file = newFile();
    mkdirSync(dirname(file));
    writeFileSync(file, 'Ceci est un texte, pas une base de données. '.repeat(100));
    expect(() => openSqliteStore({ file })).toThrow(
      'La base ne répond pas : le fichier n’est pas une base SQLite, vérifiez son chemin.',
    );
  });

  test.each([0, 3])('of another program, which numbers it %i, is refused and left as it was', (version) => {
    const file = newFile();
    mkdirSync(dirname(file));
    runSql(file, `PRAGMA user_version = ${version}; CREATE TABLE client (nom)`);
    expect(() => openSqliteStore({ file })).toThrow(
      `La base ${file} n’est pas celle de ce programme, ou il lui manque des tables : vérifiez son chemin, ou restaurez une sauvegarde.`,
    );
    const db = new Database(file);
    expect(db.prepare('SELECT name FROM sqlite_schema').pluck().all()).toEqual(['client']);
    db.close();
  });

  test('that has lost its journal is refused, and verification says so', async () => {
    const file = newFile();
    await openSqliteStore({ file }).close();
    runSql(file, 'DROP TABLE journal');
    expect(() => openSqliteStore({ file })).toThrow('il lui manque des tables');
    await expect(verifySqliteFile({ file })).rejects.toThrow('il lui manque des tables');
  });
});

describe('the key of the journal', () => {
  const cle = 'c1e0'.repeat(16);

  test('is made with the database, for its owner only', async () => {
    const file = newFile();
    await openSqliteStore({ file }).close();
    expect(statSync(`${file}.cle`).mode & 0o777).toBe(0o600);
  });

  test('that is a folder is told, and what to do', async () => {
    const file = newFile();
    await openSqliteStore({ file }).close();
    rmSync(`${file}.cle`);
    mkdirSync(`${file}.cle`);
    expect(() => openSqliteStore({ file })).toThrow(
      `La clé du journal ne se lit pas : vérifiez le fichier ${file}.cle et ses droits.`,
    );
  });

  test('may be given instead', async () => {
    const file = newFile();
    const store = openSqliteStore({ file, cle });
    await store.commit([sampleChange('d', 1)]);
    await store.close();
    expect(await verifySqliteFile({ file, cle })).toEqual({ ok: true, lignes: 1 });
  });

  test('is not made anew for a database that has lost it', async () => {
    const file = newFile();
    const store = openSqliteStore({ file, cle });
    await store.commit([sampleChange('d', 1)]);
    await store.close();
    expect(() => openSqliteStore({ file })).toThrow('La clé du journal est introuvable : remettez le fichier ');
    expect(() => openSqliteStore({ file, cle: cle.replaceAll('c', 'd') })).toThrow(
      'La clé n’est pas celle du journal de ',
    );
    expect(() => openSqliteStore({ file, cle: 'courte' })).toThrow(
      'La clé du journal (configuration) doit compter 64 chiffres hexadécimaux.',
    );
  });
});

test('a base, its log and the copies of it are read by their owner alone', async () => {
  const file = newFile();
  const store = openSqliteStore({ file });
  await store.commit([sampleChange('d', 1)]);
  await backUp(file, `${file}.copie`, { cleVers: `${file}.copie.cle` });
  openAccessLog(`${file}.acces`).close();
  const modes = ['', '-wal', '.acces', '.copie', '.copie.cle'].map((end) => statSync(`${file}${end}`).mode & 0o777);
  expect(modes).toEqual(Array(5).fill(0o600));
  await store.close();
});
