import { type Html, html } from '../../web/html.ts';
import { frenchNumber } from '../ui/words.ts';
import { type Caption, type Drawing, figure, rounded, type Sheet, SIZE, samples, scaleOf, widthOf } from './sheet.ts';

/** What is told of one month (YYYY-MM): a value for each series. */
interface Month {
  mois: string;
  values: readonly number[];
}

/** What is counted month by month. */
interface ByMonth {
  /** At most as many as there are patterns. */
  series: readonly string[];
  mois: readonly Month[];
  /** One on another when they add up; else side by side, or each in a picture of its own where that is too narrow. */
  isStacked?: boolean;
}

const HEIGHT = 150;
const TITLE = 32;
const BELOW = 40;
/** A bar that is thinner shows nothing. */
const THIN = 5;

/** Bars by month, from the first month to the last. */
export function monthChart(propos: Caption, donnees: ByMonth): Html {
  const legend = donnees.series.length > 1 ? samples(propos.id, donnees.series) : null;
  return figure({ ...propos, legend }, (feuille) => drawMonths(donnees, feuille));
}

function drawMonths(donnees: ByMonth, feuille: Sheet): Drawing {
  const { series, mois, isStacked = false } = donnees;
  const step = feuille.width / Math.max(1, mois.length);
  const together = isStacked || (step * 0.8) / series.length >= THIN + 2;
  const panels = together ? [series.map((_, rank) => rank)] : series.map((_, rank) => [rank]);
  const most = Math.max(1, ...mois.map(({ values }) => (isStacked ? sum(values) : Math.max(...values))));
  let y = 0;
  const corps = panels.map((ranks) => {
    const titre = together ? null : (series[ranks[0] ?? 0] ?? '');
    const top = y + (titre === null ? 10 : TITLE);
    const height = together ? HEIGHT : HEIGHT / 2;
    y = top + height + BELOW;
    const head = titre === null ? null : html`<text class="gras" x="0" y="${top - 17}">${titre}</text>`;
    return html`${head}${drawPanel({ ...donnees, isStacked }, { ranks, top, height, most }, feuille)}`;
  });
  return { height: y - 4, body: html`${corps}` };
}

interface Panel {
  ranks: readonly number[];
  top: number;
  height: number;
  most: number;
}

function drawPanel(donnees: ByMonth & { isStacked: boolean }, { ranks, top, height, most }: Panel, feuille: Sheet) {
  const { top: sommet, marks } = scaleOf(most, height < HEIGHT ? 2 : 4);
  const gauche = Math.max(...marks.map((repere) => widthOf(frenchNumber(repere)))) + 8;
  const step = (feuille.width - gauche) / Math.max(1, donnees.mois.length);
  const bottom = top + height;
  const lines = marks.map((repere) => {
    const y = rounded(bottom - (repere / sommet) * height);
    return html`<path class="${repere === 0 ? 'axe' : 'repere'}" d="M${rounded(gauche)} ${y}H${feuille.width}"/><text class="doux" x="${rounded(gauche - 6)}" y="${rounded(y + SIZE / 3)}" text-anchor="end">${frenchNumber(repere)}</text>`;
  });
  const bars = donnees.mois.map(({ mois, values }, rank) => {
    const drawn = barsOf(
      { values, ranks, isStacked: donnees.isStacked },
      { x: gauche + rank * step, step, bottom, scale: height / sommet },
      feuille,
    );
    if (feuille.isNarrow || drawn.length === 0) return drawn;
    const told = ranks.map((serie) => `${donnees.series[serie]} : ${frenchNumber(values[serie] ?? 0)}`).join(', ');
    return html`<g><title>${monthName(mois)} – ${told}</title>${drawn}</g>`;
  });
  const below = monthLabels(
    donnees.mois.map(({ mois }) => mois),
    { gauche, step, y: bottom + 16, droite: feuille.width },
  );
  return html`${lines}${bars}${below}`;
}

function barsOf(
  { values, ranks, isStacked }: { values: readonly number[]; ranks: readonly number[]; isStacked: boolean },
  { x, step, bottom, scale }: { x: number; step: number; bottom: number; scale: number },
  feuille: Sheet,
): Html[] {
  const slot = step * 0.82;
  const width = isStacked ? slot : slot / ranks.length;
  let base = bottom;
  return ranks.flatMap((serie, place) => {
    const value = values[serie] ?? 0;
    if (value === 0) return [];
    const height = Math.max(1.5, value * scale);
    const left = x + step * 0.09 + (isStacked ? 0 : place * width);
    const top = (isStacked ? base : bottom) - height;
    base -= isStacked ? height : 0;
    const bar = html`<rect class="s${serie}" x="${rounded(left)}" y="${rounded(top)}" width="${rounded(Math.max(1, width - 1))}" height="${rounded(height)}" fill="${feuille.pattern(serie)}"/>`;
    return [bar];
  });
}

const MONTH = new Intl.DateTimeFormat('fr-FR', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** A month (YYYY-MM) in full: « mars 2027 ». */
export function monthName(mois: string): string {
  return MONTH.format(new Date(`${mois}-01`));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

const COURT = new Intl.DateTimeFormat('fr-FR', { month: 'short', timeZone: 'UTC' });

/** Where names of months are written. */
interface Place {
  gauche: number;
  droite: number;
  step: number;
  y: number;
}

/** Under bars, the names of as many months (YYYY-MM) as there is room for, and each year where it begins. */
function monthLabels(mois: readonly string[], place: Place): Html {
  const { gauche, step, y } = place;
  const names = mois.map((one) => COURT.format(new Date(`${one}-01`)));
  const widest = Math.max(...names.map((name) => widthOf(name))) + 6;
  const every = [1, 2, 3, 6, 12].find((count) => count * step >= widest) ?? 12;
  const first = mois.findIndex((one) => (Number(one.slice(5)) - 1) % every === 0);
  const shown = names.flatMap((name, rank) =>
    rank >= first && (rank - first) % every === 0
      ? [{ name, x: within(gauche + (rank + 0.5) * step, widthOf(name), place) }]
      : [],
  );
  return html`${shown.map(({ name, x }) => html`<text class="doux" x="${rounded(x)}" y="${y}" text-anchor="middle">${name}</text>`)}${years(mois, place)}`;
}

/** A year is written from its first month on, when it has room to its end. */
function years(mois: readonly string[], { gauche, step, y }: Place): Html[] {
  const groups = Map.groupBy(
    mois.map((one, rank) => ({ annee: one.slice(0, 4), rank })),
    ({ annee }) => annee,
  );
  return [...groups].flatMap(([annee, ranks]) => {
    const first = ranks[0]?.rank ?? 0;
    const x = gauche + first * step;
    const width = ranks.length * step;
    if (widthOf(annee, true) + 8 > width) return [];
    return [
      html`<path class="axe" d="M${rounded(x + 1.5)} ${y + 5}v4H${rounded(x + width - 1.5)}v-4"/><text class="gras" x="${rounded(x + width / 2)}" y="${y + 21}" text-anchor="middle">${annee}</text>`,
    ];
  });
}

/** The middle of a text, so that it stays on the sheet. */
function within(x: number, width: number, { gauche, droite }: Place): number {
  return Math.min(Math.max(x, Math.min(gauche, width / 2)), droite - width / 2);
}
