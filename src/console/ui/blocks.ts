import { type Html, html } from '../../web/html.ts';
import { icone, type NomIcone } from './icon.ts';

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

/** How a thing is meant: well done, to be looked at, wrong, or simply told. */
type Ton = 'bien' | 'attention' | 'faute' | 'info';

const mots: Record<Ton, string> = { bien: 'Fait', attention: 'Attention', faute: 'Erreur', info: 'À savoir' };

/** A framed message; its tone is said to whoever does not see colours. */
export function encart(ton: Ton, corps: Html | string, titre?: string): Html {
  return html`<div class="encart ${ton}">${icone(ton)}<div>${titre ? html`<p class="titre">${titre}</p>` : html`<span class="sr">${mots[ton]} : </span>`}${
    typeof corps === 'string' ? html`<p>${corps}</p>` : corps
  }</div></div>`;
}

/** How a pill is coloured; its words say the same. */
export type Teinte = 'neutre' | 'accent' | 'bien' | 'attention' | 'faute';

/** A short word on a coloured ground: a state, a count, a role. */
export function pastille(teinte: Teinte, texte: string, signe?: NomIcone): Html {
  return html`<span class="pastille ${teinte}">${signe && icone(signe)}${texte}</span>`;
}

/** What is told once: a link, a key, a secret, in a field from which it is copied whole. */
export function secret({ libelle, valeur, avis }: { libelle: string; valeur: string; avis: Html }): Html {
  return html`${encart('attention', avis, 'Affiché une seule fois')}
<div class="champ secret"><label for="secret">${libelle}</label>
<p class="aide" id="secret-aide">Placez-vous dans le champ, sélectionnez tout (Ctrl + A), copiez (Ctrl + C).</p>
<input id="secret" type="text" readonly value="${valeur}" aria-describedby="secret-aide" spellcheck="false" autocomplete="off"></div>`;
}
