import { and } from 'xstate';
import { dropCarte, etablissement, keepCarte } from '../setup.ts';

const keep = keepCarte('carteMandataire');
const drop = dropCarte('carteMandataire');
const renewed = { guard: 'isCarteRecueInDate', target: 'actif', actions: keep } as const;
const lost = { target: 'carteARemplacer', actions: drop } as const;
const ended = { target: 'aucun', actions: drop } as const;

/** §4.1 — only a legal representative with a contract and an active card may delegate. */
const canDelegate = and(['hasContratActif', 'hasCarteResponsableActive', 'isCarteResponsableInDate']);

/** §4.1 — the optional delegate, whose mandate is given under the contract, and the card that makes it usable. */
export const mandataire = etablissement.createStateConfig({
  meta: { libelle: 'Mandataire', source: '§4.1' },
  initial: 'aucun',
  on: { 'etablissement.identifiantModifie': { target: '.aucun', actions: drop } },
  states: {
    aucun: {
      meta: {
        libelle: 'Mandataire, si le représentant légal délègue',
        acteur: 'representantLegal',
        nature: 'facultative',
        formulaire: 'formulaire-502',
        source: '§4.1',
      },
      on: {
        'mandat.trouve': { ...renewed, guard: and(['hasContratActif', 'isCarteRecueInDate']) },
        'carteMandataire.demandee': { guard: canDelegate, target: 'attenteCarte' },
        'mandat.demande': { guard: canDelegate, target: 'attenteMandat' },
      },
    },
    attenteCarte: {
      meta: { libelle: 'Émission de la carte du mandataire', acteur: 'ans', nature: 'attente', source: 'A21' },
      on: {
        'carteMandataire.emise': 'aActiver',
        'mandat.refuse': 'aucun',
        'representantLegal.remplace': 'aucun',
      },
    },
    aActiver: {
      meta: {
        libelle: 'Carte du mandataire à recevoir et activer',
        acteur: 'mandataire',
        nature: 'facultative',
        source: '§4.1',
      },
      on: { 'carteMandataire.activee': renewed, 'representantLegal.remplace': 'aConfirmer', 'mandat.termine': ended },
    },
    attenteMandat: {
      meta: { libelle: 'Enregistrement du mandat par l’ANS', acteur: 'ans', nature: 'attente', source: '§4.1' },
      on: { 'mandat.enregistre': renewed, 'mandat.refuse': 'aucun', 'representantLegal.remplace': 'aucun' },
    },
    actif: {
      meta: {
        libelle: 'Mandataire habilité, carte active',
        acteur: 'mandataire',
        nature: 'acquise',
        source: '§4.1',
        echeances: [{ fait: 'carteMandataire.expiree', champ: 'carteMandataire.fin', joursAvant: -1 }],
      },
      on: {
        'carteMandataire.bloquee': 'bloque',
        'carteMandataire.expiree': lost,
        'carteMandataire.opposee': lost,
        'carteMandataire.renouvelee': renewed,
        'mandat.termine': ended,
        'representantLegal.remplace': { target: 'aConfirmer', actions: drop },
      },
    },
    bloque: {
      meta: {
        libelle: 'Carte du mandataire à débloquer',
        acteur: 'mandataire',
        nature: 'facultative',
        source: 'A27',
        echeances: [{ fait: 'carteMandataire.expiree', champ: 'carteMandataire.fin', joursAvant: -1 }],
      },
      on: {
        'carteMandataire.debloquee': 'actif',
        'carteMandataire.expiree': lost,
        'carteMandataire.opposee': lost,
        'carteMandataire.renouvelee': renewed,
        'mandat.termine': ended,
        'representantLegal.remplace': { target: 'aConfirmer', actions: drop },
      },
    },
    carteARemplacer: {
      meta: {
        libelle: 'Carte du mandataire à remplacer',
        acteur: 'mandataire',
        nature: 'facultative',
        formulaire: 'formulaire-301',
        source: '§4.1',
      },
      on: {
        'carteMandataire.demandee': { guard: canDelegate, target: 'attenteCarte' },
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
        source: 'A24',
      },
      on: {
        'mandat.confirme': { guard: and([canDelegate, 'isCarteRecueInDate']), target: 'actif', actions: keep },
        'mandat.termine': ended,
      },
    },
  },
});
