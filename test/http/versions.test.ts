import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { changelog, changesBetween, whyNotVersion } from '../../scripts/api/changes.ts';
import { type Surface, surfaceOf } from '../../scripts/api/surface.ts';
import { apiDoor } from '../../src/http/door.ts';
import { documentOf } from '../../src/http/openapi/document.ts';
import { get, post } from '../../src/http/operation.ts';
import { ok } from '../../src/result.ts';
import { createLimits } from '../../src/web/access/limits.ts';
import { mount } from '../../src/web/mount.ts';
import { isPostgres } from '../postgres/engine.ts';
import { serve } from '../server.ts';

const lue = get('glossaire.lire', '/glossaire', {
  summary: 'Lire le glossaire',
  deprecie: { depuis: '2026-01-01', retrait: '2026-07-01', remplacant: 'procedures.lister' },
  reply: { schema: z.strictObject({ nom: z.string() }) },
  answer: () => ok({ body: { nom: 'Essai' } }),
});

const server = await serve('2026-06-01');

describe('an operation that is deprecated', () => {
  test('says so in its answers, and not in those of a method that it does not take', async () => {
    const limits = createLimits({ parIdentite: 100, parAdresse: 100 });
    const app = express().use(mount([lue], apiDoor(server.services, server.sandboxes, limits)));
    const own = createServer(app).listen(0, '127.0.0.1');
    await once(own, 'listening');
    const url = `http://127.0.0.1:${(own.address() as AddressInfo).port}/glossaire`;
    const answers = [await fetch(url), await fetch(url, { method: 'POST' })].map(({ status, headers }) => [
      status,
      ...['deprecation', 'sunset', 'link'].map((name) => headers.get(name)),
    ]);
    own.close().closeAllConnections();
    const ending = [
      '@1767225600',
      'Wed, 01 Jul 2026 00:00:00 GMT',
      '</docs#procedures.lister>; rel="successor-version"',
    ];
    expect(answers).toEqual([
      [200, ...ending],
      [405, null, null, null],
    ]);
  });

  test('is marked in the document, with the headers that it bears', () => {
    const told = documentOf([lue]).paths?.['/glossaire']?.get;
    expect(told).toMatchObject({
      deprecated: true,
      description: expect.stringContaining('préférez « procedures.lister »'),
      responses: { '200': { headers: { Sunset: { $ref: '#/components/headers/Sunset' } } } },
    });
  });
});

const before: Surface = surfaceOf(
  documentOf([essai({ nom: z.string(), ton: z.enum(['gai', 'triste']).optional() }, { lu: z.enum(['oui', 'non']) })]),
);

function essai(body: z.ZodRawShape, reply: z.ZodRawShape) {
  return post('editeurs.creer', '/editeurs', {
    summary: 'Ajouter',
    body: z.strictObject(body),
    reply: { status: 201, schema: z.strictObject(reply).meta({ id: 'Reponse' }) },
    answer: () => ok({ status: 201, body: {} }),
  });
}

function changesTo(body: z.ZodRawShape, reply: z.ZodRawShape) {
  return changesBetween(before, surfaceOf(documentOf([essai(body, reply)])));
}

