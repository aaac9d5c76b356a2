import type { Invariant } from '../../claim.ts';
import { autresQue, fait, horsDe, tropTard } from '../motif.ts';

const bilans: [type: string, etat: string, autres: string[]][] = [
  ['certificats.aucun', 'aCommander', ['enCours', 'enService']],
  ['certificats.enCours', 'enCours', ['aCommander', 'enService']],
  ['certificats.enService', 'enService', ['aCommander', 'enCours']],
];

/** §6 — the habilitation and the orders. */
export const commande: Invariant[] = [
  {
    id: 'habilitation-instruite',
    enonce: 'L’habilitation est accordée sur un formulaire reçu et instruit.',
    source: '§6',
    proposition: {
      forme: 'chaque',
      fait: fait('habilitation.accordee'),
      depuis: 'demande.habilitation.enInstruction',
    },
  },
  ...[
    ['formulaire-signe', 'un formulaire 413 signé', 'formulaire413.signe'],
    ['formulaire-transmis', 'un formulaire 413 transmis', 'formulaire413.transmis'],
    ['formulaire-recu', 'un formulaire 413 reçu', 'formulaire413.recu'],
    ['habilitation-accordee', 'une habilitation accordée', 'habilitation.accordee'],
  ].map(
    ([id, quoi, type]): Invariant => ({
      id: `certificats-${id}`,
      enonce: `Aucun certificat n’est accessible sans ${quoi}.`,
      source: '§6',
      proposition: { forme: 'passe', but: { etat: 'demande.certificats' }, par: fait(String(type)) },
    }),
  ),
  {
    id: 'certificats-seule-entree',
    enonce: 'Seule l’habilitation ouvre les certificats.',
    source: '§6',
    proposition: {
      forme: 'chaque',
      fait: autresQue('habilitation.accordee'),
      si: horsDe('demande.certificats'),
      vers: horsDe('demande.certificats'),
    },
  },
  {
    id: 'habilitation-seule-entree',
    enonce: 'Seul l’envoi du formulaire 413 ouvre l’habilitation.',
    source: '§5 étape 4',
    proposition: {
      forme: 'chaque',
      fait: autresQue('formulaire413.transmis'),
      si: horsDe('demande.habilitation'),
      vers: horsDe('demande.habilitation'),
    },
  },
  {
    id: 'envoi-seule-entree',
    enonce: 'Seule la signature rend le formulaire 413 prêt à partir.',
    source: '§5 étape 4',
    proposition: {
      forme: 'chaque',
      fait: autresQue('formulaire413.signe'),
      si: horsDe('demande.formulaire413.aTransmettre'),
      vers: horsDe('demande.formulaire413.aTransmettre'),
    },
  },
  {
    id: 'habilitation-perdue',
    enonce: 'Un départ de l’administrateur technique ou un changement d’identifiant demande une nouvelle habilitation.',
    source: '§6',
    proposition: {
      forme: 'passe',
      but: { fait: fait('certificat.demande') },
      par: fait('habilitation.accordee'),
      apres: fait('administrateurTechnique.parti', 'etablissement.identifiantModifie', 'formulaire413.rejete'),
    },
  },
  {
    id: 'commande-administrateur',
    enonce: 'Un certificat se commande par un administrateur technique habilité, porteur d’une carte active.',
    source: '§6',
    proposition: {
      forme: 'chaque',
      fait: fait('certificat.demande'),
      depuis: { et: ['administrateurTechnique.actif', 'demande.certificats'] },
    },
  },
  {
    id: 'commande-en-cours',
    enonce: 'Rien ne se commande avec une carte arrivée à sa date de fin.',
    source: '§4',
    proposition: { forme: 'jamais', fait: tropTard('certificat.demande') },
  },
  {
    id: 'commande-offre-pro',
    enonce: 'Seule l’offre PRO se commande (A2), poste et accès à la plateforme vérifiés.',
    source: '§6',
    proposition: {
      forme: 'chaque',
      fait: fait('certificat.demande'),
      saisies: [{ offre: 'PRO', prerequisVerifies: true }],
    },
  },
  {
    id: 'sign-pharmacien',
    enonce: 'L’usage SIGN est réservé aux pharmaciens.',
    source: '§3',
    proposition: {
      forme: 'chaque',
      fait: { faits: ['certificat.demande'], saisie: { usage: 'SIGN' } },
      saisies: [{ 'beneficiaire.qualite': 'pharmacien' }],
    },
  },
  {
    id: 'beneficiaire-carte',
    enonce: 'Le bénéficiaire porte une CPS s’il est pharmacien ou médecin, une CPE s’il est agent d’admission.',
    source: '§3',
    proposition: {
      forme: 'chaque',
      fait: fait('certificat.demande'),
      saisies: [
        { 'beneficiaire.qualite': 'pharmacien', 'beneficiaire.carte': 'CPS' },
        { 'beneficiaire.qualite': 'medecin', 'beneficiaire.carte': 'CPS' },
        { 'beneficiaire.qualite': 'agentAdmission', 'beneficiaire.carte': 'CPE' },
      ],
    },
  },
  {
    id: 'commande-en-cours-de-delivrance',
    enonce: 'Le premier certificat commandé est en cours.',
    source: '§6',
    proposition: {
      forme: 'chaque',
      fait: fait('certificat.demande'),
      si: 'demande.certificats.aCommander',
      vers: 'demande.certificats.enCours',
    },
  },
  ...bilans.map(
    ([type, etat, autres]): Invariant => ({
      id: `bilan-${etat}`,
      enonce: `Le dossier suit ses certificats, même abandonné : ${type}.`,
      source: '§6',
      proposition: {
        forme: 'conduit',
        si: { ou: autres.map((autre) => `demande.certificats.${autre}`) },
        fait: fait(type),
        vers: `demande.certificats.${etat}`,
      },
    }),
  ),
];
