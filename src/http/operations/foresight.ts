import { Faits, type Foreseen } from '../../acts/reading/foresee.ts';
import { ok, type Result } from '../../engine/refusal.ts';
import type { Services } from '../../services.ts';
import { toProblem } from '../../web/problem.ts';
import { Conformite, Prevision, ReponsePlan, ReponsePlanGroupement } from '../answers/plans.ts';
import { type Answered, type Operation, operation } from '../operation.ts';

/** What would become of a case, and the shortest way to its end; nothing is written. */
export function foresightOperations(services: Services): Operation[] {
  return [
    operation({
      id: 'dossiers.plan',
      methode: 'get',
      chemin: '/dossiers/:id/plan',
      resume: 'Demander le plan le plus court d’un dossier',
      reponse: { schema: ReponsePlan },
      answer: async ({ chemin: { id = '' } }) => toldPlan(await services.plan({ genre: 'dossier', id })),
    }),
    operation({
      id: 'groupements.plan',
      methode: 'get',
      chemin: '/groupements/:id/plan',
      resume: 'Demander le plan le plus court de tous les sites d’un groupement',
      reponse: { schema: ReponsePlanGroupement },
      answer: async ({ chemin: { id = '' } }) => toldPlan(await services.planGroupement(id)),
    }),
    operation({
      id: 'dossiers.simulation',
      methode: 'post',
      chemin: '/dossiers/:id/simulation',
      corps: Faits,
      resume: 'Simuler des faits sur un dossier',
      reponse: { schema: Prevision },
      answer: async ({ chemin: { id = '' }, corps }) =>
        toldForeseen(await services.simulate({ genre: 'dossier', id }, corps)),
    }),
    operation({
      id: 'procedures.plan',
      methode: 'post',
      chemin: '/procedures/:id/plan',
      corps: Faits,
      resume: 'Demander un plan sans dossier, d’après des faits connus',
      reponse: { schema: Prevision },
      answer: ({ chemin: { id = '' }, corps }) => toldForeseen(services.planFrom(id, corps)),
    }),
    operation({
      id: 'procedures.conformite',
      methode: 'post',
      chemin: '/procedures/:id/conformite',
      corps: Faits,
      resume: 'Vérifier qu’un historique suit une procédure',
      reponse: { schema: Conformite },
      answer({ chemin: { id = '' }, corps }) {
        const conformity = services.conform(id, corps);
        if (!conformity.ok) return conformity;
        return ok({ corps: { ...conformity.value, refus: tellRefusal(conformity.value.refus) } });
      },
    }),
  ];
}

function toldPlan(plan: Result<object>): Answered {
  return plan.ok ? ok({ corps: { plan: plan.value } }) : plan;
}

function toldForeseen(foreseen: Result<Foreseen>): Answered {
  if (!foreseen.ok) return foreseen;
  const { acceptes, refus, prochainesEtapes, plan } = foreseen.value;
  const { sujet, ...steps } = prochainesEtapes;
  const { genre, ...subject } = sujet;
  return ok({ corps: { acceptes, refus: tellRefusal(refus), [genre]: subject, prochainesEtapes: steps, plan } });
}

/** The refusal as the problem it would be. */
function tellRefusal(refus: Foreseen['refus']) {
  return refus && { rang: refus.rang, probleme: toProblem(refus.refus) };
}
