import { beforeEach, describe, expect, test } from 'vitest';
import { createPasswords, keepPassword } from '../../src/identity/comptes/passwords.ts';
import { Connexion } from '../../src/identity/comptes/sessions.ts';
import { createIdentities } from '../../src/identity/identities.ts';
import type { Identity } from '../../src/identity/identity.ts';
import { imprint } from '../../src/identity/tokens.ts';
import { parseThen } from '../../src/result.ts';
import { runSql } from '../store/database-file.ts';
import { later, MOT_DE_PASSE, openDesk, refused, taken } from './desk.ts';

const CHEF = 'chef@ch-exemple.fr';
const AGENT = 'agent@ch-exemple.fr';
const wrong = 'la mer descend lentement';

let desk: ReturnType<typeof openDesk>;
let chef: Identity;
beforeEach(async () => {
  desk = openDesk();
  chef = await desk.openChef();
});

const alive = async (token: string) => (await desk.identities.authenticateSession(token)) !== null;

describe('a login', () => {
  test('says who came in, and is a person whom the role alone limits', async () => {
    const { identity } = await desk.login(CHEF);
    expect(identity).toEqual({
      id: chef.id,
      genre: 'compte',
      nom: 'Chef',
      role: 'superviseur',
      editeurId: null,
      portees: [],
      procedures: null,
      dossiers: null,
      bacASable: false,
      expireLe: null,
      joursRestants: null,
    });
  });

  test('takes the e-mail in any case, and the same letters from another keyboard', async () => {
    const { token } = taken(await desk.identities.resetPassword(chef, chef.id));
    taken(await desk.identities.useLink(token, { motDePasse: 'été à la plage' }));
    const typed = { courriel: ' CHEF@ch-exemple.fr', motDePasse: 'été à la plage'.normalize('NFD') };
    const opened = await parseThen(Connexion, typed, (connexion) => desk.identities.login(connexion));
    expect(opened.ok).toBe(true);
  });

  test('ends the session that the browser had, whoever left it there', async () => {
    const agent = await desk.openCompte(chef, AGENT, 'agent');
    const planted = (await desk.login(AGENT)).token;
    const { token, identity } = await desk.login(CHEF, planted);
    expect([token === planted, identity.id === agent.id]).toEqual([false, false]);
    expect([await alive(planted), await alive(token)]).toEqual([false, true]);
  });

  test('never takes a token that was chosen outside', async () => {
    const chosen = 'A'.repeat(43);
    const { token } = await desk.login(CHEF, chosen);
    expect([token === chosen, await alive(chosen), await alive(token)]).toEqual([false, false, true]);
  });

  test('says and spends the same for a wrong password, an unknown e-mail and a closed account', async () => {
    const agent = await desk.openCompte(chef, AGENT, 'agent');
    taken(await desk.identities.updateCompte(chef, agent.id, { actif: false }));
    const tries = [
      { courriel: CHEF, motDePasse: wrong },
      { courriel: 'personne@ch-exemple.fr', motDePasse: wrong },
      { courriel: AGENT, motDePasse: MOT_DE_PASSE },
    ];
    for (const saisie of tries) {
      const before = desk.scrypt.count;
      expect(await desk.identities.login(saisie)).toEqual(refused('identifiants-refuses'));
      expect(desk.scrypt.count - before).toBe(1);
    }
  });

  test('tells what is missing in what was sent', async () => {
    const asked = parseThen(Connexion, { courriel: 'chef', motDePasse: '' }, (connexion) =>
      desk.identities.login(connexion),
    );
    expect(await asked).toEqual(
      refused('saisie-invalide', {
        erreurs: [
          { pointeur: '/courriel', message: 'Saisissez une adresse complète : nom@domaine.fr.' },
          { pointeur: '/motDePasse', message: 'À renseigner.' },
        ],
      }),
    );
  });

  test('keeps a password anew when passwords have come to cost more', async () => {
    const dearer = createPasswords({ ln: 6, r: 1, p: 1 }, desk.derive);
    const identities = createIdentities(desk.store.identites, () => desk.clock.now, { passwords: dearer });
    const kept = async () => (await desk.store.identites.compteOf(CHEF))?.motDePasse?.slice(0, 20);
    expect(await kept()).toBe('$scrypt$ln=5,r=1,p=1');
    taken(await identities.login({ courriel: CHEF, motDePasse: MOT_DE_PASSE }));
    expect(await kept()).toBe('$scrypt$ln=6,r=1,p=1');
    const before = desk.scrypt.count;
    taken(await identities.login({ courriel: CHEF, motDePasse: MOT_DE_PASSE }));
    expect(desk.scrypt.count - before).toBe(1);
  });

  test('opens nothing when the account was closed while its password was verified', async () => {
    const agent = await desk.openCompte(chef, AGENT, 'agent');
    desk.scrypt.before = async () => {
      taken(await desk.identities.updateCompte(chef, agent.id, { actif: false }));
    };
    expect(await desk.identities.login({ courriel: AGENT, motDePasse: MOT_DE_PASSE })).toEqual(
      refused('identifiants-refuses'),
    );
  });
});

