import { type Html, html } from '../../web/html.ts';
import { icone, type NomIcone } from './icones.ts';

/** A card of a page, under its own heading. */
export function panneau(
  titre: string,
  corps: Html,
  { id, actions }: { id?: string; actions?: Html | null } = {},
): Html {
  return html`<section class="panneau"${id && html` id="${id}"`}><div class="tete"><h2>${titre}</h2>${
    actions && html`<div class="actions">${actions}</div>`
  }</div>
${corps}</section>`;
}

/** What a thing is known by: names and values. */
export function resume(lignes: readonly (readonly [string, Html | string | number | null | undefined])[]): Html {
  const told = lignes.filter(([, valeur]) => valeur !== null && valeur !== undefined && valeur !== '');
  return html`<dl class="resume">${told.map(([nom, valeur]) => html`<div><dt>${nom}</dt><dd>${valeur}</dd></div>`)}</dl>`;
}

/** Why there is nothing to see, and what to do. */
export function vide(signe: NomIcone, titre: string, corps: Html | string | null = null): Html {
  return html`<div class="vide">${icone(signe)}<p class="titre">${titre}</p>${typeof corps === 'string' ? html`<p>${corps}</p>` : corps}</div>`;
}

/** What may be opened to know more. */
export function pli(titre: string, corps: Html, { ouvert = false, id }: { ouvert?: boolean; id?: string } = {}): Html {
  return html`<details class="pli"${id && html` id="${id}"`}${ouvert && html` open`}><summary>${titre}</summary>
<div>${corps}</div></details>`;
}

/** How far a thing has come, in words and as a bar. */
export function progres(fait: number, total: number, libelle: string): Html {
  return html`<div class="progres"><progress max="${Math.max(total, 1)}" value="${fait}" aria-label="${libelle}"></progress><span>${fait} sur ${total}</span></div>`;
}

/** Where one is among pages of a list. */
export function pages({
  precedente,
  suivante,
  etat,
}: {
  precedente: string | null;
  suivante: string | null;
  etat: string;
}): Html {
  return html`<nav class="pages" aria-label="Pages"><span class="doux">${etat}</span>
${precedente === null ? null : html`<a class="bouton second petit" href="${precedente}" rel="prev">${icone('retour')}Précédents</a>`}
${suivante === null ? null : html`<a class="bouton second petit" href="${suivante}" rel="next">Suivants${icone('suite')}</a>`}</nav>`;
}
