import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, test } from 'vitest';
import { documentOf, openApiPath, titres } from '../../src/http/openapi/document.ts';
import { answerExamples } from '../../src/http/openapi/examples.ts';
import { webhooks } from '../../src/http/openapi/outside.ts';
import { problemsOf } from '../../src/http/openapi/problems.ts';
import { operationsOf } from '../../src/http/operations/index.ts';
import { roles } from '../../src/identity/identity.ts';
import { politiqueAcces } from '../../src/web/access/policy.ts';
import { serve } from '../server.ts';

const operations = operationsOf({ autoriserAdressesPrivees: false });
const document = documentOf(operations);

describe('the OpenAPI document', () => {
  test('is valid by another reading', async () => {
    expect(await new Validator().validate(document as never)).toEqual({ valid: true });
  });

  test('holds every operation once, by its name, with examples of all that it refuses', () => {
    const described = Object.entries(document.paths ?? {}).flatMap(([path, { servers: _servers, ...item }]) =>
      Object.entries(item as object).map(([methode, { operationId }]) => `${operationId} ${methode} ${path}`),
    );
    const declared = operations.map(({ id, method, path }) => `${id} ${method} ${openApiPath(path)}`);
    const probes = ['sondes.sante get /healthz', 'sondes.pret get /readyz', 'sondes.metriques get /metrics'];
    expect(described.toSorted()).toEqual([...declared, ...probes].toSorted());
    expect(new Set(operations.map(({ id }) => id)).size).toBe(operations.length);
    expect(operations.filter((operation) => operation.body && problemsOf(operation).size === 0)).toEqual([]);
  });

  test('says of every operation that asks for a key what is told without it, beyond its rights, too often and in doubt', () => {
    const silent = operations.filter((operation) => {
      const statuses = [...problemsOf(operation).keys()];
      const expected = politiqueAcces[operation.id] === 'publique' ? [429, 500, 503] : [401, 403, 429, 500, 503];
      return expected.some((status) => !statuses.includes(status));
    });
    expect(silent.map(({ id }) => id)).toEqual([]);
  });

  test('has a title for each of its parts', () => {
    expect(operations.filter(({ id }) => !titres[id.split('.')[0] ?? '']).map(({ id }) => id)).toEqual([]);
  });

  test('says what each part of an address is by the name of what it stands for', () => {
    const parts = Object.values(document.components?.parameters ?? {}) as { in: string; description: string }[];
    const wrong = parts.filter(({ in: place, description }) => place === 'path' && !/^[A-ZÉ]/.test(description));
    expect(wrong).toEqual([]);
    expect(parts.map(({ description }) => description)).toContain('Modèles de courriel : l’identifiant');
  });

  test('gives answers that the engine made, on each path, as they are declared', () => {
    const wrong = Object.entries(answerExamples).flatMap(([id, examples]) => {
      const schema = operations.find((one) => one.id === id)?.reply.schema;
      return Object.entries(examples())
        .filter(([, { value }]) => !schema?.safeParse(value).success)
        .map(([path]) => `${id} ${path}`);
    });
    expect(wrong).toEqual([]);
    expect(Object.keys(answerExamples['dossiers.prochaines-etapes']?.() ?? {})).toEqual([
      'public-ght',
      'prive-mono-site',
      'prive-groupe',
    ]);
  });

  test('gives what webhooks are sent as it is declared, the end of a key with it', () => {
    const sent = Object.values(webhooks).flatMap(({ post: { requestBody } }) => {
      const { schema, examples } = requestBody.content['application/cloudevents+json'];
      return Object.entries(examples).map(([name, { value }]) => [name, schema.safeParse(value).success]);
    });
    expect(sent).toEqual([
      ['evenement', true],
      ['finDeCle', true],
      ['verification', true],
    ]);
  });

  test('gives an example of each body for each path, which the schema takes', () => {
    const bodies = operations.flatMap(({ id, path, method, body }) => {
      const item = document.paths?.[openApiPath(path)] as Record<string, Described> | undefined;
      const examples = item?.[method]?.requestBody?.content['application/json']?.examples ?? {};
      return Object.values(examples).map(({ value }) => ({ id, ok: body?.schema.safeParse(value).success }));
    });
    expect(bodies.length).toBeGreaterThan(40);
    expect(bodies.filter(({ ok }) => !ok)).toEqual([]);
  });
});

interface Described {
  requestBody?: { content: Record<string, { examples?: Record<string, { value: unknown }> }> };
}

describe('the policy', () => {
  test('says of every operation who may ask, and of nothing else', () => {
    expect(Object.keys(politiqueAcces).toSorted()).toEqual(operations.map(({ id }) => id).toSorted());
  });

  test('says it of every role', () => {
    const rules = Object.entries(politiqueAcces).filter(([, rule]) => rule !== 'publique');
    expect(rules.filter(([, rule]) => roles.some((role) => !(role in (rule as object))))).toEqual([]);
  });
});

const server = await serve('2026-06-01');

describe('the documentation', () => {
  test('is a page in French that fetches nothing', async () => {
    const response = await fetch(`${server.url}/docs`);
    const text = (await response.text()).replaceAll('\u00A0', ' ');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(text).toMatch(/<html lang="fr">/);
    expect(text.match(/(?:src|href)="(?!#|\/)[^"]*"/g)).toBeNull();
    expect(operations.filter(({ summary }) => !text.includes(summary.replaceAll("'", '&#39;')))).toEqual([]);
  });

  test('is sent again only when it has changed', async () => {
    const first = await fetch(`${server.url}/openapi.json`);
    const headers = { 'If-None-Match': first.headers.get('etag') ?? '' };
    expect((await fetch(`${server.url}/openapi.json`, { headers })).status).toBe(304);
  });

  test('is given compressed to who takes it so, under a tag of its own', async () => {
    const sizes = async (encoding: string) => {
      const { headers, status } = await fetch(`${server.url}/openapi.json`, {
        headers: { 'accept-encoding': encoding },
      });
      return [status, headers.get('vary'), headers.get('content-encoding'), headers.get('etag')?.includes('-gzip')];
    };
    expect(await sizes('gzip')).toEqual([200, 'Accept-Encoding', 'gzip', true]);
    expect(await sizes('identity')).toEqual([200, 'Accept-Encoding', null, false]);
  });
});
