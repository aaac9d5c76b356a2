import { expect, test } from 'vitest';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import { newFile, runSql } from './database-file.ts';
import { sampleActe } from './identity-samples.ts';
import { reglagesContract, sampleValeur } from './reglages-contract.ts';

reglagesContract('SQLite', async () => openSqliteStore({ file: newFile() }));

test('the history of settings neither changes nor shrinks', async () => {
  const file = newFile();
  const store = openSqliteStore({ file });
  await store.reglages.addValeur(sampleValeur(20, '2026-06-01'), sampleActe('reglage.pose', 'delai.ans'));
  await store.close();
  expect(() => runSql(file, "UPDATE reglage SET valeur = '1'")).toThrow('ne change pas');
  expect(() => runSql(file, 'DELETE FROM reglage')).toThrow('ne perd aucune ligne');
  const again = openSqliteStore({ file });
  expect(again.reglages.valeurs()).toMatchObject([{ rang: 1, valeur: '20' }]);
  await again.close();
});
