import { beforeEach, describe, expect, test } from 'vitest';
import { Modification } from '../../src/identity/comptes/comptes.ts';
import type { Identity } from '../../src/identity/identity.ts';
import { imprint } from '../../src/identity/tokens.ts';
import { parseThen } from '../../src/result.ts';
import { invite as askInvitation } from '../as-sent.ts';
import { later, MOT_DE_PASSE, openDesk, refused, taken } from './desk.ts';

const CHEF = { courriel: 'chef@ch-exemple.fr', nom: 'Chef', motDePasse: MOT_DE_PASSE };
const ME = { nom: 'Camille Martin', motDePasse: MOT_DE_PASSE };
const HEURE = 60;

let desk: ReturnType<typeof openDesk>;
beforeEach(() => {
  desk = openDesk();
});

const firstLink = async () => (await desk.identities.firstLink()) ?? '';

describe('the first link', () => {
  test('opens the account of a superviseur, and there is none after it', async () => {
    const token = await firstLink();
    expect(taken(await desk.identities.readLink(token))).toEqual({
      objet: 'premier-compte',
      courriel: null,
      expireLe: later(desk.clock.now, 24 * HEURE).toISOString(),
    });
    expect(taken(await desk.identities.useLink(token, CHEF))).toMatchObject({ nom: 'Chef', role: 'superviseur' });
    expect(await desk.identities.firstLink()).toBeNull();
    expect((await desk.login(CHEF.courriel)).identity.role).toBe('superviseur');
  });

  test('is good for 24 hours', async () => {
    const token = await firstLink();
    const expireLe = later(desk.clock.now, 24 * HEURE).toISOString();
    desk.clock.now = later(desk.clock.now, 24 * HEURE);
    expect(await desk.identities.readLink(token)).toEqual(refused('lien-perime', { expireLe }));
    expect(await desk.identities.useLink(token, CHEF)).toEqual(refused('lien-perime', { expireLe }));
    expect(desk.scrypt.count).toBe(0);
  });

  test('is made anew at each start until it is used, and the one before is void', async () => {
    const [first, second] = [await firstLink(), await firstLink()];
    expect(await desk.identities.useLink(first, CHEF)).toEqual(refused('lien-inconnu'));
    expect((await desk.identities.useLink(second, CHEF)).ok).toBe(true);
  });

  test('is used once, one after the other or both at once', async () => {
    const token = await firstLink();
    const both = await Promise.all([1, 2].map(() => desk.identities.useLink(token, CHEF)));
    expect(both.map((result) => (result.ok ? 'oui' : result.error.code)).sort()).toEqual(['lien-utilise', 'oui']);
    const spent = desk.scrypt.count;
    expect(await desk.identities.readLink(token)).toEqual(refused('lien-utilise'));
    expect(await desk.identities.useLink(token, CHEF)).toEqual(refused('lien-utilise'));
    expect([(await desk.identities.comptes()).length, desk.scrypt.count]).toEqual([1, spent]);
  });

  test('is not what was not given', async () => {
    const token = await firstLink();
    const forged = ['', token.slice(1), imprint(token), 'A'.repeat(43)];
    const answers = await Promise.all(forged.map((one) => desk.identities.useLink(one, CHEF)));
    expect(answers).toEqual(forged.map(() => refused('lien-inconnu')));
  });

  test('stays good after a mistake in what was typed', async () => {
    const token = await firstLink();
    const told = async (saisie: Parameters<typeof desk.identities.useLink>[1]) => {
      const result = await desk.identities.useLink(token, saisie);
      return result.ok ? null : [result.error.code, 'erreurs' in result.error ? result.error.erreurs : null];
    };
    expect(await told({ ...CHEF, motDePasse: 'court' })).toEqual([
      'mot-de-passe-faible',
      [{ pointeur: '/motDePasse', message: 'Choisissez 12 caractères au moins.' }],
    ]);
    expect(await told({ ...CHEF, motDePasse: CHEF.courriel })).toEqual([
      'mot-de-passe-faible',
      [{ pointeur: '/motDePasse', message: 'Choisissez autre chose que votre courriel.' }],
    ]);
    expect(await told(ME)).toEqual(['saisie-invalide', [{ pointeur: '/courriel', message: 'À renseigner.' }]]);
    const withRole = { ...CHEF, role: 'agent' };
    expect(await told(withRole)).toMatchObject(['saisie-invalide', [{ pointeur: '' }]]);
    expect(await told(CHEF)).toBeNull();
  });
});

