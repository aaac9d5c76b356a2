import { z } from 'zod';
import { fact } from '../event.ts';
import { choix, texteLibre } from '../formulaires/champs.ts';
import { warnEtablissement } from '../formulaires/etablissement.ts';
import { Partie1, Partie2, Partie3, Partie4, warnPartie4 } from '../formulaires/formulaire-413.ts';
import { formulaires } from '../formulaires/index.ts';

const { partie1, partie3, partie4 } = formulaires['formulaire-413'].exemple;

/** Why the ANS returns a form: an open list, kept as data (A11). */
export const motifsRetour = {
  'signataire-non-habilite': 'Signataire non habilité',
  'carte-signataire-non-valide': 'Carte du signataire non valide',
  'contrat-absent': 'Contrat absent',
  'cachet-ou-signature-manquant': 'Cachet ou signature manquant',
  'identifiants-incoherents': 'Identifiants incohérents',
  'domaine-messagerie-manquant': 'Domaine de messagerie manquant',
  'administrateur-technique-sans-carte': 'Administrateur technique sans carte',
  'offre-non-cochee': 'Offre PRO non cochée',
  illisible: 'Illisible',
  autre: 'Autre motif',
} as const;

/** §5 — the life of form 413, from its parts to the answer of the ANS. */
export const formulaire413Facts = {
  'formulaire413.partie1Remplie': fact({
    libelle: 'Partie 1 du formulaire 413 remplie',
    acteur: 'etablissement',
    source: '§5 étape 1',
    champs: { partie1: Partie1 },
    exemples: [{ partie1 }],
    avertir: (saisie) => warnEtablissement(saisie.partie1, '/partie1'),
  }),
  'formulaire413.partie2Remplie': fact({
    libelle: 'Partie 2 du formulaire 413 remplie',
    acteur: 'etablissement',
    source: 'A4',
    champs: { partie2: Partie2 },
    exemples: [{ partie2: 'Sans objet' }],
  }),
  'formulaire413.partie3Remplie': fact({
    libelle: 'Partie 3 du formulaire 413 remplie (visa et cachet)',
    acteur: 'etablissement',
    source: '§5 étape 2',
    champs: { partie3: Partie3 },
    exemples: [
      { partie3 },
      { partie3: { ...partie3, qualite: 'mandataire', carte: { type: 'CPE', fin: '2035-12-31' } } },
    ],
  }),
  'formulaire413.partie4Remplie': fact({
    libelle: 'Partie 4 du formulaire 413 remplie',
    acteur: 'editeur',
    source: '§5 étape 3',
    champs: { partie4: Partie4 },
    exemples: [{ partie4 }],
    avertir: (saisie) => warnPartie4(saisie.partie4, '/partie4'),
  }),
  'formulaire413.signe': fact({
    libelle: 'Formulaire 413 signé',
    acteur: 'representantLegal',
    source: '§5',
  }),
  'formulaire413.transmis': fact({
    libelle: 'Formulaire 413 transmis à l’ANS',
    acteur: 'etablissement',
    source: '§5 étape 4',
    champs: {
      canal: choix('Canal', { EMAIL: 'Courriel', PORTAIL: 'Portail de l’ANS' }),
      par: choix('Expéditeur', {
        structure: 'La structure',
        administrateurTechnique: 'L’administrateur technique',
      }).default('structure'),
    },
    exemples: [{ canal: 'EMAIL', par: 'structure' }],
  }),
  'formulaire413.recu': fact({ libelle: 'Formulaire 413 reçu par l’ANS', acteur: 'ans', source: 'A11' }),
  'formulaire413.retourne': fact({
    libelle: 'Formulaire 413 retourné pour correction',
    acteur: 'ans',
    source: 'A11',
    champs: {
      motifs: z
        .array(
          z
            .strictObject({ code: choix('Motif', motifsRetour), precision: texteLibre('Précision', 500).optional() })
            .meta({ title: 'Motif' }),
        )
        .min(1)
        .max(20)
        .meta({ title: 'Motifs du retour', ajouter: 'Ajouter un motif' }),
    },
    exemples: [{ motifs: [{ code: 'cachet-ou-signature-manquant' }] }],
  }),
  'formulaire413.rejete': fact({
    libelle: 'Demande rejetée par l’ANS',
    acteur: 'ans',
    source: 'A11',
    champs: { motif: texteLibre('Motif', 500) },
    exemples: [{ motif: 'Structure non éligible' }],
  }),
  'formulaire413.repris': fact({
    libelle: 'Nouvelle demande commencée',
    acteur: 'etablissement',
    source: 'A11',
  }),
};
