import { type Html, html } from '../../../web/html.ts';

/** Two lines in a cell, the second softer; one when there is no second. */
export function double(haut: Html | string, bas: Html | string | null | false | undefined): Html {
  return html`<div>${haut}${bas && html`<div class="doux adresse">${bas}</div>`}</div>`;
}
