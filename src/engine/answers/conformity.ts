import { decide, type Family, members, type Surroundings } from '../decide.ts';
import { distance } from '../graph/distances.ts';
import type { Refusal } from '../refusal.ts';
import { plannedFacts } from '../state-info.ts';

/** A fact of a history; `ajoute` when it was missing. */
interface HistoricFact {
  ajoute: boolean;
  fait: object;
}

/** Whether a history keeps to the procedure, and the nearest one that does. */
export interface Conformity {
  conforme: boolean;
  /** The first fact refused, by its rank from 0, and why. */
  refus: { rang: number; refus: Refusal } | null;
  /** The history with the fewest acts added where each fact was refused; null when no act makes up for it. */
  reparation: HistoricFact[] | null;
}

/** Holds a history of one instance against the procedure, from where `family` stands; nothing is written. */
export function conformityOf(before: Family, id: string, faits: readonly object[], around: Surroundings): Conformity {
  let family = before;
  let refus: Conformity['refus'] = null;
  const repaired: HistoricFact[] = [];
  for (const [rang, fait] of faits.entries()) {
    const told = decide(family, id, fait, around);
    if (!told.ok) refus ??= { rang, refus: told.error };
    const missing = told.ok ? [] : missingBefore(family, id, fait, around);
    if (missing === null) return { conforme: false, refus, reparation: null };
    for (const next of [...missing, fait]) {
      const taken = decide(family, id, next, around);
      if (!taken.ok) return { conforme: false, refus, reparation: null };
      family = taken.value.family;
      repaired.push({ ajoute: next !== fait, fait: next });
    }
  }
  return { conforme: refus === null, refus, reparation: repaired };
}

/** The fewest examples after which a fact of that type would be taken, on the day of `fait`; null when none help. */
function missingBefore(before: Family, id: string, fait: object, around: Surroundings): object[] | null {
  const { type, date } = fait as { type: string; date: string };
  const missing: object[] = [];
  let family = before;
  for (;;) {
    const instance = members(family).find((member) => member.id === id);
    if (!instance) throw new Error(`${id} is not of this family`);
    const { procedure, snapshot } = instance;
    const left = distance(procedure, snapshot, `fait:${type}`);
    if (left === null) return null;
    if (left === 0) return missing.length > 0 ? missing : null;
    const [nearer] = plannedFacts(procedure, snapshot).flatMap((info) =>
      info.variantes
        .filter(({ next }) => distance(procedure, next, `fait:${type}`) === left - 1)
        .map(({ exemple }) => ({ ...exemple, type: info.type, date })),
    );
    const taken = nearer && decide(family, id, nearer, around);
    if (!nearer || !taken?.ok) return null;
    family = taken.value.family;
    missing.push(nearer);
  }
}
