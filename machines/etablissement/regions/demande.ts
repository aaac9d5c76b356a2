import { and } from 'xstate';
import type { GuardName } from '../guards.ts';
import { canAdministrer, etablissement } from '../setup.ts';
import { formulaire413 } from './formulaire-413.ts';

const order = etablissement.emit(({ event }) => {
  if (event.type !== 'certificat.demande') throw new Error(`${event.type} orders no certificate`);
  const { nom, prenom, qualite } = event.beneficiaire;
  const beneficiaire = { nom, prenom, qualite };
  return {
    type: 'certificat',
    certificat: { usage: event.usage, beneficiaire, remplace: null },
  };
});

/** §3, §6 — what must hold to order one certificate. */
const canOrder = and([
  canAdministrer,
  'isOffrePro',
  'isUsageDeQualite',
  'hasBeneficiaireCarte',
  'hasPrerequisPlateforme',
]);
/** §4 — another administrateur technique is another form 413: part 1 alone stands. */
const left = { guard: 'hasAdministrateurDesigne', target: '#redaction.partie1.remplie' } as const;
const ordered = { guard: canOrder, actions: order };

/** §5, §6 — from form 413, whose sending asks for `prerequis` as well, to certificates in service. */
export const demande = (prerequis: readonly GuardName[] = []) =>
  etablissement.createStateConfig({
    meta: { libelle: 'Demande de certificats', source: '§5' },
    initial: 'formulaire413',
    on: {
      'etablissement.identifiantModifie': '.formulaire413',
    },
    states: {
      formulaire413: formulaire413(prerequis),
      habilitation: {
        id: 'habilitation',
        meta: { libelle: 'Habilitation de l’administrateur technique', source: '§6' },
        initial: 'attenteReception',
        on: { 'administrateurTechnique.parti': left },
        states: {
          attenteReception: {
            meta: {
              libelle: 'Accusé de réception du formulaire 413',
              acteur: 'ans',
              nature: 'attente',
              formulaire: 'formulaire-413',
              source: 'A11',
            },
            on: { 'formulaire413.recu': 'enInstruction' },
          },
          enInstruction: {
            meta: {
              libelle: 'Instruction de la demande d’habilitation',
              acteur: 'ans',
              nature: 'attente',
              source: 'A11',
            },
            on: {
              'habilitation.accordee': '#certificats',
              'formulaire413.retourne': '#aCorriger',
              'formulaire413.rejete': 'rejetee',
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
            on: { 'formulaire413.repris': '#redaction' },
          },
        },
      },
      certificats: {
        id: 'certificats',
        meta: { libelle: 'Certificats', source: '§6' },
        initial: 'aCommander',
        on: { 'administrateurTechnique.parti': left },
        states: {
          aCommander: {
            meta: {
              libelle: 'Premier certificat à commander',
              acteur: 'administrateurTechnique',
              nature: 'obligatoire',
              source: '§6',
            },
            on: {
              'certificat.demande': { ...ordered, target: 'enCours' },
              'certificats.enCours': 'enCours',
              'certificats.enService': 'enService',
            },
          },
          enCours: {
            meta: {
              libelle: 'Certificats commandés',
              acteur: 'administrateurTechnique',
              nature: 'acquise',
              source: '§6',
            },
            on: {
              'certificat.demande': ordered,
              'certificats.aucun': 'aCommander',
              'certificats.enService': 'enService',
            },
          },
          enService: {
            meta: {
              libelle: 'Certificats en service',
              acteur: 'administrateurTechnique',
              nature: 'acquise',
              source: '§6',
            },
            on: {
              'certificat.demande': ordered,
              'certificats.aucun': 'aCommander',
              'certificats.enCours': 'enCours',
            },
          },
        },
      },
    },
  });
