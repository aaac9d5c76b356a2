import { z } from 'zod';
import { sortes } from '../../machines/event.ts';
import { natures } from '../../machines/step.ts';
import type { Genre } from '../store/store.ts';
import { etatsOf } from './facts.ts';
import {
  ActeurId,
  Avertissement,
  EtapeId,
  FormulaireId,
  Instant,
  Jour,
  Lien,
  Manque,
  ProcedureId,
  Statut,
  TypeDeFait,
} from './vocabulary.ts';

const texte = z.string();
const objet = z.record(texte, z.unknown());
const PossibleDepuis = Jour.nullable().meta({
  description:
    'Depuis quand un acte qui fait avancer y est possible : le délai court de là ; null tant qu’il n’y en a pas',
});
const Limite = Jour.nullable().meta({
  description: 'Par les délais d’usage, qui sont les nôtres ; null tant qu’elle attend quelqu’un d’autre',
});
const ETATS = 'L’état courant de chaque région';
const Beneficiaire = z.looseObject({ nom: texte, prenom: texte }).meta({ id: 'Beneficiaire' });
/** An establishment as it was declared, and since renamed. */
const Etablissement = z
  .strictObject({
    denomination: texte,
    siret: texte,
    finess: texte.nullable(),
    sansFiness: z.boolean(),
    codePostal: texte,
    commune: texte,
  })
  .meta({ id: 'EtablissementDuDossier' });

const Borne = z.strictObject({ type: texte, date: Jour }).meta({ id: 'Borne' });
const Duree = z
  .strictObject({
    depuis: Borne.nullable(),
    qui: z.array(z.strictObject({ id: texte, depuis: Borne.nullable() })),
  })
  .meta({ id: 'Duree' });

const commun = {
  id: texte,
  procedure: ProcedureId,
  procedureVersion: z.int(),
  version: z.int(),
  statut: Statut,
  ouvertLe: Instant,
  modifieLe: Instant,
  liens: z.strictObject({ soi: Lien, faits: Lien, prochainesEtapes: Lien, journal: Lien }),
  contexte: objet.meta({ description: 'Ce que les conditions lisent' }),
  depuis: z.record(texte, Jour),
  bornes: z.record(texte, Borne).meta({
    description: 'Le fait qui a amené chaque état : rien de ce qui s’y appuie ne vient avant',
  }),
  durees: z.record(texte, Duree).meta({
    description:
      'Depuis quand, et par qui, chaque condition qui dure est remplie : rien de ce qui la demande ne vient avant',
  }),
  enfants: z.strictObject({ enCours: z.int(), enService: z.int(), abandonne: z.int() }).meta({
    description: 'Les sites d’un groupement, ou les certificats d’un dossier ; les abandonnés sont comptés à part',
  }),
};

/** A case of each kind, as it is read. */
export const affaires = {
  dossier: z
    .strictObject({
      ...commun,
      etats: etatsOf('dossier').meta({ description: ETATS }),
      etablissement: Etablissement,
      groupementId: texte.nullable(),
    })
    .meta({ id: 'Dossier' }),
  groupement: z
    .strictObject({
      ...commun,
      etats: etatsOf('groupement').meta({ description: ETATS }),
      nom: texte,
      genre: z.enum(['ght', 'groupe-prive']),
      dsi: z.unknown().optional(),
    })
    .meta({ id: 'Groupement' }),
  certificat: z
    .strictObject({
      ...commun,
      etats: etatsOf('certificat').meta({ description: ETATS }),
      dossierId: texte.nullable(),
      usage: z.enum(['AUTH', 'SIGN']),
      beneficiaire: Beneficiaire,
      remplace: texte.nullable(),
      finCarteAdministrateur: Jour.nullable().meta({
        description: 'Jusqu’à quand, à la commande, servait la carte de l’administrateur technique',
      }),
    })
    .meta({ id: 'Certificat' }),
};

const Nature = z.enum(Object.keys(natures) as [keyof typeof natures]);
const Minimum = z
  .int()
  .nullable()
  .meta({ description: 'Le plus petit nombre d’actes restants ; null si rien n’y mène' });

