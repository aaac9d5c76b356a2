import { Changement } from '../identity/comptes/comptes.ts';
import { type Erreur, parseThen } from '../result.ts';
import { sessionToken, venueOf } from '../web/access/credentials.ts';
import { type Html, html } from '../web/html.ts';
import { listColumns, Preferences, preferencesCookie, preferencesOf } from './shell/cookies.ts';
import { get, localPath, post, type Screen, type Visit } from './shell/screen.ts';
import { type Page, redirect, type Shown, toCorrect, toFaults } from './shell/shown.ts';
import { panel, pill, properties } from './ui/blocks.ts';
import { actionForm, button, postButton } from './ui/button.ts';
import { faultSummary, type Line, lineInputs, newPassword, passwordsDiffer, refusalNotice } from './ui/field.ts';
import { moment, plural, roleNames } from './ui/words.ts';

/** One’s own account: who one is, a password, sessions. */
export function moiScreens(): Screen[] {
  return [
    get('/moi', 'moi.lire', (visit) => page(visit)),
    post('/moi/mot-de-passe', 'moi.mot-de-passe', changePassword),
    post('/moi/preferences', 'moi.lire', keepPreferences),
    post('/moi/sessions', 'moi.lire', disconnect),
  ];
}

const lines: readonly Line[] = [
  { id: 'ancien', label: 'Mot de passe actuel', attributes: { type: 'password', autocomplete: 'current-password' } },
  ...newPassword('Nouveau mot de passe'),
];

async function changePassword(visit: Visit): Promise<Shown> {
  const { body, services, identite, request } = visit;
  const motDePasse = body.get('motDePasse') ?? '';
  if (motDePasse !== body.get('confirmation')) return page(visit, [passwordsDiffer]);
  const done = await parseThen(Changement, { ancien: body.get('ancien') ?? '', motDePasse }, (change) =>
    services.identites.changePassword(identite, change, venueOf(request)),
  );
  if (done.ok) return redirect('/connexion', 'Votre mot de passe est changé : toutes vos sessions sont fermées.');
  return page(visit, done.error.code === 'identifiants-refuses' ? [wrong] : toFaults(done.error));
}

const wrong: Erreur = { pointeur: '/ancien', message: 'Ce n’est pas votre mot de passe actuel.' };

/** Keeps what is told of how one likes the console; what is not told stays. */
function keepPreferences({ body, identite, request }: Visit): Shown {
  const told = Object.fromEntries(body.noms().map((name) => [name, body.get(name)]));
  const kept = new Set(body.tous('colonne'));
  const hidden = Object.keys(listColumns).filter((one) => !kept.has(one));
  const cachees = body.get('colonnes') === undefined ? {} : { cachees: hidden.join('.') };
  const preferences = Preferences.parse({ ...preferencesOf(request, identite), ...told, ...cachees });
  const to = localPath(body.get('retour') ?? '/moi');
  return {
    ...redirect(to, body.get('densite') || body.get('colonnes') ? undefined : 'C’est noté.'),
    cookies: [preferencesCookie(preferences, identite)],
  };
}

async function disconnect({ services, identite }: Visit): Promise<Shown> {
  const done = await services.identites.endSessions(identite, identite.id);
  return done.ok ? redirect('/connexion') : { refusal: done.error };
}

/** Where keys of one letter are turned off, for whoever dictates or is read to. */
function keysForm({ raccourcis }: Preferences): Html {
  const isOn = raccourcis === 'oui';
  return html`<p id="raccourcis-etat">${isOn ? 'Les touches d’une lettre agissent.' : 'Les touches d’une lettre sont coupées ; Ctrl + K reste.'} <a href="/raccourcis">Voir toutes les touches</a></p>
<div class="boutons">${postButton(isOn ? 'Couper les raccourcis d’une lettre' : 'Rétablir les raccourcis d’une lettre', '/moi/preferences', { raccourcis: isOn ? 'non' : 'oui' })}</div>`;
}

async function page({ services, identite, request }: Visit, erreurs: readonly Erreur[] = []): Promise<Page> {
  const compte = await services.identites.compte(identite.id);
  const sessions = await services.identites.sessionsOf(identite.id, sessionToken(request));
  const general = erreurs.filter(({ pointeur }) => !lines.some(({ id }) => pointeur === `/${id}`));
  return {
    title: identite.nom,
    section: 'moi',
    ...toCorrect(erreurs),
    subtitle: pill('accent', roleNames[identite.role]),
    body: html`<div class="deux"><div class="pile">${panel(
      'Changer de mot de passe',
      html`${general.map(({ message }) => refusalNotice(message))}${general.length === 0 && faultSummary(lines, erreurs)}
${actionForm(
  { action: '/moi/mot-de-passe', attributes: { novalidate: true } },
  html`${lineInputs(lines, erreurs)}
<p class="aide">Vous devrez vous reconnecter, ici comme sur vos autres postes.</p>
<div class="boutons">${button('Changer le mot de passe')}</div>`,
)}`,
    )}</div>
<div class="pile">${panel(
      'Vous',
      properties([
        ['Nom', identite.nom],
        ['Courriel', compte?.courriel],
        ['Rôle', roleNames[identite.role]],
      ]),
    )}
${panel(
  plural(sessions.length, 'session ouverte', 'sessions ouvertes'),
  html`<ul class="sessions">${sessions.map(
    ({ ouverteLe, vueLe, courante }) =>
      html`<li>Ouverte le ${moment(ouverteLe)}, vue le ${moment(vueLe)}${courante && html` ${pill('bien', 'Celle-ci')}`}</li>`,
  )}</ul><div class="boutons">${postButton('Me déconnecter partout', '/moi/sessions')}</div>`,
)}
${panel('Raccourcis clavier', keysForm(preferencesOf(request, identite)), { id: 'raccourcis-reglage' })}
${panel('Liens utiles', html`<ul class="simple">${identite.role !== 'lecteur' && html`<li><a href="/administration/affectation#absences">Noter une absence</a></li>`}<li><a href="/aide#clavier">Travailler au clavier</a></li><li><a href="/accessibilite">Accessibilité</a></li></ul>`)}</div></div>`,
  };
}
