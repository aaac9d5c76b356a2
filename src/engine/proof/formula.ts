import type { Fait } from './adjacency.ts';
import type { Motif, Saisie } from './claim.ts';

/** Whether a fact is of a kind. */
export function fits({ faits, sauf, derive, saisie }: Motif, fait: Fait): boolean {
  return (
    (faits?.includes(fait.type) ?? true) &&
    !sauf?.includes(fait.type) &&
    (derive ?? fait.derive) === fait.derive &&
    (saisie === undefined || says(saisie, fait))
  );
}

/** Whether the payload of a fact says all that. */
export function says(saisie: Saisie, fait: Fait): boolean {
  return Object.entries(saisie).every(([path, value]) => read(fait.saisie, path) === value);
}

function read(saisie: unknown, path: string): unknown {
  return path.split('.').reduce((part, key) => (part as Record<string, unknown> | null | undefined)?.[key], saisie);
}
