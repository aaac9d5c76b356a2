import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import { AUCUNE_ANNONCE } from '../../src/store/store.ts';
import { newFile, runSql } from './database-file.ts';
import { eventsContract } from './events-contract.ts';
import { sampleChange } from './samples.ts';
import { webhooksContract } from './webhooks-contract.ts';

eventsContract('SQLite', async () => openSqliteStore({ file: newFile() }));
webhooksContract('SQLite', async () => openSqliteStore({ file: newFile() }));

test('a copy of the base does not give the secrets', async () => {
  const file = newFile();
  const store = openSqliteStore({ file });
  const made = {
    editeurId: null,
    url: 'https://exemple.fr/',
    types: null,
    description: '',
    creeLe: '2026',
    curseur: 0,
  };
  for (const id of ['s', 't']) await store.abonnements.create({ ...made, id }, `whsec_${id}`);
  await store.close();
  const db = new Database(file);
  const boxes = db.prepare('SELECT secret FROM abonnement').pluck().all() as Buffer[];
  expect(boxes.filter((box) => box.includes('whsec_'))).toEqual([]);
  db.exec("UPDATE abonnement SET secret = (SELECT secret FROM abonnement WHERE id = 's')");
  db.close();
  const again = openSqliteStore({ file });
  expect((await again.abonnements.secrets('s'))?.actuel).toBe('whsec_s');
  await expect(again.abonnements.secrets('t')).rejects.toThrow();
  await again.close();
});

test('a base of an earlier version is brought to this one, copied first; one that is too old is refused whole', async () => {
  const file = newFile();
  const store = openSqliteStore({ file });
  await store.commit([sampleChange('d', 1)]);
  await store.close();
  runSql(file, 'DROP INDEX notification_revocation; DROP TABLE effacement');
  runSql(file, 'ALTER TABLE instance DROP COLUMN annonce; ALTER TABLE instance DROP COLUMN annonces');
  runSql(file, 'PRAGMA user_version = 25');
  const again = openSqliteStore({ file });
  expect(await again.row('d')).toMatchObject({ version: 1, annonces: AUCUNE_ANNONCE, intacte: true });
  expect((await again.commit([sampleChange('d', 2)])).ok).toBe(true);
  await again.close();
  const db = new Database(file);
  const version = db.pragma('user_version', { simple: true });
  expect(existsSync(`${file}.avant-${version}`)).toBe(true);
  db.pragma('user_version = 24');
  db.close();
  expect(() => openSqliteStore({ file })).toThrow(/en version 24, d’avant la 25 : .*ouvrez une base neuve/);
});
