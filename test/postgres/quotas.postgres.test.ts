import type { Response } from 'express';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anonyme } from '../../src/identity/identity.ts';
import type { Store } from '../../src/store/store.ts';
import { createLimits } from '../../src/web/access/limits.ts';
import { withPostgres } from './engine.ts';
import { newPostgresStore, newSchema } from './store.ts';

/** Keeps the headers that it is told. */
function answer(): { response: Response; headers: Map<string, unknown> } {
  const headers = new Map<string, unknown>();
  const setHeader = (name: string, value: unknown) => void headers.set(name, value);
  return { response: { setHeader } as unknown as Response, headers };
}

withPostgres('the quotas of two nodes', () => {
  const stores: Store[] = [];
  beforeAll(async () => {
    const schema = newSchema();
    for (let node = 0; node < 2; node++) stores.push(await newPostgresStore({ schema }));
  });
  afterAll(() => Promise.all(stores.map((store) => store.close())));
  const agent = { ...anonyme, id: 'agent' };

  test('are one, a second late, until the minute is over', async () => {
    let now = 30_000_000 * 60_000;
    const [one, other] = stores.map(({ quotas }) =>
      createLimits({ parIdentite: 10, parAdresse: 10, partage: quotas, maintenant: () => now }),
    );
    if (!one || !other) throw new Error('Two nodes were asked for');
    const ask = (node: typeof one, times: number) => {
      const { response, headers } = answer();
      const refused = Array.from({ length: times }, () => node.identified(response, agent)).filter(Boolean);
      return [refused.length, headers.get('RateLimit')];
    };
    expect(ask(one, 6)).toEqual([0, '"identite";r=4;t=60']);
    expect(ask(other, 3)).toEqual([0, '"identite";r=7;t=60']);
    for (const node of [one, other]) await node.share();
    expect(ask(one, 1)).toEqual([0, '"identite";r=3;t=60']);
    await one.share();
    expect(ask(other, 2)).toEqual([1, '"identite";r=0;t=60']);
    await Promise.all([one.share(), other.share()]);
    expect(ask(one, 1)).toEqual([1, '"identite";r=0;t=60']);
    expect(ask(one, 1)[0]).toBe(1);
    now += 60_000;
    expect(ask(one, 1)).toEqual([0, '"identite";r=9;t=60']);
    await one.share();
    expect(ask(other, 1)).toEqual([0, '"identite";r=9;t=60']);
  });

  test('are each node’s own while the base does not answer, which is told of them later', async () => {
    const told: (readonly [string, number])[] = [];
    let isThere = false;
    const ajouter = (_: number, comptes: ReadonlyMap<string, number>) => {
      if (!isThere) return Promise.reject(new Error('La base ne répond pas'));
      told.push(...comptes);
      return Promise.resolve(comptes);
    };
    const limits = createLimits({ parIdentite: 2, parAdresse: 2, partage: { ajouter }, maintenant: () => 0 });
    const { response } = answer();
    for (const refused of [false, false, true]) {
      expect(limits.identified(response, agent) !== null).toBe(refused);
      await limits.share();
    }
    isThere = true;
    await limits.share();
    await limits.share();
    expect(told.map(([, compte]) => compte)).toEqual([3]);
  });
});
