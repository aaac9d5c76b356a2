import type { Invariant } from '../../claim.ts';
import { PERIMEE } from '../../variants.ts';
import { fait, horsDe, ouvert } from '../motif.ts';

/** §4 — the administrateur technique and every card. */
export const administrateurTechnique: Invariant[] = [
  {
    id: 'carte-perimee',
    enonce: 'Une carte déjà arrivée à sa date de fin n’est jamais reçue.',
    source: '§4',
    proposition: { forme: 'jamais', fait: { saisie: { 'carte.fin': PERIMEE } } },
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
      si: ouvert('administrateurTechnique.aEquiper'),
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
      si: ouvert('administrateurTechnique.attenteCpa'),
      fait: fait('carteAdministrateur.activee'),
      vers: 'administrateurTechnique.actif',
    },
  },
  {
    id: 'administrateur-peut-partir',
    enonce:
      'Un administrateur technique désigné peut toujours partir, et laisse un formulaire 413 à viser et détailler à nouveau.',
    source: '§4',
    proposition: {
      forme: 'conduit',
      si: ouvert(horsDe('administrateurTechnique.aDesigner')),
      fait: fait('administrateurTechnique.parti'),
      vers: { et: ['administrateurTechnique.aDesigner', 'demande.formulaire413.redaction.partie4.aRemplir'] },
    },
  },
  {
    id: 'administrateur-parti-apres-redaction',
    enonce: 'De son formulaire 413 déjà rédigé, seule la partie 1 reste.',
    source: '§4',
    proposition: {
      forme: 'conduit',
      si: ouvert(horsDe('administrateurTechnique.aDesigner'), horsDe('demande.formulaire413.redaction')),
      fait: fait('administrateurTechnique.parti'),
      vers: {
        et: ['demande.formulaire413.redaction.partie1.remplie', 'demande.formulaire413.redaction.partie3.aRemplir'],
      },
    },
  },
  {
    id: 'administrateur-designe',
    enonce: 'Seul un administrateur technique désigné peut partir.',
    source: '§4',
    proposition: {
      forme: 'chaque',
      fait: fait('administrateurTechnique.parti'),
      depuis: horsDe('administrateurTechnique.aDesigner'),
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
    enonce: 'Après le départ de l’administrateur technique, rien ne se commande sans une nouvelle désignation.',
    source: '§4',
    proposition: {
      forme: 'passe',
      but: { fait: fait('certificat.demande') },
      par: fait('administrateurTechnique.designe'),
      apres: fait('administrateurTechnique.parti'),
    },
  },
];