const FaitPossible = z
  .strictObject({
    type: TypeDeFait,
    libelle: texte,
    vers: Lien.meta({ description: 'Où l’envoyer, par POST' }),
    sorte: z.enum(Object.keys(sortes) as [keyof typeof sortes]).meta({
      description:
        'demarche et reponse font les plans ; un constat répond à une question ; un aléa ne se propose jamais',
    }),
    accepte: z.boolean(),
    permis: z.boolean().optional().meta({
      description: 'Si vous pouvez le déclarer ; n’est donné qu’aux éditeurs et aux lecteurs, les autres le peuvent',
    }),
    manque: z.array(Manque),
    deblocages: z
      .array(z.array(TypeDeFait))
      .meta({ description: 'Les plus petits ensembles d’actes, par leur type, après lesquels il serait accepté' }),
    restantApres: Minimum,
    exemple: z.looseObject({ type: TypeDeFait, date: Jour }).nullable().meta({
      description: 'Un corps que vous pouvez envoyer tel quel ; null tant que le fait est refusé, ou n’est pas à vous',
    }),
  })
  .meta({ id: 'FaitPossible' });

const Exigence = z
  .strictObject({
    degre: z.enum(['obligatoire', 'conditionnelle', 'recommandee', 'facultative']),
    parmi: z.array(TypeDeFait).meta({ description: 'Les faits dont l’un, quel qu’il soit, est nécessaire' }),
    seulementSi: z.array(z.strictObject({ fait: TypeDeFait, quand: texte.nullable() })),
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
        champ: texte.nullable().meta({ description: 'Le champ du formulaire 413 en cause, en pointeur JSON' }),
      }),
    ),
  })
  .meta({ id: 'Retour' });

const Etape = z
  .strictObject({
    id: EtapeId,
    libelle: texte,
    acteur: ActeurId,
    acteurLibelle: texte,
    nature: Nature,
    question: texte.nullable().meta({ description: 'Ce qu’il faut savoir tant que rien n’est connu' }),
    formulaire: FormulaireId.nullable(),
    source: texte,
    depuis: Jour,
    possibleDepuis: PossibleDepuis,
    certificat: texte.nullable(),
    exigence: Exigence,
    retour: Retour.nullable().meta({ description: 'Pourquoi l’ANS a retourné le formulaire, pour cette étape' }),
    faits: z.array(FaitPossible),
  })
  .meta({ id: 'Etape' });

export const Peremption = z
  .strictObject({ fait: TypeDeFait, libelle: texte, acteur: ActeurId, le: Jour, actesEnPlus: z.int() })
  .meta({ id: 'Peremption', description: 'Ce qui servira encore et prendra fin avant' });

const Certificats = z
  .strictObject({
    nombre: z.int(),
    etats: z.array(z.strictObject({ id: EtapeId, libelle: texte, nombre: z.int() })),
    etapes: z.array(
      z.strictObject({
        id: EtapeId,
        libelle: texte,
        acteur: ActeurId,
        acteurLibelle: texte,
        nature: Nature,
        nombre: z.int(),
        accepte: z.boolean().meta({ description: 'Si un fait qui la termine serait accepté' }),
        certificat: texte.meta({ description: 'Le plus pressé de ceux qui l’attendent, dont parle la suite' }),
        depuis: Jour,
        possibleDepuis: PossibleDepuis,
        fin: Jour.nullable().meta({ description: 'Son dernier jour, s’il est à renouveler' }),
      }),
    ),
    urgents: z
      .array(
        z.strictObject({
          id: texte,
          etape: EtapeId,
          libelle: texte,
          depuis: Jour,
          limite: Limite,
        }),
      )
      .meta({ description: 'Dix au plus, le plus pressé d’abord' }),
    liste: Lien.meta({ description: 'Où les lire tous, page par page' }),
  })
  .meta({ id: 'CertificatsResumes', description: 'Les certificats en vie d’un dossier, par état et par étape' });

const sujet = z.strictObject({ id: texte, version: z.int(), statut: Statut });
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
      .array(z.strictObject({ type: TypeDeFait, nombre: z.int().min(1) }))
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

/** What a fact has made of a case of that kind. */
export function enregistre(genre: Genre) {
  return z.strictObject({
    [genre]: affaires[genre],
    avertissements: z.array(Avertissement),
    prochainesEtapes: prochainesEtapes[genre],
  });
}

/** The same in few words, as « Prefer: return=minimal » asks. */
export const Retenu = z
  .strictObject({
    id: texte,
    version: z.int(),
    statut: Statut,
    restant: Minimum,
    avertissements: z.array(texte).meta({ description: 'Leurs codes' }),
  })
  .meta({ id: 'Retenu', description: 'Ce que rend « Prefer: return=minimal »' });
