import { afterAll, beforeAll, expect, test } from 'vitest';
import { cliniqueMonoSite } from '../../../src/sandbox/vies/clinique-mono-site.ts';
import { playOn } from '../../../src/sandbox/vies/play.ts';
import { enPlace, given, type People, peopleOf } from '../../http/people.ts';
import { startServer, type TestServer } from '../../server.ts';
import { visitorOf } from '../visitor.ts';

let server: TestServer;
let people: People;
let visitor: ReturnType<typeof visitorOf>;
let dossier: string;
beforeAll(async () => {
  server = await startServer('2026-06-30');
  people = await peopleOf(server.services);
  visitor = visitorOf(server);
  const started = { ...cliniqueMonoSite, steps: cliniqueMonoSite.steps.slice(0, 13) };
  ({ dossier } = await playOn(server.services, started));
});
afterAll(() => server.stop());

const lieu = '/administration/personnes';
const petit = { nom: 'PETIT', prenom: 'sacha', courriel: '' };
const tell = async (fait: { type: string; date: string; motif?: string }) =>
  given(await server.services.record({ genre: 'dossier', id: dossier }, fait, { auteur: 'essai', version: null }));
const printIn = (text: string) => /name="empreinte" value="([0-9a-f]{64})"/.exec(text)?.[1] ?? '';

test('only a superviseur comes there', async () => {
  for (const who of ['agent', 'lecteur'] as const) {
    expect((await visitor.get(lieu, people[who])).status).toBe(403);
    expect((await visitor.post(`${lieu}/effacement`, petit, people[who])).status).toBe(403);
  }
  expect((await visitor.get(lieu, people.superviseur)).status).toBe(200);
});

test('a superviseur reads what is held of a person, and hands over a copy that names nobody else', async () => {
  const shown = await visitor.post(lieu, petit, people.superviseur);
  expect([shown.status, shown.text]).toEqual([200, expect.stringContaining('Administrateur technique désigné')]);
  const copy = await visitor.post(`${lieu}/copie`, petit, people.superviseur);
  expect(copy.headers.get('content-disposition')).toContain('donnees-personnelles-2026-06-30.json');
  expect(JSON.parse(copy.text)).toMatchObject({
    personne: petit,
    dossiers: [{ id: dossier, faits: [{ aTitreDe: ['Désigné'], contenu: [{ nom: 'Petit', prenom: 'Sacha' }] }] }],
  });
  const nobody = await visitor.post(lieu, { ...petit, prenom: 'Zoé' }, people.superviseur);
  expect(nobody.text).toContain('Rien n’est gardé de cette personne');
  const alone = await visitor.post(lieu, { ...petit, prenom: '' }, people.superviseur);
  expect([alone.status, alone.text]).toEqual([422, expect.stringContaining('Saisissez aussi le prénom')]);
});

test('an erasure says first what holds the person, then erases what was shown, and the case still opens', async () => {
  const held = await visitor.post(`${lieu}/apercu`, petit, people.superviseur);
  expect(held.text).toContain('Notez son départ, ou abandonnez le dossier.');
  expect(printIn(held.text)).toBe('');
  await tell({ type: 'dossier.abandonne', date: '2026-06-29', motif: 'Fin' });
  const shown = await visitor.post(`${lieu}/apercu`, petit, people.superviseur);
  const other = await visitor.post(`${lieu}/effacement`, { ...petit, empreinte: 'a' }, people.superviseur);
  expect([other.status, printIn(other.text)]).toEqual([409, printIn(shown.text)]);
  const confirmed = { ...petit, empreinte: printIn(shown.text) };
  const done = await visitor.post(`${lieu}/effacement`, confirmed, people.superviseur);
  expect([done.status, done.text]).toEqual([
    200,
    expect.stringContaining('Le service ne garde plus rien sous ce nom.'),
  ]);
  for (const page of ['', '/parties', '/journal', '/diagramme', '/diagramme?le=2026-02-20', '/documents'])
    expect([page, (await visitor.get(`/dossiers/${dossier}${page}`, people.superviseur)).status]).toEqual([page, 200]);
  const journal = await visitor.get(`/dossiers/${dossier}/journal`, people.superviseur);
  expect(journal.text).toContain('Données d’une personne effacées, à sa demande');
  expect(journal.text).toContain('Le contenu a été effacé.');
  expect((await visitor.get('/administration/journal', people.superviseur)).text).toContain(
    'Données d’une personne effacées',
  );
});

test('what would fall today is shown before a time is set, and the register says what is set', async () => {
  const before = await visitor.get('/confidentialite');
  expect([before.status, before.text]).toEqual([200, expect.stringContaining('Sans limite fixée')]);
  expect(before.text).toContain('à renseigner par l’établissement');
  const page = await visitor.get('/administration/reglages/conservation.notes', people.superviseur);
  expect(page.text).toContain('Ce qui tomberait aujourd’hui');
  const set = (cle: string, valeur: number | string) =>
    server.services.reglages.poser(enPlace, { cle, valeur, du: '2026-06-30', au: null, motif: '' }).then(given);
  await set('conservation.dossiers', 36);
  await set('donnees.contact', 'dpo@ch-exemple.fr');
  await set('donnees.responsable', 'Centre hospitalier Exemple');
  const after = await visitor.get('/confidentialite');
  for (const part of ['36 mois après le dernier acte', 'dpo@ch-exemple.fr', 'Centre hospitalier Exemple'])
    expect(after.text).toContain(part);
  const all = await visitor.get('/administration/reglages', people.agent);
  expect(all.text).toContain('Tomberait aujourd’hui');
  expect((await visitor.get('/connexion')).text).toContain('href="/confidentialite"');
});
