import { expect, test } from 'vitest';
import { parseKey } from '../../src/store/key.ts';
import { createSeals } from '../../src/store/seals.ts';
import { acteTable } from '../../src/store/sql/identities/actes.ts';
import { continueJournal } from '../../src/store/sql/journal-end.ts';
import { readReglages, reglageStore } from '../../src/store/sql/reglages.ts';
import type { Work } from '../../src/store/sql/work.ts';
import { sqliteEngine } from '../../src/store/sqlite/engine.ts';
import { openWritable } from '../../src/store/sqlite/file/database.ts';
import { newFile } from './database-file.ts';
import { sampleActe } from './identity-samples.ts';

test('settings that were read before a write, and arrive after it, do not hide what it wrote', async () => {
  const { db, close } = openWritable(newFile());
  const engine = sqliteEngine(db);
  const seals = createSeals(parseKey('ab'.repeat(32), 'essai'));
  engine.now(continueJournal(seals, 'essai'));
  const gate = Promise.withResolvers<void>();
  const slow = {
    ...engine,
    async ask<T>(work: Work<T>): Promise<T> {
      const read = engine.now(work);
      await gate.promise;
      return read;
    },
  };
  const { store, refresh } = reglageStore(slow, acteTable(seals), engine.now(readReglages()));
  const refreshed = refresh();
  const valeur = { cle: 'delai.ans', valeur: '9', du: '2026-03-01', au: null, motif: '', poseLe: '2026', posePar: 'x' };
  await store.addValeur(valeur, sampleActe('reglage.pose', 'delai.ans'));
  gate.resolve();
  await refreshed;
  expect(store.valeurs()).toMatchObject([{ cle: 'delai.ans', valeur: '9' }]);
  close();
});
