/** Where a value stands between 0 and a round number that is no less than the greatest. */
export interface Echelle {
  sommet: number;
  /** Round numbers from 0 to the summit. */
  reperes: number[];
}

/** A scale of whole numbers in `pas` steps at most. */
export function echelle(plusGrand: number, pas = 5): Echelle {
  const rough = Math.max(plusGrand, 1) / pas;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, ([1, 2, 5, 10].find((one) => one * power >= rough) ?? 10) * power);
  const count = Math.max(1, Math.ceil(plusGrand / step));
  return { sommet: step * count, reperes: Array.from({ length: count + 1 }, (_, rank) => rank * step) };
}

/** A tenth of a unit is enough for a drawing. */
export function arrondi(valeur: number): number {
  return Math.round(valeur * 10) / 10;
}
