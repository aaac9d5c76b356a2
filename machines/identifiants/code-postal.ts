import communes from './communes.json' with { type: 'json' };
import { numero } from './numero.ts';

const communesByCode: Readonly<Record<string, readonly string[]>> = communes;
const CEDEX = / CEDEX( \d+)?$/;
/** Below so many letters a part of a name tells nothing: « Val », « Les ». */
const TELLING = 4;
/** Registers cut names at 26 signs, of which so many letters are left without spaces nor abbreviations. */
const CUT = 14;

/** Five digits; how a commune stands to them is `desserteOf`'s question. */
export const CodePostal = numero(/^\d{5}$/, 'Saisissez les 5 chiffres du code postal, zéro initial compris.').meta({
  title: 'Code postal',
  examples: ['01130'],
});

/**
 * How a commune stands to its postal code: served by it, under any name that registers and letters give it; known in
 * other départements alone; or neither, as hamlets and misspelt names are.
 */
export type Desserte = 'desservie' | 'incertaine' | 'ailleurs';

/** The communes that `codePostal` serves, in alphabetical order; none when the code is unknown, as CEDEX codes are. */
export function communesOf(codePostal: string): readonly string[] {
  return communesByCode[codePostal] ?? [];
}

/** What is known of a commune under a postal code. */
export function desserteOf(codePostal: string, commune: string): Desserte {
  const name = toWords(commune);
  if (communesOf(codePostal).some((served) => resembles(toWords(served), name))) return 'desservie';
  const departements = departementsOf(commune);
  const isThere = departements.includes(departementOf(codePostal));
  if (departements.length > 0 && !isThere) return 'ailleurs';
  const isCedex = communesOf(codePostal).length === 0 && CEDEX.test(spelled(commune));
  return isCedex && name.length > 0 ? 'desservie' : 'incertaine';
}

/** The départements that have a commune of this name: two digits, three overseas, 20 for both of Corsica. */
export function departementsOf(commune: string): readonly string[] {
  return [...(departementsByName().get(toWords(commune).join('')) ?? [])];
}

/** The département of a postal code, told as `departementsOf` tells it. */
export function departementOf(codePostal: string): string {
  return /^9[78]/.test(codePostal) ? codePostal.slice(0, 3) : codePostal.slice(0, 2);
}

/** Whether two names are of one commune: case, accents, CEDEX and the like apart, usual or cut as the case may be. */
export function isSameCommune(one: string, other: string): boolean {
  return resembles(toWords(one), toWords(other));
}

/** Whether one is the other, a part of it of whole words, or its beginning where a register cut it. */
function resembles(one: readonly string[], other: readonly string[]): boolean {
  if (one.join('') === other.join('')) return true;
  return isPart(one, other) || isPart(other, one) || isCut(one, other) || isCut(other, one);
}

/** A last word that begins as « Saint » may have been cut before it could be abbreviated. */
function isCut(words: readonly string[], whole: readonly string[]): boolean {
  const isUnsure = /^(?:S|SUR|SA|SAI|SAIN)$/.test(words.at(-1) ?? '');
  const start = (isUnsure ? words.slice(0, -1) : words).join('');
  return start.length >= CUT && whole.join('').startsWith(start);
}

function isPart(words: readonly string[], whole: readonly string[]): boolean {
  const letters = words.filter((word) => !LITTLE.has(word)).join('').length;
  return letters >= TELLING && ` ${whole.join(' ')} `.includes(` ${words.join(' ')} `);
}

const LITTLE = new Set('LE LA LES L DE DU DES D EN SUR SOUS LES AUX ET ST STE STS STES'.split(' '));
const ABBREVIATED = { SAINT: 'ST', SAINTE: 'STE', SAINTS: 'STS', SAINTES: 'STES', S: 'SUR', SS: 'SOUS' } as const;

/** The words of a name as registers abbreviate them, without its article, CEDEX nor arrondissement. */
function toWords(commune: string): string[] {
  const words = spelled(commune)
    .replace(CEDEX, '')
    .replace(/ \d+ ?(ER|E|EME)?( ARRONDISSEMENT)?$/, '')
    .split(' ')
    .filter((word) => word !== '' && word !== 'CEDEX')
    .map((word) => ABBREVIATED[word as keyof typeof ABBREVIATED] ?? word);
  return words.length > 1 && /^(LE|LA|LES|L)$/.test(words[0] ?? '') ? words.slice(1) : words;
}

/** In capitals without accents; « BAULE (LA) » as « LA BAULE ». */
function spelled(commune: string): string {
  return commune
    .toUpperCase()
    .replaceAll('Œ', 'OE')
    .replaceAll('Æ', 'AE')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/^(.*)\((LE|LA|LES|L['’]?)\)/, '$2 $1')
    .replace(/[^A-Z\d]+/g, ' ')
    .trim();
}

let byName: Map<string, Set<string>> | null = null;

/** Made at the first name that a code does not serve. */
function departementsByName(): ReadonlyMap<string, ReadonlySet<string>> {
  if (byName) return byName;
  byName = new Map();
  for (const [codePostal, served] of Object.entries(communesByCode))
    for (const commune of served) {
      const name = toWords(commune).join('');
      byName.set(name, (byName.get(name) ?? new Set()).add(departementOf(codePostal)));
    }
  return byName;
}
