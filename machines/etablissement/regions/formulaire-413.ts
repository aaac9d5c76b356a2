import type { Partie1 } from '../../formulaires/formulaire-413.ts';
import { and } from '../../guard.ts';
import { idOf } from '../administrateurs.ts';
import type { DossierContext } from '../context.ts';
import type { GuardName } from '../guards.ts';
import { accept, etablissement, hasSignataireHabilite } from '../setup.ts';

const keepPartie1 = etablissement.assign(({ context, event }) => ({
  parties: { ...context.parties, partie1: event.empreinte },
  signature: null,
  declares: event.type === 'formulaire413.partie1Remplie' ? numbersOf(event.partie1) : context.declares,
}));
const keepPartie3 = etablissement.assign(({ context, event }) => ({
  parties: { ...context.parties, partie3: event.empreinte },
  signature: null,
  signataire: event.type === 'formulaire413.partie3Remplie' ? event.partie3.qualite : context.signataire,
  viseur: event.type === 'formulaire413.partie3Remplie' ? idOf(event.partie3.signataire) : context.viseur,
}));
const keepPartie4 = etablissement.assign(({ context, event }) => ({
  parties: { ...context.parties, partie4: event.empreinte },
  signature: null,
  nommes:
    event.type === 'formulaire413.partie4Remplie'
      ? [...new Set(event.partie4.administrateursTechniques.map(idOf))]
      : context.nommes,
}));

/** A visa serves one version: the next one asks for another. */
const dropVisa = etablissement.assign(({ context }) => ({
  parties: { ...context.parties, partie3: null },
  signature: null,
  signataire: null,
  viseur: null,
}));
const dropPartie1 = etablissement.assign(({ context }) => ({
  parties: { ...context.parties, partie1: null },
  declares: null,
}));
const dropPartie4 = etablissement.assign(({ context }) => ({ parties: { ...context.parties, partie4: null } }));
const dropAll = etablissement.assign({
  parties: { partie1: null, partie3: null, partie4: null },
  signature: null,
  signataire: null,
  viseur: null,
  declares: null,
  nommes: [],
  retour: null,
});
const sign = etablissement.assign(({ context }) => ({ signature: context.parties }));
const send = etablissement.assign(({ context }) => ({
  parties: { ...context.parties, partie3: null },
  signature: null,
  signataire: null,
  viseur: null,
  retour: null,
}));
const keepRetour = etablissement.assign(({ context, event }) => ({
  retour: event.type === 'formulaire413.retourne' ? { le: event.date, motifs: event.motifs } : context.retour,
}));
const habilitate = etablissement.assign(({ context: { administrateurs, habilites, nommes } }) => {
  const named = administrateurs.map(({ id }) => id).filter((id) => nommes.includes(id));
  return { habilites: [...new Set([...habilites, ...named])] };
});

const numbersOf = ({ siret, finess }: Partie1) => ({ siret: siret ?? null, finess: finess ?? null });

const canSign = and(['hasContratActif', hasSignataireHabilite]);
const canView = and(['isCarteDuSignataire', 'isCarteRecueInDate']);

/** §4 — whom the form named is no longer there: part 1 alone stands. */
const left = (guard: GuardName) => ({ guard, target: '#partie1.remplie', actions: [dropVisa, dropPartie4] }) as const;
/** What the ANS returns keeps the parts that no reason touches; the visa serves one version. */
const returned = [
  {
    guard: and(['isRetourPartie1', 'isRetourPartie4']),
    target: '#redaction',
    actions: [dropPartie1, dropPartie4, keepRetour],
  },
  { guard: 'isRetourPartie1', target: '#partie4.remplie', actions: [dropPartie1, keepRetour] },
  { guard: 'isRetourPartie4', target: '#partie1.remplie', actions: [dropPartie4, keepRetour] },
  { target: ['#partie1.remplie', '#partie4.remplie'], actions: [keepRetour] },
] as const;

/** A25 — either signs. */
const signataires = ['representantLegal', 'mandataire'] as const;
/** A25 — who signs is who part 3 names. */
const whoSigns = (context: object) => (context as DossierContext).signataire ?? 'representantLegal';
/** A25 — while part 3 names nobody, whoever holds a card that serves. */
const whoMaySign = (context: object) => {
  const { carteResponsable, carteMandataire } = context as DossierContext;
  return carteResponsable === null && carteMandataire !== null ? 'mandataire' : 'representantLegal';
};

const partie = <Rang extends 1 | 3 | 4>(
  rang: Rang,
  {
    libelle,
    court,
    acteur,
    source,
  }: {
    libelle: string;
    court: string;
    acteur: 'etablissement' | 'editeur' | 'representantLegal';
    source: '§5 étape 1' | '§5 étape 2' | '§5 étape 3';
  },
) =>
  ({
    id: `partie${rang}`,
    meta: { libelle: `Partie ${rang} du formulaire 413`, source },
    initial: 'aRemplir',
    states: {
      aRemplir: {
        meta: {
          libelle,
          court,
          acteur,
          nature: 'obligatoire',
          formulaire: 'formulaire-413',
          partie: rang,
          source,
          ...(rang === 3 && {
            acteurSelon: whoMaySign,
            acteursPossibles: signataires,
            question: 'Qui signe : le représentant légal, ou le mandataire ?',
          }),
        },
      },
      remplie: { type: 'final', meta: { libelle: `Partie ${rang} remplie`, acteur, nature: 'acquise', source } },
    },
  }) as const;

