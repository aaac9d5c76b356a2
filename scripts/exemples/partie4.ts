import type { Faits } from './api.ts';

/** What an éditeur knows of its customer's software and of its own technician: replace it by yours. */
export const partie4: Faits['formulaire413.partie4Remplie']['partie4'] = {
  logiciels: [{ type: 'DP', editeur: 'Éditeur Exemple', solution: 'Dossier patient', version: '4.2' }],
  offreProAuthSignConf: true,
  domaineMessagerie: 'ch-exemple.fr',
  administrateursTechniques: [
    {
      nom: 'MARTIN',
      prenom: 'Camille',
      courriel: 'installation@editeur-exemple.fr',
      telephone: '0474000000',
      typeCarte: 'CPA',
      rattachement: 'editeur',
    },
  ],
};
