import type { Erreur, Result } from '../../result.ts';
import { type AnyRefusal, toProblem } from '../../web/problem.ts';
import type { Shown } from './screen.ts';

/** Where refusals that are a field’s fault are told, by their codes. */
export type FaultPlaces = Readonly<Record<string, string>>;

const pagesOfTheirOwn: readonly AnyRefusal['code'][] = ['introuvable', 'droit-insuffisant'];

/** A refusal as what is to be corrected in a form. */
export function toFaults(refusal: AnyRefusal, places: FaultPlaces = {}): Erreur[] {
  if ('erreurs' in refusal) return refusal.erreurs;
  return [{ pointeur: places[refusal.code] ?? '', message: toProblem(refusal).detail }];
}

/** What follows a form: what `yes` shows, the form again with what is to be corrected, or a page that says no. */
export function afterForm<T>(
  result: Result<T, AnyRefusal>,
  yes: (value: T) => Shown | Promise<Shown>,
  again: (erreurs: Erreur[]) => Shown | Promise<Shown>,
  places: FaultPlaces = {},
): Shown | Promise<Shown> {
  if (result.ok) return yes(result.value);
  const { error } = result;
  return pagesOfTheirOwn.includes(error.code) ? { refusal: error } : again(toFaults(error, places));
}

/** The same for what takes no form: what was not done is a page that says why. */
export function orRefused<T>(
  result: Result<T, AnyRefusal>,
  yes: (value: T) => Shown | Promise<Shown>,
): Shown | Promise<Shown> {
  return result.ok ? yes(result.value) : { refusal: result.error };
}
