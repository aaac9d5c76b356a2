import { type Html, html } from '../../web/html.ts';
import { marque } from '../demonstration/side.ts';
import { encart } from './blocks.ts';
import { icone, type NomIcone } from './icon.ts';

/** How a button weighs: one main action a page, the others less, what cannot be undone apart. */
export type Poids = 'principal' | 'second' | 'discret' | 'danger';

/** A link that looks like a button: it goes somewhere. */
export function lienBouton(libelle: string, vers: string, poids: Poids = 'second', signe?: NomIcone): Html {
  return html`<a class="bouton ${poids}" href="${vers}">${signe && icone(signe)}${libelle}</a>`;
}

/** What sends a form; `nom=valeur` tells which button of the form was pressed. */
export function bouton(
  libelle: string,
  poids: Poids = 'principal',
  { nom, valeur, signe, petit }: { nom?: string; valeur?: string; signe?: NomIcone; petit?: boolean } = {},
): Html {
  return html`<button class="bouton ${poids}${petit && ' petit'}"${nom && html` name="${nom}" value="${valeur}"`}>${signe && icone(signe)}${libelle}</button>`;
}

/** A form of a single button, with what it sends. */
export function boutonSeul(
  libelle: string,
  action: string,
  champs: Readonly<Record<string, string>> = {},
  poids: Poids = 'second',
): Html {
  return html`<form class="seul" method="post" action="${action}">${marque()}${Object.entries(champs).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  )}${bouton(libelle, poids, { petit: true })}</form>`;
}

/** What is about to be done, what will follow, and a way back; nothing is done before the button is pressed. */
interface Confirmation {
  /** What follows from it, so that nobody is surprised. */
  suites: Html;
  action: string;
  /** What the button does, in its own words. */
  libelle: string;
  retour: string;
  caches?: Readonly<Record<string, string>>;
}

/** Asks before what cannot be undone at once. */
export function confirmation({ suites, action, libelle, retour, caches = {} }: Confirmation): Html {
  return html`<form class="confirmation" method="post" action="${action}">${marque()}
${encart('attention', suites)}
${Object.entries(caches).map(([nom, valeur]) => html`<input type="hidden" name="${nom}" value="${valeur}">`)}
<div class="boutons">${bouton(libelle, 'danger')}${lienBouton('Annuler', retour)}</div></form>`;
}
