import { foldName } from '../administrateurs.ts';
import { etablissement } from '../setup.ts';

const keepEditeur = etablissement.assign({
  editeur: ({ event }) =>
    event.type === 'editeur.contacte' && event.editeur !== undefined ? foldName(event.editeur) : null,
});

/** §4.2, §4.3 — asking the éditeur for help: recommended, never blocking. */
export const editeur = (source: '§4.2' | '§4.3.1' | '§4.3.2') =>
  etablissement.createStateConfig({
    meta: { libelle: 'Éditeur de logiciel', phase: 'prevenir', source },
    initial: 'aContacter',
    states: {
      aContacter: {
        meta: {
          libelle: 'Éditeur de logiciel à contacter',
          court: 'Contacter l’éditeur',
          acteur: 'etablissement',
          nature: 'recommandee',
          source,
        },
        on: { 'editeur.contacte': { target: 'contacte', actions: keepEditeur } },
      },
      contacte: { meta: { libelle: 'Éditeur contacté', acteur: 'editeur', nature: 'acquise', source } },
    },
  });
