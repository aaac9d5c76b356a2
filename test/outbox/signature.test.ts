import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { newSecret, signedHeaders, verify } from '../../src/outbox/signature.ts';
import { type Receiver, startReceiver } from './receiver.ts';
import { createWorld, type World } from './world.ts';

const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const body = '{"test": 2432232314}';
const message = { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', timestamp: 1_614_265_330, body };
const sentAt = new Date(message.timestamp * 1000);

describe('a signature', () => {
  test('is the one that others compute', () => {
    expect(signedHeaders(message, [secret])).toEqual({
      'webhook-id': message.id,
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    });
  });

  test('is believed as it was sent, for five minutes', () => {
    const headers = signedHeaders(message, [secret]);
    const later = (seconds: number) => new Date(sentAt.getTime() + seconds * 1000);
    expect([0, 299, -299].map((seconds) => verify(headers, body, secret, later(seconds)))).toEqual([true, true, true]);
    expect([301, -301].map((seconds) => verify(headers, body, secret, later(seconds)))).toEqual([false, false]);
  });

  test.each([
    ['another body', {}, '{"test": 2432232315}'],
    ['another id', { 'webhook-id': 'msg_autre' }, body],
    ['another instant', { 'webhook-timestamp': '1614265331' }, body],
    ['an instant that is none', { 'webhook-timestamp': '1.6e9' }, body],
    ['another version', { 'webhook-signature': 'v2,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=' }, body],
    ['a short signature', { 'webhook-signature': 'v1,g0hM' }, body],
    ['no signature', { 'webhook-signature': undefined }, body],
  ])('is not believed with %s', (_, changed, received) => {
    expect(verify({ ...signedHeaders(message, [secret]), ...changed }, received, secret, sentAt)).toBe(false);
  });

  test('of two secrets is believed by whoever knows one', () => {
    const [old, young, other] = [newSecret(), newSecret(), newSecret()];
    const headers = signedHeaders(message, [young, old]);
    expect([old, young, other].map((known) => verify(headers, body, known, sentAt))).toEqual([true, true, false]);
  });
});

describe('what is sent', () => {
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

  test('is signed by the secret told when the subscription is made', async () => {
    const request = { url: receiver.url, evenements: 'tous', description: '' } as const;
    const made = await world.subscriptions.create(request, null);
    await world.workUntil();
    const [sent] = receiver.asked;
    const told = made.ok ? made.value.secret : '';
    expect(told).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    const { 'webhook-id': id, 'webhook-timestamp': instant, 'webhook-signature': signature } = sent?.headers ?? {};
    const key = Buffer.from(told.replace('whsec_', ''), 'base64');
    const expected = createHmac('sha256', key).update([id, instant, sent?.body].join('.')).digest('base64');
    expect(signature).toBe(`v1,${expected}`);
    expect(Number(instant) * 1000).toBe(world.now.getTime());
    expect(sent?.headers['content-type']).toBe('application/cloudevents+json; charset=utf-8');
  });

  test('is signed by the former secret too, a day long', async () => {
    const id = await world.subscribe(receiver.url);
    const former = (await world.store.abonnements.secrets(id))?.actuel ?? '';
    const young = (await world.subscriptions.rotate(id)) ?? '';
    const believedBy = async () => {
      await world.tell('a');
      await world.workUntil();
      const sent = receiver.asked.at(-1);
      return [former, young].map((known) => verify(sent?.headers ?? {}, sent?.body ?? '', known, world.now));
    };
    expect(await believedBy()).toEqual([true, true]);
    world.now = new Date('2026-01-06T08:00:00.000Z');
    expect(await believedBy()).toEqual([false, true]);
    expect(await world.subscriptions.rotate('inconnu')).toBeNull();
  });
});
