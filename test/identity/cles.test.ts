import { beforeEach, describe, expect, test } from 'vitest';
import { EditeurNomme } from '../../src/identity/editeurs/editeurs.ts';
import type { Identity } from '../../src/identity/identity.ts';
import { createKey } from '../as-sent.ts';
import { later, openDesk, refused, taken } from './desk.ts';

let desk: ReturnType<typeof openDesk>;
let chef: Identity;
let editeurId: string;
beforeEach(async () => {
  desk = openDesk();
  chef = await desk.openChef();
  editeurId = taken(await desk.identities.createEditeur(chef, { nom: 'Logiciel SIH' })).id;
});

const create = (saisie: object = {}, par = chef) =>
  createKey(desk.identities, par, { nom: 'Production', role: 'lecteur', portees: ['lecture'], ...saisie });
const erreursOf = async (saisie: object) => {
  const created = await create(saisie);
  return !created.ok && created.error.code === 'saisie-invalide' ? created.error.erreurs : [];
};
const whoHolds = (cle: string, minutes = 0) => desk.identities.authenticateKey(cle, later(desk.clock.now, minutes));

describe('a key', () => {
  test('is told once, in signs by which it is recognised', async () => {
    const { cle, fiche } = taken(await create());
    expect(cle).toMatch(/^pig_[a-z2-9]{8}_[\w-]{49}$/);
    expect(fiche.prefixe).toBe(cle.slice(0, 12));
    expect(JSON.stringify(await desk.identities.keys())).not.toContain(cle.slice(13, 30));
    expect(taken(await create({ bacASable: true })).cle).toMatch(/^pigtest_[a-z2-9]{8}_[\w-]{49}$/);
  });

  test('says who holds it, and to what that is limited', async () => {
    const limits = {
      portees: ['partie4', 'lecture', 'lecture'],
      procedures: ['public-ght'],
      dossiers: ['d1', 'd2', 'd1'],
    };
    const { cle, fiche } = taken(await create({ role: 'editeur', editeurId, bacASable: true, ...limits }));
    expect(await whoHolds(cle)).toEqual({
      id: fiche.id,
      genre: 'cle',
      nom: 'Production',
      role: 'editeur',
      editeurId,
      bacASable: true,
      portees: ['partie4', 'lecture'],
      procedures: ['public-ght'],
      dossiers: ['d1', 'd2'],
      expireLe: fiche.expireLe,
      joursRestants: 365,
    });
  });

  test('with a typing error is told apart from one that was never given', async () => {
    const { cle } = taken(await create());
    const at = (i: number) => cle.slice(0, i) + (cle[i] === 'A' ? 'B' : 'A') + cle.slice(i + 1);
    const mistyped = [
      '',
      'x',
      cle.slice(0, -1),
      `${cle}A`,
      at(20),
      at(cle.length - 1),
      cle.replace('pig_', 'pigtest_'),
    ];
    const elsewhere = openDesk();
    const never = taken(
      await createKey(elsewhere.identities, await elsewhere.openChef(), {
        nom: 'X',
        role: 'lecteur',
        portees: ['lecture'],
      }),
    ).cle;
    const why = (text: string) => desk.identities.explainKey(text);
    for (const text of mistyped) expect(await why(text)).toEqual({ code: 'cle-refusee', raison: 'mal-copiee' });
    expect(await why(never)).toEqual({ code: 'cle-refusee', raison: 'inconnue' });
    expect(await why(cle)).toBeNull();
    expect(await Promise.all([...mistyped, never].map((text) => whoHolds(text)))).toEqual(Array(8).fill(null));
  });

  test('opens nothing from the moment of its revocation', async () => {
    const { cle, fiche } = taken(await create());
    taken(await desk.identities.revokeKey(chef, fiche.id));
    expect(await whoHolds(cle)).toBeNull();
    expect(await desk.identities.explainKey(cle)).toEqual({ code: 'cle-refusee', raison: 'revoquee' });
    expect(await desk.identities.revokeKey(chef, fiche.id)).toEqual(
      refused('introuvable', { objet: 'cle', id: fiche.id }),
    );
  });

  test('opens until the end of its last day', async () => {
    const { cle } = taken(await create({ expireLe: '2026-02-01' }));
    const at = (instant: string) => desk.identities.authenticateKey(cle, new Date(instant));
    expect(await at('2026-02-01T23:59:59.999Z')).not.toBeNull();
    expect(await at('2026-02-02T00:00:00.000Z')).toBeNull();
    expect(await desk.identities.explainKey(cle, new Date('2026-02-02'))).toEqual({
      code: 'cle-refusee',
      raison: 'expiree',
    });
  });

  test('ends within two years, after one unless said', async () => {
    const message = 'Choisissez une date après le 2026-01-05, le 2028-01-05 au plus tard.';
    expect(taken(await create()).fiche.expireLe).toBe('2027-01-05');
    expect(taken(await create({ expireLe: '2028-01-05' })).fiche.expireLe).toBe('2028-01-05');
    for (const expireLe of ['2028-01-06', '2026-01-05', '2025-01-01'])
      expect(await erreursOf({ expireLe })).toEqual([{ pointeur: '/expireLe', message }]);
  });

  test('is written as used once a minute at most', async () => {
    const { cle } = taken(await create());
    const used = async (minutes: number) => {
      await whoHolds(cle, minutes);
      return (await desk.identities.keys())[0]?.utiliseeLe;
    };
    const at = (minutes: number) => later(desk.clock.now, minutes).toISOString();
    expect([await used(0), await used(0.9)]).toEqual([at(0), at(0)]);
    expect([await used(1), await used(1.9), await used(2)]).toEqual([at(1), at(1), at(2)]);
  });

  test('is an éditeur’s when its role is, and only then', async () => {
    const message = 'Indiquez l’éditeur d’une clé d’éditeur, et d’elle seule.';
    expect(await erreursOf({ role: 'editeur' })).toEqual([{ pointeur: '/editeurId', message }]);
    expect(await erreursOf({ role: 'lecteur', editeurId })).toEqual([{ pointeur: '/editeurId', message }]);
    expect(await create({ role: 'editeur', editeurId: 'x' })).toEqual(
      refused('introuvable', { objet: 'editeur', id: 'x' }),
    );
    const mine = taken(await create({ role: 'editeur', editeurId })).fiche;
    taken(await create());
    expect(await desk.identities.keys(editeurId)).toEqual([mine]);
    expect(await desk.identities.keys()).toHaveLength(2);
  });

  test.each([
    { role: 'superviseur' },
    { portees: ['administration'] },
    { portees: [] },
    { dossiers: [] },
    { procedures: ["x' OR 1"] },
    { nom: '' },
    { empreinte: 'x' },
  ])('is refused when asked with %o', async (saisie) => {
    expect(await erreursOf(saisie)).toHaveLength(1);
  });

  test('is a superviseur’s alone to make and to revoke, never a key’s', async () => {
    const { cle, fiche } = taken(await create());
    const agent = await desk.openCompte(chef, 'agent@ch-exemple.fr', 'agent');
    const byKey = { ...chef, genre: 'cle' as const };
    for (const par of [agent, byKey, (await whoHolds(cle)) as Identity]) {
      expect(await create({}, par)).toEqual(refused('droit-insuffisant', { roles: ['superviseur'] }));
      expect((await desk.identities.revokeKey(par, fiche.id)).ok).toBe(false);
    }
    expect(await whoHolds(cle)).not.toBeNull();
  });
});

