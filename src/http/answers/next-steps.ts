import { z } from 'zod';
import { natures } from '../../../machines/step.ts';
import { Acte, ActeurId, Jour, Lien, Manque } from './vocabulary.ts';

const texte = z.string();
const Minimum = z
  .int()
  .nullable()
  .meta({ description: 'Le plus petit nombre d’actes restants ; null si rien n’y mène' });

const FaitPossible = z
  .strictObject({
    ...{ type: texte, libelle: texte },
    vers: Lien.meta({ description: 'Où l’envoyer, par POST' }),
    schema: Lien.meta({ description: 'Son schéma JSON' }),
    accepte: z.boolean(),
    manque: z.array(Manque),
    deblocages: z
      .array(z.array(Acte))
      .meta({ description: 'Les plus petits ensembles d’actes après lesquels il serait accepté' }),
    restantApres: Minimum,
    exemple: z.looseObject({ type: texte, date: Jour }),
  })
  .meta({ id: 'FaitPossible' });

const Exigence = z
  .strictObject({
    degre: z.enum(['obligatoire', 'conditionnelle', 'recommandee', 'facultative']),
    parmi: z.array(texte).meta({ description: 'Les faits dont l’un, quel qu’il soit, est nécessaire' }),
    seulementSi: z.array(z.strictObject({ fait: texte, libelle: texte, quand: texte.nullable() })),
  })
  .meta({ id: 'Exigence', description: 'Jusqu’où une étape est demandée' });

const Etape = z
  .strictObject({
    ...{ id: texte, libelle: texte, acteur: ActeurId, acteurLibelle: texte },
    nature: z.enum(Object.keys(natures) as [keyof typeof natures]),
    ...{ formulaire: texte.nullable(), source: texte, depuis: Jour, certificat: texte.nullable(), exigence: Exigence },
    faits: z.array(FaitPossible),
  })
  .meta({ id: 'Etape' });

export const Peremption = z
  .strictObject({ fait: texte, libelle: texte, acteur: ActeurId, le: Jour, actesEnPlus: z.int() })
  .meta({ id: 'Peremption', description: 'Ce qui servira encore et prendra fin avant' });

const sujet = z.strictObject({ id: texte, version: z.int(), statut: texte });
const lasting = {
  etapes: z.array(Etape),
  autresFaits: z.array(FaitPossible),
  restant: z.strictObject({ minimum: Minimum, jours: z.int(), etapes: z.array(Acte) }),
  peremptions: z.array(Peremption),
};

/** The same without its subject. */
export const Etapes = z.strictObject(lasting).meta({ id: 'Etapes' });

/** The answer to « what is next? » of a case of one kind. */
export const prochainesEtapes = {
  dossier: z.strictObject({ dossier: sujet, ...lasting }).meta({ id: 'ProchainesEtapesDossier' }),
  groupement: z.strictObject({ groupement: sujet, ...lasting }).meta({ id: 'ProchainesEtapesGroupement' }),
  certificat: z.strictObject({ certificat: sujet, ...lasting }).meta({ id: 'ProchainesEtapesCertificat' }),
};
