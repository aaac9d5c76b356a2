import { describe, expect, test } from 'vitest';
import { namesIn, roleAmong } from '../../src/annuaire/personne.ts';
import { readConfig } from '../../src/config.ts';
import { withoutPasswords } from '../../src/identity/identities.ts';
import { invite } from '../as-sent.ts';
import { enPlace } from '../http/people.ts';
import { openDesk } from '../identity/desk.ts';

const whole = {
  OIDC_EMETTEUR: 'https://annuaire.exemple.fr/realms/ght',
  OIDC_CLIENT_ID: 'parcours',
  OIDC_CLIENT_SECRET: 's3cret',
  OIDC_ROLES: 'superviseur=chefs, agent=agents',
  URL_PUBLIQUE: 'https://parcours.exemple.fr/',
};

describe('a directory', () => {
  test('is what the environment says, and none without it', () => {
    expect(readConfig({}).annuaire).toBeNull();
    expect(readConfig(whole).annuaire).toEqual({
      emetteur: whole.OIDC_EMETTEUR,
      clientId: 'parcours',
      clientSecret: 's3cret',
      roleClaim: 'roles',
      roles: { superviseur: 'chefs', agent: 'agents' },
      urlPublique: 'https://parcours.exemple.fr',
    });
  });

  test.each(['OIDC_EMETTEUR', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_ROLES', 'URL_PUBLIQUE'])(
    'that lacks %s stops the start with a sentence that names it, and never tells the secret',
    (name) => {
      expect(() => readConfig({ ...whole, [name]: undefined })).toThrow(
        new RegExp(`^${name} manque : indiquez .+\\.$`),
      );
    },
  );

  test.each([
    ['OIDC_EMETTEUR', 'http://annuaire.exemple.fr'],
    ['URL_PUBLIQUE', 'http://parcours.exemple.fr'],
    ['URL_PUBLIQUE', 'https://parcours.exemple.fr/igc'],
    ['OIDC_ROLES', 'chef=chefs'],
    ['OIDC_ROLES', 'agent'],
    ['OIDC_ROLE_CLAIM', 'a..b'],
    ['COMPTES_LOCAUX', 'peut-être'],
  ])('with %s=%s stops the start', (name, value) => {
    expect(() => readConfig({ ...whole, [name]: value })).toThrow(`${name} ne peut pas valoir « ${value} »`);
  });

  test('is needed where local accounts are closed', () => {
    expect(() => readConfig({ COMPTES_LOCAUX: 'non' })).toThrow('OIDC_EMETTEUR manque');
    expect(readConfig({ ...whole, COMPTES_LOCAUX: 'non' }).comptesLocaux).toBe(false);
  });
});

test.each([
  [{ roles: ['agents', 'chefs'] }, 'roles', 'superviseur'],
  [{ realm_access: { roles: ['agents'] } }, 'realm_access.roles', 'agent'],
  [{ roles: 'agents' }, 'roles', 'agent'],
  [{ roles: 'autres agents' }, 'roles', 'agent'],
  [{ roles: 'autres,agents' }, 'roles', 'agent'],
  [{ roles: ['autres agents'] }, 'roles', null],
  [{ roles: ['/agents'] }, 'roles', 'agent'],
  [{ 'https://chu.fr/roles': ['chefs'] }, 'https://chu.fr/roles', 'superviseur'],
  [{ a: { 'b.c': { roles: ['chefs'] }, b: { c: { roles: ['agents'] } } } }, 'a.b.c.roles', 'superviseur'],
  [{ a: { b: 1 }, 'a.b': { roles: ['agents'] } }, 'a.b.roles', 'agent'],
  [{ roles: ['autres'] }, 'roles', null],
  [{ roles: [null, undefined] }, 'roles', null],
  [{}, 'constructor.name', null],
])('of %o, %s says %s', (claims, path, role) => {
  expect(roleAmong(namesIn(claims, path), { superviseur: 'chefs', agent: 'agents' })).toBe(role);
});

test('where local accounts are closed, no password and no link opens anything', async () => {
  const { identities, openChef } = openDesk();
  await openChef();
  const closed = withoutPasswords(identities);
  const saisie = { courriel: 'chef@ch-exemple.fr', motDePasse: 'la mer monte lentement' };
  const refused = { ok: false, error: { code: 'comptes-locaux-fermes' } };
  expect(await closed.login(saisie)).toEqual(refused);
  expect(await invite(closed, enPlace, { courriel: 'a@exemple.fr', role: 'agent' })).toEqual(refused);
  expect(await closed.firstLink()).toBeNull();
});
