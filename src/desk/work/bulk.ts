import type { Avertissement } from '../../../machines/avertissement.ts';
import type { Desk } from '../../acts/act.ts';
import type { Cible } from '../../acts/family.ts';
import { record } from '../../acts/record.ts';
import type { FaitDit } from '../../engine/parse-fact.ts';
import type { Refusal } from '../../engine/refusal.ts';

/** A case that was chosen, a dossier unless told, as it was shown, and what it is told. */
export interface BulkLine {
  id: string;
  genre?: Cible['genre'];
  version: number;
  fait: FaitDit;
}

/** What became of it: done, with what deserves a second look, or why not. */
export interface BulkResult {
  id: string;
  refus: Refusal | null;
  avertissements: readonly Avertissement[];
}

/** Told together, so that they share a commit. */
const TOGETHER = 20;

/** Tells several cases what each is told, each on its own: one that refuses it stops no other. */
export async function recordOnAll(desk: Desk, lignes: readonly BulkLine[], auteur: string): Promise<BulkResult[]> {
  const results: BulkResult[] = [];
  for (let from = 0; from < lignes.length; from += TOGETHER) {
    const together = lignes.slice(from, from + TOGETHER).map(async ({ id, genre = 'dossier', version, fait }) => {
      const told = await record(desk, { genre, id }, fait, { auteur, version });
      return told.ok
        ? { id, refus: null, avertissements: told.value.avertissements }
        : { id, refus: told.error, avertissements: [] };
    });
    results.push(...(await Promise.all(together)));
  }
  return results;
}
