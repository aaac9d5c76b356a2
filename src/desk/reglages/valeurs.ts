import type { ValeurDatee } from '../../store/reglages.ts';

/** Where a value stands on a day. */
type EtatValeur = 'en-vigueur' | 'a-venir' | 'remplacee' | 'terminee' | 'retiree';

/** A value of a setting, read, with where it stands on the day asked. */
export interface Valeur extends Omit<ValeurDatee, 'valeur'> {
  valeur: number | string;
  etat: EtatValeur;
}

/** The value that rules on `jour` (YYYY-MM-DD): of those that hold, the one that begins last, and of these the one set last. */
export function valeurAu(histoire: readonly ValeurDatee[], jour: string): ValeurDatee | null {
  return histoire.filter((one) => holds(one, jour)).reduce<ValeurDatee | null>(later, null);
}

/** Every value of a setting, newest first, with where each stands on `jour` (YYYY-MM-DD). */
export function histoireAu(histoire: readonly ValeurDatee[], jour: string): Valeur[] {
  const ruling = valeurAu(histoire, jour);
  return histoire.map((one) => ({ ...one, valeur: JSON.parse(one.valeur), etat: etatOf(one, jour, ruling) })).reverse();
}

function later(best: ValeurDatee | null, one: ValeurDatee): ValeurDatee {
  return best === null || one.du >= best.du ? one : best;
}

function holds({ du, au, retraitLe }: ValeurDatee, jour: string): boolean {
  return retraitLe === null && du <= jour && (au === null || au >= jour);
}

function etatOf(one: ValeurDatee, jour: string, ruling: ValeurDatee | null): EtatValeur {
  if (one.retraitLe !== null) return 'retiree';
  if (one.du > jour) return 'a-venir';
  if (one === ruling) return 'en-vigueur';
  return one.au !== null && one.au < jour ? 'terminee' : 'remplacee';
}
