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

/** A renewal orders a successor, which is withdrawn and installed in its turn. */
export const renouvellement: Journey = {
  title: 'Certificat de trois ans renouvelé pendant son préavis de 60 jours',
  source: '§7',
  procedure: 'prive-mono-site',
  steps: [
    ...prerequis('2023-05-02'),
    ...formulaireSigne('2023-05-03'),
    ...formulaireRecu('2023-05-03'),
    ...habilitation('2023-05-10'),
    ...certificatCommande('2023-05-11'),
    ...certificatRetire('2023-05-15'),
    ...certificatInstalle('2023-05-15'),
    {
      fact: { type: 'certificat.renouvellementDu', date: '2026-03-16' },
      on: 'certificat',
      shows: ['Certificat à renouveler (AUTH, Alix Durand)'],
    },
    {
      fact: { type: 'certificat.renouvele', date: '2026-04-02', carte: 'CPS' },
      on: 'certificat',
      shows: ['Mise à disposition du certificat (AUTH, Alix Durand)'],
    },
    ...certificatRetire('2026-04-07'),
    ...certificatInstalle('2026-04-08'),
  ],
  ends: {
    statut: 'enService',
    restant: 0,
    shows: ['Éditeur de logiciel à contacter', 'Mandataire, si le représentant légal délègue'],
  },
};
