import { Modification } from '../../identity/comptes/comptes.ts';
import { type Erreur, parseThen } from '../../result.ts';
import type { Services } from '../../services.ts';
import { type Html, html } from '../../web/html.ts';
import { drawForm } from '../forms/draw.ts';
import { choice, formOfFields, line } from '../forms/field.ts';
import { readTyped, type Typed, typedOf, write } from '../forms/typed.ts';
import {
  afterForm,
  get,
  orRefused,
  type Page,
  post,
  redirect,
  type Screen,
  type Shown,
  toCorrect,
  type Visit,
} from '../shell/screen.ts';
import { callout, panel, pill, properties } from '../ui/blocks.ts';
import { button, confirmForm, linkButton, postButton } from '../ui/button.ts';
import { refusalNotice } from '../ui/field.ts';
import { captionedTable, column, titleColumn } from '../ui/table.ts';
import { moment, placeWords } from '../ui/words.ts';
import { type Compte, compteRoles, compteState, handedLink } from './comptes.ts';
import { adminPath, innerPage } from './frame.ts';

/** One account. */
export function compteScreens(): Screen[] {
  const un = '/administration/comptes/:id';
  const [closePath, leavePath] = [`${un}/fermeture`, `${un}/deconnexion`] as const;
  const [right, leaving] = ['comptes.modifier', 'comptes.deconnecter'] as const;
  return [
    get('administration.compte', un, { right: 'comptes.lister', answer: comptePage }),
    post('administration.compte.modifier', un, { right, answer: update }),
    get('administration.compte.fermeture', closePath, { right, answer: askClosing }),
    post('administration.compte.fermer', closePath, { right, answer: close }),
    post('administration.compte.rouvrir', `${un}/reouverture`, { right, answer: reopen }),
    get('administration.compte.deconnexion', leavePath, { right: leaving, answer: askDisconnecting }),
    post('administration.compte.deconnecter', leavePath, { right: leaving, answer: disconnect }),
    post('administration.compte.relier', `${un}/liaison`, { right, answer: link }),
    post('administration.compte.lien', `${un}/lien`, { right: 'comptes.reinitialiser', answer: passwordLink }),
  ];
}

const form = formOfFields({
  nom: line('Nom', { width: 3, help: 'Tel que les collègues le lisent au journal.' }),
  role: choice('Rôle', compteRoles, { help: 'Un autre rôle ferme les sessions de cette personne.' }),
});

/** Acts about one account, which is found first. */
async function ofCompte(visit: Visit, act: (compte: Compte) => Shown | Promise<Shown>): Promise<Shown> {
  const id = visit.params['id'] ?? '';
  const compte = await visit.services.identites.compte(id);
  return compte ? act(compte) : { refusal: { code: 'introuvable', objet: 'compte', id } };
}

/** An account, what may be changed of it, and what may be done to it. */
function comptePage(visit: Visit): Promise<Shown> {
  return ofCompte(visit, (compte) => drawCompte(visit, compte, write(form, compte)));
}

/** Changes the name or the role. */
function update(visit: Visit): Promise<Shown> {
  return ofCompte(visit, async (compte) => {
    const typed = typedOf(visit.body, form);
    const done = await parseThen(Modification, readTyped(form, typed), (champs) =>
      visit.services.identites.updateCompte(visit.identite, compte.id, champs),
    );
    return afterForm(
      done,
      ({ nom }) => redirect(adminPath('comptes', compte.id), `Le compte de ${nom} est modifié.`),
      (erreurs) => drawCompte(visit, compte, typed, erreurs),
      { 'dernier-superviseur': '/role' },
    );
  });
}