describe('a key that will end', () => {
  test('is said from the 30th day before, and once more from the 7th', async () => {
    const { fiche } = taken(await create({ expireLe: '2026-06-30' }));
    const said = async (jour: string) =>
      (await desk.identities.aRenouveler(jour)).map(({ avis, reste }) => [avis, reste]);
    expect(await said('2026-05-30')).toEqual([]);
    expect(await said('2026-05-31')).toEqual([[`${fiche.id}:2026-06-30:30`, 30]]);
    expect(await said('2026-06-22')).toEqual([[`${fiche.id}:2026-06-30:30`, 8]]);
    expect(await said('2026-06-23')).toEqual([[`${fiche.id}:2026-06-30:7`, 7]]);
    expect(await said('2026-06-30')).toEqual([[`${fiche.id}:2026-06-30:7`, 0]]);
    expect(await said('2026-07-01')).toEqual([]);
  });

  test('is not said once revoked', async () => {
    const { fiche } = taken(await create({ expireLe: '2026-01-10' }));
    expect((await desk.identities.aRenouveler('2026-01-05')).map(({ cle }) => cle)).toEqual([fiche]);
    taken(await desk.identities.revokeKey(chef, fiche.id));
    expect(await desk.identities.aRenouveler('2026-01-05')).toEqual([]);
  });
});

