import { beforeEach, describe, expect, test } from 'vitest';
import { later, MOT_DE_PASSE, openDesk, refused, taken } from './desk.ts';

const CHEF = 'chef@ch-exemple.fr';
const wrong = 'la mer descend lentement';

let desk: ReturnType<typeof openDesk>;
let start: Date;
beforeEach(async () => {
  desk = openDesk();
  await desk.openChef();
  start = desk.clock.now;
});

const login = (courriel: string, motDePasse: string) => desk.identities.login({ courriel, motDePasse });
const codes = async (courriel: string, times: number) => {
  const told: string[] = [];
  for (let i = 0; i < times; i++) {
    const result = await login(courriel, wrong);
    told.push(result.ok ? 'oui' : result.error.code);
  }
  return told;
};
const five = Array(5).fill('identifiants-refuses');

describe('a login that fails five times', () => {
  test('is closed to the right password too, for 15 minutes, without spending anything', async () => {
    expect(await codes(CHEF, 5)).toEqual(five);
    const before = desk.scrypt.count;
    const jusqua = later(start, 15).toISOString();
    desk.clock.now = later(start, 14.9);
    expect(await login(CHEF, MOT_DE_PASSE)).toEqual(refused('trop-de-tentatives', { jusqua }));
    expect(desk.scrypt.count).toBe(before);
    desk.clock.now = later(start, 15);
    expect((await login(CHEF, MOT_DE_PASSE)).ok).toBe(true);
  });

  test('says the same of an e-mail that has no account', async () => {
    expect(await codes('personne@ch-exemple.fr', 5)).toEqual(five);
    const jusqua = later(start, 15).toISOString();
    expect(await login('personne@ch-exemple.fr', wrong)).toEqual(refused('trop-de-tentatives', { jusqua }));
    expect((await login(CHEF, MOT_DE_PASSE)).ok).toBe(true);
  });

  test('waits twice as long each time, a day at most', async () => {
    const waits: number[] = [];
    for (let turn = 0; turn < 9; turn++) {
      expect(await codes(CHEF, 5)).toEqual(five);
      const result = await login(CHEF, wrong);
      const jusqua = !result.ok && result.error.code === 'trop-de-tentatives' ? new Date(result.error.jusqua) : start;
      waits.push((jusqua.getTime() - desk.clock.now.getTime()) / 60_000);
      desk.clock.now = jusqua;
    }
    expect(waits).toEqual([15, 30, 60, 120, 240, 480, 960, 1440, 1440]);
  });

  test('starts anew after two quiet days', async () => {
    await codes(CHEF, 5);
    desk.clock.now = later(start, 2 * 24 * 60);
    expect(await codes(CHEF, 5)).toEqual(five);
    const jusqua = later(desk.clock.now, 15).toISOString();
    expect(await login(CHEF, wrong)).toEqual(refused('trop-de-tentatives', { jusqua }));
  });

  test('does so however many come at once', async () => {
    const before = desk.scrypt.count;
    const results = await Promise.all(Array.from({ length: 40 }, () => login(CHEF, wrong)));
    const told = results.map((result) => (result.ok ? 'oui' : result.error.code));
    expect(told.filter((code) => code === 'identifiants-refuses')).toHaveLength(5);
    expect(desk.scrypt.count - before).toBe(5);
  });
});

test('a success forgets the failures before it', async () => {
  for (let turn = 0; turn < 3; turn++) {
    expect(await codes(CHEF, 4)).toEqual(five.slice(1));
    expect((await login(CHEF, MOT_DE_PASSE)).ok).toBe(true);
  }
});

test('a link to a new password opens what was blocked', async () => {
  const chef = (await desk.login(CHEF)).identity;
  await codes(CHEF, 5);
  const link = await desk.identities.resetPassword(chef, chef.id);
  await desk.identities.useLink(link.ok ? link.value.token : '', { motDePasse: 'un tout autre mot' });
  expect((await login(CHEF, 'un tout autre mot')).ok).toBe(true);
});

