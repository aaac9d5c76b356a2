import { attrs, type Html, html } from '../../web/html.ts';

/** A tab: a page of its own, with how many things are in it. */
export interface Tab {
  label: string;
  href: string;
  isCurrent: boolean;
  count?: number | string | null;
  /** Whether its count asks for attention. */
  isAlert?: boolean;
  /** The key that opens it. */
  key?: string;
}

/** Tabs, which are links: each has its own address. */
export function tabBar(nom: string, liste: readonly Tab[]): Html {
  return html`<nav class="onglets" aria-label="${nom}"><ul>${liste.map(
    ({ label, href, isCurrent, count, isAlert, key }) =>
      html`<li><a${attrs({ href, 'data-touche': key })}${isCurrent && html` aria-current="page"`}>${label}${
        count !== undefined && count !== null && html` <span class="compte${isAlert && ' alerte'}">${count}</span>`
      }</a></li>`,
  )}</ul></nav>`;
}
