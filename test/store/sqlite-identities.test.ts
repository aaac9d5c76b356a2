import { expect, test } from 'vitest';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import { newFile, runSql } from './database-file.ts';
import { delegationsContract } from './delegations-contract.ts';
import { externesContract } from './externes-contract.ts';
import { identitiesContract } from './identities-contract.ts';
import { sampleActe } from './identity-samples.ts';

const open = async () => openSqliteStore({ file: newFile() });

identitiesContract('SQLite', open);
delegationsContract('SQLite', open);
externesContract('SQLite', open);

test('the journal of identities neither changes nor shrinks', async () => {
  const file = newFile();
  const store = openSqliteStore({ file });
  await store.identites.addEditeur({ id: 'e', nom: 'Éditeur', creeLe: '2026' }, sampleActe('editeur.cree', 'e'));
  await store.close();
  expect(() => runSql(file, "UPDATE acte_identite SET auteur = 'compte:autre'")).toThrow('ne change pas');
  expect(() => runSql(file, 'DELETE FROM acte_identite')).toThrow('ne perd aucune ligne');
});
