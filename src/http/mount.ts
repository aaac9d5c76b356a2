import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type RequestHandler, type Response, Router } from 'express';
import { whyNotFact } from '../web/access/guard.ts';
import { jsonBody, tableBody } from '../web/ingress.ts';
import { sendProblem, toProblem } from '../web/problem.ts';
import type { Place } from './access/place.ts';
import { allowOnly } from './method.ts';
import { answerOnce } from './named-request.ts';
import type { Answer, Operation } from './operation.ts';
import { parseQuery } from './query.ts';

/** Routes operations, each behind its guard, which leaves the identity, each where that may act; a known path asked by another method is told which it takes. */
export function mount(
  operations: readonly Operation[],
  guard: (operation: Operation) => RequestHandler,
  place: Place,
): Router {
  const router = Router();
  for (const [chemin, some] of Map.groupBy(operations, (one) => one.chemin)) {
    const route = router.route(chemin);
    for (const one of some) route[one.methode](guard(one), ...bodyOf(one), toHandler(one, place));
    route.all(allowOnly(...new Set(some.map(({ methode }) => methode.toUpperCase()))));
  }
  return router;
}

function bodyOf({ corps, typeCorps }: Operation): RequestHandler[] {
  if (corps === null) return [];
  return typeCorps ? tableBody : jsonBody;
}

function toHandler(operation: Operation, place: Place): RequestHandler {
  return async (request, response) => {
    const query = parseQuery(operation.requete, request.query);
    if (!query.ok) return sendProblem(response, toProblem(query.error));
    const forbidden = whyNotFact(operation, response.locals['identite'], request.body);
    if (forbidden) return sendProblem(response, forbidden);
    const asked = {
      chemin: request.params as Record<string, string>,
      requete: query.value as never,
      corps: request.body,
      entete: (name: string) => request.headers[name] as string | undefined,
      identite: response.locals['identite'],
      request,
      gone: () => goneOf(response),
    };
    await place(asked.identite, operation, async (...where) => {
      const answered = await answerOnce(...where, asked);
      if (answered.ok) await send(response, answered.value);
      else sendProblem(response, 'status' in answered.error ? answered.error : toProblem(answered.error));
    });
  };
}

/** Made for whoever asks for it alone: it costs 80 µs. */
function goneOf(response: Response): AbortSignal {
  const controller = new AbortController();
  response.on('close', () => controller.abort());
  return controller.signal;
}

function send(response: Response, { statut = 200, entetes = {}, type, corps }: Answer): Promise<void> | undefined {
  response.status(statut);
  for (const [name, value] of Object.entries(entetes)) response.setHeader(name, value);
  if (corps instanceof Readable) return stream(response, type, corps);
  if (corps === null) response.end();
  else {
    response.setHeader('Content-Type', type ?? 'application/json; charset=utf-8');
    response.end(typeof corps === 'string' || Buffer.isBuffer(corps) ? corps : JSON.stringify(corps));
  }
  return undefined;
}

/** Cuts the line when the answer cannot be read to its end, so that nobody takes a part for the whole; who leaves is let go. */
async function stream(response: Response, type: string | undefined, corps: Readable): Promise<void> {
  response.setHeader('Content-Type', type ?? 'application/octet-stream');
  try {
    await pipeline(corps, response);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  }
}
