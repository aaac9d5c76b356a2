import { type Request, type Response, Router } from 'express';
import type { Foreseen } from '../acts/foresee.ts';
import type { Services } from '../services.ts';
import { jsonBody } from './ingress.ts';
import { allowOnly } from './method.ts';
import { sendProblem, toProblem } from './problem.ts';
import { sendText } from './representation.ts';

/** What would become of a dossier, and the shortest way to its end; nothing is written. */
export function foresightRoutes(services: Services): Router {
  const router = Router();
  router
    .route('/dossiers/:id/plan')
    .get(async (request, response) => {
      const plan = await services.plan({ genre: 'dossier', id: request.params.id });
      if (plan.ok) response.json({ plan: plan.value });
      else sendProblem(response, toProblem(plan.error));
    })
    .all(allowOnly('GET'));
  router
    .route('/groupements/:id/plan')
    .get(async (request, response) => {
      const plan = await services.planGroupement(request.params.id);
      if (plan.ok) response.json({ plan: plan.value });
      else sendProblem(response, toProblem(plan.error));
    })
    .all(allowOnly('GET'));
  router
    .route('/dossiers/:id/simulation')
    .post(...jsonBody, async (request: Request, response: Response) => {
      const { id } = request.params as { id: string };
      const foreseen = await services.simulate({ genre: 'dossier', id }, request.body);
      if (foreseen.ok) sendText(response, represent(foreseen.value));
      else sendProblem(response, toProblem(foreseen.error));
    })
    .all(allowOnly('POST'));
  router
    .route('/procedures/:id/plan')
    .post(...jsonBody, (request: Request, response: Response) => {
      const { id } = request.params as { id: string };
      const foreseen = services.planFrom(id, request.body);
      if (foreseen.ok) sendText(response, represent(foreseen.value));
      else sendProblem(response, toProblem(foreseen.error));
    })
    .all(allowOnly('POST'));
  router
    .route('/procedures/:id/conformite')
    .post(...jsonBody, (request: Request, response: Response) => {
      const { id } = request.params as { id: string };
      const conformity = services.conform(id, request.body);
      if (conformity.ok) response.json({ ...conformity.value, refus: tellRefusal(conformity.value.refus) });
      else sendProblem(response, toProblem(conformity.error));
    })
    .all(allowOnly('POST'));
  return router;
}

function represent({ acceptes, refus, prochainesEtapes: { sujet, ...steps }, plan }: Foreseen): string {
  const { genre, ...subject } = sujet;
  return JSON.stringify({ acceptes, refus: tellRefusal(refus), [genre]: subject, prochainesEtapes: steps, plan });
}

/** The refusal as the problem it would be. */
function tellRefusal(refus: Foreseen['refus']) {
  return refus && { rang: refus.rang, probleme: toProblem(refus.refus) };
}
