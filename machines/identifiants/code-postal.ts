import type { Avertissement } from '../avertissement.ts';
import communes from './communes.json' with { type: 'json' };
import { numero } from './numero.ts';

const communesByCode: Readonly<Record<string, readonly string[]>> = communes;

/** Five digits; whether they serve the commune is `servesCommune`'s question. */
export const CodePostal = numero(/^\d{5}$/, 'Saisissez les 5 chiffres du code postal, zéro initial compris.').meta({
  title: 'Code postal',
  examples: ['01130'],
});

/** The communes that `codePostal` serves, in alphabetical order; none when the code is unknown, as CEDEX codes are. */
export function communesOf(codePostal: string): readonly string[] {
  return communesByCode[codePostal] ?? [];
}

/** False only when the code is known and the commune is another's; case, accents, CEDEX and the like do not count. */
export function servesCommune(codePostal: string, commune: string): boolean {
  const served = communesOf(codePostal);
  return served.length === 0 || served.some((name) => isSameCommune(name, commune));
}

/** Whether two names are of one commune, case, accents, CEDEX and the like apart. */
export function isSameCommune(one: string, other: string): boolean {
  return toKey(one) === toKey(other);
}

/** An unknown code may be a CEDEX, which no public list holds. */
export function warnCodePostal(codePostal: string, pointeur: string): Avertissement[] {
  if (communesOf(codePostal).length > 0) return [];
  const message = `Vérifiez le code postal ${codePostal} : il n’est celui d’aucune commune, sauf code CEDEX.`;
  return [{ code: 'code-postal-inconnu', pointeur, message }];
}

function toKey(commune: string): string {
  return commune
    .toUpperCase()
    .replace('Œ', 'OE')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Z\d]+/g, ' ')
    .trim()
    .replace(/ CEDEX( \d+)?$/, '')
    .replace(/ \d+ ?(ER|E|EME)?( ARRONDISSEMENT)?$/, '')
    .replace(/\bSAINT(E?)\b/g, 'ST$1')
    .replaceAll(' ', '');
}
