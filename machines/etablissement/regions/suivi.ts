import { etablissement } from '../setup.ts';

/** A27 — whether the dossier is being worked on; while abandoned no other fact can be told to it. */
export const suivi = etablissement.createStateConfig({
  meta: { libelle: 'Suivi du dossier', source: 'A27' },
  initial: 'ouvert',
  states: {
    ouvert: {
      meta: { libelle: 'Dossier ouvert', acteur: 'etablissement', nature: 'acquise', source: 'A27' },
      on: { 'dossier.abandonne': 'abandonne' },
    },
    abandonne: {
      meta: { libelle: 'Dossier abandonné, à rouvrir', acteur: 'etablissement', nature: 'facultative', source: 'A27' },
      on: { 'dossier.rouvert': 'ouvert' },
    },
  },
});
