import { etablissement } from '../setup.ts';
import { keepConnus } from './connus.ts';

const renumber = etablissement.emit(({ event }) => {
  if (event.type !== 'etablissement.identifiantModifie') throw new Error(`${event.type} brings no identifier`);
  return { type: 'fiche', champs: { siret: event.siret, finess: event.finess } };
});
const tellRenumbered = etablissement.emit({
  type: 'offre',
  vers: 'certificats',
  fait: { type: 'etablissement.identifiantModifie' },
});
const keepIdentifiants = etablissement.assign(({ context, event }) =>
  event.type === 'etablissement.identifiantModifie'
    ? { identifiants: { siret: event.siret, finess: event.finess } }
    : { identifiants: context.identifiants },
);

const sent = { target: 'attenteDecision', actions: keepConnus } as const;

/** §4.1 — the ANS contract of the structure. */
export const contrat = etablissement.createStateConfig({
  meta: { libelle: 'Contrat avec l’ANS', phase: 'equiper', source: '§4.1' },
  initial: 'aVerifier',
  on: {
    'etablissement.identifiantModifie': {
      guard: 'isIdentifiantNouveau',
      target: '.aVerifier',
      actions: [keepIdentifiants, renumber, tellRenumbered],
    },
  },
  states: {
    aVerifier: {
      meta: {
        libelle: 'Contrat avec l’ANS à vérifier',
        court: 'Contrat avec l’ANS ?',
        acteur: 'representantLegal',
        nature: 'obligatoire',
        formulaire: 'contrat-structure',
        question: 'La structure a-t-elle déjà un contrat avec l’ANS ?',
        source: '§4.1',
      },
      on: { 'contrat.trouve': 'actif', 'contrat.absent': 'aCompleter', 'contrat.transmis': sent },
    },
    aCompleter: {
      meta: {
        libelle: 'Contrat de structure à compléter',
        acteur: 'representantLegal',
        nature: 'obligatoire',
        formulaire: 'contrat-structure',
        source: '§4.1',
      },
      on: { 'contrat.transmis': sent },
    },
    attenteDecision: {
      meta: {
        libelle: 'Décision de l’ANS sur le contrat',
        court: 'Contrat : décision',
        acteur: 'ans',
        nature: 'attente',
        source: 'A11',
      },
      on: { 'contrat.signe': 'actif', 'contrat.refuse': 'aCompleter' },
    },
    actif: {
      meta: { libelle: 'Contrat actif', court: 'Contrat actif', acteur: 'ans', nature: 'acquise', source: '§4.1' },
      on: { 'contrat.termine': 'aCompleter' },
    },
  },
});
