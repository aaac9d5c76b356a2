import { type Html, html } from '../../web/html.ts';
import { icone } from './icones.ts';

/** How a thing is meant: well done, to be looked at, wrong, or simply told. */
export type Ton = 'bien' | 'attention' | 'faute' | 'info';

const mots: Record<Ton, string> = { bien: 'Fait', attention: 'Attention', faute: 'Erreur', info: 'À savoir' };

/** A framed message; its tone is said to whoever does not see colours. */
export function encart(ton: Ton, corps: Html | string, titre?: string): Html {
  return html`<div class="encart ${ton}">${icone(ton)}<div>${titre ? html`<p class="titre">${titre}</p>` : html`<span class="sr">${mots[ton]} : </span>`}${
    typeof corps === 'string' ? html`<p>${corps}</p>` : corps
  }</div></div>`;
}
