import { z } from 'zod';
import { fact } from '../event.ts';
import { choix, texteLibre } from '../formulaires/champs.ts';
import { exempleContactTechnique } from '../formulaires/contact-technique.ts';
import { warnEtablissement } from '../formulaires/etablissement.ts';
import { Partie1, Partie2, Partie3, Partie4, warnPartie4 } from '../formulaires/formulaire-413.ts';
import { formulaires } from '../formulaires/index.ts';

const { partie1, partie3, partie4 } = formulaires['formulaire-413'].exemple;
const autreContact = { ...exempleContactTechnique, nom: 'Durand', prenom: 'Alix' };

/** Why the ANS returns a form: an open list, kept as data (A11), each with the part to correct, and its field where there is one. */
const motifs = {
  'signataire-non-habilite': { libelle: 'Signataire non habilité', partie: 3, champ: '/partie3/qualite' },
  'carte-signataire-non-valide': { libelle: 'Carte du signataire non valide', partie: 3, champ: '/partie3/carte/type' },
  'contrat-absent': { libelle: 'Contrat absent', partie: 3, champ: null },
  'cachet-ou-signature-manquant': { libelle: 'Cachet ou signature manquant', partie: 3, champ: '/partie3/cachet' },
  'identifiants-incoherents': { libelle: 'Identifiants incohérents', partie: 1, champ: '/partie1/siret' },
  'domaine-messagerie-manquant': {
    libelle: 'Domaine de messagerie manquant',
    partie: 4,
    champ: '/partie4/domaineMessagerie',
  },
  'administrateur-technique-sans-carte': {
    libelle: 'Administrateur technique sans carte',
    partie: 4,
    champ: '/partie4/administrateursTechniques',
  },
  'offre-non-cochee': { libelle: 'Offre PRO non cochée', partie: 4, champ: '/partie4/offreProAuthSignConf' },
  illisible: { libelle: 'Illisible', partie: 3, champ: null },
  autre: { libelle: 'Autre motif', partie: 3, champ: null },
} as const;

export type CodeRetour = keyof typeof motifs;

/** What each reason is called. */
export const motifsRetour = Object.fromEntries(
  Object.entries(motifs).map(([code, { libelle }]) => [code, libelle]),
) as Record<CodeRetour, string>;

/** A reason, as the ANS gives it. */
export interface MotifRetour {
  code: CodeRetour;
  precision?: string | undefined;
}

/** The part that a reason asks to correct; the visa (part 3) is asked for again whatever the reason. */
export function partieOf(code: CodeRetour): 1 | 3 | 4 {
  return motifs[code].partie;
}

/** The field of the form that a reason is about, as a JSON pointer; null where it is about none. */
export function champOf(code: CodeRetour): string | null {
  return motifs[code].champ;
}

/** The parts that some reasons touch. */
export function partiesOf(some: readonly MotifRetour[]): (1 | 3 | 4)[] {
  return [...new Set(some.map(({ code }) => partieOf(code)))];
}

