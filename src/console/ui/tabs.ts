import { type Html, html } from '../../web/html.ts';

/** A tab: a page of its own, with how many things are in it. */
export interface Onglet {
  libelle: string;
  vers: string;
  courant: boolean;
  compte?: number | string | null;
  /** Whether its count asks for attention. */
  alerte?: boolean;
}

/** Tabs, which are links: each has its own address. */
export function onglets(nom: string, liste: readonly Onglet[]): Html {
  return html`<nav class="onglets" aria-label="${nom}"><ul>${liste.map(
    ({ libelle, vers, courant, compte, alerte }) =>
      html`<li><a href="${vers}"${courant && html` aria-current="page"`}>${libelle}${
        compte !== undefined && compte !== null && html` <span class="compte${alerte && ' alerte'}">${compte}</span>`
      }</a></li>`,
  )}</ul></nav>`;
}
