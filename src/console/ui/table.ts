import { type Html, html } from '../../web/html.ts';

/** A column: its heading (a link when one may sort by it), and what a line shows under it. */
export interface Colonne<Ligne> {
  titre: string;
  /** On a phone each line is a card, where the column's title stands beside its value; `titre` names the card. */
  role?: 'titre' | 'nombre' | 'case' | 'action';
  /** Where a click on the heading leads, to sort by it. */
  tri?: string | undefined;
  /** How it is sorted now. */
  ordre?: 'ascending' | 'descending' | undefined;
  cellule(ligne: Ligne, rang: number): Html | string | number | null;
}

/** A table with its caption, in a region of its own that scrolls sideways when it must; cards on a phone. */
export function table<Ligne>(
  { legende, colonnes, cachee = false }: { legende: string; colonnes: readonly Colonne<Ligne>[]; cachee?: boolean },
  lignes: readonly Ligne[],
): Html {
  return html`<div class="defile" role="region" aria-label="${legende}" tabindex="0"><table class="donnees">
<caption${cachee && html` class="sr"`}>${legende}</caption>
<thead><tr>${colonnes.map(entete)}</tr></thead>
<tbody>${lignes.map(
    (ligne, rang) => html`<tr>${colonnes.map((colonne) => cellule(colonne, ligne, rang))}</tr>
`,
  )}</tbody></table></div>`;
}

function entete<Ligne>({ titre, role, tri, ordre }: Colonne<Ligne>): Html {
  const sorted = ordre && html` aria-sort="${ordre}"`;
  const shown = role === 'case' || role === 'action' ? html`<span class="sr">${titre}</span>` : titre;
  return html`<th scope="col"${role && html` class="${role}"`}${sorted}>${tri ? html`<a href="${tri}">${shown}</a>` : shown}</th>`;
}

function cellule<Ligne>(colonne: Colonne<Ligne>, ligne: Ligne, rang: number): Html {
  const { role, titre } = colonne;
  const content = colonne.cellule(ligne, rang);
  if (role === 'titre') return html`<th scope="row" class="titre">${content}</th>`;
  return html`<td${role && html` class="${role}"`} data-titre="${titre}">${content}</td>`;
}

/** Two lines in a cell, the second softer; one when there is no second. */
export function double(haut: Html | string, bas: Html | string | null | false | undefined): Html {
  return html`<div>${haut}${bas && html`<div class="doux adresse">${bas}</div>`}</div>`;
}
