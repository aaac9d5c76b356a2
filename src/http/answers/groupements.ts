import { z } from 'zod';
import { Etablissement } from '../../../machines/formulaires/etablissement.ts';
import { encodages } from '../../survey/encoding.ts';
import { separateurs } from '../../survey/table.ts';
import { ActeurId, Jour } from './vocabulary.ts';

const texte = z.string();

const Cellule = z
  .strictObject({
    etat: z.enum(['fait', 'aFaire', 'bloque', 'attente', 'recommande', 'facultatif', 'aVenir']),
    etape: texte.nullable().meta({ description: 'L’étape en cours' }),
    libelle: texte,
    acteur: ActeurId.nullable(),
    depuis: Jour.nullable().meta({ description: 'null là où rien n’est commencé, ou déjà passé' }),
    raison: texte.nullable().meta({ description: 'Ce qu’attend une étape bloquée' }),
  })
  .meta({ id: 'CelluleDeMatrice' });

const SiteNomme = z.strictObject({ id: texte, denomination: texte }).meta({ id: 'SiteNomme' });

/** The sites of a groupement against what each must have. */
export const Matrice = z.strictObject({
  groupement: z.strictObject({ id: texte, nom: texte, genre: z.enum(['ght', 'groupe-prive']), statut: texte }),
  procedure: texte,
  bilan: z
    .strictObject({
      enCours: z.int(),
      enService: z.int(),
      abandonnes: z.array(SiteNomme),
      clos: z.array(SiteNomme),
    })
    .meta({
      description:
        'Les sites par statut ; ceux qui sont abandonnés ou fermés ne retardent pas le groupement, et sont nommés à part',
    }),
  colonnes: z.array(z.strictObject({ id: texte, libelle: texte, source: texte })),
  sites: z.array(
    z
      .strictObject({
        id: texte,
        denomination: texte,
        siret: texte.nullable(),
        finess: texte.nullable(),
        statut: texte,
        codePostal: texte,
        commune: texte,
        version: z.int(),
        etape: texte.nullable(),
        acteur: texte.nullable(),
        restant: z.int().nullable(),
        faits: z.array(texte).meta({ description: 'Les faits que ses étapes attendent et qu’il accepte maintenant' }),
        cellules: z.record(texte, Cellule).meta({ description: 'Par colonne' }),
      })
      .meta({ id: 'SiteDeMatrice' }),
  ),
});

const Remarque = z.strictObject({ colonne: texte.nullable(), message: texte });
const Fait = z.strictObject({ type: texte, libelle: texte });

const Ligne = z
  .strictObject({
    ligne: z.int().meta({ description: 'Où elle commence dans le fichier, à partir de 1' }),
    statut: z.enum(['acceptee', 'corrigee', 'refusee']),
    denomination: texte,
    corrections: z.array(Remarque),
    refus: z.array(Remarque).meta({ description: 'Pourquoi elle est refusée, et que faire' }),
    ouverture: Etablissement.nullable().meta({ description: 'Le site à ouvrir, s’il n’a pas encore de dossier' }),
    dossierId: texte.nullable(),
    enregistre: z.array(Fait),
    sansEffet: z.array(Fait.extend({ raison: texte })),
  })
  .meta({ id: 'LigneEtatDesLieux' });

/** What the état des lieux of a DSI does, line by line. */
export const EtatDesLieux = z.strictObject({
  apercu: z.boolean().meta({ description: 'Si rien n’a été écrit' }),
  encodage: z.enum(Object.keys(encodages) as [string, ...string[]]),
  separateur: z.enum(Object.keys(separateurs) as [string, ...string[]]),
  entete: z.int(),
  colonnes: z.array(texte),
  ignorees: z.array(texte).meta({ description: 'Les colonnes qui n’ont pas été lues' }),
  lignes: z.array(Ligne),
  empreinte: texte.meta({ description: 'À rendre en « empreinte » pour n’enregistrer que ce qui a été vu' }),
});
