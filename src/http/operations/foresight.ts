import { z } from 'zod';
import { Faits, type Foreseen } from '../../acts/reading/foresee.ts';
import { ok, type Result } from '../../engine/refusal.ts';
import { toProblem } from '../../web/problem.ts';
import { Etapes, Peremption } from '../case-schemas.ts';
import { type Answered, get, type Operation, post } from '../operation.ts';
import {
  Acte,
  ActeCompte,
  ActeurId,
  Avertissement,
  FormulaireId,
  Probleme,
  Statut,
  TypeDeFait,
} from '../vocabulary.ts';

const texte = z.string();
const compte = z.int().nullable();

const ActePrevu = ActeCompte.extend({ etape: texte.nullable(), formulaire: FormulaireId.nullable() }).meta({
  id: 'ActePrevu',
});
const CarteDemandee = z
  .strictObject({
    code: texte,
    carte: texte,
    porteur: ActeurId,
    porteurLibelle: texte,
    pour: z.array(texte),
    active: z.boolean().nullable(),
  })
  .meta({ id: 'CarteDemandee' });

const PlanDossier = z
  .strictObject({
    minimum: compte,
    maximumSansRetour: compte,
    jours: z.int().meta({
      description: 'Durée de la plus longue chaîne par les délais d’usage, qui sont les nôtres et ne promettent rien',
    }),
    vagues: z.array(z.array(ActePrevu)).meta({ description: 'Ce qui se fait en même temps, puis ce que cela permet' }),
    acteurs: z.array(z.strictObject({ acteur: ActeurId, libelle: texte, actes: z.int() })),
    formulaires: z.array(FormulaireId),
    cartes: z.array(CarteDemandee),
    peremptions: z.array(Peremption),
  })
  .meta({ id: 'Plan' });

const PlanDuGroupement = z
  .strictObject({
    minimum: compte,
    separement: compte.meta({ description: 'Le même si chaque site agissait seul' }),
    actesCommuns: z.array(Acte.extend({ epargne: z.int() })),
    actes: z.array(ActeCompte.extend({ sites: z.array(texte) })),
    partages: z.array(z.strictObject({ fait: TypeDeFait, sites: z.array(texte), conseil: texte, source: texte })),
    sites: z.array(z.strictObject({ id: texte, denomination: texte, minimum: compte, manque: z.array(ActeCompte) })),
  })
  .meta({ id: 'PlanGroupement' });

const Refus = z
  .strictObject({ rang: z.int().meta({ description: 'À partir de 0' }), probleme: Probleme.partial({ type: true }) })
  .nullable();

/** What foresight answers. */
const ReponsePlan = z.strictObject({ plan: PlanDossier });
const ReponsePlanGroupement = z.strictObject({ plan: PlanDuGroupement });
const Prevision = z
  .strictObject({
    acceptes: z.int(),
    refus: Refus,
    avertissements: z
      .array(Avertissement)
      .meta({ description: 'Ce qu’il faudrait vérifier des faits acceptés ; « /faits/0/… » est le premier' }),
    dossier: z.strictObject({ id: texte, version: z.int(), statut: Statut }),
    prochainesEtapes: Etapes,
    plan: PlanDossier,
  })
  .meta({ id: 'Prevision' });
const Conformite = z
  .strictObject({
    conforme: z.boolean(),
    refus: Refus,
    reparation: z.array(z.strictObject({ ajoute: z.boolean(), fait: z.looseObject({ type: TypeDeFait }) })).nullable(),
  })
  .meta({ id: 'Conformite' });

/** What would become of a case, and the shortest way to its end; nothing is written. */
export function foresightOperations(): Operation[] {
  return [
    get('dossiers.plan', '/dossiers/:id/plan', {
      summary: 'Demander le plan le plus court d’un dossier',
      reply: { schema: ReponsePlan },
      answer: async ({ services, params: { id } }) => toldPlan(await services.plan({ genre: 'dossier', id })),
    }),
    get('groupements.plan', '/groupements/:id/plan', {
      compresse: true,
      summary: 'Demander le plan le plus court de tous les sites d’un groupement',
      reply: { schema: ReponsePlanGroupement },
      answer: async ({ services, params: { id } }) => toldPlan(await services.planGroupement(id)),
    }),
    post('dossiers.simulation', '/dossiers/:id/simulation', {
      body: Faits,
      sansEffet: true,
      summary: 'Simuler des faits sur un dossier',
      reply: { schema: Prevision },
      answer: async ({ services, params: { id }, body }) =>
        toldForeseen(await services.simulate({ genre: 'dossier', id }, body)),
    }),
    post('procedures.plan', '/procedures/:id/plan', {
      body: Faits,
      sansEffet: true,
      summary: 'Demander un plan sans dossier, d’après des faits connus',
      reply: { schema: Prevision },
      answer: ({ services, params: { id }, body }) => toldForeseen(services.planFrom(id, body)),
    }),
    post('procedures.conformite', '/procedures/:id/conformite', {
      body: Faits,
      sansEffet: true,
      summary: 'Vérifier qu’un historique suit une procédure',
      reply: { schema: Conformite },
      answer({ services, params: { id }, body }) {
        const conformity = services.conform(id, body);
        if (!conformity.ok) return conformity;
        return ok({ body: { ...conformity.value, refus: tellRefusal(conformity.value.refus) } });
      },
    }),
  ];
}

function toldPlan(plan: Result<object>): Answered {
  return plan.ok ? ok({ body: { plan: plan.value } }) : plan;
}

function toldForeseen(foreseen: Result<Foreseen>): Answered {
  if (!foreseen.ok) return foreseen;
  const { acceptes, refus, avertissements, prochainesEtapes, plan } = foreseen.value;
  const { sujet, ...steps } = prochainesEtapes;
  const { genre, ...subject } = sujet;
  const told = { acceptes, refus: tellRefusal(refus), avertissements };
  return ok({ body: { ...told, [genre]: subject, prochainesEtapes: steps, plan } });
}

/** The refusal as the problem it would be. */
function tellRefusal(refus: Foreseen['refus']) {
  return refus && { rang: refus.rang, probleme: toProblem(refus.refus) };
}
