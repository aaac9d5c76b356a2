import { attrs, type Html, html } from '../../web/html.ts';
import { icon } from './icon.ts';

/** What a line shows in a column. */
type Cell<Line> = (line: Line, rank: number) => Html | string | number | null;

/** A column: its heading (a link when one may sort by it), and what a line shows under it. */
export interface TableColumn<Line> {
  title: string;
  /** On a phone each line is a card, where the column's title stands beside its value; `titre` names the card. */
  kind?: 'titre' | 'nombre' | 'case' | 'action';
  /** Where a click on the heading leads, to sort by it. */
  sortHref?: string | undefined;
  /** How it is sorted now. */
  order?: 'ascending' | 'descending' | undefined;
  cell: Cell<Line>;
}

/** A column under its heading. */
export function column<Line>(title: string, cell: Cell<Line>): TableColumn<Line> {
  return { title, cell };
}

/** The column that names the line. */
export function titleColumn<Line>(title: string, cell: Cell<Line>): TableColumn<Line> {
  return { title, kind: 'titre', cell };
}

/** A column of numbers. */
export function countColumn<Line>(title: string, cell: Cell<Line>): TableColumn<Line> {
  return { title, kind: 'nombre', cell };
}

/** A column of what may be done, whose heading is for who does not see it. */
export function actionColumn<Line>(title: string, cell: Cell<Line>): TableColumn<Line> {
  return { title, kind: 'action', cell };
}

/** What a table says, and what is shown where it has no line. */
type Lines<Line> = readonly [
  caption: string,
  lines: readonly Line[],
  columns: readonly TableColumn<Line>[],
  nothing?: Html,
];

/** A table in a region that scrolls sideways, cards on a phone, under a caption for who does not see it. */
export function table<Line>(...lines: Lines<Line>): Html {
  return drawTable(lines, html` class="sr"`);
}

/** The same under a caption that everybody reads. */
export function captionedTable<Line>(...lines: Lines<Line>): Html {
  return drawTable(lines, null);
}

function drawTable<Line>([caption, lines, columns, nothing]: Lines<Line>, unseen: Html | null): Html {
  if (nothing && lines.length === 0) return nothing;
  const rows = lines.map((line, rank) => html`<tr>${columns.map((one) => cellOf(one, line, rank))}</tr>\n`);
  return html`<div class="defile" role="region" aria-label="${caption}" tabindex="0"><table class="donnees">
<caption${unseen}>${caption}</caption>
<thead><tr>${columns.map(headingOf)}</tr></thead>
<tbody>${rows}</tbody></table></div>`;
}

function headingOf<Line>({ title, kind, sortHref, order }: TableColumn<Line>): Html {
  const shown = kind === 'case' || kind === 'action' ? html`<span class="sr">${title}</span>` : title;
  const link = sortHref ? html`<a href="${sortHref}">${shown}</a>` : shown;
  return html`<th scope="col"${attrs({ class: kind, 'data-titre': title, 'aria-sort': order })}>${link}</th>`;
}

function cellOf<Line>({ kind, title, cell }: TableColumn<Line>, line: Line, rank: number): Html {
  const content = cell(line, rank);
  if (kind === 'titre') return html`<th scope="row" class="titre">${content}</th>`;
  return html`<td${attrs({ class: kind, 'data-titre': title })}>${content}</td>`;
}

/** Two lines in a cell, the second softer; one when there is no second. */
export function twoLines(above: Html | string, below: Html | string | null | false | undefined): Html {
  return html`<div>${above}${below && html`<div class="doux adresse">${below}</div>`}</div>`;
}

/** Where a page of a list is, the first being where none is asked for. */
type PageAddress = (page: number | undefined) => string;

/** Goes from page to page by their numbers, `state` saying where one is; straight to those of `jumps`. */
export function pager(
  { page, last }: { page: number; last: number },
  to: PageAddress,
  state: string,
  jumps: readonly number[] = [],
): Html {
  const pageAt = (one: number) => to(one === 1 ? undefined : one);
  const straight =
    jumps.length > 0 &&
    html`<ul>${jumps.map(
      (one) =>
        html`<li><a${attrs({ href: pageAt(one), 'aria-current': one === page && 'page' })}><span class="sr">Page </span>${one}</a></li>`,
    )}</ul>`;
  return turning({
    previous: page > 1 ? pageAt(page - 1) : null,
    next: page < last ? pageAt(page + 1) : null,
    state,
    straight,
  });
}

/** Goes from the newest lines of a log to older ones. */
export function olderPages(newest: string | null, older: string | null): Html {
  const state = newest === null ? 'Les plus récents d’abord' : 'Plus anciens';
  return turning({ previous: newest, next: older, state });
}

interface Turning {
  previous: string | null;
  next: string | null;
  state: string;
  straight?: Html | false;
}

function turning({ previous, next, state, straight = false }: Turning): Html {
  const link = (href: string, rel: 'prev' | 'next', words: Html) =>
    html`<a class="bouton second petit"${attrs({ href, rel })}>${words}</a>`;
  return html`<nav class="rang pages" aria-label="Pages"><span class="doux">${state}</span>
${previous !== null && link(previous, 'prev', html`${icon('retour')}Précédents`)}
${straight}
${next !== null && link(next, 'next', html`Suivants${icon('suite')}`)}</nav>`;
}

/** A page of a list that is whole in memory; the last one where there are not so many. */
export function pageOf<Line>(all: readonly Line[], asked: unknown, size: number) {
  const last = Math.max(1, Math.ceil(all.length / size));
  const page = Math.min(Math.max(1, Math.trunc(Number(asked)) || 1), last);
  return { shown: all.slice((page - 1) * size, page * size), page, last };
}

/** Goes from page to page by their numbers, `more` told after them; nothing where a page is the whole list. */
export function turnPages(at: { page: number; last: number }, to: PageAddress, more = ''): Html | null {
  return at.last === 1 ? null : pager(at, to, `Page ${at.page} sur ${at.last}${more}`);
}
