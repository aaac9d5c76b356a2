import type { Invariant } from '../../claim.ts';
import { autresQue, fait, horsDe, tropTard } from '../motif.ts';

/** §6 — the habilitation and the orders. */
export const commande: Invariant[] = [
  {
    id: 'habilitation-instruite',
    enonce: 'L’habilitation est accordée sur un formulaire reçu et instruit.',
    source: '§6',
    proposition: {
      forme: 'chaque',
      fait: fait('habilitation.accordee'),
      depuis: 'formulaire413.enInstruction',
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
      proposition: { forme: 'passe', but: { etat: 'habilitation.accordee' }, par: fait(String(type)) },
    }),
  ),
  {
    id: 'certificats-seule-entree',
    enonce: 'Seul l’accord de l’ANS habilite.',
    source: '§6',
    proposition: {
      forme: 'chaque',
      fait: autresQue('habilitation.accordee'),
      si: horsDe('habilitation.accordee'),
      vers: horsDe('habilitation.accordee'),
    },
  },
  {
    id: 'habilitation-seule-entree',
    enonce: 'Seul l’envoi du formulaire 413 le remet à l’ANS.',
    source: '§5 étape 4',
    proposition: {
      forme: 'chaque',
      fait: autresQue('formulaire413.transmis'),
      si: horsDe('formulaire413.attenteReception'),
      vers: horsDe('formulaire413.attenteReception'),
    },
  },
  {
    id: 'envoi-seule-entree',
    enonce: 'Seule la signature rend le formulaire 413 prêt à partir.',
    source: '§5 étape 4',
    proposition: {
      forme: 'chaque',
      fait: autresQue('formulaire413.signe'),
      si: horsDe('formulaire413.aTransmettre'),
      vers: horsDe('formulaire413.aTransmettre'),
    },
  },
  {
    id: 'habilitation-perdue',
    enonce:
      'Un départ du seul administrateur technique, une habilitation retirée ou un changement d’identifiant demande une nouvelle habilitation.',
    source: 'A18',
    proposition: {
      forme: 'passe',
      but: { fait: fait('certificat.demande') },
      par: fait('habilitation.accordee'),
      apres: fait('administrateurTechnique.parti', 'habilitation.retiree', 'etablissement.identifiantModifie'),
    },
  },
  {
    id: 'commande-administrateur',
    enonce: 'Un certificat se commande par un administrateur technique habilité, porteur d’une carte active.',
    source: '§6',
    proposition: {
      forme: 'chaque',
      fait: fait('certificat.demande'),
      depuis: { et: ['administrateurTechnique.actif', 'habilitation.accordee', 'isAdministrateurHabilite'] },
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
    id: 'nouveau-formulaire',
    enonce: 'Un nouveau formulaire, retourné, rejeté ou accordé, n’ôte pas l’habilitation.',
    source: 'A18',
    proposition: {
      forme: 'chaque',
      fait: fait(
        'formulaire413.repris',
        'formulaire413.signe',
        'formulaire413.transmis',
        'formulaire413.retourne',
        'formulaire413.rejete',
      ),
      si: 'habilitation.accordee',
      vers: 'habilitation.accordee',
    },
  },
  {
    id: 'habilitation-retiree',
    enonce: 'L’habilitation retirée du seul administrateur technique laisse le dossier sans habilitation.',
    source: 'A27',
    proposition: {
      forme: 'conduit',
      si: 'habilitation.accordee',
      fait: fait('habilitation.retiree'),
      vers: 'habilitation.aucune',
    },
  },
];

const bilans: [type: string, etat: string, autres: string[]][] = [
  ['certificats.aucun', 'aucun', ['enCours', 'enService']],
  ['certificats.enCours', 'enCours', ['aucun', 'enService']],
  ['certificats.enService', 'enService', ['aucun', 'enCours']],
];

/** §6, §7 — what the count of certificates promises, apart from the rest. */
export const comptes: Invariant[] = bilans.map(([type, etat, autres]) => ({
  id: `bilan-${etat}`,
  enonce: `Le dossier suit ses certificats, même abandonné : ${type}.`,
  source: 'A13',
  proposition: {
    forme: 'conduit',
    si: { ou: autres.map((autre) => `certificats.${autre}`) },
    fait: fait(type),
    vers: `certificats.${etat}`,
  },
}));
