import { Modification } from '../../identity/comptes/comptes.ts';
import { Invitation } from '../../identity/comptes/liens.ts';
import { type Erreur, parseThen } from '../../result.ts';
import type { Services } from '../../services.ts';
import { originOf } from '../../web/access/credentials.ts';
import { type Html, html } from '../../web/html.ts';
import { drawForm } from '../forms/draw.ts';
import { choice, formOfFields, line } from '../forms/field.ts';
import { readTyped, type Typed, typedOf, write } from '../forms/typed.ts';
import { get, post, type Screen, type Visit } from '../shell/screen.ts';
import { afterForm, orRefused, type Page, redirect, type Shown, toCorrect } from '../shell/shown.ts';
import { callout, panel, pill, properties } from '../ui/blocks.ts';
import { button, linkButton, postButton } from '../ui/button.ts';
import { captionedTable, column, titleColumn } from '../ui/table.ts';
import { moment, placeWords, plural, roleNames } from '../ui/words.ts';
import { type Asking, type Confirming, confirmScreens, formScreens, onceFound, secretPage } from './asked.ts';
import { adminPath, innerPage, placePage } from './frame.ts';

/** The accounts of persons. */
export function comptesScreens(): Screen[] {
  const un = '/administration/comptes/:id';
  const right = 'comptes.modifier';
  return [
    get('/administration/comptes', 'comptes.lister', comptesPage),
    ...formScreens('comptes', 'inviter', invitation),
    get(
      un,
      'comptes.lister',
      ofCompte((visit, compte) => drawCompte(visit, compte, write(form, compte))),
    ),
    post(un, right, ofCompte(update)),
    ...confirmScreens('comptes', 'fermeture', closing),
    post(`${un}/reouverture`, right, ofCompte(reopen)),
    ...confirmScreens('comptes', 'deconnexion', disconnecting),
    post(`${un}/liaison`, right, ofCompte(link)),
    post(`${un}/lien`, 'comptes.reinitialiser', ofCompte(passwordLink)),
  ];
}

type Compte = Awaited<ReturnType<Services['identites']['comptes']>>[number];

const ofCompte = onceFound<Compte>('compte', ({ services }, id) => services.identites.compte(id));

async function comptesPage(visit: Visit): Promise<Shown> {
  const comptes = await visit.services.identites.comptes();
  const closed = comptes.filter(({ actif }) => !actif).length;
  const caption = `${plural(comptes.length, 'compte')}${closed > 0 ? `, dont ${plural(closed, 'fermé')}` : ''}`;
  return placePage(visit, 'comptes', {
    actions: linkButton('Inviter une personne', adminPath('comptes', 'inviter'), 'principal', 'plus'),
    body: html`<section class="panneau">${captionedTable(caption, comptes, [
      titleColumn('Nom', ({ id, nom }) => html`<a href="${adminPath('comptes', id)}">${nom}</a>`),
      column('Courriel', ({ courriel }) => courriel),
      column('Rôle', ({ role }) => roleNames[role]),
      column('État', compteState),
      column('Dernière connexion', ({ connecteLe }) => (connecteLe ? moment(connecteLe) : 'Jamais')),
    ])}</section>`,
  });
}

function compteState({ actif }: Compte): Html {
  return actif ? pill('bien', 'Actif') : pill('neutre', 'Fermé', 'verrou');
}

/** What a person may be. */
const { editeur: _, ...compteRoles } = roleNames;

const inviting = formOfFields({
  courriel: line('Courriel', { type: 'email', help: 'Son compte portera cette adresse.' }),
  role: choice('Rôle', compteRoles, {
    help: 'Un agent fait avancer les dossiers, un superviseur administre aussi, un lecteur consulte.',
  }),
});

type Link = Extract<Awaited<ReturnType<Services['identites']['invite']>>, { ok: true }>['value'];

const invitation: Asking<Link> = {
  right: 'comptes.inviter',
  title: 'Inviter une personne',
  label: 'Créer le lien d’invitation',
  form: () => inviting,
  make: ({ services, identite }, read) =>
    parseThen(Invitation, read, (invited) => services.identites.invite(identite, invited)),
  done: (made, visit, typed) => handedLink(visit, 'Invitation prête', `ouvrir le compte de ${typed['courriel']}`, made),
  places: { 'courriel-pris': '/courriel' },
};

/** A link that was just made, what it serves to, and how to hand it over. */
function handedLink({ services, request }: Visit, title: string, usage: string, { token, expireLe }: Link): Page {
  const secret = {
    label: 'Lien à transmettre',
    value: `${originOf(services, request)}/lien/${token}`,
    notice: html`<p>Ce lien sert une fois à ${usage}, jusqu’au ${moment(expireLe)}. Transmettez-le à la personne seule, par un canal sûr :
rien n’est envoyé d’ici. S’il se perd, faites-en un autre, qui remplace celui-ci.</p>`,
  };
  return secretPage('comptes', title, secret, linkButton('Revenir aux comptes', adminPath('comptes')));
}

const form = formOfFields({
  nom: line('Nom', { width: 3, help: 'Tel que les collègues le lisent au journal.' }),
  role: choice('Rôle', compteRoles, { help: 'Un autre rôle ferme les sessions de cette personne.' }),
});

