import { type Html, html } from '../../../web/html.ts';
import { type Cible, pathOf } from '../read/case.ts';

/** Where what others do to a case is told as it happens, to pages that show it as of the line `vu` of the journal. */
export function followed(cible: Cible, vu: number): Html {
  return html`<div class="suivi" id="suivi" role="status" aria-live="polite" data-suivi="${pathOf(cible)}/suivi?vu=${vu}" data-voir="${pathOf(cible)}"></div>`;
}
