import { hasLuhnKey } from './luhn.ts';
import { numero } from './numero.ts';

/** The nine characters of an establishment; legal entities are numbered alike and cannot be told apart. */
export const Finess = numero(
  /^(?!0+$)(\d{2}|2[AB])\d{7}$/,
  'Saisissez les 9 caractères du N° FINESS : des chiffres, ou 2A et 2B en tête pour la Corse.',
)
  .refine(hasFinessKey, 'Vérifiez le N° FINESS : sa clé de contrôle ne correspond pas.')
  .meta({ title: 'N° FINESS', examples: ['010000057'] });

/** Luhn over nine characters, where Corsica's A counts 1 and B counts 2. */
function hasFinessKey(finess: string): boolean {
  return hasLuhnKey(finess.replace('A', '1').replace('B', '2'));
}
