import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Receiver, startReceiver } from './receiver.ts';
import { createWorld, type World } from './world.ts';

let world: World;
let receiver: Receiver;
let id: string;
beforeEach(async () => {
  world = await createWorld();
  receiver = await startReceiver();
  id = await world.subscribe(receiver.url);
  await world.workUntil();
});
afterEach(async () => {
  await world.stop();
  receiver.stop();
});

const SECOND = 1;
const MINUTE = 60;
const HOUR = 3_600;

describe('an event that is always refused', () => {
  beforeEach(async () => {
    receiver.behave(({ id: event }) => (event === '1' ? 422 : 204));
    for (const dossier of ['a', 'a', 'b']) await world.tell(dossier);
    for (let hour = 0; hour < 80; hour++) {
      await world.workUntil(new Date(Date.UTC(2026, 0, 5, 9 + hour)));
      await world.tell('b');
    }
  });

  test('is tried ten times over 75 hours, ever more rarely', async () => {
    const attempts = await world.subscriptions.attempts(id, 1, 100);
    const instants = attempts.map(({ le }) => Date.parse(le) / 1000).reverse();
    const waits = instants.slice(1).map((instant, i) => instant - (instants[i] ?? 0));
    expect(waits).toEqual([
      ...[5 * SECOND, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR, 24 * HOUR],
    ]);
    expect(attempts[0]).toMatchObject({ rang: 1, statut: 422, erreur: 'Réponse 422 Non.' });
  });

  test('is then given up, and its dossier goes on', async () => {
    expect(await world.subscriptions.deliveries(id, 'abandonne', { apres: 0, limite: 10 })).toEqual([
      expect.objectContaining({ rang: 1, sujet: 'a', etat: 'abandonne', tentatives: 10 }),
    ]);
    expect(receiver.kept.filter(({ sujet }) => sujet === 'a').map((event) => event.id)).toEqual(['2']);
    expect(await world.subscriptions.find(id)).toMatchObject({ pause: null, abandonnes: 1 });
  });

  test('may be sent again by hand', async () => {
    receiver.behave(() => 204);
    await world.workUntil();
    receiver.kept.length = 0;
    expect(await world.subscriptions.redeliver(id, { evenement: '1' })).toMatchObject({ ok: true });
    await world.workUntil();
    expect(receiver.kept.map((event) => event.id)).toEqual(['1']);
    expect(await world.subscriptions.find(id)).toMatchObject({ abandonnes: 0 });
    const refused = async (to: string, evenement: string) => world.subscriptions.redeliver(to, { evenement });
    expect([await refused(id, '999'), await refused('inconnu', '1')]).toMatchObject([
      { error: { objet: 'événement', id: '999' } },
      { error: { objet: 'abonnement', id: 'inconnu' } },
    ]);
  });
});

describe('a receiver that takes nothing', () => {
  beforeEach(async () => {
    receiver.behave(() => 500);
    for (let round = 0; round < 5; round++) for (const dossier of [...'abcdefgh']) await world.tell(dossier);
    receiver.asked.length = 0;
  });

  test('is paused after three days with a notice, and nothing is given up', async () => {
    await world.workUntil();
    const asked = receiver.asked.length;
    const shown = await world.subscriptions.find(id);
    expect(shown).toMatchObject({ pause: { motif: 'echecs' }, enAttente: 40, abandonnes: 0 });
    expect(Date.parse(shown?.pause?.le ?? '') - Date.parse(shown?.echecs?.depuis ?? '')).toBeGreaterThan(
      72 * HOUR * 1000,
    );
    expect(shown?.avis).toMatch(/^En pause : aucune livraison/);
    await world.tell('a');
    await world.workUntil();
    expect(receiver.asked).toHaveLength(asked);
  });

  test('is asked for one thing an hour, once it has failed enough', async () => {
    await world.workUntil(new Date('2026-01-05T10:00:00Z'));
    receiver.asked.length = 0;
    await world.workUntil(new Date('2026-01-06T10:00:00Z'));
    expect(receiver.asked.length).toBeLessThanOrEqual(25);
    expect((await world.subscriptions.find(id))?.avis).toMatch(/^Les livraisons échouent depuis le 05\/01\/2026 :/);
  });

  test('gets everything in order once it is taken up again', async () => {
    await world.workUntil();
    receiver.behave(() => 204);
    expect(await world.subscriptions.resume(id)).toBe(true);
    await world.workUntil();
    const kept = receiver.kept.filter(({ sujet }) => sujet === 'c').map((event) => Number(event.id));
    expect(kept).toEqual([3, 11, 19, 27, 35]);
    expect(await world.subscriptions.find(id)).toMatchObject({ pause: null, echecs: null, avis: null, enAttente: 0 });
  });
});

test('the only event of a receiver that takes nothing waits for it to be taken up again', async () => {
  receiver.behave(() => 500);
  await world.tell('a');
  await world.workUntil();
  expect(receiver.asked).toHaveLength(1 + 10);
  expect(await world.subscriptions.find(id)).toMatchObject({ pause: { motif: 'echecs' }, enAttente: 1, abandonnes: 0 });
});

test('a receiver that says 410 is paused at once', async () => {
  receiver.behave(() => 410);
  await world.tell('a');
  await world.workUntil();
  expect(receiver.asked).toHaveLength(2);
  expect(await world.subscriptions.find(id)).toMatchObject({ pause: { motif: 'disparu' }, enAttente: 1 });
});

