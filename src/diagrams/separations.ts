import { readFileSync } from 'node:fs';
import type { Procedure } from '../../machines/procedure.ts';

/** The shortest facts that one procedure takes and another refuses. */
export interface Separee {
  accepte: string;
  refuse: string;
  /** SHA-256 of the definition of each. */
  definitions: readonly [string, string];
  /** Both take all but the last; null when there are none. */
  faits: { type: string; date: string }[] | null;
  /** How many pairs of states were met: none when both have one definition. */
  paires: number;
  /** False when a limit stopped the search. */
  complete: boolean;
}

/** Every two published procedures, in both directions, as `npm run generate` writes them. */
export interface Separations {
  separations: Separee[];
}

/** A procedure and its version: `public-ght@1`. */
export function referenceOf({ id, version }: Procedure): string {
  return `${id}@${version}`;
}

let known: Separations | null = null;

/** What one published procedure takes and another refuses, read from the generated file: finding it takes up to 20 s. */
export function separationOf(accepting: Procedure, refusing: Procedure): Separee | null {
  const file = new URL('../../machines/diagrams/separations.json', import.meta.url);
  known ??= JSON.parse(readFileSync(file, 'utf8')) as Separations;
  const [accepte, refuse] = [referenceOf(accepting), referenceOf(refusing)];
  return known.separations.find((one) => one.accepte === accepte && one.refuse === refuse) ?? null;
}
