import { once } from 'node:events';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { client, openDesk, sessionOf } from './desk.ts';
import { type Directory, type Shape, startDirectory } from './provider.ts';
import { selfSigned } from './self-signed.ts';

const desk = openDesk();
let directory: Directory;
afterEach(() => {
  desk.server.echecs.length = 0;
  return directory?.stop();
});

/** A directory of a shape, as the service is set to ask it. */
async function open(shape: Shape, set: { roleClaim?: string; emetteur?(real: string): string } = {}) {
  directory = await startDirectory(desk.server.url, client, shape);
  const { emetteur = (real) => real, roleClaim = 'roles' } = set;
  desk.server.services.annuaire = desk.annuaireAt(emetteur(directory.emetteur), { roleClaim });
}

async function logIn(login: string) {
  const { Cookie, adresse } = await desk.start();
  return desk.comeBack(await directory.logIn(adresse, login), Cookie);
}

const agents = ['pig-agents'];
const withEmail = (claims: Record<string, unknown>) => (sub: string) => ({ email: `${sub}@exemple.fr`, ...claims });
const keycloak = { path: '/realms/chu', auth: 'client_secret_basic' } as const;
const slashed = { path: '/realms/chu/', claims: withEmail({ roles: agents }) };

interface Row {
  shape: Shape;
  roleClaim?: string;
  emetteur?(real: string): string;
  /** What the account is called, and by what it is known; those of the others follow from who comes. */
  nom?: string;
  courriel?: string;
}

const rows: Record<string, Row> = {
  'realm roles in the access token alone': {
    shape: { ...keycloak, claims: withEmail({}), accessClaims: () => ({ realm_access: { roles: agents } }) },
    roleClaim: 'realm_access.roles',
  },
  'the roles of a client whose id holds a dot, in the access token alone': {
    shape: {
      ...keycloak,
      claims: withEmail({}),
      accessClaims: () => ({ resource_access: { 'parcours.igc': { roles: agents }, parcours: { roles: [] } } }),
    },
    roleClaim: 'resource_access.parcours.igc.roles',
  },
  'a claim named by a URL': {
    shape: { claims: withEmail({ 'https://chu.fr/roles': agents }) },
    roleClaim: 'https://chu.fr/roles',
  },
  'groups with a leading slash': { shape: { claims: withEmail({ groups: ['/pig-agents'] }) }, roleClaim: 'groups' },
  'roles as a text with blanks': { shape: { claims: withEmail({ roles: 'autre pig-agents' }) } },
  'roles as a text with commas': { shape: { claims: withEmail({ roles: 'autre,pig-agents' }) } },
  'a profile that is refused, an ID token that says enough': {
    shape: { claims: withEmail({ roles: agents }), inIdToken: true, profileStatus: 403 },
  },
  'a secret in the header alone': {
    shape: { auth: 'client_secret_basic', announced: ['client_secret_basic'], claims: withEmail({ roles: agents }) },
  },
  'a secret in the body alone': {
    shape: { auth: 'client_secret_post', announced: ['client_secret_post'], claims: withEmail({ roles: agents }) },
  },
  'a secret in the body, where both are announced': {
    shape: {
      auth: 'client_secret_post',
      announced: ['client_secret_basic', 'client_secret_post'],
      claims: withEmail({ roles: agents }),
    },
  },
  'an issuer with a final slash': { shape: slashed },
  'an issuer with a final slash, set without': { shape: slashed, emetteur: (real) => real.replace(/\/$/, '') },
  'an issuer without a final slash, set with one': {
    shape: { ...slashed, path: '/realms/chu' },
    emetteur: (real) => `${real}/`,
  },
  'first and last names, no whole name': {
    shape: { claims: withEmail({ roles: agents, given_name: 'Camille', family_name: 'Martin' }) },
    nom: 'Camille Martin',
  },
  'no name but that of the login': {
    shape: { claims: withEmail({ roles: agents, preferred_username: 'cmartin' }) },
    nom: 'cmartin',
  },
  'no e-mail, a login name that is one': {
    shape: { claims: (sub) => ({ roles: agents, preferred_username: `${sub}@chu.fr` }) },
    courriel: '@chu.fr',
  },
  'no e-mail, a login name': {
    shape: { claims: (sub) => ({ roles: agents, preferred_username: `m${sub}` }) },
    courriel: '',
  },
  'no e-mail and no name at all': { shape: { claims: () => ({ roles: agents }) }, courriel: '' },
  'an e-mail that is none': { shape: { claims: () => ({ roles: agents, email: 'sans arobase' }) }, courriel: '' },
};

describe('a directory lets in by its role', () => {
  test.each(Object.entries(rows).map(([name, row], at) => ({ name, row, login: `p${at}` })))(
    '$name',
    async ({ row: { shape, nom, courriel = '@exemple.fr', ...set }, login }) => {
      await open(shape, set);
      const opened = await logIn(login);
      expect([opened.status, desk.server.echecs]).toEqual([303, []]);
      const moi = await desk.whoAmI(sessionOf(opened));
      expect(moi.role).toBe('agent');
      const compte = await desk.server.services.identites.compte(moi.id);
      expect(compte?.courriel).toMatch(new RegExp(`^m?${login}${courriel.replace('.', '\\.')}$`));
      expect(compte?.nom).toBe(nom ?? compte?.courriel);
      expect((await desk.whoAmI(sessionOf(await logIn(login)))).id).toBe(moi.id);
    },
  );
});

