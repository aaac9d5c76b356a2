import type { Avertissement } from '../avertissement.ts';
import { hasLuhnKey } from './luhn.ts';
import { numero } from './numero.ts';

/** The eleven digits of a health professional, without spaces; its key is only warned about. */
export const Rpps = numero(/^(?!0+$)\d{11}$/, 'Saisissez les 11 chiffres du N° RPPS.').meta({
  title: 'N° RPPS',
  examples: ['10003456786'],
});

/** Published examples break the Luhn key, so a wrong one never blocks. */
export function warnRpps(rpps: string, pointeur: string): Avertissement[] {
  if (hasLuhnKey(rpps)) return [];
  return [
    { code: 'rpps-cle-incorrecte', pointeur, message: 'Vérifiez le N° RPPS : sa clé de contrôle ne correspond pas.' },
  ];
}
