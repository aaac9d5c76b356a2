import type { Contenu, Motif, Saisie, Valeur } from './claim.ts';
import type { Fait } from './traced.ts';

/** Whether a fact is of a kind. */
export function fits({ faits, sauf, derive, saisie, perimee }: Motif, fait: Fait): boolean {
  return (
    (faits?.includes(fait.type) ?? true) &&
    !sauf?.includes(fait.type) &&
    (derive ?? fait.derive) === fait.derive &&
    (saisie === undefined || says(saisie, fait)) &&
    (perimee === undefined || perimee === showsLapsed(fait.saisie, String(fait.saisie['date'])))
  );
}

/** Whether the payload of a fact says all that. */
export function says(saisie: Saisie, fait: Fait): boolean {
  return Object.entries(saisie).every(([path, value]) => read(fait.saisie, path) === value);
}

/** What a fact brings and what is kept after it, which values may refer to. */
export interface Around {
  saisie: unknown;
  contexte: unknown;
}

/** Whether something holds all that. */
export function contains(contenu: Contenu, thing: unknown, around: Around): boolean {
  return Object.entries(contenu).every(([path, value]) => isSame(read(thing, path), meant(value, around)));
}

/** What stands at a dotted path, undefined where nothing does. */
export function read(thing: unknown, path: string): unknown {
  return path.split('.').reduce((part, key) => (part as Record<string, unknown> | null | undefined)?.[key], thing);
}

function meant(value: Valeur, { saisie, contexte }: Around): unknown {
  if (value === null || typeof value !== 'object') return value;
  return 'saisie' in value ? read(saisie, value.saisie) : read(contexte, value.contexte);
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function showsLapsed(part: unknown, date: string): boolean {
  if (typeof part !== 'object' || part === null) return false;
  const { type, fin } = part as { type?: unknown; fin?: unknown };
  if (typeof type === 'string' && typeof fin === 'string' && fin < date) return true;
  return Object.values(part).some((inner) => showsLapsed(inner, date));
}