describe('a session', () => {
  test('ends after an hour without it', async () => {
    const { token } = await desk.login(CHEF);
    const start = desk.clock.now;
    desk.clock.now = later(start, 59.9);
    expect(await alive(token)).toBe(true);
    desk.clock.now = later(start, 119.8);
    expect(await alive(token)).toBe(true);
    desk.clock.now = later(start, 179.8);
    expect(await alive(token)).toBe(false);
  });

  test('ends after 12 hours, however busy', async () => {
    const { token } = await desk.login(CHEF);
    const start = desk.clock.now;
    for (let minutes = 30; minutes < 720; minutes += 30) {
      desk.clock.now = later(start, minutes);
      expect(await alive(token)).toBe(true);
    }
    desk.clock.now = later(start, 719.9);
    expect(await alive(token)).toBe(true);
    desk.clock.now = later(start, 720);
    expect(await alive(token)).toBe(false);
  });

  test('is written as seen once a minute at most', async () => {
    const { token } = await desk.login(CHEF);
    const start = desk.clock.now;
    const seen = async (minutes: number) => {
      await desk.identities.authenticateSession(token, later(start, minutes));
      return (await desk.store.identites.session(imprint(token)))?.session.vueLe;
    };
    expect(await seen(0.9)).toBe(start.toISOString());
    expect(await seen(1)).toBe(later(start, 1).toISOString());
    expect(await seen(1.5)).toBe(later(start, 1).toISOString());
    expect(await seen(2)).toBe(later(start, 2).toISOString());
  });

  test('is not opened by what was not given', async () => {
    const { token } = await desk.login(CHEF);
    const forged = ['', 'x', token.slice(1), `${token}A`, imprint(token), `${token.slice(0, -1)}%`, 'B'.repeat(43)];
    expect(await Promise.all(forged.map(alive))).toEqual(forged.map(() => false));
  });

  test('ends at a logout, the others do not', async () => {
    const [one, other] = [await desk.login(CHEF), await desk.login(CHEF)];
    await desk.identities.logout(one.token);
    expect([await alive(one.token), await alive(other.token)]).toEqual([false, true]);
  });

  test.each([{ role: 'lecteur' as const }, { role: 'superviseur' as const }, { actif: false }])(
    'ends at once by %o',
    async (saisie) => {
      const agent = await desk.openCompte(chef, AGENT, 'agent');
      const { token } = await desk.login(AGENT);
      taken(await desk.identities.updateCompte(chef, agent.id, { nom: 'Autre nom' }));
      expect(await alive(token)).toBe(true);
      taken(await desk.identities.updateCompte(chef, agent.id, saisie));
      expect(await alive(token)).toBe(false);
      taken(await desk.identities.updateCompte(chef, agent.id, { role: 'agent', actif: true }));
      expect(await alive(token)).toBe(false);
    },
  );

  test('opens nothing for an account that was closed behind our back', async () => {
    const { token } = await desk.login(CHEF);
    runSql(desk.file, 'UPDATE compte SET actif = 0');
    expect(await alive(token)).toBe(false);
  });

  test('ends with all the others at the word of its holder or of a superviseur', async () => {
    const agent = await desk.openCompte(chef, AGENT, 'agent');
    const lecteur = await desk.openCompte(chef, 'lecteur@ch-exemple.fr', 'lecteur');
    const tokens = [(await desk.login(AGENT)).token, (await desk.login(AGENT)).token];
    expect(await desk.identities.endSessions(lecteur, agent.id)).toEqual(
      refused('droit-insuffisant', { roles: ['superviseur'] }),
    );
    expect(await Promise.all(tokens.map(alive))).toEqual([true, true]);
    taken(await desk.identities.endSessions(agent, agent.id));
    expect(await Promise.all(tokens.map(alive))).toEqual([false, false]);
    const { token } = await desk.login(AGENT);
    taken(await desk.identities.endSessions(chef, agent.id));
    expect(await alive(token)).toBe(false);
    expect(await desk.identities.endSessions(chef, 'x')).toEqual(refused('introuvable', { objet: 'compte', id: 'x' }));
  });
});

