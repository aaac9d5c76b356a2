import { afterEach, describe, expect, test } from 'vitest';
import { networkOf, prefixOf } from '../../src/web/access/limits.ts';
import { createKey } from '../as-sent.ts';
import { startServer, type TestServer } from '../server.ts';
import { enPlace, given } from './people.ts';

const JOUR = '2026-06-01';
let server: TestServer | undefined;
let instant = 0;
afterEach(async () => {
  await server?.stop();
  server = undefined;
});

async function limited(parIdentite: number, parAdresse: number): Promise<TestServer> {
  server = await startServer(JOUR, { parIdentite, parAdresse, maintenant: () => instant });
  return server;
}

describe('requests', () => {
  test('of an identity are counted, and too many are told when to come back', async () => {
    const { fetch } = await limited(2, 10);
    const first = await fetch('/api/v1/moi');
    expect(first.headers.get('ratelimit-policy')).toBe('"identite";q=2;w=60');
    expect(first.headers.get('ratelimit')).toBe('"identite";r=1;t=60');
    instant += 18_000;
    await fetch('/api/v1/moi');
    const third = await fetch('/api/v1/moi');
    expect([third.status, third.headers.get('retry-after')]).toEqual([429, '42']);
    expect(await third.json()).toEqual({
      type: 'urn:parcours-igc:probleme:trop-de-demandes',
      status: 429,
      code: 'trop-de-demandes',
      title: 'Trop de demandes',
      detail: 'Vous avez envoyé trop de demandes : revenez dans 42 secondes.',
      attendreSecondes: 42,
    });
    instant += 42_000;
    expect((await fetch('/api/v1/moi')).status).toBe(200);
  });

  test('of one identity take nothing from another, nor from who reads what is public', async () => {
    const { fetch, services } = await limited(1, 10);
    await fetch('/api/v1/moi');
    const asked = { nom: 'Autre', role: 'agent', portees: ['lecture'] };
    const { cle } = given(await createKey(services.identites, enPlace, asked));
    const headers = { Authorization: `Bearer ${cle}` };
    expect((await fetch('/api/v1/moi', { headers })).status).toBe(200);
    expect((await fetch('/api/v1/procedures')).status).toBe(200);
    expect((await fetch('/api/v1/procedures')).status).toBe(429);
  });

  test('without identity are few: a key, a password and a link are not guessed', async () => {
    const { fetch } = await limited(100, 2);
    const headers = { Authorization: 'Bearer pig_inconnue', 'Content-Type': 'application/json' };
    expect((await fetch('/api/v1/moi', { headers })).status).toBe(401);
    const post = (path: string) => fetch(path, { method: 'POST', headers, body: '{"jeton":"x"}' });
    expect((await post('/api/v1/liens/lecture')).status).toBe(404);
    expect((await post('/api/v1/session')).status).toBe(429);
    expect((await fetch('/api/v1/moi', { headers })).status).toBe(429);
    expect((await fetch('/api/v1/moi')).status).toBe(200);
  });

  test('by a form are counted by address, as any attempt to come in', async () => {
    const { fetch } = await limited(100, 2);
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded', 'Sec-Fetch-Site': 'same-origin' };
    const attempt = () => fetch('/connexion', { method: 'POST', headers, body: 'courriel=&motDePasse=' });
    expect([(await attempt()).status, (await attempt()).status, (await attempt()).status]).toEqual([422, 422, 429]);
  });
});

test('an address counts with those of its line', () => {
  const same = ['2001:db8:1:2::1', '2001:db8:1:2:ffff:0:0:1'].map(networkOf);
  expect(same).toEqual(['2001:db8:1:2', '2001:db8:1:2']);
  expect(['::1', '::ffff:192.0.2.7', '192.0.2.7'].map(networkOf)).toEqual(['0:0:0:0', '192.0.2.7', '192.0.2.7']);
});

test('the network of an address is told as its first 24 bits, or 64', () => {
  const told = ['192.0.2.7', '::ffff:192.0.2.7', '2001:db8:1:2::1', '::1'].map(prefixOf);
  expect(told).toEqual(['192.0.2.0/24', '192.0.2.0/24', '2001:db8:1:2::/64', '0:0:0:0::/64']);
});
