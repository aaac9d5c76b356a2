import { afterAll, beforeAll, expect, test } from 'vitest';
import { localPath } from '../../src/console/shell/screen.ts';
import { type People, peopleOf } from '../http/people.ts';
import { startServer, type TestServer } from '../server.ts';
import { cookieOf, visitorOf } from './visitor.ts';

const connexion = { courriel: 'agent@exemple.fr', motDePasse: 'sept cygnes au bord du lac' };

let server: TestServer;
let visitor: ReturnType<typeof visitorOf>;
let people: People;
beforeAll(async () => {
  server = await startServer('2026-06-01');
  visitor = visitorOf(server);
  people = await peopleOf(server.services);
});
afterAll(() => server.stop());

test('a person logs in, is told who they are, and logs out', async () => {
  expect((await visitor.get('/')).headers.get('location')).toBe('/connexion');
  const opened = await visitor.post('/connexion', { ...connexion, vers: '/docs' });
  expect([opened.status, opened.headers.get('location')]).toEqual([303, '/docs']);
  const Cookie = cookieOf(opened);
  expect((await visitor.get('/moi', { Cookie })).text).toContain('<dd>Agent</dd>');
  const ended = await visitor.post('/deconnexion', '', { Cookie });
  expect([ended.status, ended.headers.get('location'), cookieOf(ended)]).toEqual([
    303,
    '/connexion',
    '__Host-session=',
  ]);
  expect((await visitor.get('/', { Cookie })).status).toBe(303);
});

test('a wrong password is told as over the API, and the e-mail kept', async () => {
  const refused = await visitor.post('/connexion', { ...connexion, motDePasse: 'une autre phrase' });
  expect([refused.status, refused.headers.get('set-cookie')]).toEqual([401, null]);
  expect(refused.text).toContain('value="agent@exemple.fr"');
  expect(refused.text).not.toContain('une autre phrase');
  expect((await visitor.post('/connexion', {})).status).toBe(422);
});

test('strangers who fail block their network and not the device that is known, and a superviseur sees it', async () => {
  const from = (ip: string, motDePasse: string, Cookie = '') =>
    visitor.post('/connexion', { ...connexion, motDePasse }, { 'X-Forwarded-For': ip, Cookie });
  const opened = await from('192.0.2.7', connexion.motDePasse);
  const [, device = ''] = opened.headers.getSetCookie();
  expect(device).toMatch(/^__Host-appareils=[\w.-]+; Max-Age=31536000; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  for (let at = 0; at < 5; at++) expect((await from(`192.0.2.${at}`, 'une autre phrase')).status).toBe(401);
  const shut = await from('192.0.2.200', connexion.motDePasse);
  expect([shut.status, shut.text]).toEqual([429, expect.stringContaining('Trop de tentatives')]);
  expect((await from('198.51.100.1', connexion.motDePasse)).status).toBe(303);
  expect((await from('192.0.2.7', connexion.motDePasse, device.split(';')[0])).status).toBe(303);

  const { superviseur } = people;
  const compte = (await server.services.identites.comptes()).find(({ courriel }) => courriel === connexion.courriel);
  const page = await visitor.get(`/administration/comptes/${compte?.id}`, superviseur);
  expect(page.text).toMatch(/le réseau 192\.0\.2\.0\/24[\s\S]*Bloqué jusqu’au/);
  const journal = await visitor.get('/administration/journal', superviseur);
  expect(journal.text).toMatch(
    /Le service[\s\S]*Connexions bloquées[\s\S]*5 échecs, jusqu’au .*, le réseau 192\.0\.2\.0/,
  );
});

test('a page of another site logs nobody in, nor out', async () => {
  const foreign = { 'Sec-Fetch-Site': 'cross-site' };
  expect((await visitor.post('/connexion', connexion, foreign)).status).toBe(403);
  const Cookie = cookieOf(await visitor.post('/connexion', connexion));
  expect((await visitor.post('/deconnexion', '', { Cookie, ...foreign })).status).toBe(403);
  expect((await visitor.get('/', { Cookie })).status).toBe(200);
});

test.each([
  'https://ailleurs.fr',
  '//ailleurs.fr',
  '/\\ailleurs.fr',
  '/a\\b',
  'docs',
  '/\t/ailleurs.fr',
  '/ a',
  '',
  null,
])('a login never leads to %j', async (vers) => {
  expect(localPath(vers)).toBe('/');
  const opened = await visitor.post('/connexion', { ...connexion, vers: String(vers ?? '') });
  expect(opened.headers.get('location')).toBe('/');
});

test.each([
  ['/docs', '/docs'],
  ['/a?b=/c#d', '/a?b=/c'],
  ['/a/..//ailleurs.fr', '/'],
  ['/.//ailleurs.fr', '/'],
])('a login that is asked for %s leads to %s', (vers, path) => expect(localPath(vers)).toBe(path));