describe('a password', () => {
  const change = (ancien: string, motDePasse: string) => desk.identities.changePassword(chef, { ancien, motDePasse });

  test('is changed by its holder who knows the one before, and every session ends', async () => {
    const { token } = await desk.login(CHEF);
    expect(await change(wrong, 'un tout autre mot')).toEqual(refused('identifiants-refuses'));
    expect(await alive(token)).toBe(true);
    expect((await change(MOT_DE_PASSE, 'un tout autre mot')).ok).toBe(true);
    expect(await alive(token)).toBe(false);
    expect((await desk.identities.login({ courriel: CHEF, motDePasse: MOT_DE_PASSE })).ok).toBe(false);
    expect((await desk.identities.login({ courriel: CHEF, motDePasse: 'un tout autre mot' })).ok).toBe(true);
  });

  test('is not guessed by way of its change', async () => {
    for (let i = 0; i < 5; i++) await change(wrong, 'un tout autre mot');
    expect(await change(MOT_DE_PASSE, 'un tout autre mot')).toMatchObject({ error: { code: 'trop-de-tentatives' } });
  });

  test.each([
    ['onze signes!', true],
    ['onze signes', false],
    ['abcdabcdabcdabcd', false],
    ['chef@ch-exemple.fr', false],
    ['Chef@CH-Exemple.fr 1', false],
    ['ch-exemple.fr', false],
    ['Chef-2026-2026', false],
    ['Parcours-IGC 2026', false],
    ['1234 IGC-Santé !', false],
    ['le chef de la mer', true],
    ['1qaz2wsx3edc', false],
    ['MotDePasse2026!', false],
    ['azertyazerty!', false],
    ['soleil12soleil12', false],
    ['soleil sur la mer', true],
  ])('« %s » is good enough: %s', async (motDePasse, isGood) => {
    const changed = await change(MOT_DE_PASSE, motDePasse);
    expect(changed.ok ? null : changed.error.code).toBe(isGood ? null : 'mot-de-passe-faible');
  });

  test.each([
    ['Martin-Camille 12', 'Choisissez autre chose que votre nom.'],
    ['camille.martin.1234', 'Choisissez autre chose que votre nom.'],
    ['cm.ght-nord.2026', 'Choisissez autre chose que votre courriel.'],
    ['Parcours IGC 2026', 'Choisissez autre chose que le nom de ce service.'],
    ['marseille2026', 'Ce mot de passe est des plus courants : choisissez plutôt quelques mots à la suite.'],
  ])('that is « %s » is refused, and told why', async (motDePasse, message) => {
    const compte = { courriel: 'cm.ght-nord@exemple.fr', nom: 'Camille Martin' };
    expect(await keepPassword(createPasswords({ ln: 5, r: 1, p: 1 }), motDePasse, compte)).toEqual(
      refused('mot-de-passe-faible', { erreurs: [{ pointeur: '/motDePasse', message }] }),
    );
  });

  test('is kept at 32 MiB and three turns, its salt its own', async () => {
    const passwords = createPasswords();
    const [one, other] = [await passwords.hash(MOT_DE_PASSE), await passwords.hash(MOT_DE_PASSE)];
    expect(one).toMatch(/^\$scrypt\$ln=15,r=8,p=3\$[\w-]{22}\$[\w-]{43}$/);
    expect(one).not.toBe(other);
    expect(await passwords.verify(MOT_DE_PASSE, one)).toBe(true);
    expect(await passwords.verify(wrong, one)).toBe(false);
  });

  test('never suits nobody, whatever scrypt finds', async () => {
    const zeros = createPasswords({ ln: 5, r: 1, p: 1 }, async () => Buffer.alloc(32));
    expect(await zeros.verify(MOT_DE_PASSE, null)).toBe(false);
  });

  test('that is no longer what was kept is a bug, not a refusal', async () => {
    await expect(createPasswords().verify(MOT_DE_PASSE, 'en clair')).rejects.toThrow('not one of ours');
  });
});
