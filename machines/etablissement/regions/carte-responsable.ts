import { dropCarte, etablissement, keepCarte } from '../setup.ts';
import { keepConnus } from './connus.ts';

const keep = keepCarte('carteResponsable');
const drop = dropCarte('carteResponsable');
const renewed = { guard: 'isCarteRecueInDate', target: 'active', actions: keep } as const;
const lost = { target: 'aRemplacer', actions: drop } as const;
const expired = { ...lost, guard: 'isCarteResponsableEchue' } as const;
const ordered = { target: 'attenteEmission', actions: keepConnus } as const;
const echeances = [{ fait: 'carteResponsable.expiree', champ: 'carteResponsable.fin', joursAvant: -1 }] as const;

/** §4.1 — the CDE, or CPS responsable, of the legal representative. */
export const carteResponsable = etablissement.createStateConfig({
  meta: { libelle: 'Carte du représentant légal', phase: 'equiper', source: '§4.1' },
  initial: 'aVerifier',
  on: {
    'representantLegal.remplace': { target: '.aVerifier', actions: [drop, keepConnus] },
    'etablissement.identifiantModifie': {
      guard: 'isIdentifiantNouveau',
      target: '.aVerifier',
      actions: drop,
    },
  },
  states: {
    aVerifier: {
      meta: {
        libelle: 'Carte CDE ou CPS responsable à vérifier',
        court: 'Carte CDE ou CPS active ?',
        acteur: 'representantLegal',
        nature: 'obligatoire',
        formulaire: 'formulaire-101',
        question: 'Le représentant légal a-t-il déjà une carte CDE, ou CPS responsable, active ?',
        source: '§4.1',
      },
      on: {
        'carteResponsable.trouvee': renewed,
        'carteResponsable.absente': 'aDemander',
        'formulaire101.transmis': ordered,
      },
    },
    aDemander: {
      meta: {
        libelle: 'Carte du responsable à demander par le formulaire 101',
        acteur: 'representantLegal',
        nature: 'obligatoire',
        formulaire: 'formulaire-101',
        source: '§4.1',
      },
      on: { 'formulaire101.transmis': ordered },
    },
    aRemplacer: {
      meta: {
        libelle: 'Carte du responsable à remplacer',
        acteur: 'representantLegal',
        nature: 'obligatoire',
        formulaire: 'formulaire-101',
        source: 'A27',
      },
      on: { 'formulaire101.transmis': ordered, 'carteResponsable.renouvelee': renewed },
    },
    attenteEmission: {
      meta: {
        libelle: 'Émission de la carte du responsable',
        court: 'Carte CDE : émission',
        acteur: 'ans',
        nature: 'attente',
        source: 'A11',
      },
      on: { 'carteResponsable.emise': 'aActiver', 'formulaire101.refuse': 'aDemander' },
    },
    aActiver: {
      meta: {
        libelle: 'Carte du responsable à recevoir et activer',
        court: 'Recevoir, activer',
        acteur: 'representantLegal',
        nature: 'obligatoire',
        source: '§4.1',
      },
      on: { 'carteResponsable.activee': renewed, 'carteResponsable.opposee': lost },
    },
    active: {
      meta: {
        libelle: 'Carte du responsable active',
        court: 'Carte active',
        acteur: 'representantLegal',
        nature: 'acquise',
        source: '§4.1',
        echeances,
      },
      on: {
        'carteResponsable.bloquee': 'bloquee',
        'carteResponsable.expiree': expired,
        'carteResponsable.opposee': lost,
        'carteResponsable.renouvelee': renewed,
      },
    },
    bloquee: {
      meta: {
        libelle: 'Carte du responsable à débloquer',
        acteur: 'representantLegal',
        nature: 'obligatoire',
        source: 'A27',
        echeances,
      },
      on: {
        'carteResponsable.debloquee': { guard: 'isCarteResponsableInDate', target: 'active' },
        'carteResponsable.expiree': expired,
        'carteResponsable.opposee': lost,
        'carteResponsable.renouvelee': renewed,
      },
    },
  },
});
