import { certificatObtenu, designation, formulaireSigne, instruction } from './common-steps.ts';
import { monoSite } from './journey.ts';

/** Everything is missing at first, the ANS refuses the contract once, and the mandataire is empowered by form 502. */
export const cliniqueMonoSite = monoSite({
  title: 'Clinique mono-site sans contrat ni carte, qui délègue à un mandataire déjà porteur d’une CPE',
  source: '§4.3.1',
  steps: [
    { fact: { type: 'contrat.absent', date: '2026-01-05' }, shows: ['Contrat de structure à compléter'] },
    { fact: { type: 'contrat.transmis', date: '2026-01-07' }, shows: ['Décision de l’ANS sur le contrat'] },
    {
      fact: { type: 'contrat.refuse', date: '2026-01-14', motif: 'Signature illisible' },
      shows: ['Contrat de structure à compléter'],
    },
    { fact: { type: 'contrat.transmis', date: '2026-01-15' }, shows: ['Décision de l’ANS sur le contrat'] },
    {
      fact: { type: 'carteResponsable.absente', date: '2026-01-15' },
      shows: ['Carte du responsable à demander par le formulaire 101'],
    },
    { fact: { type: 'formulaire101.transmis', date: '2026-01-15' }, shows: ['Émission de la carte du responsable'] },
    {
      fact: { type: 'carteResponsable.emise', date: '2026-01-28' },
      shows: ['Carte du responsable à recevoir et activer'],
    },
    { fact: { type: 'carteResponsable.activee', date: '2026-02-02', carte: { type: 'CDE', fin: '2029-01-28' } } },
    {
      fact: { type: 'mandat.demande', date: '2026-02-02', moyen: 'formulaire-502' },
      refused: ['contrat-actif'],
    },
    { fact: { type: 'contrat.signe', date: '2026-02-03', numero: 'C-2026-0042' } },
    {
      fact: { type: 'mandat.demande', date: '2026-02-03', moyen: 'formulaire-502' },
      shows: ['Enregistrement du mandat par l’ANS'],
    },
    { fact: { type: 'mandat.enregistre', date: '2026-02-12', carte: { type: 'CPE', fin: '2028-06-30' } } },
    {
      fact: designation('2026-02-12', { nom: 'Petit', prenom: 'Sacha' }, { type: 'CPE', fin: '2028-03-31' }),
    },
    ...formulaireSigne('2026-02-13', {
      visa: { qualite: 'mandataire', carte: { type: 'CPE', fin: '2028-06-30' } },
      contact: { nom: 'Petit', prenom: 'Sacha' },
    }),
    ...instruction('2026-02-16', '2026-02-23'),
    {
      fact: {
        type: 'certificat.demande',
        date: '2026-02-24',
        beneficiaire: { nom: 'Durand', prenom: 'Alix', qualite: 'pharmacien', carte: 'CPS' },
        usage: 'AUTH',
        offre: 'ORG',
        prerequisVerifies: true,
      },
      refused: ['offre-pro'],
    },
    ...certificatObtenu('2026-02-24', '2026-02-26'),
  ],
  ends: { statut: 'enService', restant: 0, shows: ['Éditeur de logiciel à contacter'] },
});
