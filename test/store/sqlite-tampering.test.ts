import { describe, expect, test } from 'vitest';
import { openSqliteStore, verifySqliteFile } from '../../src/store/sqlite/sqlite-store.ts';
import { newFile, runSql } from './database-file.ts';
import { sampleChange } from './samples.ts';

/** Lines 1 and 2 are of `d`, line 3 of `e`. */
async function writtenFile(): Promise<string> {
  const file = newFile();
  const store = openSqliteStore({ file });
  await store.commit([sampleChange('d', 1)]);
  await store.commit([sampleChange('d', 2)]);
  await store.commit([sampleChange('e', 1)]);
  await store.close();
  return file;
}

describe('verification names', () => {
  const ligneModifiee = 'la ligne n’est plus celle qui a été enregistrée';
  test.each([
    ['a changed author', "UPDATE journal SET auteur = 'agent:7' WHERE rang = 2", 2, ligneModifiee],
    ['a line given to another row', 'UPDATE journal SET instance = 1 WHERE rang = 3', 3, ligneModifiee],
    ['a cut link', 'UPDATE journal SET precedent = 0 WHERE rang = 2', 2, ligneModifiee],
    [
      'a changed text',
      "UPDATE journal SET saisie = '{}' WHERE rang = 2",
      2,
      `la saisie n’est plus celle qui a été enregistrée`,
    ],
    ['a line taken from the middle', 'DELETE FROM journal WHERE rang = 2', 2, 'la ligne manque'],
    ['the last line taken', 'DELETE FROM journal WHERE rang = 3', 3, 'la ligne manque'],
    [
      'the last line taken with its row',
      "DELETE FROM journal WHERE rang = 3; DELETE FROM instance WHERE id = 'e'",
      3,
      'la ligne manque',
    ],
    ['a row taken', "PRAGMA foreign_keys = OFF; DELETE FROM instance WHERE id = 'd'", 1, ligneModifiee],
    [
      'an added line',
      `INSERT INTO journal SELECT 4, instance, 3, type, date, enregistre_le, auteur, saisie, empreinte, mac FROM journal
       WHERE rang = 3`,
      4,
      'la ligne a été ajoutée après la fin scellée du journal',
    ],
    [
      'a changed status',
      "UPDATE instance SET statut = 'clos' WHERE id = 'e'",
      3,
      'l’instance e n’est plus celle qui a été enregistrée',
    ],
    ['a changed end', 'UPDATE tete SET rang = 2', 2, 'la fin du journal a perdu son sceau'],
  ])('%s', async (_, sql, rang, raison) => {
    const file = await writtenFile();
    runSql(file, `DROP TRIGGER journal_sans_retrait; DROP TRIGGER journal_sans_reprise; ${sql}`);
    expect(await verifySqliteFile({ file })).toEqual({ ok: false, rang, raison });
  });

  test('a row put back as it was', async () => {
    const file = await writtenFile();
    runSql(file, 'CREATE TABLE avant AS SELECT * FROM instance');
    const store = openSqliteStore({ file });
    await store.commit([sampleChange('d', 3)]);
    await store.close();
    runSql(file, 'INSERT OR REPLACE INTO instance SELECT * FROM avant');
    expect(await verifySqliteFile({ file })).toEqual({
      ok: false,
      rang: 2,
      raison: 'l’instance d n’en est plus à sa dernière ligne',
    });
  });
});

test('a row that was changed outside is shown as no longer what was written', async () => {
  const file = await writtenFile();
  runSql(file, `UPDATE instance SET etat = '{"etat":9}' WHERE id = 'd'`);
  const store = openSqliteStore({ file });
  const { lignes } = await store.list({ genre: 'dossier', limite: 10 });
  expect(lignes.map(({ id, intacte }) => ({ id, intacte }))).toEqual([
    { id: 'd', intacte: false },
    { id: 'e', intacte: true },
  ]);
  await store.close();
});

test('the text of a fact may be erased, and nothing else of the journal', async () => {
  const file = await writtenFile();
  runSql(file, 'UPDATE journal SET saisie = NULL WHERE rang = 2');
  expect(() => runSql(file, "UPDATE journal SET auteur = 'agent:7'")).toThrow('Une ligne du journal ne change pas');
  expect(() => runSql(file, "UPDATE journal SET saisie = '{}' WHERE rang = 2")).toThrow('ne change pas');
  expect(() => runSql(file, 'DELETE FROM journal')).toThrow('Le journal ne perd aucune ligne.');
  expect(await verifySqliteFile({ file })).toEqual({ ok: true, lignes: 3 });
  const store = openSqliteStore({ file });
  expect((await store.journal('d', 0, 10)).map(({ saisie }) => saisie)).toEqual(['{"objet":"d 1"}', null]);
  await store.close();
});

test('an end of the journal that was cut stops the service from writing on', async () => {
  const file = await writtenFile();
  runSql(file, 'UPDATE tete SET rang = 2, mac = (SELECT mac FROM journal WHERE rang = 2)');
  expect(() => openSqliteStore({ file })).toThrow('La clé n’est pas celle du journal de ');
});
