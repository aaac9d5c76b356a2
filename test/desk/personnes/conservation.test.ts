import { afterEach, beforeEach, expect, test } from 'vitest';
import { strayIn } from '../../../src/acts/rows.ts';
import { monthsBefore } from '../../../src/desk/personnes/conservation.ts';
import { cliniqueMonoSite } from '../../../src/sandbox/vies/clinique-mono-site.ts';
import { playOn } from '../../../src/sandbox/vies/play.ts';
import { createServices, type Services } from '../../../src/services.ts';
import type { Store } from '../../../src/store/store.ts';
import { CHEAP, enPlace, given, peopleOf } from '../../http/people.ts';
import { newStore } from '../../store/new-base.ts';

let today = '2026-06-30';
const clock = () => new Date(`${today}T12:00:00Z`);
const act = { auteur: 'essai', version: null };
let store: Store;
let services: Services;
beforeEach(async () => {
  today = '2026-06-30';
  store = await newStore();
  services = createServices(store, clock, () => {}, { passwords: CHEAP });
});
afterEach(() => store.close());

const set = async (cle: string, valeur: number) =>
  given(await services.reglages.poser(enPlace, { cle, valeur, du: today, au: null, motif: '' }));
const NOTHING = { dossiers: 0, notes: 0, comptes: 0 };
const play = (finess: string) =>
  playOn(services, { ...cliniqueMonoSite, steps: cliniqueMonoSite.steps.slice(0, 16) }, { finess });

test('nothing is erased before a time is set; then what is old enough is, and a report says how much', async () => {
  const { dossier } = await play('010000206');
  const open = await play('010000214');
  const givenUp = { type: 'dossier.abandonne', date: '2026-06-29', motif: 'Fin' };
  given(await services.record({ genre: 'dossier', id: dossier }, givenUp, act));
  await services.suivi.write(open.dossier, { texte: 'Rappeler Sacha Petit' }, 'essai');
  await peopleOf(services);
  const compte = (await services.identites.comptes()).find(({ role }) => role === 'lecteur');
  given(await services.identites.updateCompte(enPlace, compte?.id ?? '', { actif: false }));
  today = '2028-07-01';
  expect(await services.personnes.appliquer()).toEqual(NOTHING);
  expect(await services.personnes.echus({ dossiers: 24, notes: 12, comptes: 6 })).toEqual({
    dossiers: 1,
    notes: 1,
    comptes: 1,
  });
  expect(await services.personnes.echus({ dossiers: 36, notes: 36, comptes: 36 })).toEqual(NOTHING);

  await set('conservation.dossiers', 24);
  await set('conservation.notes', 12);
  await set('conservation.comptes', 6);
  expect(await services.personnes.appliquer()).toEqual({ dossiers: 1, notes: 1, comptes: 1 });
  expect(await services.personnes.appliquer()).toEqual(NOTHING);

  const texts = (await store.journal(dossier, 0, 500)).map(({ saisie }) => saisie ?? '');
  expect(texts.filter((saisie) => saisie.includes('"prenom"'))).toEqual([]);
  expect((await store.row(dossier))?.etat).toContain('"personne":{"nom":"effacée","prenom":"Personne"}');
  expect((await store.row(open.dossier))?.etat).toContain('"nom":"Petit"');
  expect(await services.suivi.notes(open.dossier)).toEqual([]);
  const closed = await services.identites.compte(compte?.id ?? '');
  expect([closed?.nom, closed?.courriel]).toEqual(['Personne effacée', `efface-${compte?.id}@invalid`]);
  const [last] = await services.identites.lastActes(null, 1);
  expect([last?.acte, last?.auteur, last?.detail]).toEqual([
    'conservation.appliquee',
    'calendrier',
    '{"dossiers":1,"notes":1,"comptes":1}',
  ]);
  expect(await store.verify({ suites: strayIn })).toMatchObject({ ok: true });
});

test('a mail that nobody filed goes as notes do, with its bytes', async () => {
  const raw = Buffer.from(
    'From: Sacha Petit <sacha@exemple.fr>\r\nDate: Tue, 30 Jun 2026 10:00:00 +0200\r\nSubject: Bonjour\r\n\r\nRien\r\n',
  );
  given(await services.messagerie.deposer(raw));
  const [waiting] = await services.messagerie.aClasser(10);
  expect(waiting?.de).toBe('sacha@exemple.fr');
  await set('conservation.notes', 12);
  today = '2027-06-29';
  expect(await services.personnes.appliquer()).toEqual(NOTHING);
  today = '2027-07-01';
  expect(await services.personnes.echus({ dossiers: null, notes: 12, comptes: null })).toMatchObject({ notes: 1 });
  expect(await services.personnes.appliquer()).toMatchObject({ notes: 1 });
  await services.messagerie.ranger();
  const document = waiting?.document ?? '';
  expect([await services.messagerie.combienAClasser(), await store.documents.has(document)]).toEqual([0, false]);
  expect(await store.courriels.recu(waiting?.id ?? '')).toMatchObject({ etat: 'oublie', de: null, objet: null });
});

test('a dossier that was erased is so again only once somebody has acted on it and time has passed', async () => {
  const { dossier } = await play('010000206');
  const tell = async (type: string, more: object = {}) =>
    given(await services.record({ genre: 'dossier', id: dossier }, { type, date: today, ...more }, act));
  await tell('dossier.abandonne', { motif: 'Fin' });
  await set('conservation.dossiers', 12);
  today = '2027-07-01';
  expect(await services.personnes.appliquer()).toMatchObject({ dossiers: 1 });
  today = '2029-07-01';
  expect(await services.personnes.appliquer()).toMatchObject({ dossiers: 0 });
  await tell('dossier.rouvert');
  await tell('dossier.abandonne', { motif: 'Fin' });
  expect(await services.personnes.appliquer()).toMatchObject({ dossiers: 0 });
  today = '2030-07-02';
  expect(await services.personnes.appliquer()).toMatchObject({ dossiers: 1 });
});

test.each([
  ['2026-06-30', 1, '2026-05-30'],
  ['2026-03-31', 1, '2026-02-28'],
  ['2026-01-15', 14, '2024-11-15'],
])('%s, %i months before, is %s', (jour, mois, before) => expect(monthsBefore(jour, mois)).toBe(before));
