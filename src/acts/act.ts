import { randomUUID } from 'node:crypto';
import type { Avertissement } from '../../machines/avertissement.ts';
import type { Decision, Surroundings } from '../engine/decide.ts';
import { err, ok, type Refusal, type Result } from '../engine/refusal.ts';
import type { Row, Store } from '../store/store.ts';
import { dayOf } from './calendar.ts';
import { toChanges } from './rows.ts';

/** How often a decision is taken again when somebody else was faster. */
const ATTEMPTS = 8;

/** What acts need: where things are kept, and what time it is. */
export interface Desk {
  store: Store;
  clock(): Date;
}

/** Who acts, and the version they believe current; null for whoever does not mind. */
export interface Act {
  auteur: string;
  version: number | null;
}

/** What an act became: the row it was told to, and what deserves a second look. */
export interface Recorded {
  row: Row;
  avertissements: Avertissement[];
}

/** A decision about the row `cible`, and the rows that it was taken from. */
export interface Considered {
  cible: string;
  decision: Decision;
  before: readonly Row[];
}

/** Decides and writes, again while somebody else writes first; each time from what is then kept. */
export async function settle(
  { store, clock }: Desk,
  auteur: string,
  consider: (around: Surroundings) => Promise<Result<Considered>>,
): Promise<Result<Recorded>> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const now = clock();
    const jour = dayOf(now);
    const considered = await consider({ jour, newId: randomUUID });
    if (!considered.ok) return considered;
    const { cible, decision, before } = considered.value;
    const changes = toChanges(decision, before, { auteur, jour, instant: now.toISOString() });
    const result = await store.commit(changes);
    const row = changes.find(({ row: { id } }) => id === cible)?.row;
    if (result.ok && row) return ok({ row, avertissements: decision.avertissements });
    if (!result.ok && result.raison === 'doublon') return err<Refusal>({ code: 'dossier-existant', id: result.id });
  }
  throw new Error(`Nobody could write in ${ATTEMPTS} attempts: too many at once`);
}
