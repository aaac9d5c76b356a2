import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAnnuaire } from '../../src/annuaire/annuaire.ts';
import { invite } from '../as-sent.ts';
import { cookieOf, type Shown, visitorOf } from '../console/visitor.ts';
import { enPlace, given } from '../http/people.ts';
import { startServer, type TestServer } from '../server.ts';
import { type Directory, startDirectory } from './provider.ts';

const client = { id: 'parcours', secret: 'un secret que nul ne journalise' };
const clock = { now: new Date() };

let server: TestServer;
let visitor: ReturnType<typeof visitorOf>;
let directory: Directory;
const annuaireAt = (emetteur: string) =>
  createAnnuaire({
    emetteur,
    clientId: client.id,
    clientSecret: client.secret,
    urlPublique: server.url,
    roleClaim: 'acces.roles',
    roles: { superviseur: 'pig-superviseurs', agent: 'pig-agents' },
    clock: () => clock.now,
  });

beforeAll(async () => {
  server = await startServer(new Date().toISOString().slice(0, 10));
  visitor = visitorOf(server);
  directory = await startDirectory(server.url, client);
  server.services.annuaire = annuaireAt(directory.emetteur);
});
afterAll(async () => {
  await directory.stop();
  await server.stop();
});

/** Sent to the directory: what the browser keeps, and where it goes. */
async function start(vers = '/'): Promise<{ Cookie: string; adresse: string }> {
  const sent = await visitor.get(`/connexion/oidc?vers=${encodeURIComponent(vers)}`);
  expect(sent.status).toBe(303);
  return { Cookie: cookieOf(sent), adresse: sent.headers.get('location') ?? '' };
}

/** Back from the directory. */
const comeBack = (location: string, Cookie: string) => visitor.get(location.replace(server.url, ''), { Cookie });

async function logIn(login: string, vers?: string): Promise<Shown> {
  const { Cookie, adresse } = await start(vers);
  return comeBack(await directory.logIn(adresse, login), Cookie);
}

/** The session that was opened, as the browser sends it. */
function sessionOf({ headers }: Shown): string {
  const [cookie = ''] = headers.getSetCookie().filter((one) => one.startsWith('__Host-session='));
  return cookie.split(';')[0] ?? '';
}

const whoAmI = async (Cookie: string) => {
  const response = await visitor.get('/api/v1/moi', { Cookie });
  return response.status === 200 ? JSON.parse(response.text) : response.status;
};

describe('a login by the directory', () => {
  test('opens an account by the role that it says, and leads where one was going', async () => {
    directory.roles.set('camille', ['autre', 'pig-agents']);
    const opened = await logIn('camille', '/docs?x=1');
    expect([opened.status, opened.headers.get('location')]).toEqual([303, '/docs?x=1']);
    expect(opened.headers.getSetCookie().join()).toMatch(/__Host-connexion=;.*__Host-session=[\w-]{43};/);
    expect(await whoAmI(sessionOf(opened))).toMatchObject({ nom: 'Personne camille', role: 'agent' });
    const again = await whoAmI(sessionOf(await logIn('camille')));
    const { comptes } = { comptes: await server.services.identites.comptes() };
    expect(comptes.filter(({ courriel }) => courriel === 'camille@exemple.fr')).toMatchObject([{ id: again.id }]);
  });

  test('asks with PKCE, a state and a nonce, in a cookie that is short and out of reach', async () => {
    const sent = await visitor.get('/connexion/oidc');
    const asked = new URL(sent.headers.get('location') ?? '').searchParams;
    expect(asked.get('code_challenge_method')).toBe('S256');
    for (const name of ['state', 'nonce', 'code_challenge']) expect(asked.get(name)).toMatch(/^[\w-]{43}$/);
    expect(sent.headers.get('set-cookie')).toMatch(
      /^__Host-connexion=.*Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Lax/,
    );
  });

  test('takes the role that is said at each login, and ends what another role had opened', async () => {
    directory.roles.set('dominique', 'pig-agents');
    const agent = sessionOf(await logIn('dominique'));
    directory.roles.set('dominique', ['pig-superviseurs', 'pig-agents']);
    const superviseur = sessionOf(await logIn('dominique'));
    expect(await whoAmI(superviseur)).toMatchObject({ role: 'superviseur' });
    expect(await whoAmI(agent)).toBe(401);
  });

  test('without a role, or an e-mail, is refused with whom to ask', async () => {
    directory.roles.set('sans-role', ['autre']);
    const refused = await logIn('sans-role');
    expect([refused.status, sessionOf(refused)]).toEqual([403, '']);
    expect(refused.text).toContain('demandez à l’exploitant de son annuaire');
    directory.roles.set('sans-courriel', ['pig-agents']);
    expect((await logIn('sans-courriel')).status).toBe(403);
  });

  test('takes over no account of the same e-mail, and opens none that is closed', async () => {
    const { token } = given(
      await invite(server.services.identites, enPlace, { courriel: 'local@exemple.fr', role: 'agent' }),
    );
    const motDePasse = 'sept cygnes au bord du lac';
    given(await server.services.identites.useLink(token, { nom: 'Local', motDePasse }));
    directory.roles.set('local', 'pig-superviseurs');
    expect((await logIn('local')).status).toBe(409);
    directory.roles.set('ferme', 'pig-agents');
    const { id } = await whoAmI(sessionOf(await logIn('ferme')));
    given(await server.services.identites.updateCompte(enPlace, id, { actif: false }));
    expect((await logIn('ferme')).status).toBe(403);
  });

  test('gives no password: none is right, and none can be set', async () => {
    directory.roles.set('sans-mot', 'pig-agents');
    const { id } = await whoAmI(sessionOf(await logIn('sans-mot')));
    const { identites } = server.services;
    for (const motDePasse of [' ', 'n’importe lequel'])
      expect(await identites.login({ courriel: 'sans-mot@exemple.fr', motDePasse })).toMatchObject({ ok: false });
    expect(await identites.resetPassword(enPlace, id)).toEqual({ ok: false, error: { code: 'compte-externe' } });
  });

  test.each(['https://ailleurs.fr', '//ailleurs.fr', '/\\ailleurs.fr', '/.//ailleurs.fr'])(
    'never leads to %s',
    async (vers) => {
      directory.roles.set('camille', ['pig-agents']);
      expect((await logIn('camille', vers)).headers.get('location')).toBe('/');
    },
  );
});

