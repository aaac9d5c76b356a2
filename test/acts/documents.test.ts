import { existsSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { erase } from '../../src/acts/erase.ts';
import { FamilyMemory } from '../../src/acts/memory.ts';
import { site, today } from '../../src/sandbox/vies/journey.ts';
import { createServices } from '../../src/services.ts';
import { verifyBase } from '../../src/store/open.ts';
import { backUp, restore } from '../../src/store/sqlite/backup.ts';
import { openSqliteStore, verifySqliteFile } from '../../src/store/sqlite/sqlite-store.ts';
import { given } from '../http/people.ts';
import { newFile } from '../store/database-file.ts';

const act = { auteur: 'essai', version: null };
const clock = () => new Date(`${today}T10:00:00Z`);
const mail = Buffer.from(
  'From: ANS <ans@exemple.fr>\r\nDate: Tue, 1 Dec 2026 10:00:00 +0100\r\nSubject: 413\r\n\r\nRetour\r\n',
);

async function withPiece() {
  const file = newFile();
  const store = openSqliteStore({ file });
  const services = createServices(store, clock);
  const { id } = given(await services.openDossier({ procedure: 'prive-mono-site', etablissement: site }, act)).row;
  const cible = { genre: 'dossier', id } as const;
  const { garde } = given(await services.deposit(cible, { octets: mail, nom: 'retour.eml', prouve: null }, act));
  return { file, store, services, cible, garde };
}

test('a backup takes documents along, and its restoration gives them back', async () => {
  const { file, store, cible, garde } = await withPiece();
  const [copy, elsewhere] = [`${file}.sauvegarde`, newFile()];
  const { lignes } = await backUp(file, copy, { cleVers: `${copy}.cle` });
  await store.close();
  expect(lignes).toBe(2);
  await restore(copy, elsewhere, { cleFichier: `${copy}.cle` });
  const restored = openSqliteStore({ file: elsewhere });
  const read = given(await createServices(restored, clock).readDocument(cible, garde.rang));
  expect(read.contenu.equals(mail)).toBe(true);
  await restored.close();
});

test('a document that is gone, or is another, is named by its line', async () => {
  const { file, store, garde } = await withPiece();
  await store.close();
  expect(await verifySqliteFile({ file })).toEqual({ ok: true, lignes: 2 });
  const db = new Database(`${file}.documents`);
  db.prepare('UPDATE document SET octets = ?').run(Buffer.from('autre'));
  expect(await verifySqliteFile({ file })).toEqual({
    ok: false,
    rang: garde.rang,
    raison: 'le document qu’elle dit n’est plus celui qui a été déposé',
  });
  db.prepare('DELETE FROM document').run();
  db.close();
  const gone = { ok: false, rang: garde.rang, raison: 'le document qu’elle dit manque' };
  expect(await verifySqliteFile({ file })).toEqual(gone);
  expect(await verifyBase({ sqlite: file }, null, { documents: undefined })).toEqual(gone);
  const copy = `${file}.sauvegarde`;
  await expect(backUp(file, copy, { cleVers: `${copy}.cle`, documents: undefined })).rejects.toThrow(
    /document .* manque/,
  );
  expect([existsSync(copy), existsSync(`${copy}.documents`)]).toEqual([false, false]);
});

test('documents are read by their owner alone', async () => {
  const { file, store } = await withPiece();
  expect(statSync(`${file}.documents`).mode & 0o777).toBe(0o600);
  await store.close();
});

test('what is deposited changes nothing of the case but its version, and may not be corrected', async () => {
  const { store, services, cible, garde } = await withPiece();
  const rows = await store.row(cible.id);
  expect([rows?.version, rows?.intacte]).toEqual([2, true]);
  given(await services.record(cible, { type: 'contrat.trouve', date: today }, act));
  const { histoire } = given(await services.history(cible, null));
  expect([histoire.ecartes, histoire.effaces]).toEqual([0, 0]);
  const corrected = await services.previewCorrection(cible, { rang: garde.rang, remplacement: null });
  expect(corrected).toMatchObject({ ok: false, error: { code: 'correction-impossible', raison: 'document' } });
  await store.close();
});

test.each(['put', 'remove'] as const)(
  'of a deposit and an erasure of the same bytes at once (%s), none loses them',
  async (paused) => {
    const { store, services, cible, garde } = await withPiece();
    const ailleurs = { ...site, finess: '590782553' };
    const other = given(await services.openDossier({ procedure: 'prive-mono-site', etablissement: ailleurs }, act)).row;
    const there = { genre: 'dossier', id: other.id } as const;
    const piece = { octets: mail, nom: 'retour.eml', prouve: null };
    const erasing = { rang: garde.rang, motif: 'au mauvais dossier' };
    const { documents } = store;
    let met = false;
    const once = async (meanwhile: () => Promise<unknown>) => {
      if (met) return;
      met = true;
      await meanwhile();
    };
    const between: typeof documents = {
      put: async (bytes) => {
        const kept = await documents.put(bytes);
        if (paused === 'put') await once(() => services.eraseDocument(cible, erasing, act));
        return kept;
      },
      get: documents.get,
      has: documents.has,
      remove: async (document) => {
        if (paused === 'remove') await once(() => services.deposit(there, piece, act));
        await documents.remove(document);
      },
      close: documents.close,
    };
    const beside = createServices(Object.assign(Object.create(store), { documents: between }), clock);
    if (paused === 'put') given(await beside.deposit(there, piece, act));
    else given(await beside.eraseDocument(cible, erasing, act));
    expect([met, await documents.has(garde.document)]).toEqual([true, true]);
    expect(await store.verify({})).toMatchObject({ ok: true });
    await store.close();
  },
);

test('what is kept no longer goes with its documents, of which the imprint stays', async () => {
  const { store, cible, garde } = await withPiece();
  const desk = { store, memory: new FamilyMemory(), clock };
  const nothing = { holds: () => false, without: (text: string) => text, isId: () => false };
  const erased = await erase(desk, cible, { type: 'personne.effacee', documents: false, ...nothing }, 'essai');
  expect([given(erased), await store.documents.has(garde.document)]).toEqual([0, true]);
  const due = await erase(desk, cible, { type: 'conservation.echue', documents: true, ...nothing }, 'calendrier');
  expect([given(due), await store.documents.has(garde.document)]).toEqual([1, false]);
  expect(await store.verify({})).toMatchObject({ ok: true });
  await store.close();
});
