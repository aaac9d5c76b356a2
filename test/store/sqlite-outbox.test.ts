import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import { newFile } from './database-file.ts';
import { eventsContract } from './events-contract.ts';
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
