import { z } from 'zod';
import { Etapes, Peremption } from './next-steps.ts';
import { Acte, ActeCompte, ActeurId, Avertissement, Probleme } from './vocabulary.ts';

const texte = z.string();
const compte = z.int().nullable();

const ActePrevu = ActeCompte.extend({ etape: texte.nullable(), formulaire: texte.nullable() }).meta({
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
    formulaires: z.array(texte),
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
    partages: z.array(z.strictObject({ fait: texte, sites: z.array(texte), conseil: texte, source: texte })),
    sites: z.array(z.strictObject({ id: texte, denomination: texte, minimum: compte, manque: z.array(ActeCompte) })),
  })
  .meta({ id: 'PlanGroupement' });

const Refus = z
  .strictObject({ rang: z.int().meta({ description: 'À partir de 0' }), probleme: Probleme.partial({ type: true }) })
  .nullable();

/** What foresight answers. */
export const ReponsePlan = z.strictObject({ plan: PlanDossier });
export const ReponsePlanGroupement = z.strictObject({ plan: PlanDuGroupement });
export const Prevision = z
  .strictObject({
    acceptes: z.int(),
    refus: Refus,
    avertissements: z
      .array(Avertissement)
      .meta({ description: 'Ce qu’il faudrait vérifier des faits acceptés ; « /faits/0/… » est le premier' }),
    dossier: z.strictObject({ id: texte, version: z.int(), statut: texte }),
    prochainesEtapes: Etapes,
    plan: PlanDossier,
  })
  .meta({ id: 'Prevision' });
export const Conformite = z
  .strictObject({
    conforme: z.boolean(),
    refus: Refus,
    reparation: z.array(z.strictObject({ ajoute: z.boolean(), fait: z.looseObject({ type: texte }) })).nullable(),
  })
  .meta({ id: 'Conformite' });
