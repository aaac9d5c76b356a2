import { type Request, type Response, Router } from 'express';
import type { Recorded } from '../acts/act.ts';
import type { Result } from '../engine/refusal.ts';
import type { Services } from '../services.ts';
import type { Genre, ListQuery } from '../store/store.ts';
import { jsonBody } from './ingress.ts';
import { allowOnly } from './method.ts';
import { sendProblem, toProblem } from './problem.ts';
import { ListParams, parseQuery } from './query.ts';
import { represent, representPage, sendText, setVersion } from './representation.ts';

const ANYONE = { auteur: 'api', version: null };

/** Opening cases of a kind, and finding them. */
export function openingRoutes(services: Services, genre: Genre): Router {
  const router = Router();
  const collection = router.route('/').get(async (request, response) => {
    const params = parseQuery(ListParams, request.query);
    if (!params.ok) return sendProblem(response, toProblem(params.error));
    const { groupement, dossier, ...filters } = params.value;
    const parentId = genre === 'certificat' ? dossier : groupement;
    const query = Object.entries({ ...filters, genre, parentId }).filter(([, value]) => value !== undefined);
    const page = await services.list(Object.fromEntries(query) as unknown as ListQuery);
    sendText(response, representPage(`${genre}s`, page));
  });
  if (genre === 'dossier') {
    collection.post(...jsonBody, async (request: Request, response: Response) =>
      sendOpened(response, await services.openDossier(request.body, ANYONE)),
    );
  }
  if (genre === 'groupement') {
    collection.post(...jsonBody, async (request: Request, response: Response) =>
      sendOpened(response, await services.openGroupement(request.body, ANYONE)),
    );
    router
      .route('/:id/dossiers')
      .get(async (request, response) => {
        const params = parseQuery(ListParams.pick({ limite: true, apres: true, statut: true }), request.query);
        if (!params.ok) return sendProblem(response, toProblem(params.error));
        const found = await services.find({ genre: 'groupement', id: request.params.id });
        if (!found.ok) return sendProblem(response, toProblem(found.error));
        const { apres, statut, limite } = params.value;
        const query = { genre: 'dossier', parentId: request.params.id, limite } as const;
        const page = await services.list({ ...query, ...(apres && { apres }), ...(statut && { statut }) });
        sendText(response, representPage('dossiers', page));
      })
      .all(allowOnly('GET'));
  }
  collection.all(genre === 'certificat' ? allowOnly('GET') : allowOnly('GET', 'POST'));
  return router;
}

function sendOpened(response: Response, opened: Result<Recorded>): void {
  if (opened.ok) {
    const { row, avertissements } = opened.value;
    setVersion(response, row.version);
    response.status(201).location(`/api/v1/${row.genre}s/${row.id}`);
    sendText(response, represent(row, { avertissements }));
  } else sendProblem(response, toProblem(opened.error));
}
