import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { afterAll, expect, test } from 'vitest';
import { openTraces } from '../../src/traces.ts';
import { serve } from '../server.ts';

interface Span {
  name: string;
  traceId: string;
  parentSpanId?: string;
  attributes: { key: string; value: Record<string, unknown> }[];
}
interface Sent {
  resourceSpans: { resource: { attributes: object[] }; scopeSpans: { spans: Span[] }[] }[];
}

const received: { path: string | undefined; body: Sent }[] = [];
const collector = createServer(async (request, response) => {
  received.push({ path: request.url, body: (await json(request)) as Sent });
  response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
}).listen(0, '127.0.0.1');
afterAll(() => void collector.close());

const server = await serve('2026-06-01');

test('each request is told to the collector, in the trace of whoever asked, and nothing of what was asked', async () => {
  const traces = openTraces(`http://127.0.0.1:${(collector.address() as AddressInfo).port}/v1/traces`);
  Object.assign(server.services, { traces });
  const trace = '4bf92f3577b34da6a3ce929d0e0e4736';
  await server.fetch('/api/v1/dossiers/secret-42', {
    headers: { traceparent: `00-${trace}-00f067aa0ba902b7-01`, 'x-request-id': '7b0c1f0e-3c1c-4d55-9d5e-0d6a0f5f4c11' },
  });
  await server.fetch('/api/v1/procedures', { headers: { traceparent: 'abîmé' } });
  await traces.close();

  expect(received.map(({ path }) => path)).toEqual(['/v1/traces']);
  const [sent] = received[0]?.body.resourceSpans ?? [];
  const [lire, lister] = sent?.scopeSpans[0]?.spans ?? [];
  expect(lire).toMatchObject({ name: 'dossiers.lire', traceId: trace, parentSpanId: '00f067aa0ba902b7' });
  expect(lire?.attributes).toEqual([
    { key: 'http.request.method', value: { stringValue: 'GET' } },
    { key: 'http.route', value: { stringValue: '/dossiers/:id' } },
    { key: 'parcours.requete', value: { stringValue: '7b0c1f0e-3c1c-4d55-9d5e-0d6a0f5f4c11' } },
    { key: 'http.response.status_code', value: { intValue: 404 } },
    { key: 'parcours.refus', value: { stringValue: 'introuvable' } },
  ]);
  expect(lister).toMatchObject({ name: 'procedures.lister' });
  expect(lister?.parentSpanId ?? '').toBe('');
  expect(JSON.stringify(received)).not.toContain('secret-42');
  expect(JSON.stringify(sent?.resource)).toContain('parcours-igc');
});
