import { afterEach, beforeEach, expect, test } from 'vitest';
import { findProcedure } from '../../machines/index.ts';
import { erase } from '../../src/acts/erase.ts';
import { findWhole } from '../../src/acts/family.ts';
import { FamilyMemory } from '../../src/acts/memory.ts';
import { record as recordAt } from '../../src/acts/record.ts';
import { strayIn } from '../../src/acts/rows.ts';
import { site } from '../../src/sandbox/vies/journey.ts';
import { createServices, type Services } from '../../src/services.ts';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import type { Genre, Store } from '../../src/store/store.ts';
import { faits } from '../engine/family.ts';
import { given } from '../http/people.ts';
import { newFile, runSql } from '../store/database-file.ts';

const JOUR = '2026-03-02';
const PARCOURS = 'prive-groupe';
const act = { auteur: 'essai', version: null };
let today = JOUR;
/** A second later each time that it is asked. */
let seconds = 0;
const clock = () => new Date(Date.parse(`${today}T09:00:00Z`) + seconds++ * 1_000);
let file: string;
let store: Store;
let services: Services;
let dossier: string;
let certificats: string[];
let isSound: boolean;

beforeEach(() => {
  today = JOUR;
  isSound = true;
  file = newFile();
  store = openSqliteStore({ file, copieAPart: false });
  restart();
});
afterEach(async () => {
  expect(await store.verify({ suites: strayIn })).toMatchObject({ ok: isSound });
  await store.close();
});

/** Nothing is remembered any more. */
function restart(): void {
  services = createServices(store, clock);
}

/** A dossier with so many certificates. */
async function order(nombre: number): Promise<void> {
  dossier = given(await services.openDossier({ procedure: PARCOURS, etablissement: site }, act)).row.id;
  const certificatsDemandes = Array.from({ length: nombre }, () => 'certificat.demande');
  await record('dossier', dossier, 'dsi.contactee', ...faits.habilite, ...certificatsDemandes);
  certificats = (await store.list({ genre: 'certificat', parentId: dossier, limite: 50 })).lignes.map(({ id }) => id);
}

async function record(genre: Genre, id: string, ...types: readonly string[]): Promise<void> {
  for (const type of types) given(await services.record({ genre, id }, exempleOf(genre, type), act));
}

function exempleOf(genre: Genre, type: string) {
  const procedure = findProcedure(genre === 'dossier' ? PARCOURS : genre);
  return { ...procedure?.facts[type]?.exemples[0], type, date: today };
}

const erasing = {
  type: 'personne.effacee' as const,
  documents: false,
  holds: () => false,
  isId: () => false,
  without: (text: string) => text.replaceAll('Camille', 'Effacée'),
};

test('a certificate says what it heard with its next act, and its version counts it', async () => {
  await order(3);
  const [id = ''] = certificats;
  const cible = { genre: 'certificat', id } as const;
  await record('certificat', id, 'certificat.disponible');
  await record('dossier', dossier, 'carteAdministrateur.bloquee');
  const { version, vue } = given(await services.view(cible));
  const [retrait] = vue.suite.etapes;
  expect([
    version,
    retrait?.possibleDepuis,
    retrait?.faits.find(({ type }) => type === 'certificat.retire')?.accepte,
  ]).toEqual([3, null, false]);
  const waiting = services.viewAfter(cible, version, { attendreMs: 5_000, signal: AbortSignal.timeout(5_000) });
  await record('dossier', dossier, 'carteAdministrateur.debloquee');
  expect(given(await waiting).version).toBe(4);
  const late = await services.record(cible, { type: 'certificat.retire', date: JOUR }, { ...act, version: 2 });
  expect(late).toMatchObject({ ok: false, error: { code: 'version-perimee', version: 4 } });
  await record('certificat', id, 'certificat.retire');
  const types = given(await services.journal(cible, 0, 10)).map(({ type }) => type);
  expect(types).toEqual([
    'certificat.disponible',
    'administrateurTechnique.indisponible',
    'administrateurTechnique.disponible',
    'certificat.retire',
  ]);
  const row = given(await services.find(cible));
  expect([row.version, row.inouies]).toEqual([5, 0]);
  restart();
  expect(given(await services.history(cible, null)).diverge).toBe(false);
  expect(await store.verify({ suites: strayIn })).toMatchObject({ ok: true });
});

