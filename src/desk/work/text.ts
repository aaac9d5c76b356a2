import { narrow } from '../../../machines/identifiants/numero.ts';
import { plain } from '../../fold.ts';

/** Everybody whom some texts (JSON) name, each once: « Camille Martin, … ». */
export function personsIn(saisies: readonly string[]): string {
  const names = new Set<string>();
  for (const saisie of saisies) collect(JSON.parse(saisie), names);
  return [...names].join(', ');
}

/** The words of a search; null when there is none. */
export function wordsOf(search: string): string[] | null {
  const words = plain(joinNumbers(narrow(search))).match(/[\p{L}\p{N}]+/gu) ?? [];
  const telling = words.filter((word) => word.length > 1);
  const asked = (telling.length > 0 ? telling : words).slice(0, 8);
  return asked.length === 0 ? null : asked;
}

/**
 * What is searched of a dossier, ligatures apart, which FTS5 does not undo: saints under both their spellings, and
 * numbers without the zero that spreadsheets take away.
 */
export function searched(parts: readonly (string | null | undefined)[]): string {
  const texte = parts.filter(Boolean).join(' ').replaceAll('œ', 'oe').replaceAll('Œ', 'OE');
  const words = texte.match(/[\p{L}\p{N}]+/gu) ?? [];
  const others = words.flatMap((word) => SAINTS[word.toLowerCase()] ?? /^0(\d{8}|\d{13})$/.exec(word)?.[1] ?? []);
  return [texte, ...new Set(others)].join(' ');
}

const SAINTS: Readonly<Record<string, string>> = { st: 'saint', ste: 'sainte', saint: 'st', sainte: 'ste' };

/** A SIRET is often written in groups of digits. */
function joinNumbers(text: string): string {
  return text.replace(/(?<=\d{2,}) (?=\d{2,})/g, '');
}

function collect(value: unknown, names: Set<string>): void {
  if (typeof value !== 'object' || value === null) return;
  const { nom, prenom } = value as { nom?: unknown; prenom?: unknown };
  if (typeof nom === 'string' && typeof prenom === 'string') names.add(`${prenom} ${nom}`);
  for (const part of Object.values(value)) collect(part, names);
}
