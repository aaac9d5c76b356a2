import { afterEach, beforeEach, expect, test } from 'vitest';
import { seeded } from '../engine/random.ts';
import type { Received, Receiver } from './receiver.ts';
import { startReceiver } from './receiver.ts';
import { createWorld, type World } from './world.ts';

let world: World;
let receiver: Receiver;
beforeEach(async () => {
  world = await createWorld();
  receiver = await startReceiver();
});
afterEach(async () => {
  await world.stop();
  receiver.stop();
});

const DOSSIERS = [...'abcdefghijkl'];
const ROUNDS = 15;

test('a receiver that fails a third of the time gets every event at least once, in order per dossier', async () => {
  await world.stop();
  world = await createWorld({ timeoutMs: 100 });
  await world.subscribe(receiver.url);
  const random = seeded(413);
  const failures = [500, 503, 'muet', 'coupe', 'reponse-perdue'] as const;
  receiver.behave(() => (random() < 0.3 ? (failures[Math.floor(random() * failures.length)] ?? 500) : 204));
  for (let round = 0; round < ROUNDS; round++) {
    await Promise.all(DOSSIERS.map((dossier) => world.tell(dossier)));
    if (round % 5 === 0) await world.workUntil();
  }
  await world.workUntil();

  expect(firsts(receiver.kept)).toEqual(numbers(1, DOSSIERS.length * ROUNDS));
  expect(DOSSIERS.filter((dossier) => !isInOrder(idsOf(receiver.kept, dossier)))).toEqual([]);
  expect(receiver.kept.length).toBeGreaterThan(DOSSIERS.length * ROUNDS + 1);
});

test('a receiver that takes everything is sent each event once', async () => {
  await world.subscribe(receiver.url);
  for (let round = 0; round < ROUNDS; round++) await Promise.all(DOSSIERS.map((dossier) => world.tell(dossier)));
  await world.workUntil();
  expect(receiver.asked).toHaveLength(DOSSIERS.length * ROUNDS + 1);
  expect(firsts(receiver.asked)).toEqual(numbers(1, DOSSIERS.length * ROUNDS));
});

test('work goes on until all is sent, while the clock does', async () => {
  await world.stop();
  world = await createWorld({ tickMs: 1 });
  await world.subscribe(receiver.url);
  await world.dispatcher.work();
  for (let round = 0; round < 20; round++) await Promise.all(DOSSIERS.map((dossier) => world.tell(dossier)));
  expect(await world.dispatcher.work()).toBeNull();
  expect(firsts(receiver.kept)).toEqual(numbers(1, DOSSIERS.length * 20));
});

test('an event that is refused holds back its own dossier alone', async () => {
  await world.subscribe(receiver.url);
  receiver.behave(({ id }) => (id === '1' ? 500 : 204));
  for (const dossier of ['a', 'b', 'a', 'c', 'b']) await world.tell(dossier);
  await world.dispatcher.work();
  expect(idsOf(receiver.kept, 'a')).toEqual([]);
  expect(firsts(receiver.kept)).toEqual([2, 4, 5]);
  receiver.behave(() => 204);
  await world.workUntil();
  expect(idsOf(receiver.kept, 'a')).toEqual([1, 3]);
});

test('a stop in the middle loses nothing and keeps the order', async () => {
  const id = await world.subscribe(receiver.url);
  receiver.behave(() => (receiver.asked.length > 20 ? 'muet' : 204));
  for (let round = 0; round < 8; round++) await Promise.all([...'abcdef'].map((dossier) => world.tell(dossier)));
  const working = world.dispatcher.work();
  await receiver.arrival(21);
  await world.restart();
  await working;
  receiver.behave(() => 204);
  await world.workUntil();
  expect(firsts(receiver.kept)).toEqual(numbers(1, 48));
  expect([...'abcdef'].filter((dossier) => !isInOrder(idsOf(receiver.kept, dossier)))).toEqual([]);
  expect(await world.subscriptions.find(id)).toMatchObject({ enAttente: 0, abandonnes: 0, echecs: null });
});

test('a dozen receivers that never answer delay nobody', async () => {
  const dead = await startReceiver();
  dead.behave(() => 'muet');
  for (let rank = 0; rank < 12; rank++) await world.subscribe(dead.url);
  await world.subscribe(receiver.url);
  for (let round = 0; round < 10; round++) await Promise.all([...'abcde'].map((dossier) => world.tell(dossier)));
  const working = world.dispatcher.work();
  await receiver.arrival(51);
  await dead.arrival(12 + 32);
  expect(dead.asked.length).toBe(12 + 32);
  await world.dispatcher.close();
  await working;
  dead.stop();
  expect(firsts(receiver.kept)).toEqual(numbers(1, 50));
});

test('events are sent while others are made, once started', async () => {
  await world.subscribe(receiver.url);
  world.dispatcher.start((error) => {
    throw error;
  });
  await receiver.arrival(1);
  for (let round = 0; round < 5; round++) await world.tell('a');
  await receiver.arrival(6);
  expect(receiver.asked.map(({ id }) => id).slice(1)).toEqual(['1', '2', '3', '4', '5']);
});

/** Every event of a case, told once, in the order of the journal. */
function firsts(received: Received[]): number[] {
  return [...new Set(received.filter(({ sujet }) => sujet !== undefined).map(({ id }) => Number(id)))].sort(
    (a, b) => a - b,
  );
}

function idsOf(received: Received[], dossier: string): number[] {
  return received.filter(({ sujet }) => sujet === dossier).map(({ id }) => Number(id));
}

/** Again is allowed, back is not. */
function isInOrder(ids: number[]): boolean {
  return ids.every((id, i) => i === 0 || id >= (ids[i - 1] ?? 0));
}

function numbers(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}
