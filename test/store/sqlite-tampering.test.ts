import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { readKey } from '../../src/store/key.ts';
import { createSeals, EMPTY, type Head } from '../../src/store/seals.ts';
import { openSqliteStore, verifySqliteFile } from '../../src/store/sqlite/sqlite-store.ts';
import { newFile, runSql } from './database-file.ts';
import { sampleActe, sampleCle, sampleCompte, sampleDelegation, sampleLien } from './identity-samples.ts';
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

/** An account that came in by a link, a revoked key and one that was rolled, a delegation on `d`, each told of in the journal of the administration. */
async function administeredFile(): Promise<string> {
  const file = newFile();
  const store = openSqliteStore({ file });
  await store.commit([sampleChange('d', 1)]);
  const { identites } = store;
  await identites.addLien(sampleLien('lien', 'chef', { role: 'superviseur' }), sampleActe('premierLien.remis', 'chef'));
  await identites.openCompte('lien', sampleCompte('chef'), sampleActe('compte.ouvert', 'chef'));
  await identites.addEditeur({ id: 'e', nom: 'Éditeur', creeLe: LE }, sampleActe('editeur.cree', 'e'));
  await identites.addCle(sampleCle('c'), sampleActe('cle.creee', 'c'));
  runSql(file, 'CREATE TABLE avant AS SELECT * FROM cle_api');
  await identites.revokeCle('c', sampleActe('cle.revoquee', 'c'));
  await identites.addCle(sampleCle('k'), sampleActe('cle.creee', 'k'));
  const neuve = { empreinte: 'neuve', prefixe: 'pig_neuve', creeLe: LE, expireLe: '2027-01-05' };
  await identites.rollCle('k', { ...neuve, jusqua: '2026-01-06T08:00:00.000Z' }, sampleActe('cle.renouvelee', 'k'));
  await identites.addDelegation(sampleDelegation('l', 'd'), sampleActe('delegation.accordee', 'l'));
  const preuve = { verifie: 'scrypt de chef', motDePasse: 'scrypt de chef', tentatives: [], remplace: null };
  await identites.openSession({ empreinte: 's', compteId: 'chef', ouverteLe: LE, vueLe: LE }, preuve);
  await store.close();
  return file;
}

const LE = '2026-01-05T08:00:00.000Z';
const FREE = 'DROP TRIGGER acte_identite_sans_retrait; DROP TRIGGER acte_identite_sans_reprise;';

test('what lets people in is kept as it was written', async () => {
  const file = await administeredFile();
  expect(await verifySqliteFile({ file })).toEqual({ ok: true, lignes: 1 });
  const store = openSqliteStore({ file });
  expect(await store.strays()).toEqual([]);
  expect((await store.identites.session('s'))?.compte.id).toBe('chef');
  await store.close();
});

describe('what lets people in, changed outside, lets nobody in and is named:', () => {
  const inserted = (table: string, changes: string) =>
    `CREATE TABLE autre AS SELECT * FROM ${table}; UPDATE autre SET ${changes}; INSERT INTO ${table} SELECT * FROM autre`;
  test.each([
    ['a role that was raised', "UPDATE compte SET role = 'superviseur'", 'compte chef'],
    ['a password that was replaced', "UPDATE compte SET mot_de_passe = 'autre'", 'compte chef'],
    ['an account that was reopened', 'UPDATE compte SET actif = 1 - actif', 'compte chef'],
    ['an account that was added', inserted('compte', "id = 'intrus', courriel = 'i@ch.fr'"), 'compte intrus'],
    ['an account that was removed', "DELETE FROM session; DELETE FROM compte WHERE id = 'chef'", 'compte.ouvert chef'],
    ['a revoked key that serves again', 'UPDATE cle_api SET revoquee_le = NULL', 'cle_api c'],
    [
      'a revoked key as it was before',
      "DELETE FROM cle_api WHERE id = 'c'; INSERT INTO cle_api SELECT * FROM avant",
      'cle_api c',
    ],
    ['the limits of a key', 'UPDATE cle_api SET portees = \'["administration"]\'', 'cle_api c'],
    [
      'a former key that opens for longer',
      "UPDATE cle_precedente SET jusqua = '2099'",
      'cle_precedente empreinte de k',
    ],
    [
      'a former key that was added',
      "INSERT INTO cle_precedente SELECT 'x', cle_id, jusqua, sceau FROM cle_precedente",
      'cle_precedente x',
    ],
    ['a delegation that was prolonged', "UPDATE delegation SET du = '2020-01-01'", 'delegation l'],
    ['a delegation that was added', inserted('delegation', "id = 'm', au = '2030-01-01'"), 'delegation m'],
    ['a link that was added', inserted('lien_unique', "empreinte = 'x', utilise_le = NULL"), 'lien_unique x'],
    ['a session that was added', inserted('session', "empreinte = 'x'"), 'session x'],
    [
      'an account that another directory would vouch for',
      "INSERT INTO compte_externe VALUES ('i', 's', 'chef', '')",
      'compte_externe chef',
    ],
  ])('%s', async (_, sql, named) => {
    const file = await administeredFile();
    runSql(file, sql);
    const store = openSqliteStore({ file });
    expect(await store.strays()).toContain(named);
    const { identites } = store;
    const [table = '', ...words] = named.split(' ');
    const id = words.join(' ');
    const found = {
      compte: () => identites.compte(id),
      'compte.ouvert': () => identites.compte(id),
      cle_api: async () => (named === 'cle_api c' && sql.includes('avant') ? null : identites.cle('empreinte de c')),
      cle_precedente: () => identites.clePrecedente(id),
      delegation: async () => null,
      lien_unique: () => identites.lien(id),
      session: () => identites.session(id),
      compte_externe: () => identites.compteExterne('i', 's'),
    }[table];
    expect(await found?.()).toBe(null);
    await store.close();
    expect(await verifySqliteFile({ file })).toMatchObject({
      ok: false,
      raison: `${named} n’est plus ce qui a été enregistré`,
    });
  });
});

