import { politique } from '../../../machines/decisions.ts';
import { exempleEtablissement } from '../../../machines/formulaires/etablissement.ts';
import { type FactType, procedures } from '../../../machines/index.ts';
import type { Procedure } from '../../../machines/procedure.ts';
import { toRow } from '../../acts/rows.ts';
import { addDays } from '../../days.ts';
import { conformityOf } from '../../engine/answers/conformity.ts';
import { nextSteps } from '../../engine/answers/next-steps.ts';
import { planOf } from '../../engine/answers/plan.ts';
import { decide, type Family, welcome } from '../../engine/decide.ts';
import { type Instance, openInstance } from '../../engine/instance.ts';
import type { IdOperation } from '../../web/access/policy.ts';
import { aFaireOf } from '../awaited.ts';
import { represent } from '../representation.ts';
import { exempleCertificat, exempleCsr } from './example-files.ts';

/** The day of every example: nothing in the document changes with that of its reader. */
const JOUR = '2026-01-05';
/** A fact that every path takes from the beginning on. */
const TOLD = { type: 'contrat.trouve' satisfies FactType, date: JOUR };

/** Examples by name, as the document shows them. */
export type Examples = Record<string, { summary: string; value: unknown }>;

const { sansFiness: _sansFiness, ...known } = exempleEtablissement;
/** A fictional hospital as it is sent. */
const etablissement = known;
/** The procedures that a dossier may follow. */
const paths = procedures.filter(({ genre }) => genre === 'dossier');

const faits = { faits: { summary: 'Un contrat déjà en place', value: { faits: [TOLD] } } };
const essayee = { rang: 2, remplacement: { date: '2026-01-04' } };
const corrections = {
  'correction-apercu': {
    date: { summary: 'La deuxième ligne était de la veille', value: essayee },
    retrait: { summary: 'La deuxième ligne n’a pas eu lieu', value: { rang: 2 } },
  },
  corriger: {
    date: {
      summary: 'La même, confirmée telle que l’aperçu l’a montrée',
      value: { ...essayee, motif: 'Erreur de saisie', version: 2, retires: [] },
    },
    retrait: {
      summary: 'La deuxième ligne n’a pas eu lieu, ni ce qui s’y appuyait',
      value: { rang: 2, motif: 'Erreur de saisie', version: 4, retires: [3] },
    },
  },
};

