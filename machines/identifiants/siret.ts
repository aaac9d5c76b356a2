import { hasLuhnKey } from './luhn.ts';
import { numero } from './numero.ts';

const LA_POSTE = '356000000';

/** The nine digits of a legal entity, without spaces. */
export const Siren = numero(/^(?!0+$)\d{9}$/, 'Saisissez les 9 chiffres du N° SIREN.')
  .refine(hasLuhnKey, 'Vérifiez le N° SIREN : sa clé de contrôle ne correspond pas.')
  .meta({ title: 'N° SIREN', examples: ['260110218'] });

/** The fourteen digits of one site, without spaces. */
export const Siret = numero(/^(?!0+$)\d{14}$/, 'Saisissez les 14 chiffres du N° SIRET.')
  .refine(hasSiretKey, 'Vérifiez le N° SIRET : sa clé de contrôle ne correspond pas.')
  .meta({ title: 'N° SIRET', examples: ['26011021800047'] });

/** Bodies under public law, hospitals among them, have a SIREN that begins by 1 or 2. */
export function isOfPublicBody(siret: string): boolean {
  return /^[12]/.test(siret);
}

/** Luhn; La Poste, which has more sites than Luhn keys, also numbers them by a digit sum divisible by 5. */
function hasSiretKey(siret: string): boolean {
  return hasLuhnKey(siret) || (siret.startsWith(LA_POSTE) && sumDigits(siret) % 5 === 0);
}

function sumDigits(chiffres: string): number {
  return [...chiffres].reduce((total, chiffre) => total + Number(chiffre), 0);
}