/** §5, §6 — parts in any order, then a signature bound to them, then the sending, which asks for `prerequis` as well, then the answer. */
export const formulaire413 = (prerequis: readonly GuardName[] = []) =>
  etablissement.createStateConfig({
    meta: { libelle: 'Formulaire 413', phase: 'demander', source: '§5' },
    initial: 'redaction',
    on: {
      'etablissement.identifiantModifie': { guard: 'isIdentifiantNouveau', target: '.redaction', actions: dropAll },
    },
    states: {
      redaction: {
        id: 'redaction',
        meta: { libelle: 'Formulaire 413 à rédiger', court: 'À remplir, sans ordre', source: '§5' },
        type: 'parallel',
        on: { 'formulaire413.partie2Remplie': { actions: accept } },
        states: {
          partie1: {
            ...partie(1, {
              libelle: 'Partie 1 à remplir : identification',
              court: '1 Identification',
              acteur: 'etablissement',
              source: '§5 étape 1',
            }),
            on: { 'formulaire413.partie1Remplie': { target: '.remplie', actions: keepPartie1 } },
          },
          partie3: {
            ...partie(3, {
              libelle: 'Partie 3 à remplir : visa et cachet',
              court: '3 Visa et cachet',
              acteur: 'representantLegal',
              source: '§5 étape 2',
            }),
            on: {
              'formulaire413.partie3Remplie': { guard: canView, target: '.remplie', actions: keepPartie3 },
              'representantLegal.remplace': { target: '.aRemplir', actions: dropVisa },
            },
          },
          partie4: {
            ...partie(4, {
              libelle: 'Partie 4 à remplir : détails de la demande',
              court: '4 Détails de la demande',
              acteur: 'editeur',
              source: '§5 étape 3',
            }),
            on: {
              'formulaire413.partie4Remplie': { target: '.remplie', actions: keepPartie4 },
              'administrateurTechnique.parti': {
                guard: 'isDernierNomme',
                target: '.aRemplir',
                actions: dropPartie4,
              },
            },
          },
        },
        onDone: 'aSigner',
      },
      aSigner: {
        meta: {
          libelle: 'Formulaire 413 à signer',
          court: 'Signer',
          acteur: 'representantLegal',
          acteurSelon: whoSigns,
          acteursPossibles: signataires,
          nature: 'obligatoire',
          formulaire: 'formulaire-413',
          source: '§5',
        },
        on: {
          'formulaire413.partie1Remplie': { target: 'aSigner', actions: keepPartie1 },
          'formulaire413.partie2Remplie': { actions: accept },
          'formulaire413.partie3Remplie': { guard: canView, target: 'aSigner', actions: keepPartie3 },
          'formulaire413.partie4Remplie': { target: 'aSigner', actions: keepPartie4 },
          'formulaire413.signe': { guard: canSign, target: 'aTransmettre', actions: sign },
          'representantLegal.remplace': { target: ['#partie1.remplie', '#partie4.remplie'], actions: dropVisa },
          'administrateurTechnique.parti': left('isDernierNomme'),
        },
      },
      aTransmettre: {
        meta: {
          libelle: 'Formulaire 413 à transmettre à l’ANS',
          court: 'Envoyer à l’ANS',
          acteur: 'etablissement',
          nature: 'obligatoire',
          formulaire: 'formulaire-413',
          source: '§5 étape 4',
        },
        on: {
          'formulaire413.partie1Remplie': { target: 'aSigner', actions: keepPartie1 },
          'formulaire413.partie2Remplie': { actions: accept },
          'formulaire413.partie3Remplie': { guard: canView, target: 'aSigner', actions: keepPartie3 },
          'formulaire413.partie4Remplie': { target: 'aSigner', actions: keepPartie4 },
          'formulaire413.transmis': {
            guard: and([
              'hasContratActif',
              'hasAdministrateurActif',
              'isAdministrateurNomme',
              'isNommeInDate',
              'isSignatureCourante',
              ...prerequis,
            ]),
            target: 'attenteReception',
            actions: send,
          },
          'administrateurTechnique.parti': left('isDernierNomme'),
        },
      },
      attenteReception: {
        meta: {
          libelle: 'Accusé de réception du formulaire 413',
          court: 'Accusé de réception',
          phase: 'habiliter',
          acteur: 'ans',
          nature: 'attente',
          formulaire: 'formulaire-413',
          source: 'A11',
        },
        on: {
          'formulaire413.recu': 'enInstruction',
          'formulaire413.retourne': returned,
          'administrateurTechnique.parti': left('isDernierNomme'),
        },
      },
      enInstruction: {
        meta: {
          libelle: 'Instruction de la demande d’habilitation',
          court: 'Instruction',
          phase: 'habiliter',
          acteur: 'ans',
          nature: 'attente',
          source: 'A11',
        },
        on: {
          'habilitation.accordee': { guard: 'hasContratActif', target: 'accorde', actions: habilitate },
          'formulaire413.retourne': returned,
          'formulaire413.rejete': 'rejetee',
          'administrateurTechnique.parti': left('isDernierNomme'),
        },
      },
      rejetee: {
        meta: {
          libelle: 'Demande rejetée : nouvelle demande à faire',
          acteur: 'etablissement',
          nature: 'obligatoire',
          formulaire: 'formulaire-413',
          source: 'A11',
        },
        on: { 'formulaire413.repris': { target: 'redaction', actions: dropAll } },
      },
      accorde: {
        meta: {
          libelle: 'Formulaire 413 accordé',
          court: 'AT habilité',
          phase: 'habiliter',
          acteur: 'ans',
          nature: 'acquise',
          source: '§6',
        },
        on: {
          'formulaire413.repris': { target: 'redaction', actions: dropAll },
          'administrateurTechnique.parti': left('isDernierHabilite'),
          'habilitation.retiree': left('isDernierHabilite'),
        },
      },
    },
  });
