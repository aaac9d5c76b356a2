import { type Html, html } from '../../web/html.ts';
import { nombre } from '../ui/words.ts';
import {
  arrondi,
  type Dessin,
  echantillons,
  echelle,
  type Feuille,
  figure,
  largeurDe,
  type Propos,
  TAILLE,
} from './sheet.ts';

/** What is told of one month (YYYY-MM): a value for each series. */
interface Mois {
  mois: string;
  valeurs: readonly number[];
}

/** What is counted month by month. */
interface ParMois {
  /** At most as many as there are patterns. */
  series: readonly string[];
  mois: readonly Mois[];
  /** One on another when they add up; else side by side, or each in a picture of its own where that is too narrow. */
  empile?: boolean;
}

const HAUT = 150;
const TITRE = 32;
const BAS = 40;
/** A bar that is thinner shows nothing. */
const MINCE = 5;

/** Bars by month, from the first month to the last. */
export function parMois(propos: Propos, donnees: ParMois): Html {
  const legende = donnees.series.length > 1 ? echantillons(propos.id, donnees.series) : null;
  const told = html`${legende}${propos.legende ?? null}`;
  return figure({ ...propos, legende: legende || propos.legende ? told : null }, (feuille) => dessin(donnees, feuille));
}

function dessin(donnees: ParMois, feuille: Feuille): Dessin {
  const { series, mois, empile = false } = donnees;
  const step = feuille.largeur / Math.max(1, mois.length);
  const together = empile || (step * 0.8) / series.length >= MINCE + 2;
  const panels = together ? [series.map((_, rank) => rank)] : series.map((_, rank) => [rank]);
  const most = Math.max(1, ...mois.map(({ valeurs }) => (empile ? sum(valeurs) : Math.max(...valeurs))));
  let y = 0;
  const corps = panels.map((ranks) => {
    const titre = together ? null : (series[ranks[0] ?? 0] ?? '');
    const top = y + (titre === null ? 10 : TITRE);
    const height = together ? HAUT : HAUT / 2;
    y = top + height + BAS;
    const head = titre === null ? null : html`<text class="gras" x="0" y="${top - 17}">${titre}</text>`;
    return html`${head}${panneau({ ...donnees, empile }, { ranks, top, height, most }, feuille)}`;
  });
  return { hauteur: y - 4, corps: html`${corps}` };
}

interface Panneau {
  ranks: readonly number[];
  top: number;
  height: number;
  most: number;
}

function panneau(
  donnees: ParMois & { empile: boolean },
  { ranks, top, height, most }: Panneau,
  feuille: Feuille,
): Html {
  const { sommet, reperes } = echelle(most, height < HAUT ? 2 : 4);
  const gauche = Math.max(...reperes.map((repere) => largeurDe(nombre(repere)))) + 8;
  const step = (feuille.largeur - gauche) / Math.max(1, donnees.mois.length);
  const bottom = top + height;
  const lines = reperes.map((repere) => {
    const y = arrondi(bottom - (repere / sommet) * height);
    return html`<path class="${repere === 0 ? 'axe' : 'repere'}" d="M${arrondi(gauche)} ${y}H${feuille.largeur}"/><text class="doux" x="${arrondi(gauche - 6)}" y="${arrondi(y + TAILLE / 3)}" text-anchor="end">${nombre(repere)}</text>`;
  });
  const bars = donnees.mois.map(({ mois, valeurs }, rank) => {
    const drawn = barsOf(
      { valeurs, ranks, empile: donnees.empile },
      { x: gauche + rank * step, step, bottom, scale: height / sommet },
      feuille,
    );
    if (feuille.etroite || drawn.length === 0) return drawn;
    const told = ranks.map((serie) => `${donnees.series[serie]} : ${nombre(valeurs[serie] ?? 0)}`).join(', ');
    return html`<g><title>${nomDuMois(mois)} – ${told}</title>${drawn}</g>`;
  });
  const below = etiquettes(
    donnees.mois.map(({ mois }) => mois),
    { gauche, step, y: bottom + 16, droite: feuille.largeur },
  );
  return html`${lines}${bars}${below}`;
}

function barsOf(
  { valeurs, ranks, empile }: { valeurs: readonly number[]; ranks: readonly number[]; empile: boolean },
  { x, step, bottom, scale }: { x: number; step: number; bottom: number; scale: number },
  feuille: Feuille,
): Html[] {
  const slot = step * 0.82;
  const width = empile ? slot : slot / ranks.length;
  let base = bottom;
  return ranks.flatMap((serie, place) => {
    const value = valeurs[serie] ?? 0;
    if (value === 0) return [];
    const height = Math.max(1.5, value * scale);
    const left = x + step * 0.09 + (empile ? 0 : place * width);
    const top = (empile ? base : bottom) - height;
    base -= empile ? height : 0;
    const bar = html`<rect class="s${serie}" x="${arrondi(left)}" y="${arrondi(top)}" width="${arrondi(Math.max(1, width - 1))}" height="${arrondi(height)}" fill="${feuille.motif(serie)}"/>`;
    return [bar];
  });
}

const MOIS = new Intl.DateTimeFormat('fr-FR', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** A month (YYYY-MM) in full: « mars 2027 ». */
export function nomDuMois(mois: string): string {
  return MOIS.format(new Date(`${mois}-01`));
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
function etiquettes(mois: readonly string[], place: Place): Html {
  const { gauche, step, y } = place;
  const names = mois.map((one) => COURT.format(new Date(`${one}-01`)));
  const widest = Math.max(...names.map((name) => largeurDe(name))) + 6;
  const every = [1, 2, 3, 6, 12].find((count) => count * step >= widest) ?? 12;
  const first = mois.findIndex((one) => (Number(one.slice(5)) - 1) % every === 0);
  const shown = names.flatMap((name, rank) =>
    rank >= first && (rank - first) % every === 0
      ? [{ name, x: within(gauche + (rank + 0.5) * step, largeurDe(name), place) }]
      : [],
  );
  return html`${shown.map(({ name, x }) => html`<text class="doux" x="${arrondi(x)}" y="${y}" text-anchor="middle">${name}</text>`)}${years(mois, place)}`;
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
    if (largeurDe(annee, true) + 8 > width) return [];
    return [
      html`<path class="axe" d="M${arrondi(x + 1.5)} ${y + 5}v4H${arrondi(x + width - 1.5)}v-4"/><text class="gras" x="${arrondi(x + width / 2)}" y="${y + 21}" text-anchor="middle">${annee}</text>`,
    ];
  });
}

/** The middle of a text, so that it stays on the sheet. */
function within(x: number, width: number, { gauche, droite }: Place): number {
  return Math.min(Math.max(x, Math.min(gauche, width / 2)), droite - width / 2);
}
