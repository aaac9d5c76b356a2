import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { peopleOf } from '../../http/people.ts';
import { importSamples, samples } from '../../repertoire/sample.ts';
import { startServer, type TestServer } from '../../server.ts';
import { postedBy } from '../forms/posted.ts';
import { type Shown, visitorOf } from '../visitor.ts';

const NOUVEAU = '/dossiers/nouveau';
const { clinique, hopital, ehpad, val, centre } = samples;

let server: TestServer;
let get: (path: string) => Promise<Shown>;
let post: (fields: Record<string, string>) => Promise<Shown>;
beforeAll(async () => {
  server = await startServer('2026-06-01');
  const { agent } = await peopleOf(server.services);
  const visitor = visitorOf(server);
  get = (path) => visitor.get(path, agent);
  post = (fields) => visitor.post(NOUVEAU, fields, agent);
});
afterAll(() => server.stop());

const sent = (text: string) => Object.fromEntries(postedBy(text));
const links = ({ text }: Shown) => [...text.matchAll(/<li><a href="([^"]+)"/g)].map(([, href]) => href);
const filled = ({ text }: Shown) => {
  const posted = sent(text);
  const names = ['denomination', 'siret', 'finess', 'codePostal', 'commune'].map((cle) => `etablissement.${cle}`);
  return [...names, 'parcours.statut', 'parcours.ght', 'parcours.sites'].map((nom) => posted[nom] ?? '');
};

describe('without script', () => {
  test('nothing is searched while no extract was imported, and the opening is as it was', async () => {
    const { text } = await get(NOUVEAU);
    expect([text.includes('FINESS ou commune'), text.includes('name="etablissement.siret"')]).toEqual([false, true]);
    await importSamples(server.folder);
    expect((await get(NOUVEAU)).text).toContain('FINESS ou commune');
  });

  test('a search is sent and shows what it found, each a link that fills the form', async () => {
    const shown = await get(`${NOUVEAU}?recherche=nantua+clinique`);
    const [choice = ''] = links(shown).filter((href) => href?.startsWith(NOUVEAU));
    expect(choice).toBe(`${NOUVEAU}?etablissement=${clinique.finess}`);
    const numbers = [clinique.siret, clinique.finess, '01130', 'Nantua'];
    expect(filled(await get(choice))).toEqual([clinique.rslongue, ...numbers, 'prive', '', 'un']);
    expect((await get(`${NOUVEAU}?recherche=introuvable`)).text).toContain('Aucun établissement ne répond');
  });

  test('what the register does not say is left to type, and told', async () => {
    const shown = await get(`${NOUVEAU}?etablissement=${centre.finess}`);
    const known = [centre.rs, '', centre.finess, '59650', "Villeneuve-d'Ascq", '', '', ''];
    expect(filled(shown)).toEqual(known);
    expect(shown.text).toContain('ne donne pas son SIRET');
    expect(shown.text).toContain('ne dit rien de son parcours');
    expect((await get(`${NOUVEAU}?etablissement=019999127`)).text).toContain('n’est plus dans le répertoire');
  });
});

describe('an establishment that is chosen', () => {
  test('replaces another, and leaves what was typed of its contract and of its card', async () => {
    const typed = { 'contrat.etat': 'trouve', 'contrat.numero': 'C-12', 'carte.etat': 'absente' };
    const other = { 'etablissement.sansFiness': 'oui', 'etablissement.denomination': 'Autre', 'parcours.ght': 'non' };
    const shown = await post({ ...typed, ...other, action: 'choisir', etablissement: val.finess });
    expect(filled(shown)).toEqual([val.rs, val.siret, val.finess, '69003', 'Lyon', 'prive', '', 'plusieurs']);
    expect(sent(shown.text)).toMatchObject(typed);
    expect(sent(shown.text)).not.toHaveProperty('etablissement.sansFiness');
  });

  test('is opened as it was filled; then its search leads to its dossier', async () => {
    const { text } = await post({ action: 'choisir', etablissement: clinique.finess });
    const opened = await post({ ...sent(text), action: 'ouvrir' });
    const href = opened.headers.get('location') ?? '';
    expect([opened.status, href]).toEqual([303, expect.stringMatching(/^\/dossiers\/[\w-]+$/)]);
    const found = await get(`${NOUVEAU}/etablissements?recherche=${clinique.siret}`);
    expect(links(found)).toEqual([href]);
    expect(found.text).toContain('Dossier ouvert');
    expect((await get(`${NOUVEAU}?etablissement=${clinique.finess}`)).text).toContain(`href="${href}">poursuivez-le`);
  });

  test('enters the groupement in which another site of its entity is', async () => {
    const first = await get(`${NOUVEAU}?etablissement=${hopital.finess}`);
    expect(filled(first).slice(5)).toEqual(['public', 'oui', '']);
    const created = { 'groupement.choix': 'nouveau', 'groupement.nom': 'GHT des Essais', action: 'ouvrir' };
    expect((await post({ ...sent(first.text), ...created })).status).toBe(303);
    const second = await get(`${NOUVEAU}?etablissement=${ehpad.finess}`);
    const [groupement] = (await server.services.list({ genre: 'groupement', limite: 1 })).lignes;
    expect(sent(second.text)).toMatchObject({ 'groupement.choix': 'existant', 'groupement.id': groupement?.id });
    expect(second.text).toContain('Un autre site de l’entité est dans « GHT des Essais »');
    expect((await post({ ...sent(second.text), action: 'ouvrir' })).status).toBe(303);
  });
});
