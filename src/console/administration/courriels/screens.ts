import { type Screen, screen } from '../../shell/screen.ts';
import { courrielDuDossier, noterLeCourriel } from './dossier.ts';
import { listeDesModeles } from './liste.ts';
import { creer, lire, modifier, nouveau } from './modele.ts';
import { demanderRetrait, retirer } from './retrait.ts';

const tous = '/administration/courriels';
const un = `${tous}/:id`;
const creerA = { chemin: `${tous}/nouveau`, droit: 'modeles.creer' };
const retirerA = { chemin: `${un}/retrait`, droit: 'modeles.retirer' };

/** Canned mails: written here, filled from a dossier. */
export function courrielScreens(): Screen[] {
  return [
    screen({
      id: 'administration.courriels',
      methode: 'get',
      chemin: tous,
      droit: 'modeles.lister',
      answer: listeDesModeles,
    }),
    screen({ id: 'administration.courriels.nouveau', methode: 'get', ...creerA, answer: nouveau }),
    screen({ id: 'administration.courriels.creer', methode: 'post', ...creerA, answer: creer }),
    screen({ id: 'administration.courriel', methode: 'get', chemin: un, droit: 'modeles.lister', answer: lire }),
    screen({
      id: 'administration.courriel.modifier',
      methode: 'post',
      chemin: un,
      droit: 'modeles.ecrire',
      answer: modifier,
    }),
    screen({ id: 'administration.courriel.retrait', methode: 'get', ...retirerA, answer: demanderRetrait }),
    screen({ id: 'administration.courriel.retirer', methode: 'post', ...retirerA, answer: retirer }),
    screen({
      id: 'dossier.courriel',
      methode: 'get',
      chemin: '/dossiers/:id/courriel',
      droit: 'dossiers.courriel',
      answer: courrielDuDossier,
    }),
    screen({
      id: 'dossier.courriel.noter',
      methode: 'post',
      chemin: '/dossiers/:id/courriel',
      droit: 'dossiers.faits',
      answer: noterLeCourriel,
    }),
  ];
}