describe('what strangers try', () => {
  const from = (reseau: string, motDePasse: string, appareils?: string) =>
    desk.identities.login({ courriel: CHEF, motDePasse }, { reseau, appareils });
  const strangers = async (attempts: number) => {
    for (let at = 0; at < attempts; at++) await from(`192.0.${at}.0/24`, wrong);
  };
  /** What is left of a browser that has come in. */
  const knownDevice = async () => taken(await from('203.0.113.0/24', MOT_DE_PASSE)).appareils;

  test('blocks their network, and not the holder elsewhere', async () => {
    for (let turn = 0; turn < 6; turn++) await from('192.0.2.0/24', wrong);
    expect(await from('192.0.2.0/24', MOT_DE_PASSE)).toMatchObject(refused('trop-de-tentatives'));
    expect((await from('203.0.113.0/24', MOT_DE_PASSE)).ok).toBe(true);
  });

  test('blocks no device that is known, even of their network, until that fails itself', async () => {
    const appareils = await knownDevice();
    for (let turn = 0; turn < 6; turn++) await from('192.0.2.0/24', wrong);
    expect((await from('192.0.2.0/24', MOT_DE_PASSE, appareils)).ok).toBe(true);
    for (let turn = 0; turn < 5; turn++) await from('192.0.2.0/24', wrong, appareils);
    expect(await from('198.51.100.0/24', MOT_DE_PASSE, appareils)).toMatchObject(refused('trop-de-tentatives'));
  });

  test('from many networks slows an account down, turn by turn, and never shuts it', async () => {
    await strangers(20);
    expect(desk.waits).toEqual([]);
    await strangers(5);
    expect(desk.waits).toEqual([1_000, 2_000, 3_000, 4_000, 5_000]);
    await strangers(60);
    const late = await from('203.0.113.0/24', MOT_DE_PASSE);
    const jusqua = !late.ok && 'jusqua' in late.error ? late.error.jusqua : '';
    expect(Date.parse(jusqua) - start.getTime()).toBeLessThanOrEqual(30_000);
    expect(Math.max(...desk.waits)).toBeLessThanOrEqual(20_000);
    desk.clock.now = new Date(jusqua);
    expect((await from('203.0.113.0/24', MOT_DE_PASSE)).ok).toBe(true);
  });

  test('slows no device that is known', async () => {
    const appareils = await knownDevice();
    await strangers(85);
    const before = desk.waits.length;
    expect((await from('203.0.113.0/24', MOT_DE_PASSE, appareils)).ok).toBe(true);
    expect(desk.waits).toHaveLength(before);
  });

  test('is no device that was altered, is of another account, is a year old, or knew another password', async () => {
    const { identity: chef } = await desk.login(CHEF);
    await desk.openCompte(chef, 'agent@ch-exemple.fr', 'agent');
    const appareils = await knownDevice();
    const agent = taken(
      await desk.identities.login({ courriel: 'agent@ch-exemple.fr', motDePasse: MOT_DE_PASSE }, { reseau: 'r' }),
    ).appareils;
    const isKnown = async (kept: string) => {
      desk.echecs.length = 0;
      await from('192.0.2.0/24', wrong, kept);
      return desk.echecs[0]?.cause.startsWith('Depuis appareil:');
    };
    expect(await isKnown(appareils)).toBe(true);
    expect(await isKnown(`${agent}~${appareils}`)).toBe(true);
    expect([await isKnown(agent), await isKnown(appareils.replace(/.$/, '!'))]).toEqual([false, false]);
    desk.clock.now = later(start, 365 * 24 * 60);
    expect(await isKnown(appareils)).toBe(false);
    desk.clock.now = start;
    const changed = { ancien: MOT_DE_PASSE, motDePasse: 'un tout autre mot' };
    taken(await desk.identities.changePassword(chef, changed, { reseau: 'r' }));
    expect(await isKnown(appareils)).toBe(false);
  });

  test('is written once per block and once when the account slows down, and nowhere for an e-mail without account', async () => {
    const before = (await desk.identities.actes(0, 100)).length;
    await strangers(25);
    for (let turn = 0; turn < 7; turn++) await from('192.0.2.0/24', wrong);
    for (let turn = 0; turn < 7; turn++)
      await desk.identities.login({ courriel: 'personne@ch-exemple.fr', motDePasse: wrong }, { reseau: 'r' });
    const told = (await desk.identities.actes(0, 100)).slice(before);
    const jusqua = later(start, 15).toISOString();
    expect(told.map(({ auteur, acte, detail }) => [auteur, acte, JSON.parse(detail)])).toEqual([
      ['connexion', 'connexion.ralentie', {}],
      ['connexion', 'connexion.bloquee', { echecs: 5, jusqua, lieu: '192.0.2.0/24' }],
    ]);
    expect(desk.echecs).toHaveLength(25 + 7 + 7);
    expect(desk.echecs.at(-1)).toEqual({
      moyen: 'mot-de-passe',
      code: 'trop-de-tentatives',
      compteId: null,
      cause: 'Depuis r',
    });
  });
});
