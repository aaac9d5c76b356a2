import { charWidths, UNKNOWN_WIDTH } from '../../diagrams/layout/text/char-widths.ts';
import { type Html, html } from '../../web/html.ts';
import { disclosure } from '../ui/blocks.ts';

/** What is drawn on a sheet of its own width. */
export interface Drawing {
  height: number;
  body: Html;
}

/** How a sheet is drawn: its width, and whether it is that of a phone. */
export interface Sheet {
  width: number;
  isNarrow: boolean;
  /** Of a pattern, as a `fill`. */
  pattern(rang: number): string;
}

/** What every chart says beside its drawing. */
export interface Caption {
  /** Unique on the page. */
  id: string;
  title: string;
  /** What the drawing shows, in a sentence, for who does not see it. */
  summary: string;
  /** The same figures as a table, with its caption. */
  table: Html;
  /** Under the drawing: what its signs mean. */
  legend?: Html | null;
  /** Where the table may be taken as a file. */
  csv?: string | undefined;
}

const WIDE = 760;
const NARROW = 320;

/**
 * A chart, drawn twice: for a wide place and for a phone, of which the style shows one; and its table. A drawing that holds links is a
 * group, since what is in an image is told to nobody.
 */
export function figure(propos: Caption, dessiner: (feuille: Sheet) => Drawing, lien = false): Html {
  const { id, table, legend = null, csv } = propos;
  return html`<figure class="graphe" id="${id}">
${sheet(propos, { width: WIDE, isNarrow: false }, { dessiner, lien })}
${sheet(propos, { width: NARROW, isNarrow: true }, { dessiner, lien })}
${legend && html`<figcaption>${legend}</figcaption>`}
${disclosure('Voir les chiffres', html`${table}${csv !== undefined && html`<p><a href="${csv}" download>Télécharger ces chiffres (CSV)</a></p>`}`)}
</figure>`;
}

function sheet(
  { id, title, summary }: Caption,
  { width, isNarrow }: Pick<Sheet, 'width' | 'isNarrow'>,
  { dessiner, lien }: { dessiner: (feuille: Sheet) => Drawing; lien: boolean },
): Html {
  const nom = `${id}-${isNarrow ? 'e' : 'l'}`;
  const { height, body } = dessiner({ width, isNarrow, pattern: (rang) => `url(#${nom}-m${rang})` });
  return html`<svg class="${isNarrow ? 'etroite' : 'etendue'}" viewBox="0 0 ${width} ${Math.ceil(height)}" role="${lien ? 'group' : 'img'}" aria-labelledby="${nom}-t" aria-describedby="${nom}-d"><title id="${nom}-t">${title}</title><desc id="${nom}-d">${summary}</desc>${definitions(nom)}${body}</svg>`;
}

/** The patterns of a sheet: full, hatched, dotted, hollow; colour only repeats what they say. */
function definitions(nom: string): Html {
  const tile = (rang: number, cote: number, corps: Html) =>
    html`<pattern id="${nom}-m${rang}" class="m${rang}" width="${cote}" height="${cote}" patternUnits="userSpaceOnUse"><rect width="${cote}" height="${cote}"/>${corps}</pattern>`;
  return html`<defs>${tile(0, 6, html``)}${tile(1, 6, html`<path d="M-1 1l2-2M0 6l6-6M5 7l2-2"/>`)}${tile(
    2,
    5,
    html`<circle cx="2.5" cy="2.5" r="1.3"/>`,
  )}${tile(3, 6, html``)}</defs>`;
}

/** What a pattern stands for, beside a sample of it. */
export function samples(id: string, noms: readonly string[]): Html {
  return html`<ul class="echantillons">${noms.map(
    (nom, rang) =>
      html`<li><svg viewBox="0 0 22 14" width="22" height="14" aria-hidden="true">${definitions(`${id}-k${rang}`)}<rect class="s${rang}" x="1" y="1" width="20" height="12" fill="url(#${id}-k${rang}-m${rang})"/></svg>${nom}</li>`,
  )}</ul>`;
}

/** The size of what is written on charts, in units of the drawing. */
export const SIZE = 13;
/** From one baseline to the next. */
export const LINE_HEIGHT = 17;

/** How wide a text is at most, whichever of the usual sans-serif fonts draws it. */
export function widthOf(texte: string, gras = false): number {
  const widths = gras ? charWidths.gras : charWidths.normal;
  const sum = [...texte].reduce((total, character) => total + (widths.get(character) ?? UNKNOWN_WIDTH), 0);
  return (sum * SIZE) / 1_000;
}

/** A text in lines that are no wider than `largeur`; a word that is wider than that alone is cut. */
export function wrapped(texte: string, largeur: number): string[] {
  const lines: string[] = [];
  for (const word of joined(texte)
    .split(' ')
    .flatMap((one) => pieces(one, largeur))) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
    if (lines.length > 0 && widthOf(longer) <= largeur) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** French keeps its signs with their word. */
function joined(text: string): string {
  return text.replaceAll(/ (?=[:;?!»·])|(?<=[«§]) /g, '\u00a0');
}

function pieces(word: string, width: number): string[] {
  if (widthOf(word) <= width) return [word];
  const cut: string[] = [''];
  for (const character of word) {
    const longer = `${cut.at(-1)}${character}`;
    if (widthOf(longer) <= width || cut.at(-1) === '') cut[cut.length - 1] = longer;
    else cut.push(character);
  }
  return cut;
}

/** A scale of whole numbers in `pas` steps at most, from 0 to a round number that is no less than the greatest. */
export function scaleOf(plusGrand: number, pas: number) {
  const rough = Math.max(plusGrand, 1) / pas;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, ([1, 2, 5, 10].find((one) => one * power >= rough) ?? 10) * power);
  const count = Math.max(1, Math.ceil(plusGrand / step));
  return { top: step * count, marks: Array.from({ length: count + 1 }, (_, rank) => rank * step) };
}

/** A tenth of a unit is enough for a drawing. */
export function rounded(valeur: number): number {
  return Math.round(valeur * 10) / 10;
}