/** What may be sent to an operation, by its id: one example per path where paths differ. */
export const bodyExamples: Readonly<Record<string, Examples>> = {
  'dossiers.ouvrir': Object.fromEntries(
    paths.map(({ id, titre }) => [id, { summary: titre, value: { procedure: id, etablissement } }]),
  ),
  'groupements.ouvrir': {
    ght: { summary: 'Un GHT', value: { nom: 'GHT du Léman', genre: 'ght' } },
    groupe: { summary: 'Un groupe privé', value: { nom: 'Groupe des cliniques du Rhône', genre: 'groupe-prive' } },
  },
  'groupements.etat-des-lieux': {
    csv: {
      summary: 'Deux sites',
      value: 'N° FINESS;Contrat ANS;CDE;Mandataire\n010000057;oui;31/12/2028;CPE\n010000040;non;;\n',
    },
  },
  'groupements.rattacher': { site: { summary: 'Un dossier déjà ouvert', value: { dossierId: '7b1e' } } },
  'dossiers.faits': factsOf(paths[0]),
  'groupements.faits': factsOf(procedures.find(({ genre }) => genre === 'groupement')),
  'certificats.faits': factsOf(procedures.find(({ genre }) => genre === 'certificat')),
  'faits.enregistrer': {
    deux: {
      summary: 'Le même fait sur deux dossiers, l’un sous une clé',
      value: {
        faits: [
          { dossier: '7b1e', fait: TOLD, cle: 'envoi-2026-0001' },
          { dossier: '3f0c', fait: TOLD },
        ],
      },
    },
  },
  'dossiers.simulation': faits,
  'certificats.fichier': {
    certificat: { summary: 'Un certificat en PEM', value: exempleCertificat },
    csr: { summary: 'Sa demande', value: exempleCsr },
  },
  'dossiers.csr': { csr: { summary: 'Une demande en PEM', value: exempleCsr } },
  'procedures.plan': faits,
  'procedures.conformite': faits,
  'dossiers.correction-apercu': corrections['correction-apercu'],
  'groupements.correction-apercu': corrections['correction-apercu'],
  'certificats.correction-apercu': corrections['correction-apercu'],
  'dossiers.corriger': corrections.corriger,
  'groupements.corriger': corrections.corriger,
  'certificats.corriger': corrections.corriger,
  'abonnements.creer': {
    tous: { summary: 'Tout ce qui arrive', value: { url: 'https://exemple.fr/evenements' } },
    choisis: {
      summary: 'Quelques faits',
      value: {
        url: 'https://exemple.fr/retours',
        evenements: ['formulaire413.retourne', 'habilitation.accordee'] satisfies FactType[],
        description: 'Retours du formulaire 413',
      },
    },
  },
  'abonnements.modifier': { adresse: { summary: 'Une autre adresse', value: { url: 'https://exemple.fr/suite' } } },
  'abonnements.relivraison': {
    un: { summary: 'Un événement', value: { evenement: '42' } },
    depuis: { summary: 'Tout depuis un instant', value: { depuis: `${JOUR}T08:00:00Z` } },
  },
  'bac-a-sable.horloge': { avancer: { summary: 'Au premier mars 2027', value: { le: '2027-03-01' } } },
  'bac-a-sable.jouer': { lecteur: { summary: 'Un lecteur', value: { role: 'lecteur' } } },
  'bac-a-sable.mettre-en-scene': {
    retour: { summary: 'Un formulaire 413 retourné', value: { etape: 'formulaire-retourne' } },
  },
  'session.ouvrir': {
    courriel: {
      summary: 'Par un mot de passe d’ici',
      value: { courriel: 'camille.martin@exemple.fr', motDePasse: 'trois-ponts-sur-l-ain' },
    },
  },
  'moi.mot-de-passe': {
    change: {
      summary: 'L’ancien, et le nouveau',
      value: { ancien: 'trois-ponts-sur-l-ain', motDePasse: 'quatre-gares-en-bresse' },
    },
  },
  'dossiers.partager': { 'un mois': { summary: 'Un lien valable 30 jours', value: { jours: 30 } } },
  'documents.deposer': {
    tableau: { summary: 'Un tableau, tel quel', value: 'nom;siret\nCLINIQUE;47678033300037\n' },
  },
  'documents.numeriser': {
    tableau: { summary: 'Un fichier sans code, refusé', value: 'nom;siret\nCLINIQUE;47678033300037\n' },
  },
  'documents.effacer': {
    motif: { summary: 'Un document déposé au mauvais dossier', value: { motif: 'Déposé au mauvais dossier' } },
  },
  'courriels.envoyer': {
    simple: {
      summary: 'Un courriel, sans pièce',
      value: { a: 'direction@ch-exemple.fr', objet: 'Contrat à signer', corps: 'Bonjour,\n\nLe contrat est à signer.' },
    },
  },
  'receptions.deposer': {
    courriel: {
      summary: 'Un courriel, tel qu’il est arrivé',
      value:
        'From: anne@ch-exemple.fr\r\nDate: Tue, 06 Jan 2026 10:12:00 +0100\r\nSubject: Contrat\r\n\r\nBonjour.\r\n',
    },
  },
  'receptions.classer': { dossier: { summary: 'Dans un dossier', value: { dossierId: '7b1e' } } },
  'liens.lire': { jeton: { summary: 'Le jeton du lien', value: { jeton: 'q3Zr0bB1yq1kT5hV' } } },
  'liens.utiliser': {
    compte: {
      summary: 'Ouvrir le compte auquel on est invité',
      value: { jeton: 'q3Zr0bB1yq1kT5hV', motDePasse: 'trois-ponts-sur-l-ain', nom: 'Camille Martin' },
    },
  },
  'comptes.inviter': {
    agent: { summary: 'Un agent', value: { courriel: 'camille.martin@exemple.fr', role: 'agent' } },
  },
  'comptes.modifier': {
    role: { summary: 'Un autre rôle', value: { role: 'lecteur' } },
    ferme: { summary: 'Fermé', value: { actif: false } },
  },
  'editeurs.creer': { editeur: { summary: 'Un éditeur', value: { nom: 'Éditeur Exemple' } } },
  'editeurs.renommer': { nom: { summary: 'Un autre nom', value: { nom: 'Éditeur Exemple et fils' } } },
  'cles.creer': {
    agent: { summary: 'D’un programme d’agent', value: { nom: 'Essai', role: 'agent', portees: ['lecture', 'faits'] } },
    'bac-a-sable': {
      summary: 'D’un bac à sable',
      value: { nom: 'Recette', role: 'agent', portees: ['lecture', 'faits'], bacASable: true },
    },
  },
  'delegations.accorder': {
    dossier: {
      summary: 'Un dossier, sans fin',
      value: { dossierId: '7b1e', editeurId: '3f0c', du: JOUR, motif: 'Contrat de maintenance' },
    },
  },
  'reglages.poser': {
    delai: { summary: 'Un délai d’usage', value: { cle: 'delai.ans', valeur: 21, du: '2027-01-01' } },
  },
  'modeles.creer': { modele: { summary: 'Un modèle', value: modele(0) } },
  'modeles.ecrire': { modele: { summary: 'Sa version suivante', value: modele(1) } },
} satisfies Partial<Record<IdOperation, Examples>>;

