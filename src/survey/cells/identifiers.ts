import { Finess } from '../../../machines/identifiants/finess.ts';
import { Siren, Siret } from '../../../machines/identifiants/siret.ts';
import { bare, type Reading, saysNone } from './words.ts';

const SCIENTIFIC = /^\d(?:[.,]\d+)?e\+?\d+$/i;
const DECIMALS = /[.,]0+$/;
const ROUNDED =
  'Excel a arrondi ce numéro : mettez la colonne au format Texte, puis saisissez-le à nouveau d’après le registre.';

/** A SIRET of fourteen digits; null for an empty cell. */
export function readSiret(cell: string): Reading<string | null> {
  const text = bare(cell);
  if (text === '') return { valeur: null };
  if (SCIENTIFIC.test(text)) return { refus: `« ${text} » : ${ROUNDED}` };
  const digits = compact(text);
  if (valid(Siret, digits)) return told(cell, digits);
  if (/^\d{13}$/.test(digits) && valid(Siret, `0${digits}`))
    return { valeur: `0${digits}`, correction: lostZero(`0${digits}`) };
  if (valid(Siren, digits)) return { refus: `« ${text} » est un SIREN : saisissez les 14 chiffres du SIRET du site.` };
  return { refus: `« ${text} » : ${faultOf(Siret, digits)}` };
}

/** A FINESS of nine characters, or « aucun »; `null` when the site has none, `undefined` for an empty cell. */
export function readFiness(cell: string): Reading<string | null | undefined> {
  const text = bare(cell);
  if (text === '') return { valeur: undefined };
  if (saysNone(text)) return { valeur: null };
  if (SCIENTIFIC.test(text) && !/^2[AB]/i.test(text)) return { refus: `« ${text} » : ${ROUNDED}` };
  const characters = compact(text);
  if (valid(Finess, characters)) return told(cell, characters);
  if (/^\d{8}$/.test(characters) && valid(Finess, `0${characters}`))
    return { valeur: `0${characters}`, correction: lostZero(`0${characters}`) };
  return { refus: `« ${text} » : ${faultOf(Finess, characters)}` };
}

/** The five digits of a postal code, which Excel cuts to four in nine departments; an empty text for an empty cell. */
export function readCodePostal(cell: string): Reading<string> {
  const digits = compact(bare(cell));
  if (/^\d{4}$/.test(digits)) return { valeur: `0${digits}`, correction: lostZero(`0${digits}`) };
  return told(cell, digits);
}

/** A SIRET or a FINESS in groups, which no spreadsheet takes for a number. */
export function grouped(identifiant: string): string {
  const [siret, finess] = [/^(\d{3})(\d{3})(\d{3})(\d{5})$/, /^(\w{2})(\d{3})(\d{3})(\d)$/];
  return identifiant.replace(siret, '$1 $2 $3 $4').replace(finess, '$1 $2 $3 $4');
}

type Schema = typeof Siret | typeof Finess | typeof Siren;

function valid(schema: Schema, text: string): boolean {
  return schema.safeParse(text).success;
}

function faultOf(schema: Schema, text: string): string {
  return schema.safeParse(text).error?.issues[0]?.message ?? '';
}

function compact(text: string): string {
  return text
    .replace(DECIMALS, '')
    .replace(/[\s.\-_/]/g, '')
    .toUpperCase();
}

function lostZero(whole: string): string {
  return `zéro initial perdu par le tableur, rétabli : ${whole}`;
}

/** Written as it is, or in the groups in which people write it. */
function told(cell: string, valeur: string): Reading<string> {
  const isUsual = [valeur, grouped(valeur)].includes(cell.trim());
  return isUsual ? { valeur } : { valeur, correction: `lu ${valeur}` };
}