/** §5 — the life of form 413, from its parts to the answer of the ANS. */
export const formulaire413Facts = {
  'formulaire413.partie1Remplie': fact({
    libelle: 'Partie 1 du formulaire 413 remplie',
    acteur: 'etablissement',
    sorte: 'demarche',
    source: '§5 étape 1',
    piece: { formulaire: 'formulaire-413', libelle: 'Partie 1 remplie', contenu: 'partie1' },
    identite: 'partie1',
    champs: { partie1: Partie1 },
    exemples: [{ partie1 }],
    avertir: (saisie) => warnEtablissement(saisie.partie1, '/partie1'),
  }),
  'formulaire413.partie2Remplie': fact({
    libelle: 'Partie 2 du formulaire 413 remplie',
    acteur: 'etablissement',
    sorte: 'demarche',
    source: 'A4',
    piece: { formulaire: 'formulaire-413', libelle: 'Partie 2 remplie', contenu: 'partie2' },
    champs: { partie2: Partie2 },
    exemples: [{ partie2: 'Sans objet' }],
  }),
  'formulaire413.partie3Remplie': fact({
    libelle: 'Partie 3 du formulaire 413 remplie (visa et cachet)',
    acteur: 'representantLegal',
    sorte: 'demarche',
    source: '§5 étape 2',
    piece: { formulaire: 'formulaire-413', libelle: 'Partie 3 (visa et cachet) remplie', contenu: 'partie3' },
    nommer: ({ partie3: { signataire, qualite } }) => ({ signataire: { signataire, qualite } }),
    champs: { partie3: Partie3 },
    exemples: [
      { partie3 },
      { partie3: { ...partie3, qualite: 'mandataire', carte: { type: 'CPE', fin: '2035-12-31' } } },
    ],
    verifier: ({ partie3: { date: visa }, date }) =>
      visa <= date
        ? []
        : [
            {
              path: ['partie3', 'date'],
              message: 'Le visa est daté après le jour où la partie est remplie : corrigez l’une des deux dates.',
            },
          ],
  }),
  'formulaire413.partie4Remplie': fact({
    libelle: 'Partie 4 du formulaire 413 remplie',
    acteur: 'editeur',
    sorte: 'demarche',
    source: '§5 étape 3',
    piece: { formulaire: 'formulaire-413', libelle: 'Partie 4 remplie', contenu: 'partie4' },
    nommer: ({ partie4 }) => ({ logiciels: partie4.logiciels, contacts: partie4.administrateursTechniques }),
    champs: { partie4: Partie4 },
    exemples: [{ partie4 }, { partie4: { ...partie4, administrateursTechniques: [autreContact] } }],
    avertir: (saisie) => warnPartie4(saisie.partie4, '/partie4'),
  }),
  'formulaire413.signe': fact({
    libelle: 'Formulaire 413 signé',
    acteur: 'representantLegal',
    sorte: 'demarche',
    source: '§5',
    piece: { formulaire: 'formulaire-413', libelle: 'Signé' },
  }),
  'formulaire413.transmis': fact({
    libelle: 'Formulaire 413 transmis à l’ANS',
    acteur: 'etablissement',
    sorte: 'demarche',
    source: '§5 étape 4',
    piece: { formulaire: 'formulaire-413', libelle: 'Transmis à l’ANS', contenu: 'parties' },
    jalon: 'transmis',
    champs: {
      canal: choix('Canal', { EMAIL: 'Courriel', PORTAIL: 'Portail de l’ANS' }),
      par: choix('Expéditeur', {
        structure: 'La structure',
        administrateurTechnique: 'L’administrateur technique',
      }).default('structure'),
    },
    exemples: [{ canal: 'EMAIL', par: 'structure' }],
  }),
  'formulaire413.recu': fact({
    libelle: 'Formulaire 413 reçu par l’ANS',
    acteur: 'ans',
    sorte: 'reponse',
    source: 'A11',
    piece: { formulaire: 'formulaire-413', libelle: 'Reçu par l’ANS' },
  }),
  'formulaire413.retourne': fact({
    libelle: 'Formulaire 413 retourné pour correction',
    acteur: 'ans',
    sorte: 'reponse',
    source: 'A11',
    piece: { formulaire: 'formulaire-413', libelle: 'Retourné pour correction' },
    refus: 'Formulaires 413 retournés',
    champs: {
      motifs: z
        .array(
          z
            .strictObject({
              code: choix('Motif', motifsRetour),
              precision: texteLibre('Précision', 500)
                .optional()
                .meta({ title: 'Précision', description: 'Pour un autre motif : ce que l’ANS demande.' }),
            })
            .refine(({ code, precision }) => code !== 'autre' || precision !== undefined, {
              message: 'Dites ce que l’ANS demande.',
              path: ['precision'],
            })
            .meta({ title: 'Motif' }),
        )
        .min(1)
        .max(20)
        .meta({ title: 'Motifs du retour', ajouter: 'Ajouter un motif' }),
    },
    exemples: [
      { motifs: [{ code: 'cachet-ou-signature-manquant' }] },
      { motifs: [{ code: 'identifiants-incoherents' }] },
      { motifs: [{ code: 'domaine-messagerie-manquant' }] },
      { motifs: [{ code: 'identifiants-incoherents' }, { code: 'domaine-messagerie-manquant' }] },
    ],
  }),
  'formulaire413.rejete': fact({
    libelle: 'Demande rejetée par l’ANS',
    acteur: 'ans',
    sorte: 'reponse',
    source: 'A11',
    piece: { formulaire: 'formulaire-413', libelle: 'Rejeté par l’ANS' },
    refus: 'Demandes rejetées',
    champs: { motif: texteLibre('Motif', 500) },
    exemples: [{ motif: 'Structure non éligible' }],
  }),
  'formulaire413.repris': fact({
    libelle: 'Nouvelle demande commencée',
    acteur: 'etablissement',
    sorte: 'demarche',
    source: 'A18',
    piece: { formulaire: 'formulaire-413', libelle: 'Nouvelle demande commencée' },
    nommer: () => ({ contacts: [] }),
  }),
};
