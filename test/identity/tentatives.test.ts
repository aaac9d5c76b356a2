import { beforeEach, describe, expect, test } from 'vitest';
import { later, MOT_DE_PASSE, openDesk, refused } from './desk.ts';

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
