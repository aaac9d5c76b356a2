import { decide } from '../engine/decide.ts';
import { err, ok, type Result } from '../engine/refusal.ts';
import type { Genre } from '../store/store.ts';
import { type Act, type Desk, type Recorded, settle } from './act.ts';
import { rowsOf, toFamily } from './rows.ts';

/** How many facts that time has brought are told in one go. */
const DUE_AT_ONCE = 500;

/** What a fact is told to: a kind of case, and its id. */
export interface Cible {
  genre: Genre;
  id: string;
}

/** Tells a fact to a case, with all that follows from it among its relatives, in one commit. */
export function record(
  desk: Desk,
  { genre, id }: Cible,
  input: unknown,
  { auteur, version }: Act,
): Promise<Result<Recorded>> {
  return settle(desk, auteur, async (around) => {
    const stored = await desk.store.family(id);
    if (stored?.cible.genre !== genre) return err({ code: 'introuvable', objet: genre, id });
    const current = stored.cible.version;
    if (version !== null && version !== current) return err({ code: 'version-perimee', version: current });
    const family = toFamily(stored);
    if (!family.ok) return family;
    const decision = decide(family.value, id, input, around);
    return decision.ok ? ok({ cible: id, decision: decision.value, before: rowsOf(stored) }) : decision;
  });
}

/** Tells every fact that time has brought by `jour`; gives how many were taken. */
export async function recordDueFacts(desk: Desk, jour: string): Promise<number> {
  const due = await desk.store.due(jour, DUE_AT_ONCE);
  let told = 0;
  for (const { instanceId: id, fait, le } of due) {
    const row = await desk.store.row(id);
    if (!row) continue;
    const act = { auteur: 'calendrier', version: null };
    const result = await record(desk, { genre: row.genre, id }, { type: fait, date: le }, act);
    if (result.ok) told += 1;
  }
  return told;
}
