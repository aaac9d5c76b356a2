import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What stands between a client and the service. */
export interface Middle {
  url: string;
  /** The requests that passed, `POST /api/v1/…`. */
  passed: string[];
  close(): void;
}

/** What becomes of the answer to a request: passed on, lost after the service has done its work, or replaced by a status. */
export type Fate = 'pass' | 'lose' | number;

/** Passes requests on to the service at `url`; each answer has the fate of its rank, the last fate is everybody’s. */
export async function between(url: string, fates: Fate[]): Promise<Middle> {
  const passed: string[] = [];
  const server = createServer(async (request, response) => {
    passed.push(`${request.method} ${request.url}`);
    const fate = fates.length > 1 ? fates.shift() : fates[0];
    if (typeof fate === 'number') return response.writeHead(fate, { 'Retry-After': '0' }).end();
    const body = await bodyOf(request);
    const answer = await fetch(`${url}${request.url}`, {
      method: request.method ?? 'GET',
      headers: { ...(request.headers as Record<string, string>), connection: 'close' },
      ...(body && { body }),
    });
    const text = await answer.text();
    if (fate === 'lose') return response.destroy();
    const etag = answer.headers.get('etag');
    response.writeHead(answer.status, {
      'Content-Type': answer.headers.get('content-type') ?? 'text/plain',
      ...(etag && { ETag: etag }),
    });
    return response.end(text);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const own = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url: own, passed, close: () => server.close().closeAllConnections() };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const part of request) text += part;
  return text;
}
