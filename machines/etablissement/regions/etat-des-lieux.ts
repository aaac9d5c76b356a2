import { etablissement } from '../setup.ts';

/** §4.2, §4.3.2 — the DSI's survey of the contracts with the ANS: preferable, never blocking. */
export const etatDesLieux = (source: '§4.2' | '§4.3.2') =>
  etablissement.createStateConfig({
    meta: { libelle: 'État des lieux des contrats', phase: 'equiper', source },
    initial: 'attendu',
    states: {
      attendu: {
        meta: {
          libelle: 'État des lieux des contrats par la DSI',
          court: 'État des lieux des contrats',
          acteur: 'dsi',
          nature: 'recommandee',
          source,
        },
        on: { 'etatDesLieux.recu': 'recu' },
      },
      recu: { meta: { libelle: 'État des lieux reçu', acteur: 'dsi', nature: 'acquise', source } },
    },
  });
