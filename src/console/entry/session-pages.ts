import { html } from '../../web/html.ts';
import { champ, refus } from '../parts/champ.ts';
import type { Page } from '../shell/page.ts';

/** How persons come in here. */
export interface Entrees {
  /** By the e-mail and the password of an account of this service. */
  locale: boolean;
  /** By the establishment’s own directory. */
  annuaire: boolean;
}

/** What was said of a login, and where it leads. */
interface Asked {
  vers: string;
  courriel?: string | undefined;
  /** Why it was refused, and with which status. */
  refus?: { status: number; detail: string } | undefined;
}

/** Where persons log in. */
export function loginPage(entrees: Entrees, { vers, courriel, refus: why }: Asked): Page {
  return {
    titre: 'Connexion',
    statut: why?.status ?? 200,
    aCorriger: why !== undefined,
    corps: html`${why && refus(why.detail)}
${entrees.annuaire && html`<p><a class="bouton" href="/connexion/oidc?vers=${encodeURIComponent(vers)}">Se connecter par l’établissement</a></p>`}
${entrees.annuaire && entrees.locale && html`<p class="ou">ou par un compte local</p>`}
${entrees.locale && localForm(vers, courriel, entrees.annuaire)}`,
  };
}

/** Who has left, and may still be logged in at the directory: no form may lead there, by the policy of our pages. */
export function leftPage(adresse: string): Page {
  return {
    titre: 'Vous êtes déconnecté',
    corps: html`<p>Votre session est fermée ici. Celle de votre établissement reste ouverte dans ce navigateur.</p>
<p><a class="bouton" href="${adresse}">La fermer aussi</a></p><a href="/connexion">Se connecter à nouveau</a>`,
  };
}

function localForm(vers: string, courriel: string | undefined, isSecond: boolean) {
  const fields = [
    { nom: 'courriel', libelle: 'Courriel', type: 'email', autocomplete: 'username', valeur: courriel },
    { nom: 'motDePasse', libelle: 'Mot de passe', type: 'password', autocomplete: 'current-password' },
  ] as const;
  return html`<form method="post" action="/connexion" novalidate><input type="hidden" name="vers" value="${vers}">
${fields.map((one) => champ(one, []))}<button${isSecond && html` class="second"`}>Se connecter</button></form>
<p class="doux">Vous avez reçu un lien, ou personne n’a encore de compte ? <a href="/bienvenue">Ouvrez un compte</a>.</p>`;
}
