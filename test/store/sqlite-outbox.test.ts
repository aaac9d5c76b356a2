import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import type { VisibleDossiers } from '../../src/store/events.ts';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import { newFile, runSql } from './database-file.ts';
import { eventsContract } from './events-contract.ts';
import { sampleChange } from './samples.ts';
import { webhooksContract } from './webhooks-contract.ts';

eventsContract('SQLite', async () => openSqliteStore({ file: newFile() }));
webhooksContract('SQLite', async () => openSqliteStore({ file: newFile() }));

test('an éditeur sees the events of what is delegated to it, while it is', async () => {
  const file = newFile();
  const store = openSqliteStore({ file });
  await store.commit([
    sampleChange('g', 1, { genre: 'groupement' }),
    sampleChange('d', 1, { parentId: 'g' }),
    sampleChange('c', 1, { genre: 'certificat', parentId: 'd' }),
    sampleChange('e', 1),
    sampleChange('f', 1),
  ]);
  const lend = (id: string, instance: string, to: string) => `
    INSERT INTO delegation (id, instance, editeur_id, du, au, motif, accordee_le, accordee_par, revoquee_le)
    SELECT '${id}', numero, ${to}, '', '2026-01-05', 'superviseur', NULL FROM instance WHERE id = '${instance}';`;
  runSql(
    file,
    `INSERT INTO editeur VALUES ('groupe', 'Groupe', ''), ('site', 'Site', '');
     ${lend('1', 'g', "'groupe', '2026-01-05', '2026-01-31'")}
     ${lend('2', 'd', "'site', '2026-01-05', NULL")}
     ${lend('3', 'e', "'site', '2026-01-05', NULL")}
     UPDATE delegation SET revoquee_le = '2026-01-06' WHERE id = '3'`,
  );
  const seen = async (editeurId: string, jour: string) => {
    const dossiers: VisibleDossiers = { delegueA: { editeurId, jour } };
    const { lignes } = await store.evenements.after(0, 10, { types: null, dossiers });
    const one = await Promise.all(lignes.map(({ rang }) => store.evenements.one(rang, dossiers)));
    expect(one).toEqual(lignes);
    return lignes.map(({ instanceId }) => instanceId);
  };
  expect(await seen('groupe', '2026-01-05')).toEqual(['g', 'd', 'c']);
  expect(await seen('site', '2026-06-01')).toEqual(['d', 'c']);
  expect([
    await seen('groupe', '2026-02-01'),
    await seen('groupe', '2026-01-04'),
    await seen('autre', '2026-01-05'),
  ]).toEqual([[], [], []]);
  expect(await store.evenements.one(1, { delegueA: { editeurId: 'site', jour: '2026-06-01' } })).toBeNull();
  await store.close();
});

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
