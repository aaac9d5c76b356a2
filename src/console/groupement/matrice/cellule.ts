import type { CellState, MatrixCell } from '../../../engine/answers/matrix.ts';
import { Html, html } from '../../../web/html.ts';
import { motsDeCellule } from '../../../web/matrix-csv.ts';
import { stepId } from '../../dossier/etapes/step.ts';
import { icone, type NomIcone } from '../../parts/icones.ts';
import type { MatrixSite } from '../lu.ts';

const signes: Readonly<Partial<Record<CellState, NomIcone>>> = {
  fait: 'coche',
  aFaire: 'crayon',
  bloque: 'verrou',
  attente: 'sablier',
  recommande: 'info',
};

/** The signs of the cells, drawn once for the whole table. */
export const signesDesCellules = html`<svg class="sr" aria-hidden="true">${Object.entries(signes).map(([etat, nom]) => {
  const { text } = icone(nom);
  return new Html(text.replace('<svg class="icone"', `<symbol id="s-${etat}"`).replace('</svg>', '</symbol>'));
})}</svg>`;

/** What the detailed view says more of. */
const asks: ReadonlySet<CellState> = new Set(['aFaire', 'bloque', 'attente']);

/** One prerequisite of one site: a sign and a word, which lead to its step. */
export function cellOf(site: MatrixSite, colonne: string, detail: boolean): Html {
  const cell = site.cellules[colonne];
  if (!cell) return html`<td></td>`;
  const { etat, etape, libelle, raison } = cell;
  const word = wordOf(cell);
  const anchor = etape === null || etat === 'fait' ? '' : `#${stepId({ id: etape, certificat: null })}`;
  return html`<td class="${etat}"><a href="/dossiers/${site.id}${anchor}">${signes[etat] && html`<svg class="icone" aria-hidden="true"><use href="#s-${etat}"/></svg>`}${word}</a>${
    detail && asks.has(etat) && html`<p>${libelle}</p>`
  }${detail && raison && html`<p class="raison">${raison}</p>`}</td>`;
}

/** Whoever is waited for is named: it is not the same to remind the ANS and the éditeur. */
function wordOf({ etat, acteur }: MatrixCell): string {
  if (etat !== 'attente') return motsDeCellule[etat];
  if (acteur === 'ans') return 'Attend l’ANS';
  return acteur === 'editeur' ? 'Attend l’éditeur' : motsDeCellule[etat];
}
