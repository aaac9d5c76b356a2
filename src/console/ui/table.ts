import { attrs, type Html, html } from '../../web/html.ts';

/** A column: its heading (a link when one may sort by it), and what a line shows under it. */
export interface TableColumn<Line> {
  title: string;
  /** On a phone each line is a card, where the column's title stands beside its value; `titre` names the card. */
  kind?: 'titre' | 'nombre' | 'case' | 'action';
  /** Where a click on the heading leads, to sort by it. */
  sortHref?: string | undefined;
  /** How it is sorted now. */
  order?: 'ascending' | 'descending' | undefined;
  cell(line: Line, rank: number): Html | string | number | null;
}

/** A table, whose caption may be for those alone who do not see it. */
interface Table<Line> {
  caption: string;
  isHidden?: boolean;
  lines: readonly Line[];
  columns: readonly TableColumn<Line>[];
}

/** A table with its caption, in a region of its own that scrolls sideways when it must; cards on a phone. */
export function table<Line>({ caption, isHidden = false, lines, columns }: Table<Line>): Html {
  const rows = lines.map((line, rank) => html`<tr>${columns.map((column) => cellOf(column, line, rank))}</tr>\n`);
  return html`<div class="defile" role="region" aria-label="${caption}" tabindex="0"><table class="donnees">
<caption${attrs({ class: isHidden && 'sr' })}>${caption}</caption>
<thead><tr>${columns.map(headingOf)}</tr></thead>
<tbody>${rows}</tbody></table></div>`;
}

function headingOf<Line>({ title, kind, sortHref, order }: TableColumn<Line>): Html {
  const shown = kind === 'case' || kind === 'action' ? html`<span class="sr">${title}</span>` : title;
  const link = sortHref ? html`<a href="${sortHref}">${shown}</a>` : shown;
  return html`<th scope="col"${attrs({ class: kind, 'data-titre': title, 'aria-sort': order })}>${link}</th>`;
}

function cellOf<Line>(column: TableColumn<Line>, line: Line, rank: number): Html {
  const { kind, title } = column;
  const content = column.cell(line, rank);
  if (kind === 'titre') return html`<th scope="row" class="titre">${content}</th>`;
  return html`<td${attrs({ class: kind, 'data-titre': title })}>${content}</td>`;
}

/** Two lines in a cell, the second softer; one when there is no second. */
export function twoLines(above: Html | string, below: Html | string | null | false | undefined): Html {
  return html`<div>${above}${below && html`<div class="doux adresse">${below}</div>`}</div>`;
}
