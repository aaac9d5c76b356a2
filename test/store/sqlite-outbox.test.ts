import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import { newFile, runSql } from './database-file.ts';
import { eventsContract } from './events-contract.ts';
import { sampleActe, sampleDelegation } from './identity-samples.ts';
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

test('a base from before keys were rolled goes on with the delegations that it had told', async () => {
  const file = newFile();
  const store = openSqliteStore({ file });
  const { identites, evenements } = store;
  await store.commit([sampleChange('d', 1)]);
  await identites.addEditeur({ id: 'e', nom: 'Éditeur', creeLe: '2026' }, sampleActe('editeur.cree', 'e'));
  await identites.addDelegation(sampleDelegation('l', 'd'), sampleActe('delegation.accordee', 'l'));
  await store.commit([sampleChange('d', 2)]);
  await identites.revokeDelegation('l', sampleActe('delegation.revoquee', 'l'));
  const wanted = { types: null, dossiers: 'tous' } as const;
  const told = await evenements.after(0, 10, wanted);
  await store.close();
  const migration = new URL('../../src/store/sqlite/migrations/020-delegations-dites.sql', import.meta.url);
  runSql(
    file,
    `${readFileSync(migration, 'utf8')}
    INSERT INTO evenement_delegation SELECT numero, apres, delegation, type, date, le FROM evenement_a_part;
    DROP TABLE evenement_a_part; DROP TABLE cle_precedente; DROP INDEX journal_partie4; DROP TABLE bail;
    DROP TABLE tentative_courriel; DROP TABLE courriel; DROP TABLE adresse_refusee; DROP TABLE boite; DROP TABLE courriel_recu;
    DROP INDEX journal_courriel; DROP INDEX journal_document; DROP INDEX notification_revocation; DROP TABLE effacement;
    ALTER TABLE instance DROP COLUMN annonces;
    PRAGMA user_version = 21`,
  );
  const again = openSqliteStore({ file });
  expect(told.lignes.map(({ type }) => type)).toContain('delegation.terminee');
  expect(await again.evenements.after(0, 10, wanted)).toEqual(told);
  await again.identites.addDelegation(sampleDelegation('m', 'd'), sampleActe('delegation.accordee', 'm'));
  expect((await again.evenements.after(told.jusqua, 10, wanted)).lignes).toMatchObject([{ rang: told.jusqua + 1 }]);
  await again.close();
});
