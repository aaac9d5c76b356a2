import { request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { openingOf } from '../../scripts/bench/dossiers.ts';
import { operationsOf } from '../../src/http/operations/index.ts';
import { serve } from '../server.ts';
import { peopleOf } from './people.ts';

let dossier: string;

interface Sent {
  method?: string;
  body?: string;
  type?: string;
  encodings?: string;
  who?: Record<string, string>;
}

/** An answer as it travels. */
async function travel(path: string, { method = 'GET', body, type = 'application/json', encodings, who }: Sent = {}) {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  const headers = {
    ...(who ?? people.superviseur),
    ...(encodings !== undefined && { 'Accept-Encoding': encodings }),
    ...(body !== undefined && { 'Content-Type': type }),
  };
  let encoding: string | undefined;
  let vary: string | undefined;
  let status: number | undefined;
  const asked = request(`${server.url}${path}`, { method, headers }, (response) => {
    ({ 'content-encoding': encoding, vary } = response.headers);
    status = response.statusCode;
    const parts: Buffer[] = [];
    response.on('data', (part: Buffer) => parts.push(part)).on('end', () => resolve(Buffer.concat(parts)));
  });
  asked.on('error', reject).end(body);
  return { bytes: await promise, encoding, vary, status };
}

const server = await serve('2026-06-01');
const people = await peopleOf(server.services);
for (const rank of [0, 1, 2, 3, 4])
  dossier = (await server.post<{ id: string }>('/api/v1/dossiers', openingOf(rank))).body.id;

describe('an answer', () => {
  test('that is long travels by gzip or brotli as is asked, and is the same', async () => {
    const { bytes: plain, encoding } = await travel('/api/v1/dossiers');
    expect(encoding).toBeUndefined();
    const [gzip, brotli] = await Promise.all(
      ['gzip', 'gzip, deflate, br'].map((encodings) => travel('/api/v1/dossiers', { encodings })),
    );
    expect([gzip?.encoding, gzip?.vary, brotli?.encoding]).toEqual(['gzip', 'Accept-Encoding', 'br']);
    expect(gunzipSync(gzip?.bytes ?? '').equals(plain)).toBe(true);
    expect(brotliDecompressSync(brotli?.bytes ?? '').equals(plain)).toBe(true);
    expect(Math.max(gzip?.bytes.length ?? 0, brotli?.bytes.length ?? 0)).toBeLessThan(plain.length / 4);
    const refused = await travel('/api/v1/dossiers', { encodings: 'identity, gzip;q=0' });
    expect(refused.encoding).toBeUndefined();
  });

  test('that is short, or asked most, does not', async () => {
    const encodings = 'gzip, br';
    const few = ['/api/v1/dossiers?champs=id', `/api/v1/dossiers/${dossier}/journal`, '/api/v1/evenements?limite=1'];
    for (const path of [...few, `/api/v1/dossiers/${dossier}`, `/api/v1/dossiers/${dossier}/prochaines-etapes`])
      expect([path, (await travel(path, { encodings })).encoding]).toEqual([path, undefined]);
    const body = JSON.stringify({ type: 'contrat.absent', date: '2026-06-01' });
    const told = await travel(`/api/v1/dossiers/${dossier}/faits`, { method: 'POST', body, encodings });
    expect([told.status, told.encoding]).toEqual([200, undefined]);
  });

  test('that tells a secret never does, whatever is reflected beside it', async () => {
    const encodings = 'gzip, br';
    const nom = 'x'.repeat(80);
    const key = { nom, role: 'agent', portees: ['lecture'], expireLe: '2027-01-01' };
    const abonnement = { url: 'http://127.0.0.1:1/', evenements: 'tous', description: 'x'.repeat(190) };
    const asked: [path: string, body: object][] = [
      ['/api/v1/cles', key],
      ['/api/v1/abonnements', abonnement],
      ['/api/v1/comptes', { courriel: 'invite@exemple.fr', role: 'agent' }],
    ];
    for (const [path, body] of asked) {
      const { status, encoding } = await travel(path, { method: 'POST', body: JSON.stringify(body), encodings });
      expect([path, status, encoding]).toEqual([path, 201, undefined]);
    }
    const form = { method: 'POST', body: '', type: 'application/x-www-form-urlencoded', encodings };
    const page = await travel('/calendrier/lien', { ...form, who: people.agent });
    expect([page.status, page.encoding, page.bytes.toString()]).toEqual([
      200,
      undefined,
      expect.stringContaining('parcours-igc.ics'),
    ]);
    expect((await travel('/calendrier', { encodings, who: people.agent })).encoding).toBe('gzip');
    const telling = operationsOf({ autoriserAdressesPrivees: true }).filter(({ reply: { schema } }) =>
      /"(?:secret|jeton|fiche)":/.test(JSON.stringify(z.toJSONSchema(schema, { unrepresentable: 'any' }))),
    );
    const words = ['abonnements.creer', 'abonnements.secret', 'moi.cle', 'comptes.inviter', 'comptes.reinitialiser'];
    expect(telling.map(({ id, compresse }) => [id, compresse])).toEqual(
      [...words, 'cles.creer'].map((id) => [id, false]),
    );
  });
});
