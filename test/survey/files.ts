import { withKey } from '../../src/sandbox/demonstration/fiction.ts';

/** The bytes that a French office tool writes of a text, by the name of what it calls its format. */
export const formats: Readonly<Record<string, (text: string) => Uint8Array>> = {
  'UTF-8': (text) => Buffer.from(text),
  'UTF-8 with its mark': (text) => Buffer.from(`\uFEFF${text}`),
  'Windows-1252': (text) => Buffer.from(text.replaceAll('’', '\u0092').replaceAll('œ', '\u009C'), 'latin1'),
  'UTF-16, little end first': (text) => Buffer.from(`\uFEFF${text}`, 'utf16le'),
  'UTF-16, big end first': (text) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(),
  'UTF-16 without its mark': (text) => Buffer.from(text, 'utf16le'),
};

/** Lines of cells under their headings, cut by `separator`, each ended by `end`. */
export function tableOf(lines: readonly (readonly string[])[], separator = ';', end = '\r\n'): string {
  return lines.map((cells) => cells.join(separator) + end).join('');
}

/** A FINESS and a SIRET that pass their keys, the same for the same rank. */
export function numbersOf(rank: number): { finess: string; siret: string } {
  return {
    finess: withKey(`01${`${rank}`.padStart(6, '0')}`),
    siret: withKey(`26011021${`${rank}`.padStart(5, '0')}`),
  };
}
