import { certificatObtenu, designation, formulaireSigne, instruction, nouvelleCarte } from './common-steps.ts';
import { type Journey, site } from './journey.ts';

const { siret, finess } = site;

/** The survey spares the checks, but nothing is sent before the DSI has been approached. */
export const hopitalGht: Journey = {
  title: 'Hôpital d’un GHT, dont la DSI fait l’état des lieux, avec un technicien de l’éditeur venu avec sa CPA',
  source: '§4.2',
  procedure: 'public-ght',
  groupement: 'ght',
  steps: [
    {
      fact: {
        type: 'etatDesLieux.recu',
        date: '2026-03-02',
        sites: [
          { siret, finess, contrat: 'actif', carteResponsable: { type: 'CDE', fin: '2028-11-30' }, mandataire: null },
        ],
      },
      on: 'groupement',
    },
    { fact: { type: 'editeur.contacte', date: '2026-03-03', editeur: 'Éditeur Exemple' } },
    {
      fact: designation('2026-03-05', { nom: 'Bernard', prenom: 'Lou' }, null, 'technicien'),
      shows: ['CPA du technicien attendue'],
    },
    ...formulaireSigne('2026-03-06', {
      contact: { nom: 'Bernard', prenom: 'Lou', typeCarte: 'CPA', rattachement: 'editeur' },
    }),
    {
      fact: { type: 'formulaire413.transmis', date: '2026-03-06', canal: 'PORTAIL' },
      refused: ['administrateur-technique-actif', 'administrateur-technique-nomme', 'dsi-contactee'],
    },
    {
      fact: { type: 'carteAdministrateur.activee', date: '2026-03-09', carte: { type: 'CPE', fin: '2028-03-31' } },
      refused: ['carte-technicien'],
    },
    { fact: { type: 'carteAdministrateur.activee', date: '2026-03-10', carte: { type: 'CPA', fin: '2028-03-31' } } },
    {
      fact: { type: 'formulaire413.transmis', date: '2026-03-10', canal: 'PORTAIL' },
      refused: ['dsi-contactee'],
    },
    { fact: { type: 'dsi.contactee', date: '2026-03-11', interlocuteur: 'DSI du GHT' }, on: 'groupement' },
    ...instruction('2026-03-11', '2026-03-20'),
    ...certificatObtenu('2026-03-23', '2026-03-25', '2026-03-26'),
  ],
  ends: { statut: 'enService', restant: 0, shows: ['Mandataire, si le représentant légal délègue'] },
};

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
