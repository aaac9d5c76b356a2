import type { Erreur } from '../../result.ts';
import { type Html, html } from '../../web/html.ts';
import { drawForm } from '../forms/draw.ts';
import { choixDe, formulaire, ligne } from '../forms/field.ts';
import { readTyped, type Typed, typedOf, write } from '../forms/typed.ts';
import { ouRefus, suite } from '../shell/refused.ts';
import { ailleurs, get, type Page, post, type Screen, type Shown, type Visit } from '../shell/screen.ts';
import { encart, panneau, resume } from '../ui/blocks.ts';
import { bouton, boutonSeul, confirmation, lienBouton } from '../ui/button.ts';
import { refus } from '../ui/champ.ts';
import { moment } from '../ui/words.ts';
import { type Compte, etatDe, lienRemis, rolesDeCompte } from './comptes.ts';
import { adresse, pageSous } from './frame.ts';

/** One account. */
export function compteScreens(): Screen[] {
  const un = '/administration/comptes/:id';
  const [close, leave] = [`${un}/fermeture`, `${un}/deconnexion`] as const;
  const [right, leaving] = ['comptes.modifier', 'comptes.deconnecter'] as const;
  return [
    get('administration.compte', un, { right: 'comptes.lister', answer: fiche }),
    post('administration.compte.modifier', un, { right, answer: modifier }),
    get('administration.compte.fermeture', close, { right, answer: demanderFermeture }),
    post('administration.compte.fermer', close, { right, answer: fermer }),
    post('administration.compte.rouvrir', `${un}/reouverture`, { right, answer: rouvrir }),
    get('administration.compte.deconnexion', leave, { right: leaving, answer: demanderDeconnexion }),
    post('administration.compte.deconnecter', leave, { right: leaving, answer: deconnecter }),
    post('administration.compte.lien', `${un}/lien`, { right: 'comptes.reinitialiser', answer: lienDeMotDePasse }),
  ];
}

const form = formulaire({
  nom: ligne('Nom', { largeur: 3, aide: 'Tel que les collègues le lisent au journal.' }),
  role: choixDe('Rôle', rolesDeCompte, { aide: 'Un autre rôle ferme les sessions de cette personne.' }),
});

/** Acts about one account, which is found first. */
async function ofCompte(visit: Visit, act: (compte: Compte) => Shown | Promise<Shown>): Promise<Shown> {
  const id = visit.params['id'] ?? '';
  const compte = await visit.services.identites.compte(id);
  return compte ? act(compte) : { refus: { code: 'introuvable', objet: 'compte', id } };
}

/** An account, what may be changed of it, and what may be done to it. */
function fiche(visit: Visit): Promise<Shown> {
  return ofCompte(visit, (compte) => page(visit, compte, write(form, compte)));
}

/** Changes the name or the role. */
function modifier(visit: Visit): Promise<Shown> {
  return ofCompte(visit, async (compte) => {
    const typed = typedOf(visit.body, form);
    const done = await visit.services.identites.updateCompte(visit.identite, compte.id, readTyped(form, typed));
    return suite(
      done,
      ({ nom }) => ailleurs(adresse('comptes', compte.id), `Le compte de ${nom} est modifié.`),
      (erreurs) => page(visit, compte, typed, erreurs),
      { 'dernier-superviseur': '/role' },
    );
  });
}

async function page(visit: Visit, compte: Compte, typed: Typed, erreurs: readonly Erreur[] = []): Promise<Page> {
  const { id, courriel, nom, creeLe, connecteLe } = compte;
  const sessions = await visit.services.identites.sessionsOf(id);
  return pageSous('comptes', {
    titre: nom,
    statut: erreurs.length > 0 ? 422 : 200,
    aCorriger: erreurs.length > 0,
    corps: html`${id === visit.identite.id && encart('info', 'Ce compte est le vôtre : un autre rôle vous déconnecte.')}
<div class="deux"><div class="pile">${panneau(
      'Modifier',
      drawForm(form, typed, {
        action: adresse('comptes', id),
        parDefaut: 'modifier',
        erreurs,
        boutons: bouton('Enregistrer'),
      }),
    )}</div>
<div class="pile">${panneau(
      'Le compte',
      resume([
        ['État', etatDe(compte)],
        ['Courriel', courriel],
        ['Ouvert le', moment(creeLe)],
        ['Dernière connexion', connecteLe ? moment(connecteLe) : 'Jamais'],
        ['Sessions ouvertes', sessions.length],
      ]),
    )}
${panneau('Accès', acces(compte))}</div></div>`,
  });
}