function modele(version: number): object {
  return {
    nom: 'Relance',
    destinataire: 'autre',
    objet: 'Votre dossier',
    corps: 'Bonjour,\n\nIl manque une pièce à votre dossier.',
    version,
  };
}

function factsOf(procedure: Procedure | undefined): Examples {
  const facts = Object.entries(procedure?.facts ?? {}).filter(([, { derive }]) => !derive);
  return Object.fromEntries(
    facts.map(([type, { libelle, exemples }]) => [
      type,
      { summary: libelle, value: { type, date: JOUR, ...exemples[0] } },
    ]),
  );
}

const around = { jour: JOUR, instant: `${JOUR}T08:00:00.000Z`, newId: () => 'b7a1c7e0-6f7e-4b5e-9d53-6a1f0c1d2e3f' };

/**
 * What an operation answers, computed by the engine, 0.4 s for all: of a dossier that has just been opened on each path, or told one
 * fact.
 */
export const answerExamples: Readonly<Record<string, () => Examples>> = {
  'dossiers.lire': perPath((procedure) => caseOf(openedOf(procedure))),
  'dossiers.ouvrir': perPath((procedure) => ({ ...caseOf(openedOf(procedure)), avertissements: [] })),
  'dossiers.lister': onePath((procedure) => {
    const opened = openedOf(procedure);
    return { dossiers: [{ ...caseOf(opened), ...awaitedOf(opened) }], suite: null };
  }),
  'dossiers.faits': onePath((procedure) => ({
    dossier: caseOf(toldOf(procedure)),
    avertissements: [],
    prochainesEtapes: stepsOf(toldOf(procedure)),
  })),
  'dossiers.prochaines-etapes': perPath((procedure) => stepsOf(openedOf(procedure))),
  'dossiers.plan': onePath((procedure) => ({ plan: planOf(alone(openedOf(procedure)), openedOf(procedure), JOUR) })),
  'dossiers.simulation': onePath((procedure) => foreseen(toldOf(procedure))),
  'procedures.plan': onePath((procedure) => foreseen(toldOf(procedure))),
  'procedures.conformite': onePath((procedure) =>
    conformityOf(alone(openedOf(procedure)), around.newId(), [TOLD], around),
  ),
} satisfies Partial<Record<IdOperation, () => Examples>>;

type Make = (procedure: Procedure) => unknown;

function perPath(make: Make): () => Examples {
  return () => examplesOn(paths, make);
}

/** Where all paths answer alike. */
function onePath(make: Make): () => Examples {
  return () => examplesOn(paths.slice(1, 2), make);
}

function examplesOn(some: readonly Procedure[], make: Make): Examples {
  return Object.fromEntries(some.map((path) => [path.id, { summary: path.titre, value: make(path) }]));
}

function openedOf(procedure: Procedure): Instance {
  const fiche = { ...etablissement, sansFiness: false };
  const opened = openInstance(procedure, { id: around.newId(), parentId: null, fiche }, around);
  return welcome(alone(opened), opened, around).family.dossiers[0] as Instance;
}

/** After one fact. */
function toldOf(procedure: Procedure): Instance {
  const opened = openedOf(procedure);
  const decided = decide(alone(opened), opened.id, TOLD, around);
  if (!decided.ok) throw new Error(`${procedure.id} refuses ${TOLD.type}`);
  return decided.value.family.dossiers[0] as Instance;
}

function alone(dossier: Instance): Family {
  return { groupement: null, dossiers: [dossier], certificats: [] };
}

function stepsOf(dossier: Instance) {
  const { sujet, ...steps } = nextSteps(alone(dossier), dossier, JOUR);
  const { genre: _genre, ...subject } = sujet;
  return { dossier: subject, ...steps };
}

function foreseen(dossier: Instance) {
  const { dossier: subject, ...prochainesEtapes } = stepsOf(dossier);
  const plan = planOf(alone(dossier), dossier, JOUR);
  return { acceptes: 1, refus: null, avertissements: [], dossier: subject, prochainesEtapes, plan };
}

/** What is awaited of it, as the list keeps it. */
function awaitedOf(instance: Instance) {
  const { etapes } = nextSteps(alone(instance), instance, JOUR);
  const attentes = etapes
    .filter(({ nature }) => nature === 'obligatoire')
    .map(({ id, libelle, acteur, depuis, possibleDepuis, certificat, faits }) => ({
      etape: id,
      libelle,
      acteur,
      depuis,
      certificat,
      limite: possibleDepuis && addDays(possibleDepuis, politique.delaisJours[acteur]),
      faits: faits.flatMap(({ type, accepte }) => (accepte ? [type] : [])),
    }));
  return aFaireOf({ retour: null, attentes });
}

/** As it is read, had it been written. */
function caseOf(dossier: Instance): object {
  return JSON.parse(represent(toRow(alone(dossier), dossier, { auteur: '', ...around })));
}
