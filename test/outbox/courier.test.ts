import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createCourier, createSlots } from '../../src/outbox/courier.ts';
import type { Post } from '../../src/outbox/delivery.ts';
import { leaseholder } from '../../src/outbox/lease.ts';
import { StoreOutage } from '../../src/store/store.ts';
import { createWorld } from './world.ts';

const url = 'http://exemple.fr/';

test('what happens just after the journal was read is not left for later', async () => {
  const world = await createWorld();
  const id = await world.subscribe(url);
  const { evenements, abonnements, signedEnd } = world.store;
  const sent: string[] = [];
  let isTold = true;
  /** Says the end of the journal as it was, after it has moved and the courier was called. */
  const last = async () => {
    const before = await evenements.last();
    if (!isTold) {
      isTold = true;
      await world.tell('a');
      void courier.run();
    }
    return before;
  };
  const courier = createCourier(
    id,
    post({ evenements: { ...evenements, last }, abonnements, signedEnd }),
    createSlots(1),
  );
  await courier.run();
  isTold = false;
  await courier.run();
  expect(sent).toEqual([`verification-${id}`, '1']);
  await world.stop();

  function post(store: Post['store']) {
    const send = (_url: string, _headers: unknown, body: string) => {
      sent.push(JSON.parse(body).id);
      return Promise.resolve({ statut: 204, dureeMs: 1, erreur: null, attendreMs: null });
    };
    const bail = leaseholder(world.store.baux);
    return { store, bail, sender: { send, close: () => {} }, clock: () => world.now, random: () => 0 };
  }
});

test('what a dossier is owed is not left for later when its event in flight ends during the look', async () => {
  const world = await createWorld();
  const id = await world.subscribe(url);
  for (const dossier of ['a', 'a']) await world.tell(dossier);
  const { evenements, abonnements, signedEnd } = world.store;
  const sent: string[] = [];
  const first = { answered: Promise.withResolvers<void>(), settled: Promise.withResolvers<void>() };
  /** Says what was due, after what was in flight has ended. */
  const heads: typeof abonnements.heads = async (...asked) => {
    const found = await abonnements.heads(...asked);
    if (sent.length === 2) {
      first.answered.resolve();
      await first.settled.promise;
      await setImmediate();
    }
    return found;
  };
  const settle: typeof abonnements.settle = async (...told) => {
    const isSettled = await abonnements.settle(...told);
    if (told[1].rang === 1) first.settled.resolve();
    return isSettled;
  };
  const send = async (_url: string, _headers: unknown, body: string) => {
    const event = JSON.parse(body).id;
    sent.push(event);
    if (event === '1') await first.answered.promise;
    return { statut: 204, dureeMs: 1, erreur: null, attendreMs: null };
  };
  const store = { evenements, signedEnd, abonnements: { ...abonnements, heads, settle } };
  const sender = { send, close: () => {} };
  const bail = leaseholder(world.store.baux);
  const courier = createCourier(id, { store, bail, sender, clock: () => world.now, random: () => 0 }, createSlots(1));
  await courier.run();
  expect(sent.slice(0, 2).toSorted()).toEqual(['1', `verification-${id}`]);
  expect(sent.slice(2)).toEqual(['2']);
  await world.stop();
});

test('an outage after an event was taken sends it again', async () => {
  const world = await createWorld();
  const id = await world.subscribe(url);
  const { evenements, abonnements, signedEnd } = world.store;
  let sent = 0;
  let outages = 1;
  const settle: typeof abonnements.settle = (...told) => {
    if (outages > 0) {
      outages -= 1;
      return Promise.reject(new StoreOutage('Le disque est plein'));
    }
    return abonnements.settle(...told);
  };
  const send = () => {
    sent += 1;
    return Promise.resolve({ statut: 204, dureeMs: 1, erreur: null, attendreMs: null });
  };
  const sender = { send, close: () => {} };
  const store = { evenements, signedEnd, abonnements: { ...abonnements, settle } };
  const bail = leaseholder(world.store.baux);
  const courier = createCourier(id, { store, bail, sender, clock: () => world.now, random: () => 0 }, createSlots(1));
  await expect(courier.run()).rejects.toThrow('Le disque est plein');
  expect(await courier.run()).toBeNull();
  expect(sent).toBe(2);
  expect(await world.subscriptions.find(id)).toMatchObject({ enAttente: 0 });
  await world.stop();
});
