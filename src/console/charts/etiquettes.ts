import { type Html, html } from '../../web/html.ts';
import { arrondi } from './echelle.ts';
import { largeurDe } from './texte.ts';

const COURT = new Intl.DateTimeFormat('fr-FR', { month: 'short', timeZone: 'UTC' });

/** Where names of months are written. */
interface Place {
  gauche: number;
  droite: number;
  step: number;
  y: number;
}

/** Under bars, the names of as many months (YYYY-MM) as there is room for, and each year where it begins. */
export function etiquettes(mois: readonly string[], place: Place): Html {
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