describe('a key that its holder rolls', () => {
  const DAY_MS = 86_400_000;
  const asHolder = async (bearer: string) => {
    const par = await desk.identities.authenticateKey(bearer);
    return par && desk.identities.rollKey(par, bearer);
  };
  const rolled = async (bearer: string) => {
    const done = await asHolder(bearer);
    if (!done) throw new Error('Nobody holds that key');
    return taken(done);
  };

  test('is the same key by another secret, for as long as it was given, however often', async () => {
    const { cle, fiche } = taken(await create({ expireLe: '2026-04-15' }));
    desk.clock.now = new Date(desk.clock.now.getTime() + 90 * DAY_MS);
    const first = await rolled(cle);
    expect(first.fiche).toEqual({
      ...fiche,
      prefixe: first.cle.slice(0, 12),
      creeLe: desk.clock.now.toISOString(),
      expireLe: '2026-07-14',
      utiliseeLe: desk.clock.now.toISOString(),
    });
    desk.clock.now = new Date(desk.clock.now.getTime() + 10 * DAY_MS);
    expect((await rolled(first.cle)).fiche.expireLe).toBe('2026-07-24');
    expect(await whoHolds(first.cle)).toMatchObject({ id: fiche.id, expireLe: '2026-04-16', joursRestants: 1 });
  });

  test('is opened by the former secret for a day, then it is said why not', async () => {
    const { cle } = taken(await create());
    const { cle: young, ancienneJusqua } = await rolled(cle);
    const end = Date.parse(ancienneJusqua);
    expect(end - desk.clock.now.getTime()).toBe(DAY_MS);
    desk.clock.now = new Date(end - 1);
    expect([await whoHolds(cle), await whoHolds(young)]).toMatchObject([{ genre: 'cle' }, { genre: 'cle' }]);
    desk.clock.now = new Date(end);
    expect([await whoHolds(cle), await whoHolds(young)]).toMatchObject([null, { genre: 'cle' }]);
    expect(await desk.identities.explainKey(cle)).toEqual({ code: 'cle-refusee', raison: 'renouvelee' });
  });

  test('whose answer was lost is rolled again by the former secret, which lasts no longer for it', async () => {
    const { cle } = taken(await create());
    const { cle: lost, ancienneJusqua } = await rolled(cle);
    desk.clock.now = new Date(desk.clock.now.getTime() + DAY_MS / 2);
    const again = await rolled(cle);
    expect(again.ancienneJusqua).toBe(ancienneJusqua);
    const opening = () => Promise.all([cle, lost, again.cle].map(async (one) => (await whoHolds(one)) !== null));
    expect(await opening()).toEqual([true, true, true]);
    desk.clock.now = new Date(ancienneJusqua);
    expect(await opening()).toEqual([false, true, true]);
    expect(await asHolder(cle)).toBeNull();
  });

  test('by two programs that share it opens for both, each secret to the end of its own day', async () => {
    const { cle } = taken(await create());
    const [one, other] = [await rolled(cle), await rolled(cle)];
    const third = await rolled(one.cle);
    desk.clock.now = new Date(desk.clock.now.getTime() + DAY_MS - 1);
    const secrets = [cle, one.cle, other.cle, third.cle];
    expect(await Promise.all(secrets.map((secret) => whoHolds(secret)))).not.toContain(null);
    desk.clock.now = new Date(desk.clock.now.getTime() + 1);
    expect((await Promise.all(secrets.map((secret) => whoHolds(secret)))).map((who) => who !== null)).toEqual([
      ...[false, false, false, true],
    ]);
  });

  test('is sealed with its act, and revoked by both secrets at once', async () => {
    const { cle, fiche } = taken(await create());
    const { cle: young } = await rolled(cle);
    const acts = await desk.identities.lastActes(null, 1);
    expect(acts).toMatchObject([{ acte: 'cle.renouvelee', auteur: `cle:${fiche.id}`, cible: fiche.id }]);
    expect(JSON.stringify(acts)).not.toContain(young.slice(13, 30));
    taken(await desk.identities.revokeKey(chef, fiche.id));
    expect([await whoHolds(cle), await whoHolds(young)]).toEqual([null, null]);
    expect(await asHolder(young)).toBeNull();
    expect((await desk.identities.rollKey(chef, young)).ok).toBe(false);
  });
});

describe('an éditeur', () => {
  test('is named by a superviseur, unlike any other', async () => {
    const agent = await desk.openCompte(chef, 'agent@ch-exemple.fr', 'agent');
    const forbidden = refused('droit-insuffisant', { roles: ['superviseur'] });
    expect(await desk.identities.createEditeur(agent, { nom: 'Autre' })).toEqual(forbidden);
    expect(await desk.identities.renameEditeur(agent, editeurId, { nom: 'Autre' })).toEqual(forbidden);
    const taken2 = refused('editeur-existant', { nom: 'Logiciel SIH' });
    const again = EditeurNomme.parse({ nom: ' Logiciel  SIH ' });
    expect(await desk.identities.createEditeur(chef, again)).toEqual(taken2);
    const other = taken(await desk.identities.createEditeur(chef, { nom: 'Autre' }));
    expect(await desk.identities.renameEditeur(chef, other.id, { nom: 'Logiciel SIH' })).toEqual(taken2);
    expect(taken(await desk.identities.renameEditeur(chef, other.id, { nom: 'Renommé' })).nom).toBe('Renommé');
    expect(await desk.identities.editeur(other.id)).toMatchObject({ nom: 'Renommé' });
    expect((await desk.identities.editeurs()).map(({ nom }) => nom)).toEqual(['Logiciel SIH', 'Renommé']);
    expect(await desk.identities.renameEditeur(chef, 'x', { nom: 'X' })).toEqual(
      refused('introuvable', { objet: 'editeur', id: 'x' }),
    );
  });
});
