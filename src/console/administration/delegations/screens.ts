import { type Screen, screen } from '../../shell/screen.ts';
import { accord, accorder } from './accord.ts';
import { delegationsDuDossier, listeDesDelegations } from './listes.ts';
import { demanderRevocation, revoquer } from './revocation.ts';

const accorderA = { chemin: '/administration/delegations/nouvelle', droit: 'delegations.accorder' };
const revoquerA = { chemin: '/administration/delegations/:id/revocation', droit: 'delegations.revoquer' };

/** What éditeurs may see. */
export function delegationScreens(): Screen[] {
  return [
    screen({
      id: 'administration.delegations',
      methode: 'get',
      chemin: '/administration/delegations',
      droit: 'delegations.lister',
      answer: listeDesDelegations,
    }),
    screen({ id: 'administration.delegations.nouvelle', methode: 'get', ...accorderA, answer: accord }),
    screen({ id: 'administration.delegations.accorder', methode: 'post', ...accorderA, answer: accorder }),
    screen({
      id: 'administration.delegation.revocation',
      methode: 'get',
      ...revoquerA,
      answer: demanderRevocation,
    }),
    screen({ id: 'administration.delegation.revoquer', methode: 'post', ...revoquerA, answer: revoquer }),
    screen({
      id: 'dossier.delegations',
      methode: 'get',
      chemin: '/dossiers/:id/delegations',
      droit: 'dossiers.delegations',
      answer: delegationsDuDossier,
    }),
  ];
}
