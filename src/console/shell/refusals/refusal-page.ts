import { html } from '../../../web/html.ts';
import type { Problem } from '../../../web/problem.ts';
import type { Page } from '../page.ts';

/** Why a page or a link has nothing to show, and where to go instead. */
export function refusalPage(
  { status, title, detail }: Pick<Problem, 'status' | 'title' | 'detail'>,
  isIn = false,
): Page {
  return {
    titre: title,
    statut: status,
    corps: html`<p>${detail}</p>
<p><a class="bouton second" href="${isIn ? '/' : '/connexion'}">${isIn ? 'Revenir à ma journée' : 'Aller à la connexion'}</a></p>`,
  };
}
