import { type Screen, screen } from '../../shell/screen.ts';
import { creation, creer } from './creation.ts';
import { listeDesCles } from './liste.ts';
import { demanderRevocation, revoquer } from './revocation.ts';

const creerA = { chemin: '/administration/cles/nouvelle', droit: 'cles.creer' };
const revoquerA = { chemin: '/administration/cles/:id/revocation', droit: 'cles.revoquer' };

/** The keys by which programs come in. */
export function cleScreens(): Screen[] {
  return [
    screen({
      id: 'administration.cles',
      methode: 'get',
      chemin: '/administration/cles',
      droit: 'cles.lister',
      answer: listeDesCles,
    }),
    screen({ id: 'administration.cles.nouvelle', methode: 'get', ...creerA, answer: creation }),
    screen({ id: 'administration.cles.creer', methode: 'post', ...creerA, answer: creer }),
    screen({ id: 'administration.cle.revocation', methode: 'get', ...revoquerA, answer: demanderRevocation }),
    screen({ id: 'administration.cle.revoquer', methode: 'post', ...revoquerA, answer: revoquer }),
  ];
}
