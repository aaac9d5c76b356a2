import { decide, members } from '../engine/decide.ts';
import { err, ok, type Result } from '../engine/refusal.ts';
import type { Genre } from '../store/genre.ts';
import { type Act, type Desk, type Recorded, settle } from './act.ts';
import type { Remembered } from './memory.ts';
import { toFamily } from './rows.ts';

/** How many facts that time has brought are told in one go. */
const DUE_AT_ONCE = 500;

/** What a fact is told to: a kind of case, and its id. */
export interface Cible {
  genre: Genre;
  id: string;
}

/** Tells a fact to a case, with all that follows from it among its relatives, in one commit. */
export function record(desk: Desk, { genre, id }: Cible, input: unknown, act: Act): Promise<Result<Recorded>> {
  const { version } = act;
  return settle(desk, act, async (around) => {
    const found = await findCase(desk, { genre, id });
    if (!found.ok) return found;
    const { cible, family } = found.value;
    if (version !== null && version !== cible.version) return err({ code: 'version-perimee', version: cible.version });
    const decision = decide(family, id, input, around);
    return decision.ok ? ok({ cible: id, decision: decision.value }) : decision;
  });
}

/** A case with its relatives, as last committed; a bad row stops it. */
export async function findCase({ store, memory }: Desk, { genre, id }: Cible): Promise<Result<Remembered>> {
  const remembered = memory.recall(id);
  if (remembered?.cible.procedure.genre === genre) return ok(remembered);
  const stored = await store.family(id);
  if (stored?.cible.genre !== genre) return err({ code: 'introuvable', objet: genre, id });
  const family = toFamily(stored);
  if (!family.ok) return family;
  const cible = members(family.value).find((member) => member.id === id);
  if (!cible) throw new Error(`${id} is not of its own family`);
  return ok({ cible, family: family.value });
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
