import { z } from 'zod';
import type { Genre } from '../../store/genre.ts';
import { Corrigee } from './corrections.ts';
import { prochainesEtapes } from './next-steps.ts';
import { Avertissement, Instant, Jour, Lien } from './vocabulary.ts';

const texte = z.string();
const objet = z.record(texte, z.unknown());

const commun = {
  id: texte,
  procedure: texte,
  procedureVersion: z.int(),
  version: z.int(),
  statut: texte,
  ouvertLe: Instant,
  modifieLe: Instant,
  liens: z.strictObject({ soi: Lien, faits: Lien, prochainesEtapes: Lien, journal: Lien }),
  etats: objet.meta({ description: 'L’état courant de chaque région' }),
  contexte: objet.meta({ description: 'Ce que les conditions lisent' }),
  depuis: z.record(texte, Jour),
  bornes: z.record(texte, texte).meta({
    description: 'Le fait qui a amené chaque état, quand rien de ce qui s’y appuie ne peut porter une date antérieure.',
  }),
  enfants: z.strictObject({ enCours: z.int(), enService: z.int(), abandonne: z.int() }).meta({
    description: 'Les sites d’un groupement, ou les certificats d’un dossier ; les abandonnés sont comptés à part',
  }),
};

/** A case of each kind, as it is read. */
export const affaires = {
  dossier: z.strictObject({ ...commun, etablissement: objet, groupementId: texte.nullable() }).meta({ id: 'Dossier' }),
  groupement: z
    .strictObject({ ...commun, nom: texte, genre: z.enum(['ght', 'groupe-prive']), dsi: z.unknown().optional() })
    .meta({ id: 'Groupement' }),
  certificat: z
    .strictObject({
      ...commun,
      dossierId: texte.nullable(),
      usage: texte,
      beneficiaire: objet,
      remplace: texte.nullable(),
      finCarteAdministrateur: Jour.nullable().meta({
        description: 'Jusqu’à quand, à la commande, servait la carte de l’administrateur technique',
      }),
    })
    .meta({ id: 'Certificat' }),
};

const avertissements = z.array(Avertissement);
const suite = texte
  .nullable()
  .meta({ description: 'À donner en « apres » pour la page suivante ; null à la dernière' });

/** A case that has just been opened. */
export const ouvert = {
  dossier: affaires.dossier.extend({ avertissements }).meta({ id: 'DossierOuvert' }),
  groupement: affaires.groupement.extend({ avertissements }).meta({ id: 'GroupementOuvert' }),
};

const total = z
  .strictObject({ nombre: z.int(), plafonne: z.boolean().meta({ description: 'S’il y en a davantage' }) })
  .meta({ id: 'Total', description: 'Sur toutes les pages ; n’est donné que si on le demande' })
  .optional();

/** A page of cases of a kind. */
export const pages = {
  dossier: z.strictObject({ dossiers: z.array(affaires.dossier), suite, total }),
  groupement: z.strictObject({ groupements: z.array(affaires.groupement), suite, total }),
  certificat: z.strictObject({ certificats: z.array(affaires.certificat), suite, total }),
};

/** What a fact has made of a case of that kind. */
export function enregistre(genre: Genre) {
  return z.strictObject({ [genre]: affaires[genre], avertissements, prochainesEtapes: prochainesEtapes[genre] });
}

/** A dossier that has changed groupement. */
export const deplace = z.strictObject({ dossier: affaires.dossier });

/** The lines of a journal. */
export const Journal = z.strictObject({
  faits: z.array(
    z
      .strictObject({
        rang: z.int(),
        type: texte,
        date: Jour,
        enregistreLe: Instant,
        auteur: texte,
        empreinte: texte.meta({ description: 'SHA-256 de la saisie' }),
        saisie: objet.nullable().meta({ description: 'null une fois effacée' }),
        corrigee: Corrigee.nullable().meta({ description: 'null tant qu’elle tient' }),
      })
      .meta({ id: 'LigneDeJournal' }),
  ),
  suite: z.int().nullable(),
});
