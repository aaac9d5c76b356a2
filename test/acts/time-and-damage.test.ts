import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { strayIn } from '../../src/acts/rows.ts';
import { DossierOuvert } from '../../src/engine/opening.ts';
import { createServices, type Services } from '../../src/services.ts';
import { openSqliteStore, verifySqliteFile } from '../../src/store/sqlite/sqlite-store.ts';
import type { Store } from '../../src/store/store.ts';
import { newFile } from '../store/database-file.ts';

const act = { auteur: 'essai', version: null };
const etablissement = {
  denomination: 'USLD CH DE NANTUA',
  siret: '26011021800062',
  finess: '010786259',
  codePostal: '01130',
  commune: 'NANTUA',
};

let file: string;
let store: Store;
let services: Services;
let now: string;

beforeEach(() => {
  file = newFile();
  now = '2026-01-05';
  open();
});
afterEach(() => store.close());

function open(): void {
  store = openSqliteStore({ file, copieAPart: false });
  services = createServices(store, () => new Date(`${now}T12:00:00Z`));
}

async function reopen(): Promise<void> {
  await store.close();
  open();
}

/** A dossier whose responsible person's card ends on 31 January. */
async function openDossier(chez = etablissement): Promise<string> {
  const asked = DossierOuvert.parse({ procedure: 'prive-mono-site', etablissement: chez });
  const opened = await services.openDossier(asked, act);
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  const { id } = opened.value.row;
  await tell('dossier', id, { type: 'carteResponsable.trouvee', carte: { type: 'CDE', fin: '2026-01-31' } });
  return id;
}

async function tell(genre: 'dossier' | 'certificat', id: string, fact: { type: string; [champ: string]: unknown }) {
  const recorded = await services.record({ genre, id }, { date: now, ...fact }, act);
  if (!recorded.ok) throw new Error(JSON.stringify(recorded.error));
  return recorded.value;
}

/** Follows the shortest path to the end, by the examples. */
async function finish(id: string): Promise<void> {
  for (;;) {
    const view = await services.view({ genre: 'dossier', id });
    if (!view.ok) throw new Error(JSON.stringify(view.error));
    const { etapes, restant } = view.value.vue.suite;
    if (restant.minimum === 0) return;
    const facts = etapes.flatMap(({ faits }) => faits);
    const next = facts.find(({ restantApres }) => restantApres === Number(restant.minimum) - 1);
    const [, , , kind, target = ''] = next?.vers.split('/') ?? [];
    await tell(kind === 'dossiers' ? 'dossier' : 'certificat', target, next?.exemple as never);
  }
}

async function types(id: string): Promise<string[]> {
  return (await store.journal(id, 0, 100)).map(({ type, date, auteur }) => `${date} ${type} ${auteur}`);
}

test('a card that has ended is told by the calendar, the day after, once', async () => {
  const id = await openDossier();
  now = '2026-01-31';
  expect(await services.recordDueFacts()).toBe(0);
  now = '2026-03-01';
  expect(await services.recordDueFacts()).toBe(1);
  expect(await services.recordDueFacts()).toBe(0);
  expect((await types(id)).at(-1)).toBe('2026-02-01 carteResponsable.expiree calendrier');
});

test('a certificate is due for renewal 60 days before its end, and expires the day after', async () => {
  const id = await openDossier();
  await finish(id);
  const { lignes } = await store.list({ genre: 'certificat', parentId: id, limite: 10 });
  const [certificat] = lignes.map((row) => row.id);
  now = '2029-12-31';
  await services.recordDueFacts();
  await services.recordDueFacts();
  const told = (await types(certificat ?? '')).filter((line) => line.endsWith('calendrier'));
  expect(told).toEqual([
    '2028-11-06 certificat.renouvellementDu calendrier',
    '2029-01-06 certificat.expire calendrier',
  ]);
  expect((await store.row(id))?.statut).toBe('enCours');
});

test('what is next is the same after a restart as before', async () => {
  const id = await openDossier();
  const before = await services.view({ genre: 'dossier', id });
  await reopen();
  expect(await services.view({ genre: 'dossier', id })).toEqual(before);
  expect(await services.view({ genre: 'dossier', id })).toEqual(before);
});

test('a row that is not what was written can be read and not advanced', async () => {
  const id = await openDossier();
  await store.close();
  const db = new Database(file);
  db.prepare("UPDATE instance SET etat = replace(etat, 'aVerifier', 'actif') WHERE id = ?").run(id);
  db.close();
  open();
  expect((await services.find({ genre: 'dossier', id })).ok).toBe(true);
  const refused = await services.record({ genre: 'dossier', id }, { type: 'carteResponsable.bloquee', date: now }, act);
  expect(refused).toEqual({ ok: false, error: { code: 'dossier-en-quarantaine', id } });
  expect(await store.verify()).toMatchObject({ ok: false });
});

describe('what is kept beside the seal is made again from what is sealed, and is named where it says otherwise:', () => {
  test.each([
    [
      'the view of another dossier',
      'UPDATE instance SET vue = (SELECT vue FROM instance WHERE id = @other) WHERE id = @id',
      'sa vue',
    ],
    ['a deadline put off', "UPDATE echeance SET le = '2099-01-01'", 'ses échéances'],
    ['a deadline taken away', 'DELETE FROM echeance', 'ses échéances'],
    [
      'another urgency',
      "UPDATE instance SET urgence = '2099-01-01' WHERE genre = 'certificat'",
      'ce sous quoi elle est comptée',
    ],
  ])('%s', async (_, sql, raison) => {
    const id = await openDossier();
    await finish(id);
    const other = await openDossier({ ...etablissement, siret: '26011021800120', finess: '010007961' });
    expect(await verifySqliteFile({ file }, { suites: strayIn })).toMatchObject({ ok: true });
    const db = new Database(file);
    db.prepare(sql).run(...(sql.includes('@') ? [{ id, other }] : []));
    db.close();
    expect(await verifySqliteFile({ file })).toMatchObject({ ok: true });
    const found = await verifySqliteFile({ file }, { suites: strayIn });
    expect(found).toMatchObject({ ok: false, raison: expect.stringContaining(raison) });
  });
});

test('of many who act on one dossier at once, nobody is lost', async () => {
  const id = await openDossier();
  const facts = Array.from({ length: 6 }, () => ({ type: 'formulaire413.partie2Remplie', partie2: 'Sans objet' }));
  await Promise.all(facts.map((fact) => tell('dossier', id, fact)));
  expect((await store.row(id))?.version).toBe(8);
  expect(await store.verify()).toEqual({ ok: true, lignes: 8 });
});
