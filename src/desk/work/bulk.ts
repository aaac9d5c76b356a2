import type { Desk } from '../../acts/act.ts';
import { record } from '../../acts/record.ts';
import type { FaitDit } from '../../engine/parse-fact.ts';
import type { Refusal } from '../../engine/refusal.ts';

/** A dossier that was chosen, as it was shown, and what it is told. */
export interface BulkLine {
  id: string;
  version: number;
  fait: FaitDit;
}

/** What became of it: done, or why not. */
export interface BulkResult {
  id: string;
  refus: Refusal | null;
}

/** Told together, so that they share a commit. */
const TOGETHER = 20;

/** Tells several dossiers what each is told, each on its own: one that refuses it stops no other. */
export async function recordOnAll(desk: Desk, lignes: readonly BulkLine[], auteur: string): Promise<BulkResult[]> {
  const results: BulkResult[] = [];
  for (let from = 0; from < lignes.length; from += TOGETHER) {
    const together = lignes.slice(from, from + TOGETHER).map(async ({ id, version, fait }) => {
      const told = await record(desk, { genre: 'dossier', id }, fait, { auteur, version });
      return { id, refus: told.ok ? null : told.error };
    });
    results.push(...(await Promise.all(together)));
  }
  return results;
}