function acces({ id, actif }: Compte) {
  if (!actif)
    return html`<p>Ce compte est fermé : personne ne peut s’y connecter. Ses actes restent au journal.</p>
<div class="boutons">${boutonSeul('Rouvrir le compte', adresse('comptes', id, 'reouverture'))}</div>`;
  return html`<ul class="gestes">
<li><p>Le mot de passe est oublié : un lien à usage unique en fait choisir un autre.</p>${boutonSeul('Créer un lien de mot de passe', adresse('comptes', id, 'lien'))}</li>
<li><p>Un poste est perdu ou resté ouvert : toutes ses sessions se ferment.</p>${lienBouton('Déconnecter partout…', adresse('comptes', id, 'deconnexion'))}</li>
<li><p>La personne quitte le service : elle ne pourra plus se connecter.</p>${lienBouton('Fermer le compte…', adresse('comptes', id, 'fermeture'), 'danger')}</li></ul>`;
}

interface Geste {
  chemin: string;
  titre(compte: Compte): string;
  suites(compte: Compte): Html;
  libelle: string;
}

const fermeture: Geste = {
  chemin: 'fermeture',
  titre: ({ nom }) => `Fermer le compte de ${nom} ?`,
  libelle: 'Fermer le compte',
  suites: ({
    courriel,
  }) => html`<p>Ses sessions se ferment tout de suite, et plus personne ne se connecte par ${courriel}. Les liens faits par ce compte
ou pour lui ne servent plus. Ses actes restent au journal, à son nom, et le compte peut être rouvert.</p>`,
};
const deconnexion: Geste = {
  chemin: 'deconnexion',
  titre: ({ nom }) => `Déconnecter ${nom} partout ?`,
  libelle: 'Déconnecter partout',
  suites:
    () => html`<p>Toutes ses sessions se ferment tout de suite, sur tous ses postes : ce qui n’y est pas enregistré se perd. La personne peut se
reconnecter avec son mot de passe.</p>`,
};

/** Asks before an account is closed. */
const demanderFermeture = (visit: Visit) => ofCompte(visit, (compte) => demande(fermeture, compte));
/** Asks before the sessions of an account end. */
const demanderDeconnexion = (visit: Visit) => ofCompte(visit, (compte) => demande(deconnexion, compte));

/** Closes an account. */
function fermer(visit: Visit): Promise<Shown> {
  return ofCompte(visit, async (compte) =>
    suite(
      await visit.services.identites.updateCompte(visit.identite, compte.id, { actif: false }),
      () => ailleurs(adresse('comptes', compte.id), `Le compte de ${compte.nom} est fermé.`),
      (erreurs) => demande(fermeture, compte, erreurs),
    ),
  );
}

/** Opens it again. */
function rouvrir(visit: Visit): Promise<Shown> {
  return ofCompte(visit, async (compte) =>
    ouRefus(await visit.services.identites.updateCompte(visit.identite, compte.id, { actif: true }), () =>
      ailleurs(adresse('comptes', compte.id), `Le compte de ${compte.nom} est rouvert.`),
    ),
  );
}

/** Ends every session of an account. */
function deconnecter(visit: Visit): Promise<Shown> {
  return ofCompte(visit, async (compte) =>
    ouRefus(await visit.services.identites.endSessions(visit.identite, compte.id), () =>
      ailleurs(adresse('comptes', compte.id), `${compte.nom} n’a plus aucune session ouverte.`),
    ),
  );
}

/** Makes a link to a new password, shown here and nowhere else. */
function lienDeMotDePasse(visit: Visit): Promise<Shown> {
  return ofCompte(visit, async (compte) =>
    ouRefus(await visit.services.identites.resetPassword(visit.identite, compte.id), (lien) =>
      lienRemis(visit, {
        ...lien,
        titre: 'Lien de mot de passe prêt',
        usage: `changer le mot de passe de ${compte.nom}`,
      }),
    ),
  );
}

function demande({ chemin, titre, suites, libelle }: Geste, compte: Compte, erreurs: readonly Erreur[] = []): Shown {
  const retour = adresse('comptes', compte.id);
  return pageSous('comptes', {
    titre: titre(compte),
    statut: erreurs.length > 0 ? 409 : 200,
    fil: [{ libelle: compte.nom, vers: retour }],
    corps: html`${erreurs.map(({ message }) => refus(message))}
${confirmation({ suites: suites(compte), action: adresse('comptes', compte.id, chemin), libelle, retour })}`,
  });
}
