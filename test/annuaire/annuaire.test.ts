import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { invite } from '../as-sent.ts';
import { enPlace, given } from '../http/people.ts';
import { client, openDesk, sessionOf } from './desk.ts';
import { type Directory, startDirectory } from './provider.ts';

const desk = openDesk();
let directory: Directory;
beforeAll(async () => {
  directory = await startDirectory(desk.server.url, client);
  desk.server.services.annuaire = desk.annuaireAt(directory.emetteur);
});
afterAll(() => directory.stop());

const motDePasse = 'sept cygnes au bord du lac';

/** An account of this service; gives its id. */
async function openLocal(courriel: string, role = 'agent'): Promise<string> {
  const { identites } = desk.server.services;
  const { token, compteId } = given(await invite(identites, enPlace, { courriel, role }));
  given(await identites.useLink(token, { nom: 'Local', motDePasse }));
  return compteId;
}

/** Its session, opened by its password. */
async function localSession(courriel: string): Promise<string> {
  const { token } = given(await desk.server.services.identites.login({ courriel, motDePasse }));
  return `__Host-session=${token}`;
}

async function logIn(login: string, vers?: string) {
  const { Cookie, adresse } = await desk.start(vers);
  return desk.comeBack(await directory.logIn(adresse, login), Cookie);
}

