import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { leaseholder } from '../../src/outbox/lease.ts';
import type { Store } from '../../src/store/store.ts';

/** What every engine promises of leases; `open` gives a new, empty store. */
export function leasesContract(name: string, open: () => Promise<Store>): void {
  describe(`${name}, as a keeper of leases`, () => {
    test('lets one have each at a time, who renews it, until it is over or given up', async () => {
      const store = await open();
      const { baux } = store;
      expect([await baux.hold('a', 'un', 200), await baux.hold('a', 'deux', 200)]).toEqual([true, false]);
      expect([await baux.hold('a', 'un', 200), await baux.hold('b', 'deux', 10_000)]).toEqual([true, true]);
      await setTimeout(250);
      expect([await baux.hold('a', 'deux', 10_000), await baux.hold('a', 'un', 200)]).toEqual([true, false]);
      expect(await baux.tenus()).toEqual([{ porteur: 'deux', nombre: 2 }]);
      await baux.release('deux');
      expect(await baux.tenus()).toEqual([]);
      expect(await Promise.all(['a', 'b'].map((nom) => baux.hold(nom, 'un', 200)))).toEqual([true, true]);
      await store.close();
    });

    test('is asked by a holder once in a while, whatever it was told', async () => {
      const store = await open();
      let now = 0;
      const asked: string[] = [];
      const hold: typeof store.baux.hold = (nom, porteur, ms) => {
        asked.push(`${now} ${nom}`);
        return store.baux.hold(nom, porteur, ms);
      };
      const [one, other] = [1, 2].map(() => leaseholder({ ...store.baux, hold }, () => now));
      for (const at of [0, 4_999, 5_000]) {
        now = at;
        expect([await one?.holds('a'), await other?.holds('a')]).toEqual([true, false]);
      }
      expect(asked).toEqual(['0 a', '0 a', '4999 a', '5000 a']);
      await one?.release();
      now = 7_500;
      expect([await other?.holds('a'), await one?.holds('a')]).toEqual([true, false]);
      await store.close();
    });

    test('settles what was sent for whoever still has the lease, at the address that was asked', async () => {
      const store = await open();
      const { abonnements, baux } = store;
      const fixed = { id: 's', editeurId: null, url: 'https://un.exemple', types: null, description: '', curseur: 0 };
      await abonnements.create({ ...fixed, creeLe: '2026-01-05T08:00:00.000Z' }, 'secret');
      await baux.hold('abonnement:s', 'un', 60_000);
      const attempt = { rang: 0, le: '2026-01-05T08:00:01.000Z', statut: 204, dureeMs: 5, erreur: null };
      const settle = (url: string, porteur: string) =>
        abonnements.settle('s', attempt, 'livre', { url, bail: { nom: 'abonnement:s', porteur } });
      expect(await settle(fixed.url, 'deux')).toBe(false);
      expect(await settle('https://deux.exemple', 'un')).toBe(false);
      expect([await abonnements.attempts('s', null, 10), await abonnements.backlog('s')]).toMatchObject([
        [],
        { attente: 1 },
      ]);
      expect(await settle(fixed.url, 'un')).toBe(true);
      expect(await abonnements.backlog('s')).toMatchObject({ attente: 0 });
      await store.close();
    });
  });
}
