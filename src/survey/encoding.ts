import { err, ok, type Result } from '../result.ts';
import { readWorkbook } from './workbook.ts';

/** The encodings of French office tools, as a user knows them. */
export const encodages = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 (« Texte Unicode » d’Excel)',
  'utf-16be': 'UTF-16 gros-boutiste',
  'windows-1252': 'Windows-1252 (« CSV » d’Excel)',
  macintosh: 'Mac OS Roman (« CSV Macintosh » d’Excel)',
  xlsx: 'un classeur Excel',
  ods: 'un classeur LibreOffice',
} as const;
export type Encodage = keyof typeof encodages;

/** What bytes say, and how they were written. */
export interface Decoded {
  texte: string;
  encodage: Encodage;
  /** What whoever brings it must know: the sheets that were not read. */
  remarques: string[];
}

const MARKS: readonly (readonly [mark: readonly number[], encodage: Encodage])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const SIGNATURES: readonly (readonly [signature: readonly number[], quoi: string])[] = [
  [[0xd0, 0xcf, 0x11, 0xe0], 'un ancien classeur Excel (.xls), ou protégé par un mot de passe'],
  [[0x25, 0x50, 0x44, 0x46], 'un document PDF'],
];
const CSV_UTF8 = 'enregistrez le tableau au format .xlsx ou « CSV UTF-8 », puis déposez ce fichier';
const CONTROL = /[^\P{Cc}\t\n\r]/u;

/** The text of a table, whose encoding is told from its bytes alone; a « non » says in French what to do. */
export function decodeTable(bytes: Uint8Array): Result<Decoded, string> {
  if (startsWith(bytes, ZIP)) {
    const sheet = readWorkbook(bytes);
    if (!sheet.ok) return sheet;
    const { texte, format: encodage, remarques } = sheet.value;
    return ok({ texte, encodage, remarques });
  }
  const other = SIGNATURES.find(([signature]) => startsWith(bytes, signature));
  if (other) return err(`Ce fichier est ${other[1]} : ${CSV_UTF8}.`);
  const encodage = encodingOf(bytes);
  const texte = decode(bytes, encodage);
  if (texte === null || CONTROL.test(texte)) return err(`Ce fichier n’est pas un tableau en texte : ${CSV_UTF8}.`);
  if (!isByteEach(encodage)) return ok({ texte, encodage, remarques: [] });
  if (MS_DOS.test(texte)) return err(`Les accents de ce fichier ne se lisent pas (format MS-DOS) : ${CSV_UTF8}.`);
  return ok({ texte, encodage, remarques: doubtsOn(texte) });
}

function encodingOf(bytes: Uint8Array): Encodage {
  const marked = MARKS.find(([mark]) => startsWith(bytes, mark));
  if (marked) return marked[1];
  const wide = wideEncodingOf(bytes);
  if (wide) return wide;
  if (decode(bytes, 'utf-8') !== null) return 'utf-8';
  const [windows, mac] = (['windows-1252', 'macintosh'] as const).map((one) => strangeness(decode(bytes, one) ?? ''));
  return (mac ?? 0) < (windows ?? 0) ? 'macintosh' : 'windows-1252';
}

function isByteEach(encodage: Encodage): boolean {
  return encodage === 'windows-1252' || encodage === 'macintosh';
}

/** A French word, or a foreign name: no capital accent after a small letter, no sign inside. */
const SMALL = 'a-zàâäáãåæçéèêëíîïñóôöõøœúùûüýÿß';
const STRANGE = new RegExp(
  [
    `[${SMALL}][À-ÖØ-ÞŒŸ]`,
    '[A-ZÀ-ÖØ-Þ]{2}[à-öø-þœ]',
    `[A-ZÀ-ÖØ-Þ][À-ÖØ-Þ][${SMALL}]`,
    '\\p{L}[™š›ž‚ƒ„†‡ˆ‰ŠŽ•¡¢£¥¦§©ª¬®¯±´µ¶¸º¼½¾¿÷×◊∆∏∑√∞∫≈≠≤≥ﬁﬂı˜˘˙˚˝˛ˇ]',
    '[ÕÐÞðþ]',
  ].join('|'),
  'gu',
);
/** « É » of MS-DOS at the head of a word, which is a sign elsewhere. */
const MS_DOS =
  /(?<!\p{L})[\u0090\u008D\u008F]\p{L}|\p{L}[\u201A\u0160\u2021\u02C6\u017D\u008D\u008F\u0090]|\p{L}[“”]\p{L}/u;

/** What to look at when some words are not written as anybody writes them. */
function doubtsOn(texte: string): string[] {
  const words = texte.match(/[^\s;,|]+/g)?.filter((word) => strangeness(word) > 0) ?? [];
  if (words.length === 0) return [];
  const some = [...new Set(words)].slice(0, 3).map((word) => `« ${word.slice(0, 40)} »`);
  return [`Vérifiez les accents, dont ${some.join(', ')} : si ces mots ne se lisent pas, ${CSV_UTF8}.`];
}

/** How many signs of a text nobody writes so: a table of another encoding has some. */
function strangeness(texte: string): number {
  return texte.match(STRANGE)?.length ?? 0;
}

/** UTF-16 without its mark: in French nearly every second byte is zero. */
function wideEncodingOf(bytes: Uint8Array): Encodage | null {
  const zeros = [0, 0];
  for (let rank = 0; rank < bytes.length; rank++) if (bytes[rank] === 0) zeros[rank % 2] = (zeros[rank % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const many = bytes.length / 4;
  if (odd > many && even < odd / 4) return 'utf-16le';
  return even > many && odd < even / 4 ? 'utf-16be' : null;
}

function decode(bytes: Uint8Array, encodage: Encodage): string | null {
  try {
    return new TextDecoder(encodage, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, rank) => bytes[rank] === byte);
}
