import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import type { NewSubscription, WebhookStore } from '../../src/store/webhooks.ts';

const sample: NewSubscription = {
  id: 's',
  editeurId: null,
  url: 'https://exemple.fr/evenements',
  types: ['contrat.signe'],
  description: 'Essai',
  creeLe: '2026-01-05T08:00:00.000Z',
  curseur: 7,
};
const [eight, nine] = ['2026-01-05T08:00:00.000Z', '2026-01-05T09:00:00.000Z'];
const attempt = { le: nine, statut: 500, dureeMs: 12, erreur: 'Réponse 500' };
const verification = { rang: 0, sujet: '', etat: 'attente', tentatives: 0, prochaineLe: eight };

/** What every engine of storage promises of subscriptions; `open` gives a new, empty store. */
export function webhooksContract(name: string, open: () => Promise<Store>): void {
  describe(`the subscriptions of ${name}`, () => {
    let store: Store;
    let webhooks: WebhookStore;
    beforeEach(async () => {
      store = await open();
      webhooks = store.abonnements;
      await webhooks.create(sample, 'whsec_a');
      await webhooks.create({ ...sample, id: 't', types: null, editeurId: 'e' }, 'whsec_t');
    });
    afterEach(() => store.close());

    const page = { apres: -1, limite: 10 };
    const first = { rang: 8, sujet: 'd' };
    const second = { rang: 9, sujet: 'd' };
    const other = { rang: 10, sujet: 'e' };
    const enqueue = (...events: { rang: number; sujet: string }[]) =>
      webhooks.enqueue('s', { depuis: 7, jusqua: 10 }, events, nine);
    const heads = async (sauf: string[] = []) => (await webhooks.heads('s', sauf, 10)).map(({ rang }) => rang);

    test('are given back as they were made, oldest first, their verification waiting', async () => {
      const whole = { ...sample, pause: null, echecs: null, attendJusqua: null };
      expect(await webhooks.find('s')).toEqual(whole);
      expect(await webhooks.list()).toEqual([whole, { ...whole, id: 't', types: null, editeurId: 'e' }]);
      expect(await webhooks.deliveries('s', 'attente', page)).toEqual([verification]);
      expect(await webhooks.secrets('s')).toEqual({ actuel: 'whsec_a', precedent: null });
    });

    test('keep a former secret beside the new one', async () => {
      expect(await webhooks.rotate('s', 'whsec_b', nine)).toBe(true);
      expect(await webhooks.secrets('s')).toEqual({
        actuel: 'whsec_b',
        precedent: { secret: 'whsec_a', jusqua: nine },
      });
      expect(await webhooks.secrets('t')).toEqual({ actuel: 'whsec_t', precedent: null });
    });

    test('wait with what was read, the first of each sujet ahead', async () => {
      expect(await enqueue(first, second, other)).toBe(true);
      expect([await heads(), await heads(['d']), await heads(['', 'd', 'e'])]).toEqual([[0, 8, 10], [0, 10], []]);
      expect(await webhooks.backlog('s')).toEqual({ attente: 4, abandonne: 0 });
      expect((await webhooks.find('s'))?.curseur).toBe(10);
      expect((await webhooks.heads('t', [], 10)).map(({ rang }) => rang)).toEqual([0]);
    });

    test('tell together what waits, and which event is the first', async () => {
      await enqueue(first, second, other);
      await webhooks.settle('s', { ...attempt, rang: 8 }, 'abandonne');
      expect(await webhooks.queues()).toEqual([
        { id: 's', curseur: 10, attente: 3, premier: 9 },
        { id: 't', curseur: 7, attente: 1, premier: null },
      ]);
      for (const rang of [0, 9, 10]) await webhooks.settle('s', { ...attempt, rang }, 'livre');
      expect((await webhooks.queues())[0]).toEqual({ id: 's', curseur: 10, attente: 0, premier: null });
    });

    test('take nothing read from another place than where they are', async () => {
      await webhooks.rewind('s', 3);
      expect(await enqueue(first)).toBe(false);
      expect([await heads(), (await webhooks.find('s'))?.curseur]).toEqual([[0], 3]);
    });

    test('let go of what was delivered, and remember that it was', async () => {
      await enqueue(first, second);
      await webhooks.settle('s', { ...attempt, rang: 8, statut: 204, erreur: null }, 'livre');
      expect(await heads()).toEqual([0, 9]);
      expect(await webhooks.attempts('s', 8, 10)).toEqual([{ ...attempt, rang: 8, statut: 204, erreur: null }]);
    });

    test('postpone what failed, and count failures until a success', async () => {
      await enqueue(first, second, other);
      const later = { ...attempt, rang: 8, le: '2026-01-05T10:00:00.000Z' };
      await webhooks.settle('s', { ...attempt, rang: 8 }, { prochaineLe: later.le });
      await webhooks.settle('s', later, { prochaineLe: '2026-01-05T11:00:00.000Z' });
      expect(await webhooks.heads('s', ['', 'e'], 10)).toEqual([
        { ...first, etat: 'attente', tentatives: 2, prochaineLe: '2026-01-05T11:00:00.000Z' },
      ]);
      expect((await webhooks.find('s'))?.echecs).toEqual({ nombre: 2, depuis: nine, dernier: later.le });
      await webhooks.settle('s', { ...attempt, rang: 10, erreur: null }, 'livre');
      expect((await webhooks.find('s'))?.echecs).toBeNull();
    });

    test('go on after what is given up, which may be tried again', async () => {
      await enqueue(first, second);
      await webhooks.settle('s', { ...attempt, rang: 8 }, 'abandonne');
      expect(await heads()).toEqual([0, 9]);
      expect(await webhooks.deliveries('s', 'abandonne', page)).toEqual([
        { ...first, etat: 'abandonne', tentatives: 1, prochaineLe: nine },
      ]);
      await webhooks.retry('s', first, nine);
      expect([await heads(), await webhooks.backlog('s')]).toEqual([[0, 8], { attente: 3, abandonne: 0 }]);
    });

    test('are paused with a reason, and taken up again with all that waits due at once', async () => {
      await webhooks.settle('s', { ...attempt, rang: 0 }, { prochaineLe: '2026-01-09T08:00:00.000Z' });
      await webhooks.pause('s', 'disparu', nine);
      expect((await webhooks.find('s'))?.pause).toEqual({ motif: 'disparu', le: nine });
      await webhooks.resume('s', nine);
      expect(await webhooks.find('s')).toMatchObject({ pause: null, echecs: null });
      expect(await webhooks.heads('s', [], 10)).toEqual([{ ...verification, prochaineLe: nine }]);
    });

    test('are changed, their queue kept; to another address a verification and what waits are due at once', async () => {
      await enqueue(first);
      for (const rang of [0, 8])
        await webhooks.settle('s', { ...attempt, rang }, { prochaineLe: '2026-01-09T08:00:00.000Z' });
      await webhooks.drop('s', 0);
      await webhooks.leave('s', '2026-01-08T08:00:00.000Z');
      await webhooks.leave('s', '2026-01-07T08:00:00.000Z');
      const wanted = { url: sample.url, types: null, description: 'Autre' };
      expect(await webhooks.change('s', wanted, nine)).toBe(true);
      const rests = { attendJusqua: '2026-01-08T08:00:00.000Z', echecs: { nombre: 2, depuis: nine, dernier: nine } };
      expect(await webhooks.find('s')).toMatchObject({ ...wanted, ...rests, curseur: 10 });
      expect(await heads()).toEqual([8]);
      await webhooks.change('s', { ...wanted, url: 'https://ailleurs.fr/' }, nine);
      const renewed = { url: 'https://ailleurs.fr/', attendJusqua: null, echecs: null, curseur: 10 };
      expect(await webhooks.find('s')).toMatchObject(renewed);
      expect((await webhooks.heads('s', [], 10)).map(({ rang, prochaineLe }) => [rang, prochaineLe])).toEqual([
        [0, nine],
        [8, nine],
      ]);
    });

    test('show attempts newest first, and forget the oldest with what was given up', async () => {
      await enqueue(first, other);
      for (const rang of [8, 10]) await webhooks.settle('s', { ...attempt, rang }, 'abandonne');
      await webhooks.settle('t', { ...attempt, rang: 0, le: '2026-01-07T08:00:00.000Z' }, 'abandonne');
      expect((await webhooks.attempts('s', null, 10)).map(({ rang }) => rang)).toEqual([10, 8]);
      await webhooks.forget('2026-01-06', 1);
      expect((await webhooks.attempts('s', null, 10)).map(({ rang }) => rang)).toEqual([10]);
      await webhooks.forget('2026-01-06', 10);
      expect(await webhooks.attempts('s', null, 10)).toEqual([]);
      expect(await webhooks.backlog('s')).toEqual({ attente: 1, abandonne: 0 });
      expect(await webhooks.attempts('t', 0, 10)).toHaveLength(1);
    });

    test('leave with all that they were owed', async () => {
      await webhooks.settle('s', { ...attempt, rang: 0 }, { prochaineLe: nine });
      expect([await webhooks.drop('t', 0), await webhooks.remove('s')]).toEqual([true, true]);
      expect((await webhooks.list()).map(({ id }) => id)).toEqual(['t']);
      expect(await webhooks.attempts('s', null, 10)).toEqual([]);
      expect(await webhooks.heads('t', [], 10)).toEqual([]);
    });

    test('that do not exist are left alone', async () => {
      expect([await webhooks.find('x'), await webhooks.secrets('x')]).toEqual([null, null]);
      const done = [
        ...[webhooks.rotate('x', 'whsec_b', nine), webhooks.pause('x', 'demande', nine), webhooks.resume('x', nine)],
        ...[webhooks.rewind('x', 0), webhooks.remove('x'), webhooks.retry('x', first, nine), webhooks.drop('x', 8)],
        ...[webhooks.enqueue('x', { depuis: 7, jusqua: 8 }, [first], nine), webhooks.drop('s', 99)],
        ...[webhooks.settle('x', { ...attempt, rang: 8 }, 'livre'), webhooks.leave('x', nine)],
        webhooks.change('x', sample, nine),
      ];
      expect(await Promise.all(done)).toEqual(done.map(() => false));
    });
  });
}
