import type { Erreur, Result } from '../../result.ts';
import { type AnyRefusal, toProblem } from '../../web/problem.ts';
import type { Shown } from './screen.ts';

const pagesOfTheirOwn = ['introuvable', 'droit-insuffisant'] as const satisfies AnyRefusal['code'][];
type OfItsOwn = Extract<AnyRefusal, { code: (typeof pagesOfTheirOwn)[number] }>;

/** Where refusals that are a field’s fault are told, by their codes. */
export type FaultPlaces = Partial<Record<Exclude<AnyRefusal, OfItsOwn>['code'], string>>;

/** A refusal as what is to be corrected in a form. */
export function toFaults(refusal: AnyRefusal, places: Partial<Record<AnyRefusal['code'], string>> = {}): Erreur[] {
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
  return isOfItsOwn(error) ? { refusal: error } : again(toFaults(error, places));
}

function isOfItsOwn(error: AnyRefusal): error is OfItsOwn {
  return pagesOfTheirOwn.some((code) => code === error.code);
}

/** The same for what takes no form: what was not done is a page that says why. */
export function orRefused<T>(
  result: Result<T, AnyRefusal>,
  yes: (value: T) => Shown | Promise<Shown>,
): Shown | Promise<Shown> {
  return result.ok ? yes(result.value) : { refusal: result.error };
}
