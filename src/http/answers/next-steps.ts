import { z } from 'zod';
import { sortes } from '../../../machines/event.ts';
import { natures } from '../../../machines/step.ts';
import { ActeurId, Jour, Lien, Manque } from './vocabulary.ts';

const texte = z.string();
const Nature = z.enum(Object.keys(natures) as [keyof typeof natures]);
const Minimum = z
  .int()
  .nullable()
  .meta({ description: 'Le plus petit nombre d’actes restants ; null si rien n’y mène' });

const FaitPossible = z
  .strictObject({
    type: texte,
    libelle: texte,
    vers: Lien.meta({ description: 'Où l’envoyer, par POST' }),
    sorte: z.enum(Object.keys(sortes) as [keyof typeof sortes]).meta({
      description:
        'demarche et reponse font les plans ; un constat répond à une question ; un aléa ne se propose jamais',
    }),
    accepte: z.boolean(),
    manque: z.array(Manque),
    deblocages: z
      .array(z.array(texte))
      .meta({ description: 'Les plus petits ensembles d’actes, par leur type, après lesquels il serait accepté' }),
    restantApres: Minimum,
    exemple: z
      .looseObject({ type: texte, date: Jour })
      .nullable()
      .meta({ description: 'Un corps accepté tel quel ; null tant que le fait est refusé' }),
  })
  .meta({ id: 'FaitPossible' });

const Exigence = z
  .strictObject({
    degre: z.enum(['obligatoire', 'conditionnelle', 'recommandee', 'facultative']),
    parmi: z.array(texte).meta({ description: 'Les faits dont l’un, quel qu’il soit, est nécessaire' }),
    seulementSi: z.array(z.strictObject({ fait: texte, quand: texte.nullable() })),
  })
  .meta({ id: 'Exigence', description: 'Jusqu’où une étape est demandée' });

const Retour = z
  .strictObject({
    le: Jour,
    motifs: z.array(
      z.strictObject({
        code: texte,
        libelle: texte,
        precision: texte.nullable(),
        partie: z.union([z.literal(1), z.literal(3), z.literal(4)]),
      }),
    ),
  })
  .meta({ id: 'Retour' });

const Etape = z
  .strictObject({
    id: texte,
    libelle: texte,
    acteur: ActeurId,
    acteurLibelle: texte,
    nature: Nature,
    question: texte.nullable().meta({ description: 'Ce qu’il faut savoir tant que rien n’est connu' }),
    formulaire: texte.nullable(),
    source: texte,
    depuis: Jour,
    certificat: texte.nullable(),
    exigence: Exigence,
    retour: Retour.nullable().meta({ description: 'Pourquoi l’ANS a retourné le formulaire, pour cette étape' }),
    faits: z.array(FaitPossible),
  })
  .meta({ id: 'Etape' });

export const Peremption = z
  .strictObject({ fait: texte, libelle: texte, acteur: ActeurId, le: Jour, actesEnPlus: z.int() })
  .meta({ id: 'Peremption', description: 'Ce qui servira encore et prendra fin avant' });

const Certificats = z
  .strictObject({
    nombre: z.int(),
    etats: z.array(z.strictObject({ id: texte, libelle: texte, nombre: z.int() })),
    etapes: z.array(
      z.strictObject({
        id: texte,
        libelle: texte,
        acteur: ActeurId,
        acteurLibelle: texte,
        nature: Nature,
        nombre: z.int(),
        accepte: z.boolean().meta({ description: 'Si un fait qui la termine serait accepté' }),
        certificat: texte.meta({ description: 'Le plus pressé de ceux qui l’attendent, dont parle la suite' }),
        depuis: Jour,
        fin: Jour.nullable().meta({ description: 'Son dernier jour, s’il est à renouveler' }),
      }),
    ),
    urgents: z
      .array(
        z.strictObject({
          id: texte,
          etape: texte,
          libelle: texte,
          depuis: Jour,
          limite: Jour.meta({ description: 'Par les délais d’usage, qui sont les nôtres' }),
        }),
      )
      .meta({ description: 'Dix au plus, le plus pressé d’abord' }),
    liste: Lien.meta({ description: 'Où les lire tous, page par page' }),
  })
  .meta({ id: 'CertificatsResumes', description: 'Les certificats en vie d’un dossier, par état et par étape' });

const sujet = z.strictObject({ id: texte, version: z.int(), statut: texte });
const lasting = {
  etapes: z.array(Etape).meta({
    description: 'Celles du dossier, puis de ses certificats : de tous jusqu’à trois, sinon du plus pressé',
  }),
  autresFaits: z.array(FaitPossible),
  certificats: Certificats.nullable().meta({ description: 'null là où il n’y en a pas' }),
  restant: z.strictObject({
    minimum: Minimum,
    jours: z.int(),
    etapes: z
      .array(z.strictObject({ type: texte, nombre: z.int().min(1) }))
      .meta({ description: 'Les actes d’un chemin le plus court, et combien de fois : une par certificat' }),
  }),
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
