import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findProcedure } from '../../../machines/index.ts';
import { voieOf, voies } from '../../../src/console/ouverture/form.ts';
import { given, type People, peopleOf } from '../../http/people.ts';
import { startServer, type TestServer } from '../../server.ts';
import { postedBy } from '../forms/posted.ts';
import { type Shown, visitorOf } from '../visitor.ts';

const JOUR = '2026-01-05';
const NOUVEAU = '/dossiers/nouveau';
const etablissement = {
  'etablissement.denomination': 'EHPAD Les Tilleuls',
  'etablissement.siret': '260 110 218 00047',
  'etablissement.finess': '010000057',
  'etablissement.codePostal': '01130',
  'etablissement.commune': 'nantua',
};
const ght = { 'parcours.statut': 'public', 'parcours.ght': 'oui' };
const seul = { 'parcours.statut': 'prive', 'parcours.sites': 'un' };

let server: TestServer;
let people: People;
let visitor: ReturnType<typeof visitorOf>;
beforeAll(async () => {
  server = await startServer(JOUR);
  people = await peopleOf(server.services);
  visitor = visitorOf(server);
});
afterAll(() => server.stop());

const send = (typed: Record<string, string>) => visitor.post(NOUVEAU, { ...typed, action: 'ouvrir' }, people.agent);
const rows = async (genre: 'dossier' | 'groupement') => (await server.services.list({ genre, limite: 20 })).lignes;
const links = ({ text }: Shown) => [...text.matchAll(/<li><a href="#champ-([^"]+)"/g)].map(([, id]) => id);

describe('three questions', () => {
  test.each([
    [{ statut: 'public', ght: 'oui' }, 'public-ght'],
    [{ statut: 'public', ght: 'non', sites: 'plusieurs' }, 'prive-mono-site'],
    [{ statut: 'prive', sites: 'un', ght: 'oui' }, 'prive-mono-site'],
    [{ statut: 'prive', sites: 'plusieurs' }, 'prive-groupe'],
    [{ statut: 'public', sites: 'un' }, undefined],
    [{ statut: 'prive', ght: 'non' }, undefined],
    [{}, undefined],
  ])('answered %o choose %s', (reponses, procedure) => {
    expect(voieOf(reponses)?.procedure).toBe(procedure);
  });

  test('lead to published paths, each with its reasons on the page and a link to it', async () => {
    const { text } = await visitor.get(NOUVEAU, people.agent);
    for (const { procedure, pourquoi } of voies) {
      const { titre, source } = findProcedure(procedure) ?? { titre: '', source: '' };
      expect(text).toContain(`${titre} (${source})`);
      expect(pourquoi.length).toBeGreaterThan(0);
      expect(text).toContain(`href="/procedures/${procedure}"`);
    }
    expect(text).toContain('Décision A14');
  });
});

