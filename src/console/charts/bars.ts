import { type Html, html } from '../../web/html.ts';
import { frenchNumber } from '../ui/words.ts';
import {
  type Caption,
  type Drawing,
  figure,
  LINE_HEIGHT,
  rounded,
  type Sheet,
  scaleOf,
  widthOf,
  wrapped,
} from './sheet.ts';

/** A line of a chart of bars. */
interface Bar {
  label: string;
  value: number;
  /** What is written at its end; the number itself unless told. */
  text?: string;
  /** The rank of its pattern. */
  pattern?: number;
  /** Where it leads, and what is said of that. */
  href?: string | undefined;
}

const LABEL = 300;
const THICKNESS = 16;
const MARGIN = 8;

/** Horizontal bars, one per line, in the order given: how many there are of each thing; of one thing alone, a sentence. */
export function barChart(propos: Caption, lignes: readonly Bar[]): Html {
  const [only] = lignes;
  if (only && lignes.length === 1) return sentence(propos, only);
  const plusGrande = Math.max(1, ...lignes.map(({ value }) => value));
  const lien = lignes.some(({ href }) => href !== undefined);
  return figure(propos, (feuille) => drawBars(lignes, plusGrande, feuille), lien);
}

/** One bar compares nothing: it is told in words. */
function sentence({ id }: Caption, bar: Bar): Html {
  const label = bar.href === undefined ? html`${bar.label}` : html`<a href="${bar.href}">${bar.label}</a>`;
  return html`<p id="${id}">${label} : <b>${textOf(bar)}</b></p>`;
}

function drawBars(lignes: readonly Bar[], plusGrande: number, feuille: Sheet): Drawing {
  const { width, isNarrow } = feuille;
  const gauche = isNarrow ? 0 : LABEL + 12;
  const bout = Math.max(...lignes.map((ligne) => widthOf(textOf(ligne), true)));
  const place = width - gauche - bout - MARGIN;
  let y = 0;
  const corps = lignes.map((ligne) => {
    const words = wrapped(ligne.label, isNarrow ? width : LABEL);
    const haut = isNarrow
      ? words.length * LINE_HEIGHT + 4 + THICKNESS + 12
      : Math.max(28, words.length * LINE_HEIGHT + 9);
    const centre = isNarrow ? y + words.length * LINE_HEIGHT + 4 + THICKNESS / 2 : y + haut / 2;
    const ligneHaut = isNarrow ? y + 13 : y + (haut - words.length * LINE_HEIGHT) / 2 + 13;
    const longueur = rounded((ligne.value / plusGrande) * place);
    const drawn = html`${ligne.href !== undefined && html`<rect class="fond" y="${rounded(y)}" width="${width}" height="${rounded(haut - 2)}" rx="3"/>`}<text>${words.map(
      (word, rank) => html`<tspan x="0" y="${rounded(ligneHaut + rank * LINE_HEIGHT)}">${word} </tspan>`,
    )}</text>${barOf(ligne, { x: gauche, y: centre - THICKNESS / 2, longueur }, feuille)}<text class="gras" x="${rounded(gauche + longueur + MARGIN)}" y="${rounded(centre + 4.5)}">${textOf(ligne)}</text>`;
    y += haut;
    return ligne.href === undefined ? html`<g>${drawn}</g>` : html`<a href="${ligne.href}">${drawn}</a>`;
  });
  return { height: y, body: html`${corps}` };
}

function barOf(
  { value, pattern = 0 }: Bar,
  { x, y, longueur }: { x: number; y: number; longueur: number },
  feuille: Sheet,
): Html {
  const width = value > 0 ? Math.max(2, longueur) : 0;
  return html`<rect class="s${pattern}" x="${x}" y="${rounded(y)}" width="${width}" height="${THICKNESS}" fill="${feuille.pattern(pattern)}"/>`;
}

function textOf({ value, text }: Bar): string {
  return text ?? frenchNumber(value);
}

/** How long a thing was: half of the cases took `mediane` days at most, nine in ten `centile90`; null when there are too few. */
interface Spread {
  label: string;
  cases: number;
  mediane: number | null;
  centile90: number | null;
}

const SPREAD_LABEL = 280;

