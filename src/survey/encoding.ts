import { err, ok, type Result } from '../result.ts';

/** The encodings of French office tools, as a user knows them. */
export const encodages = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 (« Texte Unicode » d’Excel)',
  'utf-16be': 'UTF-16 gros-boutiste',
  'windows-1252': 'Windows-1252 (« CSV » d’Excel)',
} as const;
export type Encodage = keyof typeof encodages;

/** What bytes say, and how they were written. */
export interface Decoded {
  texte: string;
  encodage: Encodage;
}

const MARKS: readonly (readonly [mark: readonly number[], encodage: Encodage])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];
const SIGNATURES: readonly (readonly [signature: readonly number[], quoi: string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'un classeur Excel ou LibreOffice'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'un ancien classeur Excel'],
  [[0x25, 0x50, 0x44, 0x46], 'un document PDF'],
];
const CSV_UTF8 = 'enregistrez le tableau au format « CSV UTF-8 », puis déposez ce fichier';
const CONTROL = /[^\P{Cc}\t\n\r]/u;
/** An accent of « CSV (MS-DOS) » or « CSV (Macintosh) » inside a word: read as Windows-1252, it would be another sign. */
const OTHER_OFFICE = /\p{L}[\u201A\u0160\u2021\u02C6\u017D\u008D\u008F\u0090]\p{L}/u;

/** The text of a table, whose encoding is told from its bytes alone; a « non » says in French what to do. */
export function decodeTable(bytes: Uint8Array): Result<Decoded, string> {
  const other = SIGNATURES.find(([signature]) => startsWith(bytes, signature));
  if (other) return err(`Ce fichier est ${other[1]} : ${CSV_UTF8}.`);
  const encodage = encodingOf(bytes);
  const texte = decode(bytes, encodage);
  if (texte === null || CONTROL.test(texte)) return err(`Ce fichier n’est pas un tableau en texte : ${CSV_UTF8}.`);
  if (encodage === 'windows-1252' && OTHER_OFFICE.test(texte))
    return err(`Les accents de ce fichier ne se lisent pas (format MS-DOS ou Macintosh) : ${CSV_UTF8}.`);
  return ok({ texte, encodage });
}

function encodingOf(bytes: Uint8Array): Encodage {
  const marked = MARKS.find(([mark]) => startsWith(bytes, mark));
  if (marked) return marked[1];
  const wide = wideEncodingOf(bytes);
  if (wide) return wide;
  return decode(bytes, 'utf-8') === null ? 'windows-1252' : 'utf-8';
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
