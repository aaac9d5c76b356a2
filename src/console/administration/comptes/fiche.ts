import { Modification } from '../../../identity/comptes/comptes.ts';
import { type Erreur, parseThen } from '../../../result.ts';
import { html } from '../../../web/html.ts';
import { drawForm } from '../../forms/draw.ts';
import { readTyped, type Typed, typedOf, write } from '../../forms/typed.ts';
import { panneau, resume } from '../../parts/blocs.ts';
import { bouton, boutonSeul, lienBouton } from '../../parts/boutons.ts';
import { moment } from '../../parts/dates.ts';
import { encart } from '../../parts/encart.ts';
import type { Page } from '../../shell/page.ts';
import { ailleurs, type Shown, type Visit } from '../../shell/screen.ts';
import { adresse, pageSous } from '../parts/cadre.ts';
import { choixDe, formulaire, ligne } from '../parts/champs.ts';
import { suite } from '../parts/refus.ts';
import { rolesDeCompte } from './invitation.ts';
import { type Compte, etatDe } from './liste.ts';

const form = formulaire({
  nom: ligne('Nom', { largeur: 3, aide: 'Tel que les collègues le lisent au journal.' }),
  role: choixDe('Rôle', rolesDeCompte, { aide: 'Un autre rôle ferme les sessions de cette personne.' }),
});

/** Acts about one account, which is found first. */
export async function ofCompte(visit: Visit, act: (compte: Compte) => Shown | Promise<Shown>): Promise<Shown> {
  const id = visit.params['id'] ?? '';
  const compte = await visit.services.identites.compte(id);
  return compte ? act(compte) : { refus: { code: 'introuvable', objet: 'compte', id } };
}

/** An account, what may be changed of it, and what may be done to it. */
export function fiche(visit: Visit): Promise<Shown> {
  return ofCompte(visit, (compte) => page(visit, compte, write(form, compte)));
}

/** Changes the name or the role. */
export function modifier(visit: Visit): Promise<Shown> {
  return ofCompte(visit, async (compte) => {
    const typed = typedOf(visit.body, form);
    const done = await parseThen(Modification, readTyped(form, typed), (champs) =>
      visit.services.identites.updateCompte(visit.identite, compte.id, champs),
    );
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