describe('an opening', () => {
  test('that lacks something says all of it at once, in links to the fields, and opens nothing', async () => {
    const blank = await send({});
    expect(blank.status).toBe(422);
    expect(links(blank)).toEqual([
      ...['etablissement-denomination', 'etablissement-siret', 'etablissement-codePostal', 'etablissement-commune'],
      ...['etablissement-finess', 'parcours-statut'],
    ]);
    const half = await send({ ...etablissement, ...ght, 'carte.etat': 'active', 'groupement.choix': 'nouveau' });
    expect(links(half)).toEqual(['groupement-nom', 'carte-type']);
    const contact = { 'groupement.choix': 'nouveau', 'groupement.nom': 'GHT', 'groupement.courriel': 'dsi' };
    expect(links(await send({ ...etablissement, ...ght, ...contact }))).toEqual([
      'groupement-courriel',
      'groupement-dsi',
    ]);
    expect([await rows('dossier'), await rows('groupement')]).toEqual([[], []]);
  });

  test('whose card has lapsed says so beside its date and opens nothing, not even the groupement', async () => {
    const nouveau = { 'groupement.choix': 'nouveau', 'groupement.nom': 'GHT Exemple' };
    const carte = { 'carte.etat': 'active', 'carte.type': 'CDE', 'carte.fin': '31/12/2025' };
    const refused = await send({ ...etablissement, ...ght, ...nouveau, ...carte });
    expect(links(refused)).toEqual(['carte-fin']);
    expect(Object.fromEntries(postedBy(refused.text))).toMatchObject({ 'carte.fin': '31/12/2025' });
    expect([await rows('dossier'), await rows('groupement')]).toEqual([[], []]);
  });

  test('writes the dossier, its new groupement, the contract and the card at once, then goes to the dossier', async () => {
    const nouveau = { 'groupement.choix': 'nouveau', 'groupement.nom': 'GHT Exemple', 'groupement.dsi': 'DSI' };
    const connu = { 'contrat.etat': 'trouve', 'contrat.numero': 'C-1', 'carte.etat': 'active', 'carte.type': 'CDE' };
    const opened = await send({ ...etablissement, ...ght, ...nouveau, ...connu, 'carte.fin': '31/12/2030' });
    const [[dossier], [groupement]] = [await rows('dossier'), await rows('groupement')];
    expect([opened.status, opened.headers.get('location')]).toEqual([303, `/dossiers/${dossier?.id}`]);
    expect(dossier).toMatchObject({
      parentId: groupement?.id,
      procedure: 'public-ght',
      siret: '26011021800047',
      version: 1,
    });
    expect(JSON.parse(dossier?.etat ?? '').etats).toMatchObject({ contrat: 'actif', carteResponsable: 'active' });
    expect(groupement?.denomination).toBe('GHT Exemple');
  });

  test('of an establishment that has a dossier leads to it, and writes nothing', async () => {
    const [first] = await rows('dossier');
    const again = await send({ ...etablissement, ...seul });
    expect(again.text).toContain(`<a href="/dossiers/${first?.id}">poursuivez-le</a>`);
    expect((await rows('dossier')).length).toBe(1);
  });

  test('under a groupement of another kind is refused beside the groupement', async () => {
    const [groupement] = await rows('groupement');
    const autre = { ...etablissement, 'etablissement.siret': '35600000000048', 'etablissement.finess': '010000040' };
    const groupe = { 'parcours.statut': 'prive', 'parcours.sites': 'plusieurs', 'groupement.choix': 'existant' };
    expect(links(await send({ ...autre, ...groupe, 'groupement.id': groupement?.id ?? '' }))).toEqual([
      'groupement-id',
    ]);
    const site = await send({
      ...autre,
      ...ght,
      'groupement.choix': 'existant',
      'groupement.id': groupement?.id ?? '',
    });
    expect(site.status).toBe(303);
    expect((await rows('dossier')).map(({ parentId }) => parentId)).toEqual([groupement?.id, groupement?.id]);
  });

  test('is not for whoever only reads', async () => {
    expect((await visitor.get(NOUVEAU, people.lecteur)).status).toBe(403);
    expect((await visitor.post(NOUVEAU, { action: 'ouvrir' }, people.lecteur)).status).toBe(403);
  });
});

describe('a field, as it is typed', () => {
  const check = (champ: string, typed: Record<string, string>) =>
    visitor.get(`${NOUVEAU}/champ?${new URLSearchParams({ champ, ...typed })}`, people.agent);

  test('that is wrong says what to do; one that is right and free says so', async () => {
    const wrong = await check('etablissement.siret', { 'etablissement.siret': '26011021800048' });
    expect(wrong.text).toContain('aria-invalid="true"');
    expect(wrong.text).toContain('sa clé de contrôle ne correspond pas');
    const free = await check('etablissement.siret', { 'etablissement.siret': '73282932000074' });
    expect(free.text).toContain('aucun dossier ne le porte encore');
    expect((await check('etablissement.siret', {})).text).not.toContain('faute');
  });

  test('that a dossier bears already shows it', async () => {
    const [first] = await rows('dossier');
    const { text } = await check('etablissement.finess', { 'etablissement.finess': '010000057' });
    expect(text).toContain(`<a href="/dossiers/${first?.id}">EHPAD Les Tilleuls</a>`);
  });

  test('a postal code brings its commune when it has one only, else proposes them', async () => {
    const one = await check('etablissement.codePostal', { 'etablissement.codePostal': '13200' });
    expect(Object.fromEntries(postedBy(one.text))['etablissement.commune']).toBe('Arles');
    const typed = { 'etablissement.codePostal': '13200', 'etablissement.commune': 'Marseille' };
    const kept = await check('etablissement.codePostal', typed);
    expect(Object.fromEntries(postedBy(kept.text))['etablissement.commune']).toBe('Marseille');
    const several = await check('etablissement.codePostal', { 'etablissement.codePostal': '01130' });
    expect(several.text).toContain('<option value="Nantua"></option>');
  });
});

test('a link fills in what it knows', async () => {
  const [groupement] = await rows('groupement');
  const { text } = await visitor.get(`${NOUVEAU}?siret=73282932000074&groupement=${groupement?.id}`, people.agent);
  expect(Object.fromEntries(postedBy(text))).toMatchObject({
    'etablissement.siret': '73282932000074',
    'parcours.ght': 'oui',
    'groupement.choix': 'existant',
    'groupement.id': groupement?.id,
  });
  expect(given(await server.services.find({ genre: 'groupement', id: groupement?.id ?? '' })).version).toBe(2);
});
