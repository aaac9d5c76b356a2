import type { ErrorRequestHandler } from 'express';
import type { Logger } from 'pino';
import { bug, outage, type Problem, sendProblem } from '../web/problem.ts';

/** Under it a request is found again in the log. */
export const REQUEST_ID = 'X-Request-Id';

/** What no route foresaw: the client's fault is told, ours is logged whole and told nothing. */
export function toFailure(logger: Logger): ErrorRequestHandler {
  return (error, _request, response, next) => {
    if (response.headersSent) return next(error);
    const { status = 500 } = error as { status?: number };
    if (status >= 400 && status < 500) return sendProblem(response, { ...malformed, status });
    logger.error({ err: error, requete: response.getHeader(REQUEST_ID) });
    sendProblem(response, (error as Error).name === 'StoreOutage' ? outage : bug);
  };
}

/** What is told of a request that does not read. */
export const malformed: Problem = {
  status: 400,
  code: 'demande-mal-formee',
  title: 'Demande mal formée',
  detail: 'La demande ne se lit pas : vérifiez l’adresse, les en-têtes et le corps.',
};