describe('from one document to the next,', () => {
  test.each([
    [
      'a field asked for that was not',
      { nom: z.string(), ton: z.string().optional(), age: z.int() },
      { lu: z.enum(['oui', 'non']) },
    ],
    [
      'an optional field that is asked for',
      { nom: z.string(), ton: z.enum(['gai', 'triste']) },
      { lu: z.enum(['oui', 'non']) },
    ],
    [
      'a word that is taken no more',
      { nom: z.string(), ton: z.enum(['gai']).optional() },
      { lu: z.enum(['oui', 'non']) },
    ],
    ['a field that is given no more', { nom: z.string(), ton: z.enum(['gai', 'triste']).optional() }, {}],
    ['a field of another type', { nom: z.string(), ton: z.enum(['gai', 'triste']).optional() }, { lu: z.int() }],
    [
      'a field that takes less',
      { nom: z.string().max(10), ton: z.enum(['gai', 'triste']).optional() },
      { lu: z.enum(['oui', 'non']) },
    ],
  ])('%s breaks programs, and asks for another version', (_what, body, reply) => {
    const changes = changesTo(body, reply);
    expect(changes.ruptures.length).toBeGreaterThan(0);
    expect(whyNotVersion('1.4.0', '1.5.0', changes)).toMatch(/2\.0\.0/);
    expect(whyNotVersion('1.4.0', '2.0.0', changes)).toBeNull();
  });

  test('what is only more breaks nothing, and is told in the changelog', () => {
    const body = { nom: z.string(), ton: z.enum(['gai', 'triste', 'grave']).optional(), age: z.int().optional() };
    const after = surfaceOf(documentOf([essai(body, { lu: z.enum(['oui', 'non', 'peut-etre']), le: z.string() })]));
    const changes = changesBetween(before, after);
    expect(changes.ruptures).toEqual([]);
    expect(whyNotVersion('1.4.0', '1.4.0', changes)).toBeNull();
    const text = changelog([{ version: '1.4.0', le: '2026-01-05', surface: before }], {
      version: '1.5.0',
      surface: after,
    });
    expect(text).toContain('## 1.5.0, à paraître\n\n### Ajouts');
    expect(text).toContain('`entree POST /editeurs corps application/json.ton` prend `"grave"`');
    expect(text).toContain('## 1.4.0, le 2026-01-05\n\nPremière version');
  });

  const parts = (body: z.ZodRawShape) => surfaceOf(documentOf([essai(body, {})]));
  const lists = { une: z.array(z.string().max(10)).max(3), autre: z.string().max(10).nullable() };

  test.each([
    ['words of a list', { une: z.array(z.enum(['a'])) }, { une: z.array(z.enum(['a', 'b'])) }],
    ['types of a list', { une: z.array(z.string()) }, { une: z.array(z.union([z.string(), z.int()])) }],
    ['lines of a list', lists, { ...lists, une: z.array(z.string().max(10)).max(4) }],
    ['letters of a line', lists, { ...lists, une: z.array(z.string().max(11)).max(3) }],
    ['letters, or nothing', lists, { ...lists, autre: z.string().max(11).nullable() }],
    ['anything', lists, { ...lists, autre: z.string().nullable() }],
    [
      'a word by name',
      { noms: z.record(z.string(), z.enum(['a'])) },
      { noms: z.record(z.string(), z.enum(['a', 'b'])) },
    ],
  ])('to take more %s breaks nothing, to take less again does', (_what, less, more) => {
    const [narrow, wide] = [parts(less), parts(more)];
    expect(changesBetween(narrow, wide)).toMatchObject({ ruptures: [], ajouts: [expect.any(String)] });
    expect(changesBetween(wide, narrow)).toMatchObject({ ruptures: [expect.any(String)], ajouts: [] });
  });

  test('another operation breaks nothing, whatever it asks for; nor does an object that need not be sent', () => {
    const lire = get('editeurs.lire', '/editeurs/:id', {
      summary: 'Lire',
      reply: { schema: z.strictObject({}) },
      answer: () => ok({ body: {} }),
    });
    const one = essai({ nom: z.string() }, {});
    const more = essai({ nom: z.string(), adresse: z.strictObject({ rue: z.string() }).optional() }, {});
    const [before, after] = [surfaceOf(documentOf([lire])), surfaceOf(documentOf([lire, one]))];
    expect(changesBetween(before, after).ruptures).toEqual([]);
    expect(changesBetween(after, surfaceOf(documentOf([lire, more]))).ruptures).toEqual([]);
    expect(changesBetween(surfaceOf(documentOf([one])), after).ruptures).toEqual([]);
    expect(changesBetween(after, before).ruptures.length).toBeGreaterThan(0);
  });

  test('what is given may be longer or shorter, but not of another format', () => {
    const given = (schema: z.ZodType) => surfaceOf(documentOf([essai({}, { dit: schema })]));
    const [short, long] = [given(z.string().max(5)), given(z.string().max(9))];
    const told = ['`sortie Reponse.dit (maxLength)` était 5, et devient 9'];
    expect(changesBetween(short, long)).toEqual({ ruptures: [], ajouts: [], precisions: told });
    const [day, instant] = [given(z.iso.date()), given(z.iso.datetime())];
    expect(changesBetween(day, instant).ruptures).toEqual([
      '`sortie Reponse.dit (format)` était date, et devient date-time',
    ]);
  });

  test('a body of one sort or another asks for what both ask for', () => {
    const either = z.union([
      z.strictObject({ qui: z.string(), nom: z.string() }),
      z.strictObject({ qui: z.int(), rang: z.int() }),
    ]);
    const surface = surfaceOf(documentOf([essai({ dit: either }, {})]));
    const under = Object.entries(surface).filter(([place]) => /dit\.\w+$/.test(place));
    expect(under.map(([place, type]) => [place.split('.').at(-1), type])).toEqual([
      ['nom', 'string?'],
      ['qui', 'integer|string!'],
      ['rang', 'integer?'],
    ]);
  });

  test('what a webhook sends is relied on too', () => {
    const webhook = (schema: object) => {
      const content = {
        'application/json': { schema: { type: 'object', required: ['id'], properties: { id: schema } } },
      };
      const post = { requestBody: { required: true, content }, responses: {} };
      return surfaceOf({ paths: {}, webhooks: { essai: { post } }, components: { schemas: {} } });
    };
    const [text, number] = [webhook({ type: 'string' }), webhook({ type: 'integer' })];
    expect(changesBetween(text, number).ruptures).toHaveLength(1);
  });

  test('the same is no change', () => {
    expect(changesBetween(before, before)).toEqual({ ruptures: [], ajouts: [], precisions: [] });
  });
});

describe('whoever is told to wait, or to say who they are,', () => {
  test('is told how', async () => {
    const [nobody, wrong] = [{ Authorization: '' }, { Authorization: 'Bearer pig_inconnue' }];
    const told = [nobody, wrong].map(async (headers) => {
      const answer = await server.fetch('/api/v1/moi', { headers });
      return [answer.status, answer.headers.get('www-authenticate')];
    });
    expect(await Promise.all(told)).toEqual([
      [401, 'Bearer realm="parcours-igc"'],
      [401, 'Bearer realm="parcours-igc", error="invalid_token"'],
    ]);
  });

  test('is told until when, after too many passwords', async () => {
    const wrong = { courriel: 'nul@exemple.fr', motDePasse: 'un-mot-de-passe-faux' };
    for (let time = 0; time < 5; time++) await server.post('/api/v1/session', wrong);
    const refused = await server.fetch('/api/v1/session', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(wrong),
    });
    const { jusqua } = (await refused.json()) as { jusqua: string };
    const waits = (Date.parse(jusqua) - Date.parse('2026-06-01T11:59:00Z')) / 1000;
    expect([refused.status, Number(refused.headers.get('retry-after'))]).toEqual([429, waits]);
  });

  test('by the probes, without a key, what the document says', async () => {
    const answers = ['/healthz', '/readyz'].map(async (path) => {
      const answer = await fetch(`${server.url}${path}`);
      return [answer.status, await answer.json()];
    });
    expect(await Promise.all(answers)).toEqual([
      [200, { statut: 'ok' }],
      [200, { statut: 'pret', octetsLibres: isPostgres ? null : expect.any(Number) }],
    ]);
  });
});