test('a certificate that has not said yet what it heard is corrected as any other', async () => {
  await order(3);
  const [id = ''] = certificats;
  const cible = { genre: 'certificat', id } as const;
  await record('certificat', id, 'certificat.disponible', 'certificat.retire');
  await record('dossier', dossier, 'carteAdministrateur.bloquee');
  const [, retrait] = given(await services.journal(cible, 0, 10));
  const asked = { rang: retrait?.rang ?? 0, remplacement: { date: JOUR, numeroSerie: '2A' } };
  const { version, retires } = given(await services.previewCorrection(cible, asked));
  const { row } = given(
    await services.correct(
      cible,
      { ...asked, motif: 'Erreur', version, retires: retires.map(({ rang }) => rang) },
      act,
    ),
  );
  expect([row.version, JSON.parse(row.etat).etats.administrateur]).toEqual([version + 1, 'indisponible']);
  expect(given(await services.history(cible, null)).diverge).toBe(false);
  const types = given(await services.journal(cible, 0, 10)).map(({ type }) => type);
  expect(types.slice(-1)).toEqual(['administrateurTechnique.indisponible']);
});

test('certificates of whom somebody is erased say what they heard too', async () => {
  await order(3);
  const [id = ''] = certificats;
  await record('dossier', dossier, 'carteAdministrateur.bloquee');
  given(await erase({ store, memory: new FamilyMemory(), clock }, { genre: 'dossier', id: dossier }, erasing, 'essai'));
  restart();
  const types = given(await services.journal({ genre: 'certificat', id }, 0, 10)).map(({ type }) => type);
  expect(types).toEqual(['personne.effacee', 'administrateurTechnique.indisponible']);
  const { row } = given(
    await services.record({ genre: 'certificat', id }, { type: 'certificat.disponible', date: JOUR }, act),
  );
  expect([row.version, JSON.parse(row.etat).etats.administrateur]).toEqual([4, 'indisponible']);
  expect(await store.verify({ suites: strayIn })).toMatchObject({ ok: true });
});

test('the lines by which it says so bear who told the dossier, and when', async () => {
  await order(1);
  const cible = { genre: 'certificat', id: certificats[0] ?? '' } as const;
  const told = { ...act, auteur: 'agent' };
  given(
    await services.record({ genre: 'dossier', id: dossier }, exempleOf('dossier', 'carteAdministrateur.bloquee'), told),
  );
  await record('certificat', cible.id, 'certificat.disponible');
  const above = (await store.journal(dossier, 0, 100)).find(({ type }) => type === 'carteAdministrateur.bloquee');
  const [heard, own] = given(await services.journal(cible, 0, 10));
  expect([heard?.auteur, own?.auteur]).toEqual(['agent', 'essai']);
  expect(heard?.enregistreLe).toBe(above?.enregistreLe);
});

test('what stood on a past day is the same, whether it is remembered or read again', async () => {
  await order(2);
  const cible = { genre: 'certificat', id: certificats[0] ?? '' } as const;
  for (const [jour, type] of [
    ['2026-03-05', 'bloquee'],
    ['2026-03-10', 'debloquee'],
    ['2026-03-15', 'bloquee'],
    ['2026-03-20', 'debloquee'],
  ] as const) {
    today = jour;
    await record('dossier', dossier, `carteAdministrateur.${type}`);
  }
  const remembered = given(await services.history(cible, '2026-03-07')).histoire.snapshot.value;
  restart();
  const read = given(await services.history(cible, '2026-03-07')).histoire.snapshot.value;
  expect([remembered, read]).toMatchObject([{ administrateur: 'indisponible' }, { administrateur: 'indisponible' }]);
});

