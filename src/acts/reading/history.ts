import { dayOf } from '../../days.ts';
import type { Family } from '../../engine/decide.ts';
import { type Corrected, correctedLines } from '../../engine/history/corrections.ts';
import { type Histoire, heardFacts, replay } from '../../engine/history/replay.ts';
import type { Instance } from '../../engine/instance.ts';
import { err, ok, type Result } from '../../engine/refusal.ts';
import type { RecordedLine, Store } from '../../store/store.ts';
import type { Desk } from '../act.ts';
import { type Cible, findCase } from '../family.ts';
import { factsOf, journalOf, openingOf } from '../opening/opening-day.ts';

/** A case and what became of it, on a day that has passed or now. */
export interface CaseHistory {
  instance: Instance;
  family: Family;
  histoire: Histoire;
  /** The last fact that was replayed, YYYY-MM-DD. */
  dernier: string;
  /** The journal no longer leads to the state that is kept: what was erased decided of it. */
  diverge: boolean;
}

/** What became of the cases that are in memory: those that are drawn again before anything happens to them. */
const now = new WeakMap<Instance, Omit<CaseHistory, 'family'>>();

/** Replays the journal of a case, up to the end of the day `le` (YYYY-MM-DD) if it is told. */
export async function history(desk: Desk, cible: Cible, le: string | null): Promise<Result<CaseHistory>> {
  const found = await findCase(desk, cible);
  if (!found.ok) return found;
  const { cible: instance, family } = found.value;
  const known = le === null ? now.get(instance) : undefined;
  if (known) return ok({ ...known, family });
  const lines = await factsOf(desk.store, instance.id);
  const opening = await openingOf(desk.store, instance, lines);
  const earliest = lines.reduce((first, { date }) => (date < first ? date : first), opening.jour);
  const wrong = wrongDay(le, earliest, dayOf(desk.clock()));
  if (wrong) return err({ code: 'saisie-invalide', erreurs: [{ pointeur: '/le', message: wrong }] });
  const facts = [...lines, ...heardFacts(instance)];
  const histoire = replay(instance.procedure, opening, facts, le);
  const taken = facts.filter(({ date }) => le === null || date <= le);
  const told = { instance, dernier: taken.at(-1)?.date ?? opening.jour, ...settled(instance, histoire, le) };
  if (le === null) now.set(instance, told);
  return ok({ ...told, family });
}

/** Now, a case stands where it is kept, whatever its journal still says. */
function settled({ snapshot, depuis }: Instance, histoire: Histoire, le: string | null) {
  const diverge = le === null && JSON.stringify(histoire.snapshot.value) !== JSON.stringify(snapshot.value);
  return { diverge, histoire: le === null ? { ...histoire, snapshot, depuis } : histoire };
}

function wrongDay(le: string | null, premier: string, jour: string): string | null {
  if (le !== null && le < premier) return `Rien n’est enregistré avant le ${premier} : demandez ce jour ou après.`;
  return le !== null && le > jour ? `Ce jour n’est pas encore passé : le ${jour} au plus tard.` : null;
}

/** A line of the journal as it is told: null while it stands. */
export interface ToldLine extends RecordedLine {
  corrigee: Corrected | null;
}

/** The lines of one case after a rank, oldest first; what corrects one of them may come on a later page. */
export async function toldLines(store: Store, id: string, apres: number, limite: number): Promise<ToldLine[]> {
  const lines = await store.journal(id, apres, limite);
  const all = apres === 0 && lines.length < limite ? lines : await journalOf(store, id);
  const corrected = correctedLines(all);
  return lines.map((line) => ({ ...line, corrigee: corrected.get(line.rang) ?? null }));
}
