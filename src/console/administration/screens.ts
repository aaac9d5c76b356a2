import { get, post, type Screen } from '../shell/screen.ts';
import { accueilScreens } from './accueil.ts';
import { creation as creationDeCle, creer as creerUneCle } from './cles/creation.ts';
import { listeDesCles } from './cles/liste.ts';
import { demanderRevocation as demanderRevocationDeCle, revoquer as revoquerUneCle } from './cles/revocation.ts';
import * as acces from './comptes/acces.ts';
import { fiche as ficheDeCompte, modifier as modifierUnCompte } from './comptes/fiche.ts';
import { invitation, inviter } from './comptes/invitation.ts';
import { listeDesComptes } from './comptes/liste.ts';
import { courrielDuDossier, noterLeCourriel } from './courriels/dossier.ts';
import { listeDesModeles } from './courriels/liste.ts';
import * as modele from './courriels/modele.ts';
import { demanderRetrait, retirer as retirerUnModele } from './courriels/retrait.ts';
import { accord, accorder } from './delegations/accord.ts';
import { delegationsDuDossier, listeDesDelegations } from './delegations/listes.ts';
import * as revocation from './delegations/revocation.ts';
import { editeurScreens } from './editeurs.ts';
import { journalScreens } from './journal.ts';
import * as reglage from './reglages/fiche.ts';
import { listeDesReglages } from './reglages/liste.ts';
import { creation as creationDeWebhook, creer as creerUnWebhook, type Regles } from './webhooks/creation.ts';
import { fiche as ficheDeWebhook, relivrer } from './webhooks/fiche.ts';
import * as gestes from './webhooks/gestes.ts';
import { listeDesWebhooks } from './webhooks/liste.ts';

/** Who comes in, what was lent to whom, what is sent, what the service is set to. */
export function administrationScreens(regles: Regles): Screen[] {
  return [
    ...accueilScreens(),
    ...comptes(),
    ...editeurScreens(),
    ...cles(),
    ...delegations(),
    ...webhooks(regles),
    ...reglages(),
    ...courriels(),
    ...journalScreens(),
  ];
}

/** The accounts of persons. */
function comptes(): Screen[] {
  const tous = '/administration/comptes';
  const un = `${tous}/:id` as const;
  const fermeture = `${un}/fermeture` as const;
  const deconnexion = `${un}/deconnexion` as const;
  const modifier = 'comptes.modifier';
  return [
    get('administration.comptes', tous, { right: 'comptes.lister', answer: listeDesComptes }),
    get('administration.invitation', `${tous}/inviter`, { right: 'comptes.inviter', answer: invitation }),
    post('administration.inviter', `${tous}/inviter`, { right: 'comptes.inviter', answer: inviter }),
    get('administration.compte', un, { right: 'comptes.lister', answer: ficheDeCompte }),
    post('administration.compte.modifier', un, { right: modifier, answer: modifierUnCompte }),
    get('administration.compte.fermeture', fermeture, { right: modifier, answer: acces.demanderFermeture }),
    post('administration.compte.fermer', fermeture, { right: modifier, answer: acces.fermer }),
    post('administration.compte.rouvrir', `${un}/reouverture`, { right: modifier, answer: acces.rouvrir }),
    get('administration.compte.deconnexion', deconnexion, {
      right: 'comptes.deconnecter',
      answer: acces.demanderDeconnexion,
    }),
    post('administration.compte.deconnecter', deconnexion, { right: 'comptes.deconnecter', answer: acces.deconnecter }),
    post('administration.compte.lien', `${un}/lien`, {
      right: 'comptes.reinitialiser',
      answer: acces.lienDeMotDePasse,
    }),
  ];
}

/** The keys by which programs come in. */
function cles(): Screen[] {
  const tous = '/administration/cles';
  const nouvelle = `${tous}/nouvelle` as const;
  const revoquer = `${tous}/:id/revocation` as const;
  return [
    get('administration.cles', tous, { right: 'cles.lister', answer: listeDesCles }),
    get('administration.cles.nouvelle', nouvelle, { right: 'cles.creer', answer: creationDeCle }),
    post('administration.cles.creer', nouvelle, { right: 'cles.creer', answer: creerUneCle }),
    get('administration.cle.revocation', revoquer, { right: 'cles.revoquer', answer: demanderRevocationDeCle }),
    post('administration.cle.revoquer', revoquer, { right: 'cles.revoquer', answer: revoquerUneCle }),
  ];
}

