import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { invite as askInvitation } from '../as-sent.ts';
import { enPlace, given } from '../http/people.ts';
import { startServer, type TestServer } from '../server.ts';
import { cookieOf, visitorOf } from './visitor.ts';

const motDePasse = 'sept cygnes au bord du lac';
const chosen = { motDePasse, confirmation: motDePasse };

let server: TestServer;
let visitor: ReturnType<typeof visitorOf>;
beforeAll(async () => {
  server = await startServer('2026-06-01');
  visitor = visitorOf(server);
});
afterAll(() => server.stop());

const invite = async (courriel: string) =>
  given(await askInvitation(server.services.identites, enPlace, { courriel, role: 'agent' })).token;

describe('a link used once', () => {
  test('opens the first account, by a form that keeps what was well written', async () => {
    const jeton = await server.services.identites.firstLink();
    const page = await visitor.get(`/lien/${jeton}`);
    expect([page.status, page.text]).toEqual([200, expect.stringContaining('Ouvrez le premier compte')]);
    const wrong = await visitor.post(`/lien/${jeton}`, { courriel: 'camille', nom: 'Camille "M"', ...chosen });
    expect(wrong.status).toBe(422);
    for (const part of ['<a href="#courriel">', 'id="courriel-faute"', 'aria-invalid', 'Camille &#34;M&#34;'])
      expect(wrong.text).toContain(part);
    expect(wrong.text).not.toContain(motDePasse);
    const opened = await visitor.post(`/lien/${jeton}`, { courriel: 'c@exemple.fr', nom: 'Camille', ...chosen });
    expect([opened.status, opened.headers.get('location')]).toEqual([303, '/']);
    const Cookie = cookieOf(opened);
    expect((await visitor.get('/moi', { Cookie })).text).toContain('c@exemple.fr');
    expect(await server.services.identites.comptes()).toMatchObject([
      { courriel: 'c@exemple.fr', role: 'superviseur' },
    ]);
    expect((await visitor.get(`/lien/${jeton}`)).status).toBe(409);
  });

  test('shows the e-mail of who is invited, and takes no other', async () => {
    const jeton = await invite('agent@exemple.fr');
    expect((await visitor.get(`/lien/${jeton}`)).text).toMatch(/value="agent@exemple.fr"[^>]* readonly/);
    const opened = await visitor.post(`/lien/${jeton}`, { courriel: 'autre@exemple.fr', nom: 'Agent', ...chosen });
    expect(opened.status).toBe(303);
    const courriels = (await server.services.identites.comptes()).map(({ courriel }) => courriel);
    expect(courriels).toContain('agent@exemple.fr');
    expect(courriels).not.toContain('autre@exemple.fr');
  });

  test('changes a password, typed twice alike', async () => {
    const compte = (await server.services.identites.comptes())[0]?.id ?? '';
    const jeton = given(await server.services.identites.resetPassword(enPlace, compte)).token;
    const differs = await visitor.post(`/lien/${jeton}`, { motDePasse, confirmation: 'autre chose' });
    expect([differs.status, differs.text]).toEqual([422, expect.stringContaining('href="#confirmation"')]);
    const weak = await visitor.post(`/lien/${jeton}`, { motDePasse: 'court', confirmation: 'court' });
    expect([weak.status, weak.text]).toEqual([422, expect.stringContaining('12 caractères')]);
    const changed = await visitor.post(`/lien/${jeton}`, chosen);
    expect((await visitor.get('/moi', { Cookie: cookieOf(changed) })).status).toBe(200);
  });

  test('that nobody gave says so, and so does a page of another site', async () => {
    expect((await visitor.get(`/lien/${'A'.repeat(43)}`)).status).toBe(404);
    expect((await visitor.get('/lien/%3Cscript%3E')).text).not.toContain('<script>');
    const jeton = await invite('ailleurs@exemple.fr');
    const foreign = { 'Sec-Fetch-Site': 'cross-site' };
    expect((await visitor.post(`/lien/${jeton}`, { nom: 'X', ...chosen }, foreign)).status).toBe(403);
    expect((await visitor.get(`/lien/${jeton}`)).status).toBe(200);
  });

  test('may be pasted, whole', async () => {
    const jeton = 'A'.repeat(43);
    const pasted = await visitor.post('/lien', { lien: ` http://localhost:3000/lien/${jeton} ` });
    expect([pasted.status, pasted.headers.get('location')]).toEqual([303, `/lien/${jeton}`]);
    expect((await visitor.post('/lien', { lien: 'http://localhost:3000/lien/AAA' })).status).toBe(422);
    expect((await visitor.get('/bienvenue')).status).toBe(200);
  });
});

describe('a form', () => {
  test.each([
    ['a NUL', 'lien=a%00', 400],
    ['what is not UTF-8', 'lien=%ff', 400],
    ['a cut escape', 'lien=%e', 400],
    ['raw bytes', 'lien=é', 400],
    ['21 fields', Array.from({ length: 21 }, (_, rank) => `c${rank}=`).join('&'), 400],
    ['17 KiB', `lien=${'a'.repeat(17 * 1024)}`, 413],
  ])('with %s is refused', async (_title, body, status) => {
    expect((await visitor.post('/lien', body)).status).toBe(status);
  });

  test('of another type is refused', async () => {
    expect((await visitor.post('/lien', '{}', { 'Content-Type': 'application/json' })).status).toBe(415);
  });
});

test('a page runs nothing but our own, is kept by nobody and tells no other site whence one comes', async () => {
  const { headers, text } = await visitor.get('/bienvenue');
  expect(headers.get('content-security-policy')).toMatch(
    /^default-src 'none'; style-src 'self'; script-src 'self'; .*form-action 'self'/,
  );
  expect([headers.get('referrer-policy'), headers.get('cache-control')]).toEqual(['no-referrer', 'no-store']);
  expect(text).not.toMatch(/<script|style="|https?:\/\//);
});
