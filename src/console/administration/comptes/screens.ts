import { type Screen, screen } from '../../shell/screen.ts';
import { deconnecter, demanderDeconnexion, demanderFermeture, fermer, lienDeMotDePasse, rouvrir } from './acces.ts';
import { fiche, modifier } from './fiche.ts';
import { invitation, inviter } from './invitation.ts';
import { listeDesComptes } from './liste.ts';

const un = '/administration/comptes/:id';
const inviterA = { chemin: '/administration/comptes/inviter', droit: 'comptes.inviter' };
const modifierA = { chemin: un, droit: 'comptes.modifier' };
const fermetureA = { chemin: `${un}/fermeture`, droit: 'comptes.modifier' };
const deconnexionA = { chemin: `${un}/deconnexion`, droit: 'comptes.deconnecter' };

/** The accounts of persons. */
export function compteScreens(): Screen[] {
  return [
    screen({
      id: 'administration.comptes',
      methode: 'get',
      chemin: '/administration/comptes',
      droit: 'comptes.lister',
      answer: listeDesComptes,
    }),
    screen({ id: 'administration.invitation', methode: 'get', ...inviterA, answer: invitation }),
    screen({ id: 'administration.inviter', methode: 'post', ...inviterA, answer: inviter }),
    screen({ id: 'administration.compte', methode: 'get', chemin: un, droit: 'comptes.lister', answer: fiche }),
    screen({ id: 'administration.compte.modifier', methode: 'post', ...modifierA, answer: modifier }),
    screen({ id: 'administration.compte.fermeture', methode: 'get', ...fermetureA, answer: demanderFermeture }),
    screen({ id: 'administration.compte.fermer', methode: 'post', ...fermetureA, answer: fermer }),
    screen({
      id: 'administration.compte.rouvrir',
      methode: 'post',
      chemin: `${un}/reouverture`,
      droit: 'comptes.modifier',
      answer: rouvrir,
    }),
    screen({
      id: 'administration.compte.deconnexion',
      methode: 'get',
      ...deconnexionA,
      answer: demanderDeconnexion,
    }),
    screen({ id: 'administration.compte.deconnecter', methode: 'post', ...deconnexionA, answer: deconnecter }),
    screen({
      id: 'administration.compte.lien',
      methode: 'post',
      chemin: `${un}/lien`,
      droit: 'comptes.reinitialiser',
      answer: lienDeMotDePasse,
    }),
  ];
}