/** What was observed, line by line: a bar to the median, a line to the ninetieth percentile. */
export function spreadChart(propos: Caption, lignes: readonly Spread[]): Html {
  return figure({ ...propos, legend: KEY }, (feuille) => drawSpreads(lignes, feuille));
}

const KEY = html`<ul class="echantillons"><li><svg viewBox="0 0 34 14" width="34" height="14" aria-hidden="true"><rect class="s0 plein" x="1" y="3" width="16" height="8"/><path class="mediane" d="M17 0v14"/></svg>médiane : la moitié des cas</li><li><svg viewBox="0 0 34 14" width="34" height="14" aria-hidden="true"><path class="queue" d="M1 7H30"/><path class="centile" d="M30 2v10"/></svg>90e centile : neuf cas sur dix</li></ul>`;

function drawSpreads(lignes: readonly Spread[], feuille: Sheet): Drawing {
  const { width, isNarrow } = feuille;
  const { top: sommet, marks } = scaleOf(
    Math.max(0, ...lignes.map(({ centile90 }) => centile90 ?? 0)),
    isNarrow ? 3 : 5,
  );
  const bout = Math.max(...lignes.map((ligne) => widthOf(figuresOf(ligne))));
  const gauche = isNarrow ? 1 : SPREAD_LABEL + 12;
  const droite = isNarrow ? width - 12 : width - bout - 14;
  const at = (jours: number) => rounded(gauche + (jours / sommet) * (droite - gauche));
  let y = 24;
  const corps = lignes.map((ligne) => {
    const words = wrapped(ligne.label, isNarrow ? width : SPREAD_LABEL);
    const text = isNarrow ? [...words, ...wrapped(figuresOf(ligne), width)] : words;
    const haut = isNarrow ? text.length * LINE_HEIGHT + 30 : Math.max(28, text.length * LINE_HEIGHT + 9);
    const top = isNarrow ? y + 13 : y + (haut - text.length * LINE_HEIGHT) / 2 + 13;
    const middle = isNarrow ? y + text.length * LINE_HEIGHT + 13 : y + haut / 2;
    const drawn = html`<g>${text.map(
      (word, rank) =>
        html`<text${rank >= words.length && html` class="doux"`} y="${rounded(top + rank * LINE_HEIGHT)}">${word}</text>`,
    )}${isNarrow ? null : html`<text class="doux" x="${rounded(droite + 14)}" y="${rounded(middle + 4.5)}">${figuresOf(ligne)}</text>`}${marksOf(ligne, at, middle)}</g>`;
    y += haut;
    return drawn;
  });
  const axe = marks.map(
    (repere) =>
      html`<path class="repere" d="M${at(repere)} 20V${rounded(y)}"/><text class="doux" x="${at(repere)}" y="13" text-anchor="${anchorOf(repere, marks, isNarrow)}">${repere === sommet ? `${frenchNumber(repere)} j` : frenchNumber(repere)}</text>`,
  );
  return { height: y + 2, body: html`${axe}${corps}` };
}

function anchorOf(repere: number, reperes: readonly number[], etroite: boolean): string {
  if (etroite && repere === 0) return 'start';
  return repere === reperes.at(-1) ? 'end' : 'middle';
}

function marksOf({ mediane, centile90 }: Spread, at: (jours: number) => number, middle: number): Html | null {
  if (mediane === null || centile90 === null) return null;
  const [x0, x1, x2] = [at(0), at(mediane), at(centile90)];
  const y = rounded(middle);
  return html`<path class="queue" d="M${x0} ${y}H${x2}"/><rect class="s0 plein" x="${x0}" y="${rounded(middle - 5)}" width="${rounded(x1 - x0)}" height="10"/><path class="mediane" d="M${x1} ${rounded(middle - 8)}v16"/><path class="centile" d="M${x2} ${rounded(middle - 5)}v10"/>`;
}

/** What is read of a line: « 8 j, 20 j (40 cas) ». */
function figuresOf({ cases, mediane, centile90 }: Spread): string {
  if (mediane === null || centile90 === null) return `trop peu de cas (${frenchNumber(cases)})`;
  return `${frenchNumber(mediane)} j · ${frenchNumber(centile90)} j (${frenchNumber(cases)} cas)`;
}