describe('an invitation', () => {
  let chef: Identity;
  beforeEach(async () => {
    chef = await desk.openChef();
  });
  const invite = async (courriel: string, role = 'agent', par = chef) =>
    askInvitation(desk.identities, par, { courriel, role });

  test('opens the account that a superviseur said, for 7 days', async () => {
    const { token, expireLe, compteId } = taken(await invite('Camille@ch-exemple.fr'));
    expect(expireLe).toBe(later(desk.clock.now, 7 * 24 * HEURE).toISOString());
    expect(taken(await desk.identities.readLink(token)).courriel).toBe('camille@ch-exemple.fr');
    const { creeLe: _, ...compte } = taken(await desk.identities.useLink(token, ME));
    const told = { id: compteId, courriel: 'camille@ch-exemple.fr', nom: 'Camille Martin', role: 'agent' };
    expect(compte).toEqual({ ...told, actif: true, connecteLe: null });
    expect(await desk.identities.compte(compteId)).toMatchObject(told);
    const late = taken(await invite('autre@ch-exemple.fr'));
    desk.clock.now = new Date(late.expireLe);
    expect(await desk.identities.useLink(late.token, ME)).toEqual(refused('lien-perime', { expireLe: late.expireLe }));
  });

  test('leaves neither e-mail nor role to whoever receives it', async () => {
    const { token } = taken(await invite('camille@ch-exemple.fr', 'lecteur'));
    for (const more of [{ role: 'superviseur' }, { courriel: 'x@ch-exemple.fr' }])
      expect(await desk.identities.useLink(token, { ...ME, ...more })).toMatchObject({
        error: { code: 'saisie-invalide' },
      });
  });

  test('is a superviseur’s alone to make, and for an e-mail without account', async () => {
    const agent = await desk.openCompte(chef, 'agent@ch-exemple.fr', 'agent');
    const forbidden = refused('droit-insuffisant', { roles: ['superviseur'] });
    expect(await invite('camille@ch-exemple.fr', 'agent', agent)).toEqual(forbidden);
    expect(await invite('camille@ch-exemple.fr', 'agent', { ...chef, genre: 'cle' })).toEqual(forbidden);
    expect(await invite('agent@ch-exemple.fr')).toEqual(refused('courriel-pris', { courriel: 'agent@ch-exemple.fr' }));
    expect(await invite('camille@ch-exemple.fr', 'editeur')).toMatchObject({ error: { code: 'saisie-invalide' } });
  });

  test('is void when whoever made it is closed or loses the role', async () => {
    const other = await desk.openCompte(chef, 'second@ch-exemple.fr', 'superviseur');
    const { token } = taken(await invite('camille@ch-exemple.fr', 'superviseur', other));
    taken(await desk.identities.updateCompte(chef, other.id, { role: 'agent' }));
    expect(await desk.identities.useLink(token, ME)).toEqual(refused('lien-inconnu'));
  });
});

describe('a link to a new password', () => {
  let chef: Identity;
  let agent: Identity;
  beforeEach(async () => {
    chef = await desk.openChef();
    agent = await desk.openCompte(chef, 'agent@ch-exemple.fr', 'agent');
  });

  test('changes it once, and ends the sessions', async () => {
    const session = await desk.login('agent@ch-exemple.fr');
    const { token } = taken(await desk.identities.resetPassword(chef, agent.id));
    expect(taken(await desk.identities.useLink(token, { motDePasse: 'un tout autre mot' })).id).toBe(agent.id);
    expect(await desk.identities.authenticateSession(session.token)).toBeNull();
    const login = (motDePasse: string) => desk.identities.login({ courriel: 'agent@ch-exemple.fr', motDePasse });
    expect([(await login(MOT_DE_PASSE)).ok, (await login('un tout autre mot')).ok]).toEqual([false, true]);
    expect(await desk.identities.useLink(token, { motDePasse: 'encore un autre mot' })).toEqual(
      refused('lien-utilise'),
    );
  });

  test('is used by one of two who come at once', async () => {
    const { token } = taken(await desk.identities.resetPassword(chef, agent.id));
    const words = ['un tout autre mot', 'encore un autre mot'];
    const both = await Promise.all(words.map((motDePasse) => desk.identities.useLink(token, { motDePasse })));
    expect(both.map((result) => (result.ok ? 'oui' : result.error.code)).sort()).toEqual(['lien-utilise', 'oui']);
  });

  test('is void after another one, or after its holder has changed it', async () => {
    const links = [];
    for (let i = 0; i < 2; i++) links.push(taken(await desk.identities.resetPassword(chef, agent.id)).token);
    const [first = '', second = ''] = links;
    expect(await desk.identities.readLink(first)).toEqual(refused('lien-inconnu'));
    taken(await desk.identities.changePassword(agent, { ancien: MOT_DE_PASSE, motDePasse: 'un tout autre mot' }));
    expect(await desk.identities.readLink(second)).toEqual(refused('lien-inconnu'));
  });

  test('is a superviseur’s alone to make', async () => {
    expect(await desk.identities.resetPassword(agent, agent.id)).toEqual(
      refused('droit-insuffisant', { roles: ['superviseur'] }),
    );
    expect(await desk.identities.resetPassword(chef, 'x')).toEqual(
      refused('introuvable', { objet: 'compte', id: 'x' }),
    );
  });
});

describe('an account', () => {
  test('is changed by a superviseur, and one of these stays', async () => {
    const chef = await desk.openChef();
    const agent = await desk.openCompte(chef, 'agent@ch-exemple.fr', 'agent');
    const update = (par: Identity, id: string, saisie: object) =>
      parseThen(Modification, saisie, (champs) => desk.identities.updateCompte(par, id, champs));
    expect(await update(agent, agent.id, { role: 'superviseur' })).toEqual(
      refused('droit-insuffisant', { roles: ['superviseur'] }),
    );
    expect(await update(chef, chef.id, { actif: false })).toEqual(refused('dernier-superviseur'));
    expect(await update(chef, 'x', { actif: false })).toEqual(refused('introuvable', { objet: 'compte', id: 'x' }));
    expect(await update(chef, agent.id, { role: 'editeur' })).toMatchObject({ error: { code: 'saisie-invalide' } });
    expect(taken(await update(chef, agent.id, { nom: ' Nouveau  nom ' }))).toMatchObject({
      nom: 'Nouveau nom',
      role: 'agent',
    });
    expect((await desk.identities.comptes()).map(({ nom }) => nom)).toEqual(['Chef', 'Nouveau nom']);
  });
});
