import { type Html, html } from '../../../web/html.ts';
import { marque } from '../../demonstration/side.ts';
import { bouton, lienBouton } from '../../parts/boutons.ts';
import { encart } from '../../parts/encart.ts';

/** What is about to be done, what will follow, and a way back; nothing is done before the button is pressed. */
export interface Confirmation {
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