describe('verification tells of the journal of the administration:', () => {
  test.each([
    ['emptied', 'DELETE FROM acte_identite', 'le journal de l’administration a perdu des lignes'],
    [
      'a line taken from the middle',
      'DELETE FROM acte_identite WHERE rang = 2',
      'n’est plus celui qui a été enregistré',
    ],
    [
      'its last line taken',
      'DELETE FROM acte_identite WHERE rang = (SELECT max(rang) FROM acte_identite)',
      'a perdu des lignes',
    ],
    [
      'another author',
      "UPDATE acte_identite SET auteur = 'compte:autre' WHERE rang = 3",
      'n’est plus celui qui a été enregistré',
    ],
    ['its end moved', 'UPDATE tete SET acte_rang = 0', 'la fin du journal a perdu son sceau'],
  ])('%s', async (_, sql, raison) => {
    const file = await administeredFile();
    runSql(file, `${FREE} ${sql}`);
    expect(await verifySqliteFile({ file })).toMatchObject({ ok: false, raison: expect.stringContaining(raison) });
  });

  test('emptied with its end: the service does not write on', async () => {
    const file = await administeredFile();
    runSql(file, `${FREE} DELETE FROM acte_identite; UPDATE tete SET acte_rang = 0, acte_mac = ''`);
    expect(() => openSqliteStore({ file })).toThrow('la fin du journal a été modifiée');
  });
});

test('no act makes good what was changed outside: it stays named, and lets nobody in', async () => {
  const file = await administeredFile();
  runSql(
    file,
    "UPDATE compte SET nom = 'Autre'; UPDATE delegation SET du = '2020-01-01'; UPDATE cle_api SET nom = 'Autre' WHERE id = 'c'",
  );
  const store = openSqliteStore({ file });
  const { identites } = store;
  await identites.endSessions('chef', sampleActe('sessions.closes', 'chef'));
  await identites.addLien(
    sampleLien('reinit', 'chef', { objet: 'mot-de-passe' }),
    sampleActe('reinitialisation.remise', 'chef'),
  );
  await identites.revokeDelegation('l', sampleActe('delegation.revoquee', 'l'));
  expect(await store.strays()).toEqual(['compte chef', 'cle_api c', 'delegation l']);
  const change = { id: 'chef', motDePasse: 'scrypt de l’intrus', tentatives: '' };
  expect(await identites.resetMotDePasse('reinit', change, sampleActe('motDePasse.reinitialise', 'chef'))).toBe(false);
  expect(await identites.compte('chef')).toBeNull();
  await store.close();
});

test('a delegation that was added outside shows nothing', async () => {
  const file = await administeredFile();
  const store = openSqliteStore({ file });
  const sees = () => store.identites.isDelegated('e', 'd', '2026-03-01');
  expect(await sees()).toBe(true);
  await store.identites.revokeDelegation('l', sampleActe('delegation.revoquee', 'l'));
  expect(await sees()).toBe(false);
  runSql(file, 'UPDATE delegation SET revoquee_le = NULL, revoquee_par = NULL');
  expect(await sees()).toBe(false);
  await store.close();
});

test('a base from before identities were sealed is sealed as it is, once', async () => {
  const file = await administeredFile();
  const line = new Database(file, { readonly: true }).prepare<[], Head>('SELECT rang, mac FROM journal').get();
  const sceau = createSeals(readKey(`${file}.cle`)).head(line ?? EMPTY, EMPTY);
  const trigger = new Database(file, { readonly: true })
    .prepare<[], string>("SELECT sql FROM sqlite_schema WHERE name = 'acte_identite_sans_reprise'")
    .pluck()
    .get();
  runSql(
    file,
    `${FREE} UPDATE acte_identite SET mac = ''; ${trigger}; UPDATE compte SET sceau = '', acte = 0;
    UPDATE tete SET acte_rang = 0, acte_mac = '', sceau = '${sceau}'`,
  );
  await openSqliteStore({ file }).close();
  expect(await verifySqliteFile({ file })).toEqual({ ok: true, lignes: 1 });
  expect(() => runSql(file, "UPDATE acte_identite SET mac = ''")).toThrow('ne change pas');
  runSql(file, "UPDATE compte SET sceau = ''");
  await openSqliteStore({ file }).close();
  expect(await verifySqliteFile({ file })).toMatchObject({ raison: 'compte chef n’est plus ce qui a été enregistré' });
});
