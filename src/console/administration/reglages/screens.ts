import { type Screen, screen } from '../../shell/screen.ts';
import { fiche, poser, retirer } from './fiche.ts';
import { listeDesReglages } from './liste.ts';

const tous = '/administration/reglages';
const un = `${tous}/:cle`;

/** What the service is set to. */
export function reglageScreens(): Screen[] {
  return [
    screen({
      id: 'administration.reglages',
      methode: 'get',
      chemin: tous,
      droit: 'reglages.lister',
      answer: listeDesReglages,
    }),
    screen({
      id: 'administration.reglage',
      methode: 'get',
      chemin: un,
      droit: 'reglages.lister',
      answer: fiche,
    }),
    screen({
      id: 'administration.reglage.poser',
      methode: 'post',
      chemin: un,
      droit: 'reglages.poser',
      answer: poser,
    }),
    screen({
      id: 'administration.reglage.retirer',
      methode: 'post',
      chemin: `${un}/retrait`,
      droit: 'reglages.retirer',
      answer: retirer,
    }),
  ];
}
