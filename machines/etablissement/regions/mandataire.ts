import { and } from '../../guard.ts';
import { canDelegate, dropCarte, etablissement, keepCarte } from '../setup.ts';
import { forgetMandataire, keepConnus } from './connus.ts';

const keep = keepCarte('carteMandataire');
const drop = dropCarte('carteMandataire');
const renewed = { guard: 'isCarteRecueInDate', target: 'actif', actions: keep } as const;
const lost = { target: 'carteARemplacer', actions: drop } as const;
const expired = { ...lost, guard: 'isCarteMandataireEchue' } as const;
const ended = { target: 'aucun', actions: [drop, forgetMandataire] } as const;
const toConfirm = { target: 'aConfirmer', actions: drop } as const;
const echeances = [{ fait: 'carteMandataire.expiree', champ: 'carteMandataire.fin', joursAvant: -1 }] as const;

/** §4.1 — the optional delegate, whose mandate is given under the contract, and the card that makes it usable. */
export const mandataire = etablissement.createStateConfig({
  meta: { libelle: 'Mandataire', phase: 'equiper', source: '§4.1' },
  initial: 'aucun',
  on: {
    'etablissement.identifiantModifie': { ...ended, guard: 'isIdentifiantNouveau', target: '.aucun' },
    'contrat.termine': { ...ended, guard: 'hasContratActif', target: '.aucun' },
  },
  states: {
    aucun: {
      meta: {
        libelle: 'Mandataire, si le représentant légal délègue',
        court: 'Mandataire, pour déléguer ?',
        acteur: 'representantLegal',
        nature: 'facultative',
        formulaire: 'formulaire-502',
        question: 'Un mandataire est-il déjà habilité, porteur d’une carte active ?',
        source: '§4.1',
      },
      on: {
        'mandat.trouve': { ...renewed, guard: and(['hasContratActif', 'isCarteRecueInDate']) },
        'carteMandataire.demandee': { guard: canDelegate, target: 'attenteCarte', actions: keepConnus },
        'mandat.demande': {
          guard: and([canDelegate, 'isCarteRecueInDate']),
          target: 'attenteMandat',
          actions: keepConnus,
        },
      },
    },
    attenteCarte: {
      meta: {
        libelle: 'Émission de la carte du mandataire',
        court: 'Carte : émission',
        acteur: 'ans',
        nature: 'attente',
        source: 'A11',
      },
      on: {
        'carteMandataire.emise': 'aActiver',
        'mandat.refuse': ended,
        'representantLegal.remplace': ended,
      },
    },
    attenteRemplacement: {
      meta: {
        libelle: 'Émission de la nouvelle carte du mandataire',
        acteur: 'ans',
        nature: 'attente',
        source: 'A27',
      },
      on: {
        'carteMandataire.emise': 'aActiver',
        'carteMandataire.refusee': 'carteARemplacer',
        'mandat.termine': ended,
        'representantLegal.remplace': 'aConfirmer',
      },
    },
    aActiver: {
      meta: {
        libelle: 'Carte du mandataire à recevoir et activer',
        court: 'Recevoir, activer',
        acteur: 'mandataire',
        nature: 'facultative',
        source: '§4.1',
      },
      on: {
        'carteMandataire.activee': renewed,
        'carteMandataire.opposee': lost,
        'mandat.termine': ended,
        'representantLegal.remplace': 'aConfirmer',
      },
    },
    attenteMandat: {
      meta: {
        libelle: 'Enregistrement du mandat par l’ANS',
        court: 'Mandat : enregistrement',
        acteur: 'ans',
        nature: 'attente',
        source: 'A11',
      },
      on: { 'mandat.enregistre': renewed, 'mandat.refuse': ended, 'representantLegal.remplace': ended },
    },
    actif: {
      meta: {
        libelle: 'Mandataire habilité, carte active',
        court: 'Mandataire équipé',
        acteur: 'mandataire',
        nature: 'acquise',
        source: '§4.1',
        echeances,
      },
      on: {
        'carteMandataire.bloquee': 'bloque',
        'carteMandataire.expiree': expired,
        'carteMandataire.opposee': lost,
        'carteMandataire.renouvelee': renewed,
        'mandat.termine': ended,
        'representantLegal.remplace': toConfirm,
      },
    },
    bloque: {
      meta: {
        libelle: 'Carte du mandataire à débloquer',
        acteur: 'mandataire',
        nature: 'facultative',
        source: 'A27',
        echeances,
      },
      on: {
        'carteMandataire.debloquee': { guard: 'isCarteMandataireInDate', target: 'actif' },
        'carteMandataire.expiree': expired,
        'carteMandataire.opposee': lost,
        'carteMandataire.renouvelee': renewed,
        'mandat.termine': ended,
        'representantLegal.remplace': toConfirm,
      },
    },
    carteARemplacer: {
      meta: {
        libelle: 'Carte du mandataire à remplacer',
        acteur: 'representantLegal',
        nature: 'facultative',
        formulaire: 'formulaire-301',
        source: 'A27',
      },
      on: {
        'carteMandataire.demandee': { guard: canDelegate, target: 'attenteRemplacement', actions: keepConnus },
        'carteMandataire.renouvelee': renewed,
        'mandat.termine': ended,
        'representantLegal.remplace': 'aConfirmer',
      },
    },
    aConfirmer: {
      meta: {
        libelle: 'Mandat à confirmer par le nouveau représentant légal',
        acteur: 'representantLegal',
        nature: 'facultative',
        source: 'A27',
      },
      on: {
        'mandat.confirme': { guard: and([canDelegate, 'isCarteRecueInDate']), target: 'actif', actions: keep },
        'mandat.termine': ended,
      },
    },
  },
});
