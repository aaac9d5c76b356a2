import { afterEach, beforeEach, expect, test } from 'vitest';
import { anonyme, type Identity } from '../../src/identity/identity.ts';
import { cliniqueMonoSite } from '../../src/sandbox/vies/clinique-mono-site.ts';
import { designation, formulaireSigne } from '../../src/sandbox/vies/common-steps.ts';
import { site } from '../../src/sandbox/vies/journey.ts';
import { playOn } from '../../src/sandbox/vies/play.ts';
import { createServices, type Services } from '../../src/services.ts';
import type { Store } from '../../src/store/store.ts';
import { poser } from '../as-sent.ts';
import { given } from '../http/people.ts';
import { newStore } from '../store/new-base.ts';

const JOUR = '2026-03-30';
const chef: Identity = { ...anonyme, id: 'chef', role: 'superviseur' };
const act = { auteur: 'essai', version: null };
let store: Store;
let services: Services;
beforeEach(async () => {
  store = await newStore();
  services = createServices(store, () => new Date(`${JOUR}T12:00:00Z`));
});
afterEach(() => store.close());

const set = async (cle: string, valeur: number | string) =>
  given(await poser(services.reglages, chef, { cle, valeur, du: '2026-01-01' }));
const cibleOf = (id: string) => ({ genre: 'dossier', id }) as const;
const planned = async (id: string) => given(await services.plan(cibleOf(id))).jours;
const open = async (codePostal: string, finess = '010000206') => {
  const etablissement = { ...site, codePostal, finess };
  return given(await services.openDossier({ procedure: 'prive-mono-site', etablissement }, act)).row.id;
};

test('a plan, the next steps and a simulation reckon with the usual delays in force, wherever a case stands', async () => {
  const play = async (steps: number, finess: string) =>
    (await playOn(services, { ...cliniqueMonoSite, steps: cliniqueMonoSite.steps.slice(0, steps) }, { finess }))
      .dossier;
  const ordered = cliniqueMonoSite.steps.findIndex(({ fact }) => fact.type === 'certificat.demande') + 1;
  const places = [2, 8, 16, ordered + 1, ordered + 2];
  const all = ['010000206', '010000214', '010000222', '010000230', '010000248'];
  const dossiers = await Promise.all(all.map((finess, rank) => play(places[rank] ?? 0, finess)));
  const before = await Promise.all(dossiers.map(planned));
  await set('delai.ans', '40 jours ouvrés');
  await set('delai.administrateurTechnique', '3 jours, limite 9');
  await set('delai.etape.vie.disponible@prive-mono-site', '11 jours ouvrés, limite 12');
  const limits: string[] = [];
  for (const [rank, id] of dossiers.entries()) {
    const { prochainesEtapes, plan } = given(await services.simulate(cibleOf(id), { faits: [] }));
    const { suite } = given(await services.view(cibleOf(id))).vue;
    const { sujet: _sujet, ...fresh } = prochainesEtapes;
    expect(suite).toMatchObject(JSON.parse(JSON.stringify(fresh)));
    expect([suite.restant.jours, plan.jours]).toEqual([await planned(id), await planned(id)]);
    expect(plan.jours).not.toBe(before[rank]);
    for (const { etape, limite } of suite.certificats?.urgents ?? []) limits.push(`${etape} ${limite}`);
  }
  expect(limits).toEqual(['vie.demande 2026-04-22', 'vie.disponible 2026-03-16']);
});

test('working days are those of the département of the dossier', async () => {
  const [colmar, lille] = [await open('68000'), await open('59000', '010000214')];
  await set('delai.representantLegal', '4 jours ouvrés');
  // Good Friday, 3 April, is a holiday in Colmar; Easter Monday, the 6th, is one everywhere.
  expect(await dueOf(colmar)).toBe('2026-04-07');
  expect(await dueOf(lille)).toBe('2026-04-03');
});

test('a dossier is late after the limit, and planned by what is usual', async () => {
  const id = await open('59000');
  await set('delai.representantLegal@prive-mono-site', '3 jours, limite 20');
  expect(await dueOf(id)).toBe('2026-04-19');
  const before = await planned(id);
  await set('delai.representantLegal@prive-mono-site', '6 jours, limite 20');
  expect(await planned(id)).toBeGreaterThan(before);
  expect(await dueOf(id)).toBe('2026-04-19');
});

test('a delay does not run while somebody else holds the file', async () => {
  const id = await open('59000');
  const tell = async (fact: Parameters<Services['record']>[1]) => given(await services.record(cibleOf(id), fact, act));
  await tell({ type: 'contrat.absent', date: '2026-01-05' });
  await tell({ type: 'contrat.transmis', date: '2026-01-06' });
  await tell({ type: 'carteResponsable.trouvee', date: '2026-01-06', carte: { type: 'CDE', fin: '2029-01-28' } });
  await tell(designation('2026-01-06', { nom: 'Petit', prenom: 'Sacha' }, { type: 'CPE', fin: '2028-03-31' }));
  const contact = { nom: 'Petit', prenom: 'Sacha' };
  const visa = { qualite: 'representantLegal', carte: { type: 'CDE', fin: '2029-01-28' } } as const;
  for (const { fact } of formulaireSigne('2026-01-07', { visa, contact }).slice(0, -1)) await tell(fact);
  const signature = async () => {
    const { etapes } = given(await services.view(cibleOf(id))).vue.suite;
    const step = etapes.find((etape) => etape.id === 'formulaire413.aSigner');
    return [step?.depuis, step?.possibleDepuis, await dueOf(id)];
  };
  expect(await signature()).toEqual(['2026-01-07', null, undefined]);
  await tell({ type: 'contrat.signe', date: '2026-03-25', numero: 'C-2026-0042' });
  await set('delai.representantLegal', 7);
  expect(await signature()).toEqual(['2026-01-07', '2026-03-25', '2026-04-01']);
});

test('a dossier that is to order its first certificate is awaited as any other', async () => {
  const ordering = cliniqueMonoSite.steps.findIndex(({ fact }) => fact.type === 'certificat.demande');
  const { dossier } = await playOn(services, { ...cliniqueMonoSite, steps: cliniqueMonoSite.steps.slice(0, ordering) });
  while (!(await services.travail.rattraper()).pret) await new Promise((resolve) => setImmediate(resolve));
  const [awaited] = (await services.travail.attentes([dossier])).get(dossier)?.attentes ?? [];
  expect([awaited?.etape, awaited?.depuis, awaited?.limite]).toEqual([
    'habilitation.accordee',
    '2026-02-23',
    '2026-02-28',
  ]);
});

/** The last day of what a dossier awaits of its legal representative. */
async function dueOf(id: string): Promise<string | null | undefined> {
  while (!(await services.travail.rattraper()).pret) await new Promise((resolve) => setImmediate(resolve));
  const found = (await services.travail.attentes([id])).get(id);
  return found?.attentes.find(({ acteur }) => acteur === 'representantLegal')?.limite;
}