describe('a return', () => {
  test('with a wrong state, of another browser, or without its cookie is refused', async () => {
    const mine = await start();
    const other = await start();
    const back = await directory.logIn(mine.adresse, 'camille');
    const forged = back.replace(/state=[^&]+/, 'state=forge');
    expect((await comeBack(forged, mine.Cookie)).status).toBe(403);
    expect((await comeBack(back, other.Cookie)).status).toBe(403);
    expect((await comeBack(back, '')).status).toBe(400);
    expect((await comeBack(back, `${mine.Cookie.slice(0, -2)}AA`)).status).toBe(400);
  });

  test('with a code that has served is refused', async () => {
    const { Cookie, adresse } = await start();
    const back = await directory.logIn(adresse, 'camille');
    expect((await comeBack(back, Cookie)).status).toBe(303);
    expect((await comeBack(back, Cookie)).status).toBe(403);
  });

  test('with an ID token of another nonce is refused', async () => {
    const { Cookie, adresse } = await start();
    const wrong = new URL(adresse);
    wrong.searchParams.set('nonce', 'celui-d-un-autre');
    expect((await comeBack(await directory.logIn(wrong.href, 'camille'), Cookie)).status).toBe(403);
  });

  test('after ten minutes is refused', async () => {
    const { Cookie, adresse } = await start();
    const back = await directory.logIn(adresse, 'camille');
    clock.now = new Date(Date.now() + 10 * 60_000);
    const late = await comeBack(back, Cookie);
    clock.now = new Date();
    expect([late.status, late.text]).toEqual([400, expect.stringContaining('recommencez')]);
  });

  test('that says no is told', async () => {
    const { Cookie, adresse } = await start();
    const state = new URL(adresse).searchParams.get('state');
    const refused = await visitor.get(`/connexion/oidc/retour?error=access_denied&state=${state}`, { Cookie });
    expect([refused.status, refused.text]).toEqual([403, expect.stringContaining('n’a pas confirmé')]);
  });
});

describe('going out', () => {
  test('tells where the session of the directory is ended, and there leads back', async () => {
    directory.roles.set('camille', ['pig-agents']);
    const Cookie = sessionOf(await logIn('camille'));
    const left = await visitor.post('/deconnexion', '', { Cookie });
    expect([left.status, left.text]).toEqual([
      200,
      expect.stringContaining(`href="${directory.emetteur}/session/end?`),
    ]);
    const second = sessionOf(await logIn('camille'));
    const ended = await server.fetch('/api/v1/session', {
      method: 'DELETE',
      headers: { Cookie: second, Authorization: '', 'Sec-Fetch-Site': 'same-origin' },
    });
    const adresse = new URL(ended.headers.get('location') ?? '');
    expect([ended.status, adresse.searchParams.get('post_logout_redirect_uri')]).toEqual([
      204,
      `${server.url}/connexion`,
    ]);
    expect((await fetch(adresse)).status).toBe(200);
    expect(await whoAmI(second)).toBe(401);
  });
});

test('a directory that does not answer is told, and asked again', async () => {
  const here = server.services.annuaire;
  server.services.annuaire = annuaireAt('http://127.0.0.1:1');
  const down = await visitor.get('/connexion/oidc');
  expect([down.status, down.text]).toEqual([503, expect.stringContaining('ne répond pas')]);
  server.services.annuaire = null;
  expect((await visitor.get('/connexion/oidc')).status).toBe(404);
  server.services.annuaire = here;
  expect((await visitor.get('/connexion')).text).toContain('/connexion/oidc?vers=');
});
