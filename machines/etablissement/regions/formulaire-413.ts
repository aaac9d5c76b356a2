import { and } from 'xstate';
import type { GuardName } from '../guards.ts';
import { canAdministrer, etablissement, hasSignataireHabilite } from '../setup.ts';

const keepPartie = (partie: 'partie1' | 'partie3' | 'partie4') =>
  etablissement.assign(({ context, event }) => ({
    parties: { ...context.parties, [partie]: event.empreinte },
    signature: null,
    signataire: event.type === 'formulaire413.partie3Remplie' ? event.partie3.qualite : context.signataire,
  }));
const keepPartie1 = keepPartie('partie1');
const keepPartie3 = keepPartie('partie3');
const keepPartie4 = keepPartie('partie4');

/** A visa serves one version: the next one asks for another. */
const dropVisa = etablissement.assign(({ context }) => ({
  parties: { ...context.parties, partie3: null },
  signature: null,
  signataire: null,
}));
const accept = etablissement.assign({});
const sign = etablissement.assign(({ context }) => ({ signature: context.parties }));

/** §4 — another administrateur technique is another form: part 1 alone stands. */
const left = {
  guard: 'hasAdministrateurDesigne',
  target: '#redaction.partie1.remplie',
  actions: dropVisa,
} as const;

const canSign = and(['hasContratActif', hasSignataireHabilite]);

const etapes = { 1: '§5 étape 1', 3: '§5 étape 2', 4: '§5 étape 3' } as const;

const partie = <Rang extends 1 | 3 | 4>(rang: Rang, libelle: string, acteur: 'etablissement' | 'editeur') =>
  ({
    meta: { libelle: `Partie ${rang} du formulaire 413`, source: etapes[rang] },
    initial: 'aRemplir',
    states: {
      aRemplir: {
        meta: { libelle, acteur, nature: 'obligatoire', formulaire: 'formulaire-413', source: etapes[rang] },
      },
      remplie: {
        type: 'final',
        meta: { libelle: `Partie ${rang} remplie`, acteur, nature: 'acquise', source: etapes[rang] },
      },
    },
  }) as const;

/** §5 — parts in any order, then a signature bound to them, then the sending, which asks for `prerequis` as well. */
export const formulaire413 = (prerequis: readonly GuardName[]) =>
  etablissement.createStateConfig({
    meta: { libelle: 'Formulaire 413', source: '§5' },
    initial: 'redaction',
    on: { 'formulaire413.partie2Remplie': { actions: accept } },
    states: {
      redaction: {
        id: 'redaction',
        meta: { libelle: 'Formulaire 413 à rédiger', source: '§5' },
        type: 'parallel',
        states: {
          partie1: {
            ...partie(1, 'Partie 1 à remplir : identification', 'etablissement'),
            on: {
              'formulaire413.partie1Remplie': { target: '.remplie', actions: keepPartie1 },
              'representantLegal.remplace': '.aRemplir',
            },
          },
          partie3: {
            ...partie(3, 'Partie 3 à remplir : visa et cachet', 'etablissement'),
            on: {
              'formulaire413.partie3Remplie': { target: '.remplie', actions: keepPartie3 },
              'representantLegal.remplace': { target: '.aRemplir', actions: dropVisa },
            },
          },
          partie4: {
            ...partie(4, 'Partie 4 à remplir : détails de la demande', 'editeur'),
            on: {
              'formulaire413.partie4Remplie': { target: '.remplie', actions: keepPartie4 },
              'administrateurTechnique.parti': { guard: 'hasAdministrateurDesigne', target: '.aRemplir' },
              'representantLegal.remplace': '.aRemplir',
            },
          },
        },
        onDone: 'aSigner',
      },
      aSigner: {
        meta: {
          libelle: 'Formulaire 413 à signer',
          acteur: 'representantLegal',
          nature: 'obligatoire',
          formulaire: 'formulaire-413',
          source: '§5',
        },
        on: {
          'formulaire413.partie1Remplie': { actions: keepPartie1 },
          'formulaire413.partie3Remplie': { actions: keepPartie3 },
          'formulaire413.partie4Remplie': { actions: keepPartie4 },
          'formulaire413.signe': { guard: canSign, target: 'aTransmettre', actions: sign },
          'representantLegal.remplace': { target: 'redaction', actions: dropVisa },
          'administrateurTechnique.parti': left,
        },
      },
      aTransmettre: {
        meta: {
          libelle: 'Formulaire 413 à transmettre à l’ANS',
          acteur: 'etablissement',
          nature: 'obligatoire',
          formulaire: 'formulaire-413',
          source: '§5 étape 4',
        },
        on: {
          'formulaire413.partie1Remplie': { target: 'aSigner', actions: keepPartie1 },
          'formulaire413.partie3Remplie': { target: 'aSigner', actions: keepPartie3 },
          'formulaire413.partie4Remplie': { target: 'aSigner', actions: keepPartie4 },
          'formulaire413.transmis': {
            guard: and([canAdministrer, 'isSignatureCourante', ...prerequis]),
            target: '#habilitation',
            actions: dropVisa,
          },
          'administrateurTechnique.parti': left,
        },
      },
      aCorriger: {
        id: 'aCorriger',
        meta: {
          libelle: 'Formulaire 413 retourné : corriger, puis viser une nouvelle version',
          acteur: 'etablissement',
          nature: 'obligatoire',
          formulaire: 'formulaire-413',
          source: 'A11',
        },
        on: {
          'formulaire413.partie1Remplie': { actions: keepPartie1 },
          'formulaire413.partie4Remplie': { actions: keepPartie4 },
          'formulaire413.partie3Remplie': { target: 'aSigner', actions: keepPartie3 },
          'administrateurTechnique.parti': left,
        },
      },
    },
  });
