import { certificatObtenu, designation, formulaireSigne, instruction, nouvelleCarte } from './common-steps.ts';
import type { Journey } from './journey.ts';

/** A health professional at the head needs no form 101; TOM gives the administrateur technique a card. */
export const groupePrive: Journey = {
  title: 'EHPAD d’un groupe privé, dirigé par un porteur de « CPS responsable », avec une carte demandée par TOM',
  source: '§4.3.2',
  procedure: 'prive-groupe',
  groupement: 'groupe-prive',
  steps: [
    { fact: { type: 'dsi.contactee', date: '2026-02-02' }, on: 'groupement' },
    { fact: { type: 'contrat.trouve', date: '2026-02-03', numero: 'C-2021-0815' } },
    { fact: { type: 'carteResponsable.trouvee', date: '2026-02-03', carte: { type: 'CPS', fin: '2027-09-30' } } },
    {
      fact: designation('2026-02-04', { nom: 'Moreau', prenom: 'Noa' }, null),
      shows: ['Carte de l’administrateur technique à demander'],
    },
    ...nouvelleCarte('2026-02-04', '2026-02-16', 'tom'),
    { fact: { type: 'carteAdministrateur.activee', date: '2026-02-19', carte: { type: 'CPE', fin: '2029-02-16' } } },
    ...formulaireSigne('2026-02-20', { contact: { nom: 'Moreau', prenom: 'Noa' } }),
    ...instruction('2026-02-20', '2026-03-02'),
    ...certificatObtenu('2026-03-03', '2026-03-05'),
  ],
  ends: {
    statut: 'enService',
    restant: 0,
    shows: [
      'État des lieux des contrats par la DSI',
      'Éditeur de logiciel à contacter',
      'Mandataire, si le représentant légal délègue',
    ],
  },
};
