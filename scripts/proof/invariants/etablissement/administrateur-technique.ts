import type { Invariant } from '../../claim.ts';
import { fait, horsDe } from '../motif.ts';
import { commandeDeCarte, partie1Seule } from './etats.ts';

/** §4 — the administrateur technique and every card. */
export const administrateurTechnique: Invariant[] = [
  {
    id: 'carte-perimee',
    enonce: 'Aucun fait ne porte une carte déjà arrivée à sa date de fin, dans un formulaire ou non.',
    source: 'A21',
    proposition: { forme: 'jamais', fait: { perimee: true } },
  },
  {
    id: 'administrateur-carte',
    enonce: 'L’administrateur technique porte une CPS ou une CPE s’il est employé, une CPA s’il est d’un tiers.',
    source: '§4',
    proposition: {
      forme: 'chaque',
      fait: fait('administrateurTechnique.designe'),
      saisies: [
        { carte: null },
        { origine: 'employe', 'carte.type': 'CPS' },
        { origine: 'employe', 'carte.type': 'CPE' },
        { origine: 'technicien', 'carte.type': 'CPA' },
      ],
    },
  },
  {
    id: 'administrateur-sans-carte',
    enonce: 'Un administrateur technique sans carte n’est pas actif.',
    source: '§4',
    proposition: {
      forme: 'chaque',
      fait: { faits: ['administrateurTechnique.designe'], saisie: { carte: null } },
      vers: horsDe('administrateurTechnique.actif'),
    },
  },
  {
    id: 'administrateur-avec-carte',
    enonce: 'Un administrateur technique désigné avec sa carte est actif.',
    source: '§4',
    proposition: {
      forme: 'chaque',
      fait: { faits: ['administrateurTechnique.designe'], saisie: { 'carte.fin': '2035-12-31' } },
      vers: 'administrateurTechnique.actif',
    },
  },
  {
    id: 'administrateur-a-equiper',
    enonce: 'La carte d’un employé sans carte se demande.',
    source: '§4.1',
    proposition: {
      forme: 'conduit',
      si: { et: ['administrateurTechnique.aEquiper', commandeDeCarte] },
      fait: fait('carteAdministrateur.demandee'),
      vers: 'administrateurTechnique.attenteCarte',
    },
  },
  {
    id: 'technicien-equipe',
    enonce: 'Le technicien qui a reçu sa CPA est actif.',
    source: '§4',
    proposition: {
      forme: 'conduit',
      si: 'administrateurTechnique.attenteCpa',
      fait: fait('carteAdministrateur.activee'),
      vers: 'administrateurTechnique.actif',
    },
  },
  {
    id: 'administrateur-peut-partir',
    enonce: 'Un administrateur technique désigné peut toujours partir ; seul, il laisse sa place à pourvoir.',
    source: 'A18',
    proposition: {
      forme: 'conduit',
      si: horsDe('administrateurTechnique.aDesigner'),
      fait: fait('administrateurTechnique.parti'),
      vers: { et: ['administrateurTechnique.aDesigner', 'habilitation.aucune'] },
    },
  },
  {
    id: 'administrateur-parti-formulaire',
    enonce: 'Seul nommé par un formulaire signé, envoyé ou accordé, il n’en laisse que la partie 1.',
    source: 'A18',
    proposition: {
      forme: 'chaque',
      fait: fait('administrateurTechnique.parti'),
      si: {
        et: [
          'isAdministrateurNomme',
          {
            ou: ['aSigner', 'aTransmettre', 'attenteReception', 'enInstruction', 'accorde'].map(
              (etat) => `formulaire413.${etat}`,
            ),
          },
        ],
      },
      vers: partie1Seule,
    },
  },
  {
    id: 'retrait-formulaire',
    enonce: 'Quand le dernier habilité perd son habilitation, il ne reste du formulaire accordé que la partie 1.',
    source: 'A18',
    proposition: {
      forme: 'chaque',
      fait: fait('habilitation.retiree'),
      si: { et: ['formulaire413.accorde', 'isDernierHabilite'] },
      vers: partie1Seule,
    },
  },
  ...(
    [
      ['employe', 'Un employé désigné sans carte est à équiper.', 'aEquiper'],
      ['technicien', 'Un technicien désigné sans carte attend sa CPA.', 'attenteCpa'],
    ] as const
  ).map(
    ([origine, enonce, etat]): Invariant => ({
      id: `${origine}-sans-carte`,
      enonce,
      source: '§4',
      proposition: {
        forme: 'chaque',
        fait: { faits: ['administrateurTechnique.designe'], saisie: { origine, carte: null } },
        vers: `administrateurTechnique.${etat}`,
      },
    }),
  ),
  {
    id: 'administrateur-designe',
    enonce: 'Seul un administrateur technique désigné peut partir.',
    source: 'A18',
    proposition: {
      forme: 'chaque',
      fait: fait('administrateurTechnique.parti'),
      depuis: horsDe('administrateurTechnique.aDesigner'),
    },
  },
  {
    id: 'carte-sous-pouvoir',
    enonce:
      'La carte d’un administrateur technique se demande sous contrat actif, par un représentant légal ou un mandataire porteur d’une carte active.',
    source: '§4.1',
    proposition: { forme: 'chaque', fait: fait('carteAdministrateur.demandee'), depuis: commandeDeCarte },
  },
  {
    id: 'carte-demande-refusee',
    enonce: 'Une carte refusée par l’ANS est à demander à nouveau.',
    source: 'A27',
    proposition: {
      forme: 'chaque',
      fait: fait('carteAdministrateur.refusee'),
      vers: 'administrateurTechnique.aEquiper',
    },
  },
  {
    id: 'carte-de-son-origine',
    enonce: 'Un technicien n’active ni ne renouvelle qu’une CPA, un employé qu’une CPS ou une CPE.',
    source: '§4',
    proposition: {
      forme: 'chaque',
      fait: fait('carteAdministrateur.activee', 'carteAdministrateur.renouvelee'),
      si: 'isEmploye',
      saisies: [{ 'carte.type': 'CPS' }, { 'carte.type': 'CPE' }],
    },
  },
  {
    id: 'technicien-cpa',
    enonce: 'Le technicien dont la CPA est attendue n’active qu’une CPA.',
    source: '§4',
    proposition: {
      forme: 'chaque',
      fait: fait('carteAdministrateur.activee'),
      si: 'administrateurTechnique.attenteCpa',
      saisies: [{ 'carte.type': 'CPA' }],
    },
  },
  {
    id: 'administrateur-actif',
    enonce: 'L’administrateur technique n’est actif qu’une fois désigné.',
    source: '§4',
    proposition: {
      forme: 'passe',
      but: { etat: 'administrateurTechnique.actif' },
      par: fait('administrateurTechnique.designe'),
    },
  },
  {
    id: 'administrateur-parti',
    enonce: 'Après le départ du seul administrateur technique, rien ne se commande sans une nouvelle désignation.',
    source: 'A18',
    proposition: {
      forme: 'passe',
      but: { fait: fait('certificat.demande') },
      par: fait('administrateurTechnique.designe'),
      apres: fait('administrateurTechnique.parti'),
    },
  },
];
