import { plain } from '../../fold.ts';

/** Everybody whom some texts (JSON) name, each once: « Camille Martin, … ». */
export function personsIn(saisies: readonly string[]): string {
  const names = new Set<string>();
  for (const saisie of saisies) collect(JSON.parse(saisie), names);
  return [...names].join(', ');
}

/** The words of a search; null when there is none. */
export function wordsOf(search: string): string[] | null {
  const words = plain(joinNumbers(search)).match(/[\p{L}\p{N}]+/gu) ?? [];
  const telling = words.filter((word) => word.length > 1);
  const asked = (telling.length > 0 ? telling : words).slice(0, 8);
  return asked.length === 0 ? null : asked;
}

/** What is searched of a dossier, ligatures apart, which FTS5 does not undo. */
export function searched(parts: readonly (string | null | undefined)[]): string {
  return parts.filter(Boolean).join(' ').replaceAll('œ', 'oe').replaceAll('Œ', 'OE');
}

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
