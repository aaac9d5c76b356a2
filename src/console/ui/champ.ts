import type { Erreur } from '../../result.ts';
import { type Html, html } from '../../web/html.ts';

/** A line to fill in. */
export interface Champ {
  /** Its id, and the name under which it is sent. */
  nom: string;
  libelle: string;
  type: 'email' | 'password' | 'text';
  /** What browsers and password managers fill it with. */
  autocomplete: string;
  aide?: string;
  valeur?: string | undefined;
  /** Shown, not changed. */
  fixe?: boolean;
}

/** A line with its label, what helps to fill it, and what is wrong with it, all read together. */
export function champ(
  { nom, libelle, type, autocomplete, aide, valeur, fixe }: Champ,
  erreurs: readonly Erreur[],
): Html {
  const faute = erreurs.find(({ pointeur }) => pointeur === `/${nom}`)?.message;
  const described = [aide && `aide-${nom}`, faute && `faute-${nom}`].filter(Boolean).join(' ');
  return html`<div class="champ"><label for="${nom}">${libelle}</label>
${aide && html`<p class="aide" id="aide-${nom}">${aide}</p>`}
${faute && html`<p class="faute" id="faute-${nom}">${faute}</p>`}
<input id="${nom}" name="${nom}" type="${type}" autocomplete="${autocomplete}" value="${valeur}"${fixe && html` readonly`}${
    faute && html` aria-invalid="true"`
  }${described && html` aria-describedby="${described}"`}${type === 'email' && html` spellcheck="false"`}></div>`;
}

/** What is wrong with a form, in the order of its lines, each fault a link to its own; nothing when all is well. */
export function fautes(champs: readonly Champ[], erreurs: readonly Erreur[]): Html | null {
  if (erreurs.length === 0) return null;
  const told = champs.flatMap(({ nom, libelle }) =>
    erreurs
      .filter(({ pointeur }) => pointeur === `/${nom}`)
      .map(({ message }) => html`<li><a href="#${nom}">${libelle}</a> : ${message}</li>`),
  );
  return html`<div class="fautes" role="alert" tabindex="-1" autofocus><h2>À corriger</h2><ul>${told}</ul></div>`;
}

/** Why a form was not taken, when it is no line’s fault. */
export function refus(message: string): Html {
  return html`<div class="fautes" role="alert" tabindex="-1" autofocus><p>${message}</p></div>`;
}
