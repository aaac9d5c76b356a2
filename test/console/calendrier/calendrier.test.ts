import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exempleEtablissement } from '../../../machines/formulaires/etablissement.ts';
import { cliniqueMonoSite } from '../../../src/sandbox/vies/clinique-mono-site.ts';
import { playOn } from '../../../src/sandbox/vies/play.ts';
import { given, type People, peopleOf } from '../../http/people.ts';
import { startServer, type TestServer } from '../../server.ts';
import { visitorOf } from '../visitor.ts';

let server: TestServer;
let people: People;
let dossier: string;
let agent: string;
let visitor: ReturnType<typeof visitorOf>;

beforeAll(async () => {
  server = await startServer('2026-02-10');
  people = await peopleOf(server.services);
  visitor = visitorOf(server);
  agent = (await server.services.identites.comptes()).find(({ role }) => role === 'agent')?.id ?? '';
  const begun = { ...cliniqueMonoSite, steps: cliniqueMonoSite.steps.slice(0, 8) };
  dossier = (await playOn(server.services, begun)).dossier;
  await server.services.travail.affecter([dossier], agent, `compte:${agent}`);
  const asked = { pourLe: '2026-02-20', quoi: 'Joindre Mme Zamenhof', acteur: 'ans', compteId: agent } as const;
  given(await server.services.suivi.plan(dossier, asked, `compte:${agent}`));
});
afterAll(() => server.stop());

const page = async (query = '', who: 'agent' | 'superviseur' | 'lecteur' = 'agent') =>
  (await visitor.get(`/calendrier${query}`, people[who])).text;
const cellOf = (text: string, day: string) =>
  text.split('<td').find((cell) => cell.includes(`datetime="${day}"`)) ?? '';

describe('the calendar of an agent', () => {
  test('has the follow-ups, the usual delays and the ends of cards of their dossiers, and nobody else’s', async () => {
    expect(cellOf(await page(), '2026-02-20')).toContain('Joindre Mme Zamenhof');
    expect(cellOf(await page('?mois=2026-01'), '2026-01-30')).toContain('Décision de l’ANS sur le contrat');
    expect(cellOf(await page('?mois=2029-01'), '2029-01-28')).toContain(
      'Carte du responsable arrivée à sa date de fin',
    );
    expect(await page('?mois=2029-01', 'superviseur')).toContain('Rien ce mois-ci');
  });

  test('shows one day whole, and the present month where its address means nothing', async () => {
    const day = await page('?jour=2026-02-20');
    expect(day).toContain('20 février 2026');
    expect(day).toContain('Joindre Mme Zamenhof');
    expect(await page('?mois=2026-13')).toContain('Février 2026');
  });
});

describe('the days of a groupement', () => {
  let groupement: string;
  let site: string;
  beforeAll(async () => {
    const act = { auteur: 'essai', version: null };
    const asked = { nom: 'GHT du Haut-Val', genre: 'ght' } as const;
    groupement = given(await server.services.openGroupement(asked, act)).row.id;
    const etablissement = { ...exempleEtablissement, denomination: 'Hôpital du Val', finess: '010000206' };
    const opening = { procedure: 'public-ght', etablissement, groupementId: groupement };
    site = given(await server.services.openDossier(opening, act)).row.id;
  });

  test('are those of its sites, whoever has them, and of no other dossier', async () => {
    const text = await page(`?groupement=${groupement}`, 'superviseur');
    expect(text).toContain('Calendrier · GHT du Haut-Val');
    expect(text).toContain(`href="/dossiers/${site}"`);
    expect(text).not.toContain(`href="/dossiers/${dossier}`);
    expect(text).toContain(`href="/calendrier?mois=2026-03&#38;groupement=${groupement}"`);
    const unknown = '/calendrier?groupement=8c4a6e0e-5b1f-4c57-9d5b-2f4f1f0f9b11';
    expect((await visitor.get(unknown, people.agent)).status).toBe(404);
  });

  test('are read by a calendar program at one’s own link, the groupement after it', async () => {
    const { text } = await visitor.post('/calendrier/lien', { groupement }, people.agent);
    const { pathname, search } = new URL(/value="(http[^"]+)"/.exec(text)?.[1] ?? '');
    const nobody = { Authorization: '', Cookie: '' };
    const [own, theirs] = [await visitor.get(pathname, nobody), await visitor.get(pathname + search, nobody)];
    expect([own.text.includes('Hôpital du Val'), theirs.text.includes('Hôpital du Val')]).toEqual([false, true]);
    expect(theirs.text).toContain('SUMMARY:Fin du délai');
  });
});