async function drawCompte(visit: Visit, compte: Compte, typed: Typed, erreurs: readonly Erreur[] = []): Promise<Page> {
  const { id, courriel, nom, creeLe, connecteLe } = compte;
  const sessions = await visit.services.identites.sessionsOf(id);
  const tentatives = await visit.services.identites.tentativesOf(compte);
  const { externe, demande } = await visit.services.identites.liaisonOf(id);
  return innerPage('comptes', {
    title: nom,
    ...toCorrect(erreurs),
    body: html`${id === visit.identite.id && callout('info', 'Ce compte est le vôtre : un autre rôle vous déconnecte.')}
${demande && linkPart(id, demande)}
<div class="deux"><div class="pile">${panel(
      'Modifier',
      drawForm(form, typed, {
        action: adminPath('comptes', id),
        defaultAction: 'modifier',
        erreurs,
        buttons: button('Enregistrer'),
      }),
    )}</div>
<div class="pile">${panel(
      'Le compte',
      properties([
        ['État', compteState(compte)],
        ['Courriel', courriel],
        ['Se connecte par', externe ? 'L’annuaire de l’établissement' : 'Un mot de passe d’ici'],
        ['Ouvert le', moment(creeLe)],
        ['Dernière connexion', connecteLe ? moment(connecteLe) : 'Jamais'],
        ['Sessions ouvertes', sessions.length],
      ]),
    )}
${panel('Accès', accessPart(compte, externe !== null))}
${tentatives.length > 0 && panel('Connexions échouées', attemptsPart(tentatives, visit.services.now().toISOString()))}</div></div>`,
  });
}

type Liaison = NonNullable<Awaited<ReturnType<Services['identites']['liaisonOf']>>['demande']>;

/** Who asks to come in to this account by the directory, and what linking the two does. */
function linkPart(id: string, { nom, sujet, emetteur, demandeLe }: Liaison): Html {
  return callout(
    'attention',
    html`<p>${nom} s’est présenté par l’annuaire le ${moment(demandeLe)} avec ce courriel, et a été refusé : ce compte n’est pas relié à
l’annuaire. Identifiant : ${sujet}, chez ${emetteur}.</p>
<p>Si c’est bien la même personne, reliez-les : son mot de passe d’ici et ses sessions prennent fin, et son rôle est désormais celui que
dit l’annuaire.</p>
${postButton('Relier à l’annuaire', adminPath('comptes', id, 'liaison'), { sujet })}`,
    'Compte à relier',
  );
}

const LIEUX_MONTRES = 20;
type Tentative = Awaited<ReturnType<Services['identites']['tentativesOf']>>[number];

/** Who tried to come in and did not, since they last did; whoever comes in from there ends what is told of it. */
function attemptsPart(tentatives: readonly Tentative[], now: string): Html {
  const partout = tentatives.find(({ lieu }) => lieu === '');
  const isSlowed = partout !== undefined && partout.bloqueJusqua !== null;
  return html`${isSlowed && callout('attention', 'Les essais sont ralentis, sauf ceux des postes connus.')}
${captionedTable<Tentative>(
  'Par lieu, depuis la dernière connexion qui y a réussi',
  tentatives.filter(({ lieu }) => lieu !== '').slice(0, LIEUX_MONTRES),
  [
    titleColumn('Lieu', ({ lieu }) => placeWords(lieu)),
    column('Échecs', ({ echecs }) => echecs),
    column('Le dernier', ({ derniereLe }) => moment(derniereLe)),
    column('État', ({ bloqueJusqua }) =>
      bloqueJusqua !== null && bloqueJusqua > now
        ? pill('faute', `Bloqué jusqu’au ${moment(bloqueJusqua)}`, 'verrou')
        : pill('neutre', 'Libre'),
    ),
  ],
)}
<p class="doux">Un lien de mot de passe, une fois utilisé, lève les blocages.</p>`;
}

function accessPart({ id, actif }: Compte, isExternal: boolean) {
  if (!actif)
    return html`<p>Ce compte est fermé : personne ne peut s’y connecter. Ses actes restent au journal.</p>
<div class="boutons">${postButton('Rouvrir le compte', adminPath('comptes', id, 'reouverture'))}</div>`;
  return html`<ul class="gestes">
${!isExternal && html`<li><p>Le mot de passe est oublié : un lien à usage unique en fait choisir un autre.</p>${postButton('Créer un lien de mot de passe', adminPath('comptes', id, 'lien'))}</li>`}
<li><p>Un poste est perdu ou resté ouvert : toutes ses sessions se ferment.</p>${linkButton('Déconnecter partout…', adminPath('comptes', id, 'deconnexion'))}</li>
<li><p>La personne quitte le service : elle ne pourra plus se connecter.</p>${linkButton('Fermer le compte…', adminPath('comptes', id, 'fermeture'), 'danger')}</li></ul>`;
}

