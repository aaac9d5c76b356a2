import { type Html, html } from '../../web/html.ts';
import { frenchNumber } from '../ui/words.ts';
import { type Caption, type Drawing, figure, LINE_HEIGHT, rounded, type Sheet, widthOf, wrapped } from './sheet.ts';

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

/** Horizontal bars, one per line, in the order given: how many there are of each thing. */
export function barChart(propos: Caption, lignes: readonly Bar[]): Html {
  const plusGrande = Math.max(1, ...lignes.map(({ value }) => value));
  const lien = lignes.some(({ href }) => href !== undefined);
  return figure(propos, (feuille) => drawBars(lignes, plusGrande, feuille), lien);
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
