import { certificatObtenu, designation, formulaireSigne, instruction } from './common-steps.ts';
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
