import { etablissement } from '../setup.ts';

/** §4.2, §4.3.2 — approaching the DSI of the GHT or of the group: mandatory. */
export const coordination = (source: '§4.2' | '§4.3.2') =>
  etablissement.createStateConfig({
    meta: { libelle: 'Coordination avec la DSI', phase: 'prevenir', source },
    initial: 'aContacter',
    states: {
      aContacter: {
        meta: {
          libelle: 'DSI du groupement à contacter',
          court: 'Prévenir la DSI',
          acteur: 'etablissement',
          nature: 'obligatoire',
          source,
        },
        on: { 'dsi.contactee': 'contactee' },
      },
      contactee: { meta: { libelle: 'DSI contactée', acteur: 'dsi', nature: 'acquise', source } },
    },
  });