describe('a login by the directory', () => {
  test('opens an account by the role that it says, and leads where one was going', async () => {
    directory.roles.set('camille', ['autre', 'pig-agents']);
    const opened = await logIn('camille', '/docs?x=1');
    expect([opened.status, opened.headers.get('location')]).toEqual([303, '/docs?x=1']);
    expect(opened.headers.getSetCookie().join()).toMatch(/__Host-connexion-[\w-]{43}=;.*__Host-session=[\w-]{43};/);
    expect(await desk.whoAmI(sessionOf(opened))).toMatchObject({ nom: 'Personne camille', role: 'agent' });
    const again = await desk.whoAmI(sessionOf(await logIn('camille')));
    const { comptes } = { comptes: await desk.server.services.identites.comptes() };
    expect(comptes.filter(({ courriel }) => courriel === 'camille@exemple.fr')).toMatchObject([{ id: again.id }]);
  });

  test('asks with PKCE, a state and a nonce, in a cookie that is short and out of reach', async () => {
    const sent = await desk.visitor.get('/connexion/oidc');
    const asked = new URL(sent.headers.get('location') ?? '').searchParams;
    expect(asked.get('code_challenge_method')).toBe('S256');
    for (const name of ['state', 'nonce', 'code_challenge']) expect(asked.get(name)).toMatch(/^[\w-]{43}$/);
    expect(sent.headers.get('set-cookie')).toMatch(
      /^__Host-connexion-[\w-]{43}=.*Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Lax/,
    );
  });

  test('takes the role that is said at each login, and ends what another role had opened', async () => {
    directory.roles.set('dominique', 'pig-agents');
    const agent = sessionOf(await logIn('dominique'));
    directory.roles.set('dominique', ['pig-superviseurs', 'pig-agents']);
    const superviseur = sessionOf(await logIn('dominique'));
    expect(await desk.whoAmI(superviseur)).toMatchObject({ role: 'superviseur' });
    expect(await desk.whoAmI(agent)).toMatchObject({ status: 401 });
  });

  test('without a role is refused with whom to ask, and the log tells which roles were read', async () => {
    directory.roles.set('sans-role', ['autre']);
    const refused = await logIn('sans-role');
    expect([refused.status, sessionOf(refused)]).toEqual([403, '']);
    expect(refused.text).toContain('demandez à l’exploitant de son annuaire');
    expect(desk.server.echecs.at(-1)).toEqual({
      moyen: 'annuaire',
      code: 'sans-role',
      compteId: null,
      cause: 'Rôles lus : autre',
    });
  });

  test('takes over no account of the same e-mail, and opens none that is closed', async () => {
    await openLocal('local@exemple.fr');
    directory.roles.set('local', 'pig-superviseurs');
    const refused = await logIn('local');
    expect([refused.status, refused.text]).toEqual([
      409,
      expect.stringContaining('demandez à un superviseur de le relier'),
    ]);
    directory.roles.set('ferme', 'pig-agents');
    const { id } = await desk.whoAmI(sessionOf(await logIn('ferme')));
    given(await desk.server.services.identites.updateCompte(enPlace, id, { actif: false }));
    expect((await logIn('ferme')).status).toBe(403);
  });

  test('of an account that is known keeps its former e-mail when another account bears the new one', async () => {
    directory.roles.set('renomme', 'pig-agents');
    const { id } = await desk.whoAmI(sessionOf(await logIn('renomme')));
    await openLocal('renommee@exemple.fr');
    directory.emails.set('renomme', 'renommee@exemple.fr');
    expect((await desk.whoAmI(sessionOf(await logIn('renomme')))).id).toBe(id);
    expect(await desk.server.services.identites.compte(id)).toMatchObject({ courriel: 'renomme@exemple.fr' });
  });

  test('gives no password: none is right, and none can be set', async () => {
    directory.roles.set('sans-mot', 'pig-agents');
    const { id } = await desk.whoAmI(sessionOf(await logIn('sans-mot')));
    const { identites } = desk.server.services;
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

describe('a local account', () => {
  test('is linked to who came by the directory with its e-mail, once a superviseur says so', async () => {
    const { identites } = desk.server.services;
    await openLocal('chef@exemple.fr', 'superviseur');
    const id = await openLocal('sacha@exemple.fr');
    const before = await localSession('sacha@exemple.fr');
    const Cookie = await localSession('chef@exemple.fr');
    const page = `/administration/comptes/${id}`;
    directory.roles.set('sacha', 'pig-agents');
    expect((await desk.visitor.get(page, { Cookie })).text).not.toContain('Relier');
    expect((await logIn('sacha')).status).toBe(409);
    expect((await desk.visitor.get(page, { Cookie })).text).toContain('Relier à l’annuaire');
    expect((await desk.visitor.post(`${page}/liaison`, { sujet: 'un autre' }, { Cookie })).status).toBe(404);
    expect((await logIn('sacha')).status).toBe(409);
    const linked = await desk.visitor.post(`${page}/liaison`, { sujet: 'sacha' }, { Cookie });
    expect([linked.status, linked.headers.get('location')]).toEqual([303, page]);
    expect((await identites.lastActes(null, 1))[0]).toMatchObject({
      acte: 'compte.relie',
      cible: id,
      detail: JSON.stringify({ emetteur: directory.emetteur }),
    });
    expect((await desk.whoAmI(sessionOf(await logIn('sacha')))).id).toBe(id);
    expect(await desk.whoAmI(before)).toMatchObject({ status: 401 });
    expect(await identites.login({ courriel: 'sacha@exemple.fr', motDePasse })).toMatchObject({ ok: false });
    const after = await desk.visitor.get(page, { Cookie });
    expect(after.text).toContain('L’annuaire de l’établissement');
    expect(after.text).not.toContain('Créer un lien de mot de passe');
  });

  test('is linked by no agent', async () => {
    const id = await openLocal('lou@exemple.fr');
    const agent = { ...enPlace, id, role: 'agent' } as const;
    const refused = await desk.server.services.identites.linkCompte(agent, id, 'lou');
    expect(refused).toMatchObject({ ok: false, error: { code: 'droit-insuffisant' } });
  });
});

describe('a return', () => {
  test('with a wrong state, of another browser, or without its cookie is refused', async () => {
    const mine = await desk.start();
    const other = await desk.start();
    const back = await directory.logIn(mine.adresse, 'camille');
    const forged = back.replace(/state=[^&]+/, 'state=forge');
    expect((await desk.comeBack(forged, mine.Cookie)).status).toBe(400);
    expect((await desk.comeBack(back, other.Cookie)).status).toBe(400);
    const swapped = `${mine.Cookie.split('=')[0]}=${other.Cookie.split('=')[1]}`;
    expect((await desk.comeBack(back, swapped)).status).toBe(403);
    expect((await desk.comeBack(back, '')).status).toBe(400);
    expect((await desk.comeBack(back, `${mine.Cookie.slice(0, -2)}AA`)).status).toBe(400);
  });

  test('with a code that has served is refused', async () => {
    const { Cookie, adresse } = await desk.start();
    const back = await directory.logIn(adresse, 'camille');
    expect((await desk.comeBack(back, Cookie)).status).toBe(303);
    expect((await desk.comeBack(back, Cookie)).status).toBe(403);
  });

  test('with an ID token of another nonce is refused', async () => {
    const { Cookie, adresse } = await desk.start();
    const wrong = new URL(adresse);
    wrong.searchParams.set('nonce', 'celui-d-un-autre');
    expect((await desk.comeBack(await directory.logIn(wrong.href, 'camille'), Cookie)).status).toBe(403);
  });

  test('after ten minutes is refused', async () => {
    const { Cookie, adresse } = await desk.start();
    const back = await directory.logIn(adresse, 'camille');
    desk.clock.now = new Date(Date.now() + 10 * 60_000);
    const late = await desk.comeBack(back, Cookie);
    desk.clock.now = new Date();
    expect([late.status, late.text]).toEqual([400, expect.stringContaining('recommencez')]);
  });

  test.each([
    ['access_denied', 403, 'n’a pas confirmé', 'connexion-refusee'],
    ['invalid_scope', 502, 'autorisez ce client', 'annuaire-mal-regle'],
    ['temporarily_unavailable', 503, 'ne répond pas', 'annuaire-indisponible'],
  ])('that says %s is told as what it is', async (error, status, words, code) => {
    const { Cookie, adresse } = await desk.start();
    const state = new URL(adresse).searchParams.get('state') ?? '';
    const query = new URLSearchParams({ error, state, iss: directory.emetteur, error_description: 'dit par lui' });
    const refused = await desk.visitor.get(`/connexion/oidc/retour?${query}`, { Cookie });
    expect([refused.status, refused.text]).toEqual([status, expect.stringContaining(words)]);
    const cause = expect.stringContaining(`${error}, dit par lui`);
    expect(desk.server.echecs.at(-1)).toEqual({ moyen: 'annuaire', code, compteId: null, cause });
  });
});

describe('going out', () => {
  test('tells where the session of the directory is ended, and there leads back', async () => {
    directory.roles.set('camille', ['pig-agents']);
    const Cookie = sessionOf(await logIn('camille'));
    const left = await desk.visitor.post('/deconnexion', '', { Cookie });
    expect([left.status, left.text]).toEqual([
      200,
      expect.stringContaining(`href="${directory.emetteur}/session/end?`),
    ]);
    const second = sessionOf(await logIn('camille'));
    const ended = await desk.server.fetch('/api/v1/session', {
      method: 'DELETE',
      headers: { Cookie: second, Authorization: '', 'Sec-Fetch-Site': 'same-origin' },
    });
    const adresse = new URL(ended.headers.get('location') ?? '');
    expect([ended.status, adresse.searchParams.get('post_logout_redirect_uri')]).toEqual([
      204,
      `${desk.server.url}/connexion`,
    ]);
    expect((await fetch(adresse)).status).toBe(200);
    expect(await desk.whoAmI(second)).toMatchObject({ status: 401 });
  });
});

test('a directory that does not answer is told, and asked again', async () => {
  const here = desk.server.services.annuaire;
  const gone = await startDirectory(desk.server.url, client);
  await gone.stop();
  desk.server.services.annuaire = desk.annuaireAt(gone.emetteur);
  const down = await desk.visitor.get('/connexion/oidc');
  expect(desk.server.echecs.at(-1)).toMatchObject({
    code: 'annuaire-indisponible',
    cause: expect.stringContaining('ECONNREFUSED'),
  });
  expect([down.status, down.text]).toEqual([503, expect.stringContaining('ne répond pas')]);
  desk.server.services.annuaire = null;
  expect((await desk.visitor.get('/connexion/oidc')).status).toBe(404);
  desk.server.services.annuaire = here;
  expect((await desk.visitor.get('/connexion')).text).toContain('/connexion/oidc?vers=');
});
