import { etablissement } from '../setup.ts';

const renumber = etablissement.emit(({ event }) => {
  if (event.type !== 'etablissement.identifiantModifie') throw new Error(`${event.type} brings no identifier`);
  return { type: 'identifiants', siret: event.siret, finess: event.finess };
});

/** §4.1 — the ANS contract of the structure. */
export const contrat = etablissement.createStateConfig({
  meta: { libelle: 'Contrat avec l’ANS', source: '§4.1' },
  initial: 'aVerifier',
  on: { 'etablissement.identifiantModifie': { target: '.aCompleter', actions: renumber } },
  states: {
    aVerifier: {
      meta: {
        libelle: 'Contrat avec l’ANS à vérifier',
        acteur: 'representantLegal',
        nature: 'obligatoire',
        source: '§4.1',
      },
      on: { 'contrat.trouve': 'actif', 'contrat.absent': 'aCompleter' },
    },
    aCompleter: {
      meta: {
        libelle: 'Contrat de structure à compléter',
        acteur: 'representantLegal',
        nature: 'obligatoire',
        formulaire: 'contrat-structure',
        source: '§4.1',
      },
      on: { 'contrat.transmis': 'attenteDecision' },
    },
    attenteDecision: {
      meta: { libelle: 'Décision de l’ANS sur le contrat', acteur: 'ans', nature: 'attente', source: '§4.1' },
      on: { 'contrat.signe': 'actif', 'contrat.refuse': 'aCompleter' },
    },
    actif: { meta: { libelle: 'Contrat actif', acteur: 'ans', nature: 'acquise', source: '§4.1' } },
  },
});