/** What éditeurs may see. */
function delegations(): Screen[] {
  const tous = '/administration/delegations';
  const nouvelle = `${tous}/nouvelle` as const;
  const une = `${tous}/:id/revocation` as const;
  const revoquer = 'delegations.revoquer';
  return [
    get('administration.delegations', tous, { right: 'delegations.lister', answer: listeDesDelegations }),
    get('administration.delegations.nouvelle', nouvelle, { right: 'delegations.accorder', answer: accord }),
    post('administration.delegations.accorder', nouvelle, { right: 'delegations.accorder', answer: accorder }),
    get('administration.delegation.revocation', une, { right: revoquer, answer: revocation.demanderRevocation }),
    post('administration.delegation.revoquer', une, { right: revoquer, answer: revocation.revoquer }),
    get('dossier.delegations', '/dossiers/:id/delegations', {
      right: 'dossiers.delegations',
      answer: delegationsDuDossier,
    }),
  ];
}

/** Who is sent what happens; webhooks go where `regles` let them. */
function webhooks(regles: Regles): Screen[] {
  const tous = '/administration/webhooks';
  const un = `${tous}/:id` as const;
  const [nouveau, secret, suppression] = [`${tous}/nouveau`, `${un}/secret`, `${un}/suppression`] as const;
  const [changer, supprimer] = ['abonnements.secret', 'abonnements.supprimer'] as const;
  return [
    get('administration.webhooks', tous, { right: 'abonnements.lister', answer: listeDesWebhooks }),
    get('administration.webhooks.nouveau', nouveau, { right: 'abonnements.creer', answer: creationDeWebhook }),
    post('administration.webhooks.creer', nouveau, {
      right: 'abonnements.creer',
      answer: (visit) => creerUnWebhook(visit, regles),
    }),
    get('administration.webhook', un, { right: 'abonnements.lire', answer: ficheDeWebhook }),
    post('administration.webhook.relivrer', `${un}/relivraison`, {
      right: 'abonnements.relivraison',
      answer: relivrer,
    }),
    post('administration.webhook.pauser', `${un}/pause`, { right: 'abonnements.pause', answer: gestes.pauser }),
    post('administration.webhook.reprendre', `${un}/reprise`, {
      right: 'abonnements.reprise',
      answer: gestes.reprendre,
    }),
    get('administration.webhook.secret', secret, { right: changer, answer: gestes.demanderSecret }),
    post('administration.webhook.changer', secret, { right: changer, answer: gestes.changerDeSecret }),
    get('administration.webhook.suppression', suppression, { right: supprimer, answer: gestes.demanderSuppression }),
    post('administration.webhook.supprimer', suppression, { right: supprimer, answer: gestes.supprimer }),
  ];
}

/** What the service is set to. */
function reglages(): Screen[] {
  const tous = '/administration/reglages';
  const un = `${tous}/:cle` as const;
  return [
    get('administration.reglages', tous, { right: 'reglages.lister', answer: listeDesReglages }),
    get('administration.reglage', un, { right: 'reglages.lister', answer: reglage.fiche }),
    post('administration.reglage.poser', un, { right: 'reglages.poser', answer: reglage.poser }),
    post('administration.reglage.retirer', `${un}/retrait`, { right: 'reglages.retirer', answer: reglage.retirer }),
  ];
}

/** Canned mails: written here, filled from a dossier. */
function courriels(): Screen[] {
  const tous = '/administration/courriels';
  const un = `${tous}/:id` as const;
  const [nouveau, retrait, dossier] = [`${tous}/nouveau`, `${un}/retrait`, '/dossiers/:id/courriel'] as const;
  return [
    get('administration.courriels', tous, { right: 'modeles.lister', answer: listeDesModeles }),
    get('administration.courriels.nouveau', nouveau, { right: 'modeles.creer', answer: modele.nouveau }),
    post('administration.courriels.creer', nouveau, { right: 'modeles.creer', answer: modele.creer }),
    get('administration.courriel', un, { right: 'modeles.lister', answer: modele.lire }),
    post('administration.courriel.modifier', un, { right: 'modeles.ecrire', answer: modele.modifier }),
    get('administration.courriel.retrait', retrait, { right: 'modeles.retirer', answer: demanderRetrait }),
    post('administration.courriel.retirer', retrait, { right: 'modeles.retirer', answer: retirerUnModele }),
    get('dossier.courriel', dossier, { right: 'dossiers.courriel', answer: courrielDuDossier }),
    post('dossier.courriel.noter', dossier, { right: 'dossiers.faits', answer: noterLeCourriel }),
  ];
}
