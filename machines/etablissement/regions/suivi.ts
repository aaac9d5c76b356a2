import { etablissement } from '../setup.ts';

/** §4 — whether the dossier is being worked on; while abandoned no other fact can be told to it. */
export const suivi = etablissement.createStateConfig({
  meta: { libelle: 'Suivi du dossier', source: '§4' },
  initial: 'ouvert',
  states: {
    ouvert: {
      meta: { libelle: 'Dossier ouvert', acteur: 'etablissement', nature: 'acquise', source: '§4' },
      on: { 'dossier.abandonne': 'abandonne' },
    },
    abandonne: {
      meta: { libelle: 'Dossier abandonné, à rouvrir', acteur: 'etablissement', nature: 'facultative', source: '§4' },
      on: { 'dossier.rouvert': 'ouvert' },
    },
  },
});
