import { afterEach, beforeEach, expect, test } from 'vitest';
import { findProcedure } from '../../machines/index.ts';
import { strayIn, toFamily } from '../../src/acts/rows.ts';
import { keepView } from '../../src/engine/answers/view.ts';
import type { Instance } from '../../src/engine/instance.ts';
import { site } from '../../src/sandbox/vies/journey.ts';
import { createServices, type Services } from '../../src/services.ts';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import type { Family, Genre, Store } from '../../src/store/store.ts';
import { faits } from '../engine/family.ts';
import { given } from '../http/people.ts';
import { newFile, runSql } from '../store/database-file.ts';

const JOUR = '2026-03-02';
const act = { auteur: 'essai', version: null };
/** A second later each time that it is asked. */
let seconds = 0;
const clock = () => new Date(Date.parse(`${JOUR}T09:00:00Z`) + seconds++ * 1_000);
let file: string;
let store: Store;
let services: Services;
let dossier: string;
let certificats: string[];

beforeEach(async () => {
  file = newFile();
  store = openSqliteStore({ file, copieAPart: false });
  restart();
  dossier = given(await services.openDossier({ procedure: 'prive-mono-site', etablissement: site }, act)).row.id;
  await record('dossier', dossier, ...faits.habilite, ...Array.from({ length: 40 }, () => 'certificat.demande'));
  certificats = (await store.list({ genre: 'certificat', parentId: dossier, limite: 50 })).lignes.map(({ id }) => id);
});
afterEach(() => store.close());

/** Nothing is remembered any more. */
function restart(): void {
  services = createServices(store, clock);
}

async function record(genre: Genre, id: string, ...types: readonly string[]): Promise<void> {
  const procedure = findProcedure(genre === 'dossier' ? 'prive-mono-site' : genre);
  for (const type of types)
    given(await services.record({ genre, id }, { ...procedure?.facts[type]?.exemples[0], type, date: JOUR }, act));
}

/** The view that is kept of the dossier, and that which all its certificates would make, had they been read. */
async function views(): Promise<[string, string]> {
  const stored = (await store.family(dossier)) as Family;
  const family = given(toFamily(stored));
  return [stored.cible.vue, keepView(family, family.dossiers[0] as Instance, JOUR)];
}

test('what is kept of a dossier is what all its certificates make of it, whether they are remembered or read again', async () => {
  for (const [rank, id] of certificats.slice(0, 8).entries()) {
    if (rank % 2 === 0) restart();
    await record('certificat', id, ...faits.installe.slice(0, 1 + (rank % 3)));
    const [kept, whole] = await views();
    expect(kept).toBe(whole);
  }
});

test('what a dossier announces is heard by all its certificates, none of which is written', async () => {
  const query = { genre: 'certificat', parentId: dossier, limite: 50 } as const;
  const { lignes: before } = await store.list(query);
  for (const [rank, [type, expected]] of [
    ['carteAdministrateur.bloquee', 'indisponible'] as const,
    ['carteAdministrateur.debloquee', 'disponible'] as const,
  ].entries()) {
    restart();
    await record('dossier', dossier, type);
    const { lignes } = await services.list(query);
    expect(new Set(lignes.map(({ etat }) => JSON.parse(etat).etats.administrateur))).toEqual(new Set([expected]));
    expect(new Set(lignes.map(({ version }) => version))).toEqual(new Set([rank + 2]));
    const [kept, whole] = await views();
    expect(kept).toBe(whole);
  }
  expect((await store.list(query)).lignes.map(({ version, vue }) => [version, vue])).toEqual(
    before.map(({ version, vue }) => [version, vue]),
  );
  expect(await store.verify({ suites: strayIn })).toMatchObject({ ok: true });
});

test('what an earlier program kept beside the seal, urgency included, is told right, and no tampering', async () => {
  for (const id of certificats.slice(0, 15)) await record('certificat', id, 'certificat.disponible');
  await record('dossier', dossier, 'carteAdministrateur.bloquee');
  runSql(file, "UPDATE instance SET urgence = '2020-01-01' WHERE genre = 'certificat'");
  runSql(file, 'UPDATE instance SET vue = replace(vue, \'"edition":\', \'"autre":\')');
  restart();
  const { vue } = given(await services.view({ genre: 'dossier', id: dossier }));
  expect(vue.suite.certificats?.etapes.map(({ id, nombre }) => [id, nombre])).toEqual([
    ['vie.demande', 25],
    ['vie.disponible', 15],
  ]);
  expect((await services.travail.rattraper()).pret).toBe(true);
  expect(await store.verify({ suites: strayIn })).toMatchObject({ ok: true });
});

test('a certificate that is replaced ends with the arrival of its successor, neither of them the most urgent', async () => {
  const [old = ''] = certificats.slice(-1);
  await record('certificat', old, ...faits.installe);
  restart();
  await record('certificat', old, 'certificat.renouvele');
  const { lignes } = await store.list({ genre: 'certificat', parentId: dossier, limite: 50 });
  const successor = lignes.at(-1)?.id ?? '';
  restart();
  await record('certificat', successor, ...faits.installe);
  expect((await store.row(old))?.statut).toBe('clos');
  const [kept, whole] = await views();
  expect(kept).toBe(whole);
});

test('of two services that act on one dossier, neither tells what the other has changed', async () => {
  const [first = '', second = ''] = certificats;
  const other = createServices(store, clock);
  await record('certificat', first, 'certificat.disponible');
  given(await other.record({ genre: 'certificat', id: second }, { type: 'certificat.disponible', date: JOUR }, act));
  await record('certificat', first, 'certificat.retire');
  const [kept, whole] = await views();
  expect(kept).toBe(whole);
});

test('certificates that the index tells otherwise than their rows are all read', async () => {
  runSql(file, "UPDATE instance SET cohorte = 'inconnue' WHERE cohorte IS NOT NULL AND numero % 3 = 0");
  restart();
  const plan = given(await services.plan({ genre: 'dossier', id: dossier }));
  expect([plan.minimum, plan.jours]).toEqual([120, 25]);
  await record('certificat', certificats[7] ?? '', 'certificat.disponible');
  const [kept, whole] = await views();
  expect(kept).toBe(whole);
});
