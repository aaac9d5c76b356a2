import { type Request, type Response, Router } from 'express';
import type { Services } from '../services.ts';
import type { Genre } from '../store/store.ts';
import { jsonBody } from './ingress.ts';
import { allowOnly } from './method.ts';
import { sendProblem, toProblem } from './problem.ts';
import { JournalParams, parseQuery } from './query.ts';
import { represent, sendText, setVersion } from './representation.ts';

/** One case of a kind: what it is, what is next, what happened, and what has just happened. */
export function caseRoutes(services: Services, genre: Genre): Router {
  const router = Router();

  router
    .route('/:id')
    .get(async (request, response) => {
      const found = await services.find({ genre, id: request.params.id });
      if (!found.ok) return sendProblem(response, toProblem(found.error));
      setVersion(response, found.value.version);
      sendText(response, represent(found.value));
    })
    .all(allowOnly('GET'));

  router
    .route('/:id/prochaines-etapes')
    .get(async (request, response) => {
      const found = await services.view({ genre, id: request.params.id });
      if (!found.ok) return sendProblem(response, toProblem(found.error));
      const { version, vue } = found.value;
      setVersion(response, version);
      if (request.headers['if-none-match'] === `"${version}"`) response.status(304).end();
      else sendText(response, vue);
    })
    .all(allowOnly('GET'));

  router
    .route('/:id/faits')
    .post(...jsonBody, async (request: Request, response: Response) => {
      const version = versionWanted(request.headers['if-match']);
      const { id } = request.params as { id: string };
      const recorded = await services.record({ genre, id }, request.body, { auteur: 'api', version });
      if (!recorded.ok) return sendProblem(response, toProblem(recorded.error));
      const { row, vue, avertissements } = recorded.value;
      setVersion(response, row.version);
      const told = JSON.stringify(avertissements);
      sendText(response, `{"${genre}":${represent(row)},"avertissements":${told},"prochainesEtapes":${vue}}`);
    })
    .all(allowOnly('POST'));

  router
    .route('/:id/journal')
    .get(async (request, response) => {
      const params = parseQuery(JournalParams, request.query);
      if (!params.ok) return sendProblem(response, toProblem(params.error));
      const { apres, limite } = params.value;
      const lines = await services.journal({ genre, id: request.params.id }, apres, limite);
      if (!lines.ok) return sendProblem(response, toProblem(lines.error));
      const faits = lines.value.map(({ saisie, instanceId: _instance, ...line }) => ({
        ...line,
        saisie: saisie === null ? null : JSON.parse(saisie),
      }));
      response.json({ faits, suite: faits.length === limite ? (faits.at(-1)?.rang ?? null) : null });
    })
    .all(allowOnly('GET'));

  return router;
}

/** The version that `If-Match` asks for: null when it asks for none, 0 (that no row has) when it names none of ours. */
function versionWanted(header: string | undefined): number | null {
  if (header === undefined || header === '*') return null;
  const [, version] = /^"(\d+)"$/.exec(header) ?? [];
  return version === undefined ? 0 : Number(version);
}
