import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type People, peopleOf } from '../../http/people.ts';
import { startServer, type TestServer } from '../../server.ts';
import { openTold } from '../correction/desk.ts';
import { visitorOf } from '../visitor.ts';

let server: TestServer;
let people: People;
let id: string;
let visitor: ReturnType<typeof visitorOf>;
const comptes: Record<string, string> = {};

beforeAll(async () => {
  server = await startServer('2026-11-24');
  people = await peopleOf(server.services);
  visitor = visitorOf(server);
  for (const compte of await server.services.identites.comptes()) comptes[compte.role] = compte.id;
  id = await openTold(server.services, []);
  await server.services.travail.affecter([id], comptes['agent'] ?? '', 'regle');
});
afterAll(() => server.stop());

const page = async (query = '', who: 'agent' | 'superviseur' = 'agent') =>
  (await visitor.get(`/notifications${query}`, people[who])).text;
const numeros = (text: string) => [...text.matchAll(/id="notification-(\d+)"/g)].map(([, numero]) => numero);

describe('what came to an agent', () => {
  test('is counted on each page, and read from the worklist in one line', async () => {
    const sent = await visitor.post(`/dossiers/${id}/notes`, { texte: '@agent : à rappeler' }, people.superviseur);
    expect(sent.status).toBe(303);
    const text = (await visitor.get('/groupements', people.agent)).text;
    expect(text).toContain('<span class="compte alerte">2</span><span class="sr"> à lire</span>');
    const day = (await visitor.get('/', people.agent)).text;
    expect(day).toContain('2 nouvelles de vos dossiers</a><span class="detail"> (1 mention, 1 dossier confié)');
    expect((await visitor.get('/', people.superviseur)).text).not.toContain('Depuis hier');
  });

  test('says who did what to which dossier, and never what a note says', async () => {
    const text = await page();
    expect(text).toContain('Une règle d’affectation vous a confié ce dossier');
    expect(text).toContain('Superviseur vous cite dans une note');
    expect(text).not.toContain('à rappeler');
    expect(numeros(await page('?sorte=mention'))).toHaveLength(1);
    expect(numeros(await page('?depuis=2026-11-25'))).toEqual([]);
    expect(numeros(await page('', 'superviseur'))).toEqual([]);
    const beyond = await page('?page=7');
    expect([beyond.includes('Aucune notification sur cette page'), beyond.includes('Tout est lu')]).toEqual([
      true,
      false,
    ]);
  });

  test('is opened and read by one click, by whom it is for', async () => {
    const [numero] = numeros(await page('?sorte=mention'));
    const theirs = await visitor.post(`/notifications/${numero}`, { ouvrir: 'oui' }, people.superviseur);
    expect(theirs.headers.get('location')).toBe('/notifications');
    const opened = await visitor.post(`/notifications/${numero}`, { ouvrir: 'oui' }, people.agent);
    expect(opened.headers.get('location')).toBe(`/dossiers/${id}/notes#notes`);
    expect(numeros(await page())).not.toContain(numero);
    expect(numeros(await page('?lues=oui'))).toContain(numero);
  });

  test('is read all at once, but what came since the page was shown', async () => {
    const [last = ''] = numeros(await page());
    await visitor.post(`/dossiers/${id}/notes`, { texte: 'Encore @agent' }, people.superviseur);
    await visitor.post('/notifications/lues', { jusqua: last }, people.agent);
    expect(await page()).toContain('vous cite dans une note');
    expect(numeros(await page())).toHaveLength(1);
  });
});

test('a note says whom it warns, and a name that is nobody’s', async () => {
  const Cookie = async (texte: string) => {
    const sent = await visitor.post(`/dossiers/${id}/notes`, { texte }, people.superviseur);
    const kept = /__Host-message=([^;]+)/.exec(sent.headers.get('set-cookie') ?? '')?.[1] ?? '';
    return JSON.parse(Buffer.from(kept, 'base64url').toString('utf8'));
  };
  expect(await Cookie('Vu avec @agent.')).toEqual({ tone: 'bien', text: 'La note est gardée. Sont prévenus : agent.' });
  expect(await Cookie('Vu avec @Zoé.')).toMatchObject({ tone: 'attention' });
  expect((await visitor.get(`/dossiers/${id}/notes`, people.superviseur)).text).toContain('@agent');
});