test('a whole opening that orders, then announces, leaves nothing unsaid', async () => {
  const types = ['dsi.contactee', ...faits.habilite, 'certificat.demande', 'carteAdministrateur.bloquee'];
  const dossier = { procedure: PARCOURS, etablissement: site } as const;
  const opening = { groupement: null, dossier, faits: types.map((type) => exempleOf('dossier', type)) };
  const { row } = given(await services.openWhole(opening, act));
  const { lignes } = await services.list({ genre: 'certificat', parentId: row.id, limite: 5 });
  const cible = { genre: 'certificat', id: lignes[0]?.id ?? '' } as const;
  await record('certificat', cible.id, 'certificat.disponible');
  restart();
  expect(given(await services.history(cible, null)).diverge).toBe(false);
  const said = given(await services.journal(cible, 0, 10)).map(({ type }) => type);
  expect(said).toEqual(['administrateurTechnique.indisponible', 'certificat.disponible']);
});

test('certificates that heard are among what was modified since, with the instant', async () => {
  await order(3);
  today = '2026-03-03';
  await record('dossier', dossier, 'carteAdministrateur.bloquee');
  const query = {
    genre: 'certificat',
    parentId: dossier,
    modifieDepuis: '2026-03-03T00:00:00.000Z',
    limite: 50,
  } as const;
  const { lignes } = await services.list(query);
  expect(lignes.map(({ modifieLe }) => modifieLe.slice(0, 10))).toEqual(Array.from({ length: 3 }, () => '2026-03-03'));
});

test('an erasure reaches certificates that have ended, whatever is remembered', async () => {
  await order(25);
  const desk = { store, memory: new FamilyMemory(), clock };
  desk.memory.keep(given(await findWhole(desk, { genre: 'dossier', id: dossier })).family);
  for (const id of certificats.slice(0, 20))
    given(await recordAt(desk, { genre: 'certificat', id }, exempleOf('certificat', 'certificat.annule'), act));
  given(await erase(desk, { genre: 'dossier', id: dossier }, erasing, 'essai'));
  const { lignes } = await store.list({ genre: 'certificat', parentId: dossier, limite: 50 });
  expect(lignes.filter(({ fiche }) => fiche.includes('Camille'))).toEqual([]);
});

test('of two services on one base, the second tells what the first announced', async () => {
  await order(40);
  const cible = { genre: 'certificat', id: certificats[30] ?? '' } as const;
  const other = createServices(store, clock);
  given(
    await other.record({ genre: 'dossier', id: dossier }, exempleOf('dossier', 'carteAdministrateur.bloquee'), act),
  );
  const { version } = given(await services.view(cible));
  expect(version).toBe(2);
  expect((await services.record(cible, exempleOf('certificat', 'certificat.disponible'), { ...act, version })).ok).toBe(
    true,
  );
});

test('a dossier that joins a groupement leaves its certificates as they were written', async () => {
  await order(3);
  await record('dossier', dossier, 'carteAdministrateur.bloquee');
  const groupement = given(await services.openGroupement({ nom: 'Groupe Exemple', genre: 'groupe-prive' }, act)).row.id;
  given(await services.attachSite(groupement, { dossierId: dossier }, act));
  await record('certificat', certificats[0] ?? '', ...faits.installe.slice(0, 1));
  expect(await store.verify({ suites: strayIn })).toMatchObject({ ok: true });
});

test('announcements that were tampered with are named, and lists go on', async () => {
  await order(3);
  await record('dossier', dossier, 'carteAdministrateur.bloquee');
  runSql(file, `UPDATE instance SET annonces = 'rien' WHERE id = '${dossier}'`);
  restart();
  expect(await store.verify({ suites: strayIn })).toMatchObject({
    ok: false,
    raison: expect.stringContaining(dossier),
  });
  expect((await services.list({ genre: 'certificat', limite: 5 })).lignes.length).toBe(3);
  const refused = await services.record(
    { genre: 'dossier', id: dossier },
    exempleOf('dossier', 'carteAdministrateur.debloquee'),
    act,
  );
  expect(refused).toMatchObject({ ok: false, error: { code: 'dossier-en-quarantaine' } });
  isSound = false;
});
