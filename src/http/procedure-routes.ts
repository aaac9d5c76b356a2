import { Router } from 'express';
import { z } from 'zod';
import { findProcedure, procedures } from '../../machines/index.ts';
import type { Procedure } from '../../machines/procedure.ts';
import { acteurs } from '../../machines/step.ts';
import { allowOnly } from './method.ts';
import { sendProblem, toProblem } from './problem.ts';

/** What each published procedure is, its facts, and the schema of each. */
export function procedureRoutes(): Router {
  const router = Router();
  router
    .route('/')
    .get((_request, response) => response.json({ procedures: procedures.map(summary) }))
    .all(allowOnly('GET'));
  router
    .route('/:id')
    .get((request, response) => {
      const procedure = findProcedure(request.params.id);
      if (procedure) response.json({ ...summary(procedure), faits: factsOf(procedure) });
      else sendProblem(response, toProblem({ code: 'introuvable', objet: 'procedure', id: request.params.id }));
    })
    .all(allowOnly('GET'));
  router
    .route('/:id/faits/:type/schema')
    .get((request, response) => {
      const { id, type } = request.params;
      const facts = findProcedure(id)?.facts ?? {};
      const fact = Object.hasOwn(facts, type) ? facts[type] : undefined;
      if (fact && !fact.derive) response.type('application/schema+json').end(JSON.stringify(toSchema(fact.schema)));
      else sendProblem(response, toProblem({ code: 'introuvable', objet: 'fait', id: type }));
    })
    .all(allowOnly('GET'));
  return router;
}

function summary({ id, version, titre, source, genre }: Procedure) {
  return { id, version, titre, source, genre, lien: `/api/v1/procedures/${id}` };
}

function factsOf({ id, facts }: Procedure) {
  return Object.entries(facts)
    .filter(([, { derive }]) => !derive)
    .map(([type, { libelle, acteur, source, exemples }]) => ({
      ...{ type, libelle, acteur, acteurLibelle: acteurs[acteur], source, exemples },
      schema: `/api/v1/procedures/${id}/faits/${type}/schema`,
    }));
}

function toSchema(schema: z.ZodType) {
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
}
