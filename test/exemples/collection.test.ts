import bruno from '@usebruno/lang';
import { expect, test } from 'vitest';
import { collectionOf } from '../../scripts/paquets/collection.ts';
import { documentOf } from '../../src/http/openapi/document.ts';
import { operationsOf } from '../../src/http/operations/index.ts';
import { politiqueAcces } from '../../src/web/access/policy.ts';

const operations = operationsOf({ autoriserAdressesPrivees: false });
const files = collectionOf(documentOf(operations));
const special = ['bruno.json', 'collection.bru', 'environments/local.bru'];
const requests = [...files].filter(([path]) => !special.includes(path)).map(([, text]) => bruno.bruToJsonV2(text));

test('the collection has each operation of the API once, and the three probes, as Bruno reads it', () => {
  const asked = requests.map(({ http }) => `${http.method} ${http.url}`);
  const known = operations.map(({ method, path }) => `${method} {{url}}/api/v1${path}`);
  expect(asked.sort()).toEqual([...known, 'get {{url}}/healthz', 'get {{url}}/metrics', 'get {{url}}/readyz'].sort());
  for (const { http, params } of requests)
    expect(params?.filter(({ type }) => type === 'path').map(({ name }) => name) ?? []).toEqual(
      [...http.url.matchAll(/:(\w+)/g)].map(([, name]) => name),
    );
});

test('what it sends is what each operation takes, under the key where one is needed', () => {
  for (const { id, body, method, path, right } of operations) {
    const request = requests.find(({ http }) => http.method === method && http.url === `{{url}}/api/v1${path}`);
    const { json, text } = request?.body ?? {};
    expect([id, request?.http.auth]).toEqual([id, politiqueAcces[right] === 'publique' ? 'none' : 'inherit']);
    expect([id, json === undefined && text === undefined]).toEqual([id, body === null]);
    const example = json === undefined || json === '{}' ? null : JSON.parse(json);
    if (example !== null) expect([id, body?.schema.safeParse(example).error]).toEqual([id, undefined]);
  }
});

test('its environment has the address and the key, which is a secret that no file holds', () => {
  const { variables } = bruno.bruToEnvJsonV2(files.get('environments/local.bru') ?? '');
  expect(variables).toContainEqual(expect.objectContaining({ name: 'cle', value: '', secret: true }));
  expect(variables).toContainEqual(expect.objectContaining({ name: 'url', value: 'http://127.0.0.1:3000' }));
  const { auth } = bruno.collectionBruToJson(files.get('collection.bru') ?? '');
  expect(auth).toMatchObject({ mode: 'bearer', bearer: { token: '{{cle}}' } });
  expect(JSON.parse(files.get('bruno.json') ?? '')).toMatchObject({ version: '1', type: 'collection' });
});
