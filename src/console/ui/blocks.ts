import { attrs, Html, html } from '../../web/html.ts';
import { type IconName, icon } from './icon.ts';

/** What may be put in a block: a text is a paragraph of its own. */
type Content = Html | string;

const asBlock = (content: Content | null): Html | null =>
  typeof content === 'string' ? html`<p>${content}</p>` : content;

/** A card of a page, under its own heading. */
export function panel(title: string, body: Html, { id, actions }: { id?: string; actions?: Html | null } = {}): Html {
  const beside = actions && html`<div class="actions">${actions}</div>`;
  return html`<section class="panneau"${attrs({ id })}><div class="tete"><h2>${title}</h2>${beside}</div>
${body}</section>`;
}

/** What a thing is known by: names and values; what is not known is left out. */
export function properties(pairs: readonly (readonly [string, Html | string | number | null | undefined])[]): Html {
  const known = pairs.filter(([, value]) => value !== null && value !== undefined && value !== '');
  return html`<dl class="resume">${known.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}

/** Why there is nothing to see, and what to do. */
export function emptyState(sign: IconName, title: string, body: Content | null = null): Html {
  return html`<div class="vide">${icon(sign)}<p class="titre">${title}</p>${asBlock(body)}</div>`;
}

/** What may be opened to know more. */
export function disclosure(
  title: string,
  body: Html,
  { isOpen = false, id }: { isOpen?: boolean; id?: string } = {},
): Html {
  return html`<details class="pli"${attrs({ id, open: isOpen })}><summary>${title}</summary>
<div>${body}</div></details>`;
}

/** How far a thing has come, in words and as a bar. */
export function progressBar(done: number, total: number, label: string): Html {
  const bar = attrs({ max: Math.max(total, 1), value: done, 'aria-label': label });
  return html`<div class="progres"><progress${bar}></progress><span>${done} sur ${total}</span></div>`;
}

/** Where one is in a list, and where its other pages are. */
interface Pages {
  previous: string | null;
  next: string | null;
  state: string;
  /** Pages that one may go to at once. */
  jumps?: readonly { page: number; href: string; isCurrent: boolean }[];
}

/** Where one is among pages of a list. */
export function pager({ previous, next, state, jumps = [] }: Pages): Html {
  const link = (href: string, rel: 'prev' | 'next', words: Html) =>
    html`<a class="bouton second petit"${attrs({ href, rel })}>${words}</a>`;
  return html`<nav class="pages" aria-label="Pages"><span class="doux">${state}</span>
${previous !== null && link(previous, 'prev', html`${icon('retour')}Précédents`)}
${
  jumps.length > 0 &&
  html`<ul>${jumps.map(
    ({ page, href, isCurrent }) =>
      html`<li><a${attrs({ href, 'aria-current': isCurrent && 'page' })}><span class="sr">Page </span>${page}</a></li>`,
  )}</ul>`
}
${next !== null && link(next, 'next', html`Suivants${icon('suite')}`)}</nav>`;
}

/** How a thing is meant: well done, to be looked at, wrong, or simply told. */
type Tone = 'bien' | 'attention' | 'faute' | 'info';

const toneWords: Record<Tone, string> = { bien: 'Fait', attention: 'Attention', faute: 'Erreur', info: 'À savoir' };

/** A framed message; its tone is said to whoever does not see colours. */
export function callout(tone: Tone, body: Content, title?: string): Html {
  const head = title ? html`<p class="titre">${title}</p>` : html`<span class="sr">${toneWords[tone]} : </span>`;
  return html`<div class="encart ${tone}">${icon(tone)}<div>${head}${asBlock(body)}</div></div>`;
}

/** What a page begins with when it answers: it is read at once, and takes the focus. */
export function alert(body: Html, classes?: string): Html {
  return html`<div role="alert" tabindex="-1" autofocus${attrs({ class: classes })}>${body}</div>`;
}

/** How a pill is coloured; its words say the same. */
export type Shade = 'neutre' | 'accent' | 'bien' | 'attention' | 'faute';

/** A short word on a coloured ground: a state, a count, a role. */
export function pill(shade: Shade, text: string, sign?: IconName): Html {
  return html`<span class="pastille ${shade}">${sign && icon(sign)}${text}</span>`;
}

const SECRET = '<div class="champ secret">';

/** Whether something tells a secret. */
export function holdsSecret({ text }: Html): boolean {
  return text.includes(SECRET);
}

/** What is told once: a link, a key, a secret, in a field from which it is copied whole. */
export function secretField({ label, value, notice }: { label: string; value: string; notice: Html }): Html {
  const own = { id: 'secret', type: 'text', readonly: true, value, 'aria-describedby': 'secret-aide' };
  return html`${callout('attention', notice, 'Affiché une seule fois')}
${new Html(SECRET)}<label for="secret">${label}</label>
<p class="aide" id="secret-aide">Placez-vous dans le champ, sélectionnez tout (Ctrl + A), copiez (Ctrl + C).</p>
<input${attrs({ ...own, spellcheck: 'false', autocomplete: 'off' })}></div>`;
}

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
