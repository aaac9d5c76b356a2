import { etablissement } from '../setup.ts';

/** §4.2, §4.3 — asking the éditeur for help: recommended, never blocking. */
export const editeur = etablissement.createStateConfig({
  meta: { libelle: 'Éditeur de logiciel', source: '§4.2' },
  initial: 'aContacter',
  states: {
    aContacter: {
      meta: {
        libelle: 'Éditeur de logiciel à contacter',
        acteur: 'etablissement',
        nature: 'recommandee',
        source: '§4.2',
      },
      on: { 'editeur.contacte': 'contacte' },
    },
    contacte: { meta: { libelle: 'Éditeur contacté', acteur: 'editeur', nature: 'acquise', source: '§4.2' } },
  },
});
