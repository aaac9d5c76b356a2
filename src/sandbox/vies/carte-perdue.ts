import {
  certificatCommande,
  certificatInstalle,
  certificatRetire,
  formulaireRecu,
  formulaireSigne,
  habilitation,
  prerequis,
} from './common-steps.ts';
import type { Journey } from './journey.ts';

/** A lost card suspends the withdrawal, which resumes in place once a new card is active. */
export const cartePerdue: Journey = {
  title: 'Administrateur technique qui perd sa carte entre la commande et le retrait, sans perdre son habilitation',
  source: '§4',
  procedure: 'prive-mono-site',
  steps: [
    ...prerequis('2026-04-01'),
    ...formulaireSigne('2026-04-02'),
    ...formulaireRecu('2026-04-02'),
    ...habilitation('2026-04-13'),
    ...certificatCommande('2026-04-14'),
    {
      fact: { type: 'carteAdministrateur.opposee', date: '2026-04-15' },
      shows: ['Carte de l’administrateur technique à remplacer'],
    },
    {
      fact: { type: 'certificat.disponible', date: '2026-04-16' },
      on: 'certificat',
      shows: ['Certificat à retirer (AUTH, Alix Durand)'],
    },
    {
      fact: { type: 'certificat.retire', date: '2026-04-16' },
      on: 'certificat',
      refused: ['administrateur-technique-habilite'],
    },
    {
      fact: { type: 'carteAdministrateur.demandee', date: '2026-04-16', moyen: 'formulaire-301' },
      shows: ['Émission de la carte de l’administrateur technique'],
    },
    {
      fact: { type: 'carteAdministrateur.emise', date: '2026-04-27' },
      shows: ['Carte de l’administrateur technique à recevoir et activer'],
    },
    { fact: { type: 'carteAdministrateur.activee', date: '2026-04-30', carte: { type: 'CPE', fin: '2029-04-27' } } },
    ...certificatRetire('2026-04-30').slice(1),
    ...certificatInstalle('2026-05-04'),
  ],
  ends: {
    statut: 'enService',
    restant: 0,
    shows: ['Éditeur de logiciel à contacter', 'Mandataire, si le représentant légal délègue'],
  },
};
