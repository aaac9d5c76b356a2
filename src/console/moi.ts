import type { Erreur } from '../result.ts';
import { sessionToken } from '../web/access/credentials.ts';
import { html } from '../web/html.ts';
import { marque } from './demonstration/side.ts';
import { erreursDe } from './shell/refused.ts';
import { ailleurs, get, type Page, post, type Screen, type Shown, type Visit } from './shell/screen.ts';
import { panneau, pastille, resume } from './ui/blocks.ts';
import { bouton, boutonSeul } from './ui/button.ts';
import { type Champ, champ, fautes, refus } from './ui/champ.ts';
import { combien, moment, roles } from './ui/words.ts';

/** One’s own account: who one is, a password, sessions. */
export function moiScreens(): Screen[] {
  return [
    get('moi.lire', '/moi', {
      right: 'moi.lire',
      answer: (visit) => page(visit),
    }),
    post('moi.mot-de-passe', '/moi/mot-de-passe', {
      right: 'moi.mot-de-passe',
      answer: changer,
    }),
    post('moi.sessions', '/moi/sessions', {
      right: 'moi.lire',
      answer: deconnecter,
    }),
  ];
}

const lignes: readonly Champ[] = [
  { nom: 'ancien', libelle: 'Mot de passe actuel', type: 'password', autocomplete: 'current-password' },
  {
    nom: 'motDePasse',
    libelle: 'Nouveau mot de passe',
    type: 'password',
    autocomplete: 'new-password',
    aide: '12 caractères au moins. Quelques mots à la suite font un bon mot de passe.',
  },
  {
    nom: 'confirmation',
    libelle: 'Le même, une seconde fois',
    type: 'password',
    autocomplete: 'new-password',
  },
];

async function changer(visit: Visit): Promise<Shown> {
  const { body, services, identite } = visit;
  const motDePasse = body.get('motDePasse') ?? '';
  if (motDePasse !== body.get('confirmation')) return page(visit, [different]);
  const done = await parseThen(Changement, { ancien: body.get('ancien') ?? '', motDePasse }, (change) =>
    services.identites.changePassword(identite, change),
  );
  if (done.ok) return ailleurs('/connexion', 'Votre mot de passe est changé : toutes vos sessions sont fermées.');
  return page(visit, done.error.code === 'identifiants-refuses' ? [wrong] : erreursDe(done.error));
}

const different: Erreur = {
  pointeur: '/confirmation',
  message: 'Les deux mots de passe diffèrent : saisissez deux fois le même.',
};
const wrong: Erreur = { pointeur: '/ancien', message: 'Ce n’est pas votre mot de passe actuel.' };

async function deconnecter({ services, identite }: Visit): Promise<Shown> {
  const done = await services.identites.endSessions(identite, identite.id);
  return done.ok ? ailleurs('/connexion') : { refus: done.error };
}

async function page({ services, identite, request }: Visit, erreurs: readonly Erreur[] = []): Promise<Page> {
  const compte = await services.identites.compte(identite.id);
  const sessions = await services.identites.sessionsOf(identite.id, sessionToken(request));
  const general = erreurs.filter(({ pointeur }) => !lignes.some(({ nom }) => pointeur === `/${nom}`));
  return {
    titre: identite.nom,
    rubrique: 'moi',
    statut: erreurs.length > 0 ? 422 : 200,
    aCorriger: erreurs.length > 0,
    sousTitre: pastille('accent', roles[identite.role]),
    corps: html`<div class="deux"><div class="pile">${panneau(
      'Changer de mot de passe',
      html`${general.map(({ message }) => refus(message))}${general.length === 0 && fautes(lignes, erreurs)}
<form method="post" action="/moi/mot-de-passe" novalidate>${marque()}${lignes.map((une) => champ(une, erreurs))}
<p class="aide">Vous devrez vous reconnecter, ici comme sur vos autres postes.</p>
<div class="boutons">${bouton('Changer le mot de passe')}</div></form>`,
    )}</div>
<div class="pile">${panneau(
      'Vous',
      resume([
        ['Nom', identite.nom],
        ['Courriel', compte?.courriel],
        ['Rôle', roles[identite.role]],
      ]),
    )}
${panneau(
  combien(sessions.length, 'session ouverte', 'sessions ouvertes'),
  html`<ul class="sessions">${sessions.map(
    ({ ouverteLe, vueLe, courante }) =>
      html`<li>Ouverte le ${moment(ouverteLe)}, vue le ${moment(vueLe)}${courante && html` ${pastille('bien', 'Celle-ci')}`}</li>`,
  )}</ul><div class="boutons">${boutonSeul('Me déconnecter partout', '/moi/sessions')}</div>`,
)}
${panneau('Aide', html`<ul class="simple"><li><a href="/aide#clavier">Travailler au clavier</a></li><li><a href="/accessibilite">Accessibilité</a></li></ul>`)}</div></div>`,
  };
}
