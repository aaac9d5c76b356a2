import { type Screen, screen } from '../../shell/screen.ts';
import { creation, creer, type Regles } from './creation.ts';
import { fiche, relivrer } from './fiche.ts';
import { changerDeSecret, demanderSecret, demanderSuppression, pauser, reprendre, supprimer } from './gestes.ts';
import { listeDesWebhooks } from './liste.ts';

const tous = '/administration/webhooks';
const un = `${tous}/:id`;
const creerA = { chemin: `${tous}/nouveau`, droit: 'abonnements.creer' };
const secretA = { chemin: `${un}/secret`, droit: 'abonnements.secret' };
const suppressionA = { chemin: `${un}/suppression`, droit: 'abonnements.supprimer' };

/** Who is sent what happens; webhooks go where `regles` let them. */
export function webhookScreens(regles: Regles): Screen[] {
  const get = { methode: 'get' } as const;
  const post = { methode: 'post' } as const;
  return [
    screen({
      ...get,
      id: 'administration.webhooks',
      chemin: tous,
      droit: 'abonnements.lister',
      answer: listeDesWebhooks,
    }),
    screen({ ...get, id: 'administration.webhooks.nouveau', ...creerA, answer: creation }),
    screen({
      ...post,
      id: 'administration.webhooks.creer',
      ...creerA,
      answer: (visit) => creer(visit, regles),
    }),
    screen({ ...get, id: 'administration.webhook', chemin: un, droit: 'abonnements.lire', answer: fiche }),
    screen({
      ...post,
      id: 'administration.webhook.relivrer',
      chemin: `${un}/relivraison`,
      droit: 'abonnements.relivraison',
      answer: relivrer,
    }),
    screen({
      ...post,
      id: 'administration.webhook.pauser',
      chemin: `${un}/pause`,
      droit: 'abonnements.pause',
      answer: pauser,
    }),
    screen({
      ...post,
      id: 'administration.webhook.reprendre',
      chemin: `${un}/reprise`,
      droit: 'abonnements.reprise',
      answer: reprendre,
    }),
    screen({ ...get, id: 'administration.webhook.secret', ...secretA, answer: demanderSecret }),
    screen({ ...post, id: 'administration.webhook.changer', ...secretA, answer: changerDeSecret }),
    screen({ ...get, id: 'administration.webhook.suppression', ...suppressionA, answer: demanderSuppression }),
    screen({ ...post, id: 'administration.webhook.supprimer', ...suppressionA, answer: supprimer }),
  ];
}