async function update(visit: Visit, compte: Compte): Promise<Shown> {
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
}

async function drawCompte(visit: Visit, compte: Compte, typed: Typed, erreurs: readonly Erreur[] = []): Promise<Page> {
  const { id, courriel, nom, creeLe, connecteLe } = compte;
  const { identites, now } = visit.services;
  const [sessions, tentatives] = [await identites.sessionsOf(id), await identites.tentativesOf(compte)];
  const { externe, demande } = await identites.liaisonOf(id);
  const changing = drawForm(form, typed, {
    action: adminPath('comptes', id),
    defaultAction: 'modifier',
    erreurs,
    buttons: button('Enregistrer'),
  });
  const known = properties([
    ['État', compteState(compte)],
    ['Courriel', courriel],
    ['Se connecte par', externe ? 'L’annuaire de l’établissement' : 'Un mot de passe d’ici'],
    ['Ouvert le', moment(creeLe)],
    ['Dernière connexion', connecteLe ? moment(connecteLe) : 'Jamais'],
    ['Sessions ouvertes', sessions.length],
  ]);
  return innerPage('comptes', {
    title: nom,
    ...toCorrect(erreurs),
    body: html`${id === visit.identite.id && callout('info', 'Ce compte est le vôtre : un autre rôle vous déconnecte.')}
${demande && linkPart(id, demande)}
<div class="deux"><div class="pile">${panel('Modifier', changing)}</div>
<div class="pile">${panel('Le compte', known)}
${panel('Accès', accessPart(compte, externe !== null))}
${tentatives.length > 0 && panel('Connexions échouées', attemptsPart(tentatives, now().toISOString()))}</div></div>`,
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
  return html`<ul class="pile gestes">
${!isExternal && html`<li><p>Le mot de passe est oublié : un lien à usage unique en fait choisir un autre.</p>${postButton('Créer un lien de mot de passe', adminPath('comptes', id, 'lien'))}</li>`}
<li><p>Un poste est perdu ou resté ouvert : toutes ses sessions se ferment.</p>${linkButton('Déconnecter partout…', adminPath('comptes', id, 'deconnexion'))}</li>
<li><p>La personne quitte le service : elle ne pourra plus se connecter.</p>${linkButton('Fermer le compte…', adminPath('comptes', id, 'fermeture'), 'danger')}</li></ul>`;
}

const closing: Confirming<Compte, Compte> = {
  right: 'comptes.modifier',
  found: ofCompte,
  ask: ({ id, nom, courriel }) => ({
    ...askedOf(id, nom),
    title: `Fermer le compte de ${nom} ?`,
    label: 'Fermer le compte',
    consequences: html`<p>Ses sessions se ferment tout de suite, et plus personne ne se connecte par ${courriel}. Les liens faits par ce compte
ou pour lui ne servent plus. Ses actes restent au journal, à son nom, et le compte peut être rouvert.</p>`,
  }),
  act: ({ services, identite }, { id }) => services.identites.updateCompte(identite, id, { actif: false }),
  done: ({ id, nom }) => redirect(adminPath('comptes', id), `Le compte de ${nom} est fermé.`),
};

const disconnecting: Confirming<Compte> = {
  right: 'comptes.deconnecter',
  found: ofCompte,
  ask: ({ id, nom }) => ({
    ...askedOf(id, nom),
    title: `Déconnecter ${nom} partout ?`,
    label: 'Déconnecter partout',
    consequences: html`<p>Toutes ses sessions se ferment tout de suite, sur tous ses postes : ce qui n’y est pas enregistré se perd. La personne peut se
reconnecter avec son mot de passe.</p>`,
  }),
  act: ({ services, identite }, { id }) => services.identites.endSessions(identite, id),
  done: ({ id, nom }) => redirect(adminPath('comptes', id), `${nom} n’a plus aucune session ouverte.`),
};

function askedOf(id: string, nom: string) {
  const back = adminPath('comptes', id);
  return { back, trail: [{ label: nom, href: back }] };
}

async function reopen({ services, identite }: Visit, { id, nom }: Compte): Promise<Shown> {
  return orRefused(await services.identites.updateCompte(identite, id, { actif: true }), () =>
    redirect(adminPath('comptes', id), `Le compte de ${nom} est rouvert.`),
  );
}

/** Links the account to who asked for it by the directory, as was shown. */
async function link({ services, identite, body }: Visit, { id, nom }: Compte): Promise<Shown> {
  return orRefused(await services.identites.linkCompte(identite, id, body.get('sujet') ?? ''), () =>
    redirect(adminPath('comptes', id), `Le compte de ${nom} est relié à l’annuaire.`),
  );
}

/** Makes a link to a new password, shown here and nowhere else. */
async function passwordLink(visit: Visit, { id, nom }: Compte): Promise<Shown> {
  return orRefused(await visit.services.identites.resetPassword(visit.identite, id), (made) =>
    handedLink(visit, 'Lien de mot de passe prêt', `changer le mot de passe de ${nom}`, made),
  );
}
