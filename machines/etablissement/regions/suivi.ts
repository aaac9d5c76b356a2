import { etablissement } from '../setup.ts';

const rename = etablissement.emit(({ event }) => {
  if (event.type !== 'etablissement.coordonneesModifiees') throw new Error(`${event.type} brings no name`);
  const { denomination, codePostal, commune } = event;
  return { type: 'fiche', champs: { denomination, codePostal, commune } };
});
const tellClosed = etablissement.emit({
  type: 'offre',
  vers: 'certificats',
  fait: { type: 'etablissement.ferme' },
});

/** A27 — whether the dossier is being worked on; while abandoned no other fact can be told to it, once closed nothing new starts. */
export const suivi = etablissement.createStateConfig({
  meta: { libelle: 'Suivi du dossier', source: 'A27' },
  initial: 'ouvert',
  states: {
    ouvert: {
      meta: { libelle: 'Dossier ouvert', acteur: 'etablissement', nature: 'acquise', source: 'A27' },
      on: {
        'dossier.abandonne': 'abandonne',
        'etablissement.ferme': { target: 'ferme', actions: tellClosed },
        'etablissement.coordonneesModifiees': { actions: rename },
      },
    },
    abandonne: {
      meta: { libelle: 'Dossier abandonné, à rouvrir', acteur: 'etablissement', nature: 'facultative', source: 'A27' },
      on: { 'dossier.rouvert': 'ouvert' },
    },
    ferme: {
      meta: { libelle: 'Établissement fermé', acteur: 'etablissement', nature: 'acquise', source: 'A27' },
    },
  },
});
