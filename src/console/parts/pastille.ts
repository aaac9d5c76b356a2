import { type Html, html } from '../../web/html.ts';
import { icone, type NomIcone } from './icones.ts';

/** How a pill is coloured; its words say the same. */
export type Teinte = 'neutre' | 'accent' | 'bien' | 'attention' | 'faute';

/** A short word on a coloured ground: a state, a count, a role. */
export function pastille(teinte: Teinte, texte: string, signe?: NomIcone): Html {
  return html`<span class="pastille ${teinte}">${signe && icone(signe)}${texte}</span>`;
}
