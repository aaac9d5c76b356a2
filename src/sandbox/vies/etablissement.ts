import {
  certificatCommande,
  certificatInstalle,
  certificatRetire,
  enService,
  formulaireRecu,
  formulaireSigne,
  habilite,
} from './common-steps.ts';
import { finished, type Journey } from './journey.ts';

const nouveaux = { siret: '35600000000048', finess: '010000057' };
const alerte = 'Révoquer, annuler ou maintenir le certificat ? (AUTH, Alix Durand)';

/** Nothing is ordered without a contract; the habilitation stands. */
export const contratTermine: Journey = {
  title: 'Contrat terminé avant la première commande : un nouveau contrat la rend possible',
  source: 'A27',
  procedure: 'prive-mono-site',
  steps: [
    ...habilite('2026-01-05'),
    {
      fact: { type: 'contrat.termine', date: '2026-01-19', motif: 'Échéance' },
      shows: ['Contrat de structure à compléter'],
    },
    {
      fact: {
        type: 'certificat.demande',
        date: '2026-01-20',
        beneficiaire: { nom: 'Durand', prenom: 'Alix', qualite: 'pharmacien', carte: 'CPS' },
        usage: 'AUTH',
        prerequisVerifies: true,
      },
      refused: ['contrat-actif'],
    },
    { fact: { type: 'contrat.transmis', date: '2026-01-20' }, shows: ['Décision de l’ANS sur le contrat'] },
    { fact: { type: 'contrat.signe', date: '2026-02-03', numero: 'C-2026-0107' } },
    ...certificatCommande('2026-02-03'),
    ...certificatRetire('2026-02-06'),
    ...certificatInstalle('2026-02-06'),
  ],
  ends: finished,
};

/** A23 — the entity that one joins may have its contract and its card: they are looked for, not asked again. */
export const fusion: Journey = {
  title: 'Fusion : le nouveau SIRET a déjà un contrat, et chaque certificat pose la question de sa révocation',
  source: 'A23',
  procedure: 'prive-mono-site',
  steps: [
    ...enService('2026-01-05'),
    {
      fact: { type: 'etablissement.identifiantModifie', date: '2026-03-02', ...nouveaux },
      shows: [
        'Contrat avec l’ANS à vérifier',
        'Carte CDE ou CPS responsable à vérifier',
        'Partie 1 à remplir : identification',
        'Partie 3 à remplir : visa et cachet',
        'Partie 4 à remplir : détails de la demande',
        alerte,
      ],
    },
    { fact: { type: 'certificat.maintenu', date: '2026-03-03', motif: 'Même pharmacie' }, on: 'certificat' },
    { fact: { type: 'contrat.trouve', date: '2026-03-03', numero: 'C-2019-0001', depuis: '2019-06-01' } },
    {
      fact: {
        type: 'carteResponsable.trouvee',
        date: '2026-03-03',
        carte: { type: 'CDE', fin: '2035-12-31' },
        depuis: '2024-01-15',
      },
    },
    ...formulaireSigne('2026-03-04', { identifiants: nouveaux }),
    ...formulaireRecu('2026-03-04'),
    { fact: { type: 'habilitation.accordee', date: '2026-03-13' } },
  ],
  ends: finished,
};

/** What is begun ends, nothing new starts, and what is in service is to be revoked. */
export const etablissementFerme: Journey = {
  title: 'Établissement qui ferme : une commande en cours est annulée, le certificat en service révoqué',
  source: 'A27',
  procedure: 'prive-mono-site',
  steps: [
    ...enService('2026-01-05'),
    ...certificatCommande('2026-02-02'),
    {
      fact: { type: 'etablissement.ferme', date: '2026-02-09', motif: 'Cessation d’activité' },
      shows: [alerte, alerte],
    },
    {
      fact: {
        type: 'certificat.demande',
        date: '2026-02-10',
        beneficiaire: { nom: 'Durand', prenom: 'Alix', qualite: 'pharmacien', carte: 'CPS' },
        usage: 'AUTH',
        prerequisVerifies: true,
      },
      refused: ['dossier-ouvert'],
    },
    { fact: { type: 'certificat.annule', date: '2026-02-10', motif: 'autre' }, on: 'certificat' },
    { fact: { type: 'certificat.revoque', date: '2026-02-10', motif: 'fin-activite' }, on: 'premierCertificat' },
  ],
  ends: { statut: 'clos', restant: 0, shows: [] },
};
