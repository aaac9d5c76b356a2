import {
  certificatCommande,
  certificatInstalle,
  certificatRetire,
  formulaireRecu,
  formulaireSigne,
  habilitation,
  martin,
  prerequis,
} from './common-steps.ts';
import { finished, type Journey } from './journey.ts';

const duMandataire = { qualite: 'mandataire', carte: { type: 'CPE', fin: '2035-12-31' } } as const;

/** Two orders before the card that serves: the ANS refuses one, the post loses the other. */
export const carteJamaisActivee: Journey = {
  title: 'Carte de l’administrateur technique refusée par l’ANS, puis perdue avant d’être activée',
  source: 'A27',
  procedure: 'prive-mono-site',
  steps: [
    ...prerequis('2026-01-05').slice(0, 2),
    {
      fact: {
        type: 'administrateurTechnique.designe',
        date: '2026-01-06',
        personne: martin,
        origine: 'employe',
        carte: null,
      },
      shows: ['Carte de l’administrateur technique à demander'],
    },
    {
      fact: { type: 'carteAdministrateur.demandee', date: '2026-01-06', moyen: 'formulaire-301' },
      shows: ['Émission de la carte de l’administrateur technique'],
    },
    {
      fact: { type: 'carteAdministrateur.refusee', date: '2026-01-14', motif: 'Pièce illisible' },
      shows: ['Carte de l’administrateur technique à demander'],
    },
    {
      fact: { type: 'carteAdministrateur.demandee', date: '2026-01-15', moyen: 'formulaire-301' },
      shows: ['Émission de la carte de l’administrateur technique'],
    },
    {
      fact: { type: 'carteAdministrateur.emise', date: '2026-01-26' },
      shows: ['Carte de l’administrateur technique à recevoir et activer'],
    },
    {
      fact: { type: 'carteAdministrateur.opposee', date: '2026-02-02', motif: 'Jamais arrivée' },
      shows: ['Carte de l’administrateur technique à remplacer'],
    },
    {
      fact: { type: 'carteAdministrateur.demandee', date: '2026-02-02', moyen: 'tom' },
      shows: ['Émission de la carte de l’administrateur technique'],
    },
    {
      fact: { type: 'carteAdministrateur.emise', date: '2026-02-12' },
      shows: ['Carte de l’administrateur technique à recevoir et activer'],
    },
    {
      fact: { type: 'carteAdministrateur.activee', date: '2026-02-16', carte: { type: 'CPA', fin: '2029-02-12' } },
      refused: ['carte-employe'],
    },
    { fact: { type: 'carteAdministrateur.activee', date: '2026-02-16', carte: { type: 'CPE', fin: '2029-02-12' } } },
    ...formulaireSigne('2026-02-17'),
    ...formulaireRecu('2026-02-17'),
    ...habilitation('2026-02-27'),
    ...certificatCommande('2026-03-02'),
    ...certificatRetire('2026-03-04'),
    ...certificatInstalle('2026-03-04'),
  ],
  ends: finished,
};

/** The mandate is another thing than the card that makes it usable. */
export const mandataireSansNouvelleCarte: Journey = {
  title: 'Mandataire dont la nouvelle carte est refusée : le mandat reste, il signe avec la suivante',
  source: 'A27',
  procedure: 'prive-mono-site',
  steps: [
    ...prerequis('2026-01-05'),
    { fact: { type: 'mandat.trouve', date: '2026-01-05', carte: { type: 'CPE', fin: '2035-12-31' } } },
    {
      fact: { type: 'carteMandataire.opposee', date: '2026-01-08', motif: 'Vol' },
      shows: ['Carte du mandataire à remplacer'],
    },
    {
      fact: { type: 'carteMandataire.demandee', date: '2026-01-09', moyen: 'formulaire-301' },
      shows: ['Émission de la nouvelle carte du mandataire'],
    },
    {
      fact: { type: 'carteMandataire.refusee', date: '2026-01-20', motif: 'Photographie manquante' },
      shows: ['Carte du mandataire à remplacer'],
    },
    {
      fact: { type: 'carteMandataire.demandee', date: '2026-01-21', moyen: 'formulaire-301' },
      shows: ['Émission de la nouvelle carte du mandataire'],
    },
    {
      fact: { type: 'carteMandataire.emise', date: '2026-02-02' },
      shows: ['Carte du mandataire à recevoir et activer'],
    },
    ...formulaireSigne('2026-02-03', { visa: duMandataire }).slice(0, 3),
    { fact: { type: 'formulaire413.signe', date: '2026-02-03' }, refused: ['mandataire-actif'] },
    { fact: { type: 'carteMandataire.activee', date: '2026-02-05', carte: { type: 'CPE', fin: '2035-12-31' } } },
    ...formulaireSigne('2026-02-05').slice(3),
    ...formulaireRecu('2026-02-05'),
    ...habilitation('2026-02-13'),
    ...certificatCommande('2026-02-16'),
    ...certificatRetire('2026-02-18'),
    ...certificatInstalle('2026-02-18'),
  ],
  ends: { ...finished, shows: ['Éditeur de logiciel à contacter'] },
};