test('what falls this week stands above the month, day by day', async () => {
  const asked = { pourLe: '2026-02-13', quoi: 'Rappeler la DSI', acteur: 'dsi', compteId: agent } as const;
  given(await server.services.suivi.plan(dossier, asked, `compte:${agent}`));
  const week = (await page()).split('id="semaine"')[1]?.split('class="mois')[0] ?? '';
  expect(week).toMatch(/Ce qui tombe cette semaine \(2\)[\s\S]*Vendredi 13 février 2026/);
  expect([week.includes('Rappeler la DSI'), week.includes('Joindre Mme Zamenhof')]).toEqual([true, false]);
  expect(await page('?mois=2026-03')).not.toContain('Ce qui tombe cette semaine');
});

describe('the link of a calendar program', () => {
  const give = async () => {
    const { text } = await visitor.post('/calendrier/lien', {}, people.agent);
    return new URL(/value="(http[^"]+)"/.exec(text)?.[1] ?? '').pathname;
  };
  const nobody = { Authorization: '', Cookie: '' };

  test('leads where browsers reach the service: the form says where it comes from', async () => {
    const behind = { ...people.agent, Host: 'igc.exemple.fr', Origin: 'https://igc.exemple.fr' };
    const { text } = await visitor.post('/calendrier/lien', {}, behind);
    expect(text).toMatch(/value="https:\/\/igc\.exemple\.fr\/agenda\//);
  });

  test('reads the days without a session: no name of a person, no text of an agent', async () => {
    const read = await visitor.get(await give(), nobody);
    expect([read.status, read.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
    expect(read.text).toContain('DTSTART;VALUE=DATE:20260220');
    expect(read.text).toContain('SUMMARY:Relance (ANS) : ');
    expect(read.text).not.toContain('Zamenhof');
  });

  test('opens nothing else, nor once it is replaced, withdrawn or its account is closed', async () => {
    const first = await give();
    const second = await give();
    expect((await visitor.get(first, nobody)).status).toBe(404);
    expect((await visitor.get(second, nobody)).status).toBe(200);
    await visitor.post('/calendrier/lien/retrait', {}, people.agent);
    expect((await visitor.get(second, nobody)).status).toBe(404);
    expect((await visitor.get('/agenda/../calendrier', nobody)).text).not.toContain('Joindre');
    const third = await give();
    const par = (await server.services.identites.comptes()).find(({ role }) => role === 'superviseur');
    const acte = { le: '2026-02-10T12:00:00Z', auteur: `compte:${par?.id}`, acte: 'compte.modifie', cible: agent };
    await server.store.identites.updateCompte(agent, { actif: false }, { ...acte, detail: '{}' });
    expect((await visitor.get(third, nobody)).status).toBe(404);
    await server.store.identites.updateCompte(agent, { actif: true }, { ...acte, detail: '{}' });
  });

  test('is kept as an imprint, and its reading is in the access log under the account', async () => {
    people = { ...people, agent: await session() };
    const path = await give();
    await visitor.get(path, nobody);
    const [, , secret = ''] = path.split('/');
    expect(await server.store.identites.agenda(secret)).toBeNull();
    expect((await server.services.identites.actes(0, 500)).map(({ acte }) => acte)).toContain('agenda.remis');
    expect(server.services.acces?.find({ qui: `compte:${agent}`, limite: 50 }) ?? []).toContainEqual(
      expect.objectContaining({ quoi: 'moi.lire', statut: 200 }),
    );
  });

  async function session() {
    const asked = { courriel: 'agent@exemple.fr', motDePasse: 'sept cygnes au bord du lac' };
    const { token } = given(await server.services.identites.login(asked));
    return { Cookie: `__Host-session=${token}`, 'Sec-Fetch-Site': 'same-origin', Authorization: '' };
  }
});
