import { describe, expect, test } from 'vitest';
import { createKey } from '../as-sent.ts';
import { serve } from '../server.ts';
import { enPlace, given } from './people.ts';

const connexion = { courriel: 'camille.martin@exemple.fr', motDePasse: 'sept cygnes au bord du lac' };
const own = { 'Sec-Fetch-Site': 'same-origin', Authorization: '' };

function send(method: string, path: string, body?: object, headers: Record<string, string> = {}): Promise<Response> {
  const sent = { ...own, ...headers, ...(body && { 'Content-Type': 'application/json' }) };
  return server.fetch(`/api/v1${path}`, { method, headers: sent, ...(body && { body: JSON.stringify(body) }) });
}

/** Logs in; gives the cookie that the browser would send. */
async function login(former = ''): Promise<string> {
  const response = await send('POST', '/session', connexion, { Cookie: former });
  expect(response.status).toBe(200);
  return response.headers.get('set-cookie')?.split(';')[0] ?? '';
}

const whoAmI = (Cookie: string) => send('GET', '/moi', undefined, { Cookie });
const codeOf = async (response: Response) => ((await response.json()) as { code: string }).code;

const server = await serve('2026-06-01');
const jeton = (await server.services.identites.firstLink()) ?? '';
const opened = await send('POST', '/liens', { jeton, nom: 'Camille Martin', ...connexion });
expect([opened.status, await opened.json()]).toMatchObject([201, { role: 'superviseur' }]);

describe('a session', () => {
  test('is a cookie for this server alone, out of reach of scripts', async () => {
    const response = await send('POST', '/session', connexion);
    const cookie = response.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^__Host-session=[\w-]{43};/);
    for (const attribute of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/']) expect(cookie).toContain(attribute);
    expect(cookie).not.toContain('Domain');
  });

  test('is never the one that the browser came with', async () => {
    const first = await login();
    const second = await login(first);
    expect(second).not.toBe(first);
    expect([(await whoAmI(first)).status, (await whoAmI(second)).status]).toEqual([401, 200]);
  });

  test('that was made up, cut or ended opens nothing', async () => {
    const cookie = await login();
    for (const forged of ['__Host-session=x', cookie.slice(0, -1), `${cookie}A`, cookie.replace('=', '=A')])
      expect(await codeOf(await whoAmI(forged))).toBe('session-terminee');
    expect((await send('DELETE', '/session', undefined, { Cookie: cookie })).status).toBe(204);
    expect(await codeOf(await whoAmI(cookie))).toBe('session-terminee');
  });

  test('changes nothing for a page of another site', async () => {
    const Cookie = await login();
    const nouveau = { nom: 'Éditeur d’ailleurs' };
    for (const headers of [
      { 'Sec-Fetch-Site': 'cross-site' },
      { 'Sec-Fetch-Site': 'same-site' },
      { 'Sec-Fetch-Site': 'none' },
    ]) {
      const refused = await send('POST', '/editeurs', nouveau, { Cookie, ...headers });
      expect([refused.status, await codeOf(refused)]).toEqual([403, 'origine-refusee']);
    }
    expect((await send('POST', '/editeurs', nouveau, { Cookie })).status).toBe(201);
  });

  test('of a wrong password and of an unknown account are refused alike', async () => {
    const wrong = await send('POST', '/session', { ...connexion, motDePasse: 'un autre mot de passe' });
    const unknown = await send('POST', '/session', { ...connexion, courriel: 'personne@exemple.fr' });
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect(await wrong.json()).toEqual(await unknown.json());
  });
});

describe('a key', () => {
  const bear = (cle: string) => send('GET', '/moi', undefined, { Authorization: `Bearer ${cle}` });
  const create = async (more: object = {}) => {
    const asked = { nom: 'Essai', role: 'agent', portees: ['lecture'], ...more };
    return given(await createKey(server.services.identites, enPlace, asked));
  };

  test('lets in until it is revoked, then says so', async () => {
    const { cle, fiche } = await create();
    expect((await bear(cle)).status).toBe(200);
    given(await server.services.identites.revokeKey(enPlace, fiche.id));
    const refused = await bear(cle);
    expect([refused.status, await refused.json()]).toMatchObject([401, { code: 'cle-refusee', raison: 'revoquee' }]);
  });

  test('that is badly copied, or of nobody, says which', async () => {
    const { cle } = await create();
    expect(await (await bear(cle.slice(0, -2))).json()).toMatchObject({ code: 'cle-refusee', raison: 'mal-copiee' });
    expect((await send('GET', '/moi', undefined, { Authorization: 'Basic abc' })).status).toBe(401);
  });

  test('that will end is announced to the superviseur', async () => {
    const { fiche } = await create({ expireLe: '2026-06-05' });
    const Cookie = await login();
    const announced = await (await send('GET', '/cles/a-renouveler', undefined, { Cookie })).json();
    expect(announced).toEqual({ cles: [{ avis: `${fiche.id}:${fiche.expireLe}:7`, jours: 4, cle: fiche }] });
  });

  test('does no more than its scopes', async () => {
    const { cle } = await create();
    const opening = { nom: 'GHT', genre: 'ght' };
    const refused = await send('POST', '/groupements', opening, { Authorization: `Bearer ${cle}` });
    expect([refused.status, await refused.json()]).toMatchObject([
      403,
      { code: 'portee-insuffisante', portee: 'faits' },
    ]);
  });

  test('sees nothing outside its dossiers', async () => {
    const { cle } = await create({ dossiers: ['un-autre'] });
    const etablissement = {
      denomination: 'Site',
      siret: '26011021800047',
      finess: '010000057',
      codePostal: '01130',
      commune: 'NANTUA',
    };
    const opened = await server.post<{ id: string }>('/api/v1/dossiers', {
      procedure: 'prive-mono-site',
      etablissement,
    });
    const headers = { Authorization: `Bearer ${cle}` };
    expect((await send('GET', `/dossiers/${opened.body.id}`, undefined, headers)).status).toBe(404);
    expect(await (await send('GET', '/dossiers', undefined, headers)).json()).toEqual({ dossiers: [], suite: null });
  });
});
