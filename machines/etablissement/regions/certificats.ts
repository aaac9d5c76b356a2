import { etablissement } from '../setup.ts';

/** §6, §7 — how far the certificates are, as their count says. */
export const certificats = etablissement.createStateConfig({
  meta: { libelle: 'Certificats', source: '§6' },
  initial: 'aucun',
  states: {
    aucun: {
      meta: { libelle: 'Aucun certificat', acteur: 'administrateurTechnique', nature: 'acquise', source: 'A13' },
      on: { 'certificats.enCours': 'enCours', 'certificats.enService': 'enService' },
    },
    enCours: {
      meta: { libelle: 'Certificats commandés', acteur: 'administrateurTechnique', nature: 'acquise', source: '§6' },
      on: { 'certificats.aucun': 'aucun', 'certificats.enService': 'enService' },
    },
    enService: {
      meta: { libelle: 'Certificats en service', acteur: 'administrateurTechnique', nature: 'acquise', source: '§6' },
      on: { 'certificats.aucun': 'aucun', 'certificats.enCours': 'enCours' },
    },
  },
});
