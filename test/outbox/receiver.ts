import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** What a receiver does of a request: a status, one that asks to wait, nothing ever, a cut line before it read, or after it kept the event. */
type Behaviour = number | { statut: number; attendre: string } | 'muet' | 'coupe' | 'reponse-perdue';

/** A request as it arrived. */
export interface Received {
  id: string;
  sujet: string | undefined;
  headers: IncomingHttpHeaders;
  body: string;
}

/** A receiver over HTTP, on a free port of this machine. */
export interface Receiver {
  url: string;
  /** Every request, in order. */
  asked: Received[];
  /** Those whose event it kept: answered with a 2xx, or whose answer was lost. */
  kept: Received[];
  behave(behaviour: (request: Received) => Behaviour | Promise<Behaviour>): void;
  /** When that many requests have arrived. */
  arrival(count: number): Promise<void>;
  stop(): void;
}

/** Starts a receiver that takes everything until told otherwise. */
export async function startReceiver(): Promise<Receiver> {
  let behaviour: (request: Received) => Behaviour | Promise<Behaviour> = () => 204;
  const [asked, kept]: [Received[], Received[]] = [[], []];
  const waiting: { count: number; resolve(): void }[] = [];
  const server = createServer(async (request, response) => {
    const body = await text(request);
    const { id, subject } = JSON.parse(body);
    const received = { id, sujet: subject, headers: request.headers, body };
    asked.push(received);
    const told = await behaviour(received);
    if (isKept(told)) kept.push(received);
    for (const { count, resolve } of waiting) if (asked.length >= count) resolve();
    behaveAs(told, request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/evenements`,
    asked,
    kept,
    behave(told) {
      behaviour = told;
    },
    arrival: (count) =>
      asked.length >= count ? Promise.resolve() : new Promise((resolve) => waiting.push({ count, resolve })),
    stop: () => server.close().closeAllConnections(),
  };
}

function isKept(told: Behaviour): boolean {
  return told === 'reponse-perdue' || (typeof told === 'number' && told < 300);
}

function behaveAs(told: Behaviour, request: IncomingMessage, response: ServerResponse): void {
  if (told === 'muet') return;
  if (typeof told === 'object') response.writeHead(told.statut, { 'retry-after': told.attendre }).end();
  else if (typeof told === 'number') response.writeHead(told, { location: '/ailleurs' }).end(told < 300 ? '' : 'Non.');
  else request.socket.destroy();
}
