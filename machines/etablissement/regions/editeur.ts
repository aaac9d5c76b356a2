import { etablissement } from '../setup.ts';

/** §4.2, §4.3 — asking the éditeur for help: recommended, never blocking. */
export const editeur = (source: '§4.2' | '§4.3.1' | '§4.3.2') =>
  etablissement.createStateConfig({
    meta: { libelle: 'Éditeur de logiciel', source },
    initial: 'aContacter',
    states: {
      aContacter: {
        meta: {
          libelle: 'Éditeur de logiciel à contacter',
          acteur: 'etablissement',
          nature: 'recommandee',
          source,
        },
        on: { 'editeur.contacte': 'contacte' },
      },
      contacte: { meta: { libelle: 'Éditeur contacté', acteur: 'editeur', nature: 'acquise', source } },
    },
  });
