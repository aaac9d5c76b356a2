import { type Html, html } from '../../web/html.ts';
import { aideDe } from './pages.ts';

/** How to do what is done on the page at an address, folded; nothing where there is nothing to say. */
export function commentFaire(adresse: string): Html | null {
  const aide = aideDe(adresse);
  if (!aide) return null;
  return html`<details class="pli aide-page"><summary>Comment faire ?</summary>
<div><ol>${aide.pas.map((pas) => html`<li>${pas}</li>`)}</ol><p><a href="/aide#${aide.id}">Toute l’aide : ${aide.titre}</a></p></div></details>`;
}