describe('what is wrong is told as what it is, and its cause is logged', () => {
  const wrong: Record<
    string,
    { shape?: Shape; emetteur?(real: string): string; secret?: string; told: RegExp; cause: RegExp }
  > = {
    'an address that leads elsewhere': {
      emetteur: (real) => `${real}/ailleurs`,
      told: /OIDC_EMETTEUR ne mène pas/,
      cause: /HTTP 404/,
    },
    'another issuer': {
      shape: { path: '/realms/chu' },
      emetteur: (real) => real.replace('127.0.0.1', 'localhost'),
      told: /OIDC_EMETTEUR doit valoir « http:\/\/127/,
      cause: /OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED/,
    },
    'no way to show a secret that is ours': {
      shape: { announced: [] },
      told: /client_secret_basic/,
      cause: /client_secret_post/,
    },
  };

  test.each(Object.entries(wrong))('%s', async (_name, { shape = {}, told, cause, ...set }) => {
    await open({ ...shape, claims: withEmail({ roles: agents }) }, set);
    const shown = await desk.visitor.get('/connexion/oidc');
    expect([shown.status, shown.text]).toEqual([502, expect.stringMatching(told)]);
    expect(desk.server.echecs.splice(0)).toEqual([
      { moyen: 'annuaire', code: 'annuaire-mal-regle', compteId: null, cause: expect.stringMatching(cause) },
    ]);
  });

  test.each(['client_secret_basic', 'client_secret_post'] as const)(
    'a secret that is not ours, by %s',
    async (auth) => {
      await open({ auth, claims: withEmail({ roles: agents }) });
      desk.server.services.annuaire = desk.annuaireAt(directory.emetteur, { clientSecret: 'un autre' });
      const shown = await logIn('camille');
      expect([shown.status, shown.text]).toEqual([502, expect.stringContaining('OIDC_CLIENT_SECRET')]);
      const [echec] = desk.server.echecs.splice(0);
      expect(echec).toMatchObject({
        code: 'annuaire-mal-regle',
        cause: expect.stringMatching(/invalid_client|challenge/),
      });
      expect(JSON.stringify(echec)).not.toContain('un autre');
    },
  );
});

test('a certificate that no known authority signed is told as such', async () => {
  const server = createServer(selfSigned).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  desk.server.services.annuaire = desk.annuaireAt(`https://127.0.0.1:${port}`);
  const shown = await desk.visitor.get('/connexion/oidc');
  server.close();
  expect([shown.status, shown.text]).toEqual([502, expect.stringContaining('NODE_EXTRA_CA_CERTS')]);
  expect(desk.server.echecs.splice(0)).toMatchObject([{ cause: expect.stringContaining('SELF_SIGNED') }]);
});

test('two logins begun at once in one browser both succeed, whatever the order', async () => {
  await open({ claims: withEmail({ roles: agents }) });
  const [first, second] = [await desk.start('/pilotage'), await desk.start('/docs')];
  const Cookie = `${first.Cookie}; ${second.Cookie}`;
  const back = await directory.logIn(second.adresse, 'deux');
  const opened = await desk.comeBack(back, Cookie);
  expect([opened.status, opened.headers.get('location')]).toEqual([303, '/docs']);
  const other = await desk.comeBack(await directory.logIn(first.adresse, 'deux'), `${Cookie}; ${sessionOf(opened)}`);
  expect([other.status, other.headers.get('location')]).toEqual([303, '/pilotage']);
  expect((await desk.whoAmI(sessionOf(other))).role).toBe('agent');
});

test('of many logins begun in one browser the oldest are forgotten, so that a request still fits', async () => {
  await open({ claims: withEmail({ roles: agents }) });
  const begun = ['a', 'b', 'c', 'd', 'e'].map((state) => `__Host-connexion-${state}=x`);
  const sent = await desk.visitor.get('/connexion/oidc', { Cookie: begun.join('; ') });
  const forgotten = sent.headers.getSetCookie().filter((one) => one.includes('Max-Age=0'));
  expect(forgotten.map((one) => one.split('=')[0])).toEqual(
    ['a', 'b', 'c'].map((state) => `__Host-connexion-${state}`),
  );
});

test('an ID token of more than 2 kB goes out by a short address, and the directory still leads back', async () => {
  await open({ claims: withEmail({ roles: agents, groupes: 'x'.repeat(4_000) }), inIdToken: true });
  const Cookie = sessionOf(await logIn('long'));
  const left = await desk.visitor.post('/deconnexion', '', { Cookie });
  const [, href = ''] = /href="(http[^"]+session\/end[^"]+)"/.exec(left.text) ?? [];
  const adresse = new URL(href.replaceAll('&#38;', '&').replaceAll('&amp;', '&'));
  expect(adresse.href.length).toBeLessThan(2_000);
  expect(adresse.searchParams.get('id_token_hint')).toBeNull();
  expect((await fetch(adresse)).status).toBe(200);
  expect(await desk.whoAmI(Cookie)).toMatchObject({ status: 401 });
});
