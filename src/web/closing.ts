import type { Request, RequestHandler } from 'express';
import { type Problem, sendProblem } from './problem.ts';

const CLOSING = 'closing';

/** Refuses what comes once `closing` is told. */
export function refuseOnceClosing(closing: AbortSignal): RequestHandler {
  return (request, response, next) => {
    request.app.locals[CLOSING] = closing;
    if (!closing.aborted) {
      next();
      return;
    }
    response.setHeader('Connection', 'close');
    response.setHeader('Retry-After', '5');
    sendProblem(response, stopping);
  };
}

/** How long whoever is let in no more may still be told something. */
const RECHECK_MS = 5_000;

/** Told when the client has gone or `isIn` no more, or the service stops; made for whoever waits alone: it costs 80 µs. */
export function goneOf({ res, app }: Request, isIn: () => Promise<boolean>): AbortSignal {
  const controller = new AbortController();
  const again = setInterval(
    () =>
      void isIn().then(
        (is) => is || controller.abort(),
        () => controller.abort(),
      ),
    RECHECK_MS,
  );
  res?.on('close', () => {
    clearInterval(again);
    controller.abort();
  });
  const closing = app.locals[CLOSING] as AbortSignal | undefined;
  return closing ? AbortSignal.any([controller.signal, closing]) : controller.signal;
}

/** What is told once the service stops. */
export const stopping: Problem = {
  status: 503,
  code: 'arret-en-cours',
  title: 'Service en cours d’arrêt',
  detail: 'Le service s’arrête ou redémarre : renvoyez la même demande dans quelques secondes.',
};