test.each([204, 410])(
  'what a former address answers late, %s, is not the answer of the one that replaced it',
  async (late) => {
    const other = await startReceiver();
    receiver.behave(async () => {
      await world.subscriptions.change(id, { url: other.url });
      return late;
    });
    await world.tell('a');
    await world.workUntil();
    other.stop();
    expect(other.kept.map((event) => event.id).sort()).toEqual(['1', `verification-${id}`]);
    expect(await world.subscriptions.find(id)).toMatchObject({
      url: other.url,
      pause: null,
      echecs: null,
      enAttente: 0,
    });
  },
);

test('a subscription paused by hand is sent nothing, and goes on from there', async () => {
  await world.subscriptions.pause(id);
  await world.tell('a');
  await world.workUntil();
  expect(receiver.asked).toHaveLength(1);
  await world.subscriptions.resume(id);
  await world.workUntil();
  expect(receiver.kept.map((event) => event.id)).toEqual([`verification-${id}`, '1']);
});

test('what was recorded since an instant is sent again, in order', async () => {
  for (let hour = 9; hour < 15; hour++) {
    world.now = new Date(Date.UTC(2026, 0, 5, hour));
    await world.tell('a');
  }
  await world.workUntil();
  receiver.kept.length = 0;
  await world.subscriptions.redeliver(id, { depuis: '2026-01-05T13:00:00+01:00' });
  await world.workUntil();
  expect(receiver.kept.map((event) => event.id)).toEqual(['4', '5', '6']);
});

describe('a receiver that asks to wait', () => {
  const instants = async () =>
    (await world.subscriptions.attempts(id, null, 100))
      .map(({ le }) => le)
      .reverse()
      .slice(1);

  test('is left alone until then, whatever happens, and no longer', async () => {
    receiver.behave(() => ({ statut: 429, attendre: '3600' }));
    await world.tell('a');
    await world.dispatcher.work();
    receiver.behave(() => 204);
    await world.tell('b');
    const nine = '2026-01-05T09:00:00.000Z';
    expect(await world.dispatcher.work()).toEqual(new Date(nine));
    expect(await world.subscriptions.find(id)).toMatchObject({ attendJusqua: nine });
    await world.restart();
    await world.workUntil();
    expect(await instants()).toEqual(['2026-01-05T08:00:00.000Z', nine, nine]);
    expect(await world.subscriptions.find(id)).toMatchObject({ attendJusqua: null, enAttente: 0, avis: null });
  });

  test.each([
    ['1', 'sooner than it would have been', '2026-01-05T08:00:05.000Z'],
    ['999999999', 'later than in a day', '2026-01-06T08:00:00.000Z'],
  ])('for %s seconds is not asked %s', async (attendre, _, next) => {
    receiver.behave(() => ({ statut: 503, attendre }));
    await world.tell('a');
    expect(await world.dispatcher.work()).toEqual(new Date(next));
  });

  test('may say it by a date', async () => {
    const attendre = new Date(Date.now() + 7_200_000).toUTCString();
    receiver.behave(() => ({ statut: 503, attendre }));
    await world.tell('a');
    const next = (await world.dispatcher.work())?.getTime() ?? 0;
    expect(Math.round((next - world.now.getTime()) / 60_000)).toBe(120);
  });

  test('is asked at once when it is taken up again', async () => {
    receiver.behave(() => ({ statut: 429, attendre: '3600' }));
    await world.tell('a');
    await world.dispatcher.work();
    receiver.behave(() => 204);
    await world.subscriptions.resume(id);
    expect(await world.dispatcher.work()).toBeNull();
    expect(receiver.kept.map((event) => event.id)).toEqual([`verification-${id}`, '1']);
  });
});

test('a redirection is a failure, and is not followed', async () => {
  receiver.behave(() => 302);
  await world.tell('a');
  await world.dispatcher.work();
  expect(receiver.asked).toHaveLength(2);
  expect((await world.subscriptions.attempts(id, 1, 1))[0]).toMatchObject({ statut: 302, erreur: 'Réponse 302 Non.' });
});

test('what failed says how, in French', async () => {
  await world.stop();
  world = await createWorld({ timeoutMs: 500 });
  id = await world.subscribe(receiver.url);
  await world.workUntil();
  for (const behaviour of ['muet', 'coupe'] as const) {
    receiver.behave(() => behaviour);
    await world.tell(behaviour);
    await world.dispatcher.work();
  }
  receiver.stop();
  await world.tell('arret');
  await world.dispatcher.work();
  expect((await world.subscriptions.attempts(id, null, 3)).map(({ statut, erreur }) => [statut, erreur])).toEqual([
    [null, 'Connexion refusée'],
    [null, 'Connexion coupée avant la réponse'],
    [null, 'Pas de réponse en 0.5 s'],
  ]);
});

test('attempts are forgotten after thirty days', async () => {
  await world.store.abonnements.forget('2026-01-05T08:00:00.001Z', 10);
  expect(await world.subscriptions.attempts(id, null, 10)).toEqual([]);
});

test('a subscription that is removed is sent nothing more', async () => {
  await world.tell('a');
  expect(await world.subscriptions.remove(id)).toBe(true);
  await world.workUntil();
  expect(receiver.asked).toHaveLength(1);
  expect(await world.subscriptions.list()).toEqual([]);
});