interface Gesture {
  path: string;
  title(compte: Compte): string;
  consequences(compte: Compte): Html;
  label: string;
}

const closing: Gesture = {
  path: 'fermeture',
  title: ({ nom }) => `Fermer le compte de ${nom} ?`,
  label: 'Fermer le compte',
  consequences: ({
    courriel,
  }) => html`<p>Ses sessions se ferment tout de suite, et plus personne ne se connecte par ${courriel}. Les liens faits par ce compte
ou pour lui ne servent plus. Ses actes restent au journal, à son nom, et le compte peut être rouvert.</p>`,
};
const disconnecting: Gesture = {
  path: 'deconnexion',
  title: ({ nom }) => `Déconnecter ${nom} partout ?`,
  label: 'Déconnecter partout',
  consequences:
    () => html`<p>Toutes ses sessions se ferment tout de suite, sur tous ses postes : ce qui n’y est pas enregistré se perd. La personne peut se
reconnecter avec son mot de passe.</p>`,
};

/** Asks before an account is closed. */
const askClosing = (visit: Visit) => ofCompte(visit, (compte) => askPage(closing, compte));
/** Asks before the sessions of an account end. */
const askDisconnecting = (visit: Visit) => ofCompte(visit, (compte) => askPage(disconnecting, compte));

/** Closes an account. */
function close(visit: Visit): Promise<Shown> {
  return ofCompte(visit, async (compte) =>
    afterForm(
      await visit.services.identites.updateCompte(visit.identite, compte.id, { actif: false }),
      () => redirect(adminPath('comptes', compte.id), `Le compte de ${compte.nom} est fermé.`),
      (erreurs) => askPage(closing, compte, erreurs),
    ),
  );
}

/** Opens it again. */
function reopen(visit: Visit): Promise<Shown> {
  return ofCompte(visit, async (compte) =>
    orRefused(await visit.services.identites.updateCompte(visit.identite, compte.id, { actif: true }), () =>
      redirect(adminPath('comptes', compte.id), `Le compte de ${compte.nom} est rouvert.`),
    ),
  );
}

/** Ends every session of an account. */
function disconnect(visit: Visit): Promise<Shown> {
  return ofCompte(visit, async (compte) =>
    orRefused(await visit.services.identites.endSessions(visit.identite, compte.id), () =>
      redirect(adminPath('comptes', compte.id), `${compte.nom} n’a plus aucune session ouverte.`),
    ),
  );
}

/** Links the account to who asked for it by the directory, as was shown. */
function link(visit: Visit): Promise<Shown> {
  return ofCompte(visit, async ({ id, nom }) =>
    orRefused(await visit.services.identites.linkCompte(visit.identite, id, visit.body.get('sujet') ?? ''), () =>
      redirect(adminPath('comptes', id), `Le compte de ${nom} est relié à l’annuaire.`),
    ),
  );
}

/** Makes a link to a new password, shown here and nowhere else. */
function passwordLink(visit: Visit): Promise<Shown> {
  return ofCompte(visit, async (compte) =>
    orRefused(await visit.services.identites.resetPassword(visit.identite, compte.id), (lien) =>
      handedLink(visit, {
        ...lien,
        titre: 'Lien de mot de passe prêt',
        usage: `changer le mot de passe de ${compte.nom}`,
      }),
    ),
  );
}

function askPage(
  { path, title, consequences, label }: Gesture,
  compte: Compte,
  erreurs: readonly Erreur[] = [],
): Shown {
  const retour = adminPath('comptes', compte.id);
  return innerPage('comptes', {
    title: title(compte),
    status: erreurs.length > 0 ? 409 : 200,
    trail: [{ label: compte.nom, href: retour }],
    body: html`${erreurs.map(({ message }) => refusalNotice(message))}
${confirmForm({ consequences: consequences(compte), action: adminPath('comptes', compte.id, path), label, back: retour })}`,
  });
}
