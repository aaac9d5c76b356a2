import { type Family, members } from '../engine/decide.ts';
import type { Instance } from '../engine/instance.ts';

const KEPT = 5_000;

/** A case and its relatives, as last committed. */
export interface Remembered {
  cible: Instance;
  family: Family;
}

/**
 * The families of the dossiers that were last acted on, by any of their ids, so that an act reads nothing: a third of its time. One
 * that somebody else has changed since is found out at the commit, which is conditional, and forgotten.
 */
export class FamilyMemory {
  readonly #families = new Map<string, Family>();

  recall(id: string): Remembered | null {
    const family = this.#families.get(id);
    const cible = family && members(family).find((member) => member.id === id);
    return family && cible ? { cible, family } : null;
  }

  /** Takes what has just been committed; a groupement's dossiers are many, and are read again. */
  keep(family: Family): void {
    const [dossier, ...others] = family.dossiers;
    this.forget(family);
    if (!dossier || others.length > 0) return;
    for (const { id } of [dossier, ...family.certificats]) this.#families.set(id, family);
    for (const oldest of this.#families.keys()) {
      if (this.#families.size <= KEPT) break;
      this.#families.delete(oldest);
    }
  }

  forget(family: Family): void {
    for (const { id } of members(family)) this.#families.delete(id);
  }
}
