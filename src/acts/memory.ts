import { counted } from '../engine/answers/live-certificates.ts';
import type { Family } from '../engine/decide.ts';
import type { Instance } from '../engine/instance.ts';

/** How many instances are kept; those that are counted alone weigh a tenth. */
const KEPT = 5_000;
/** How many certificates of a dossier are kept read; what all of them hear is heard by each of those. */
const READ = 20;

/** A case and its relatives, as last committed. */
export interface Remembered {
  cible: Instance;
  family: Family;
}

/**
 * The families of the dossiers that were last acted on, by their ids and by those of their certificates, so that an act
 * reads nothing: a third of its time. One that somebody else has changed since is found out at the commit, which is conditional, and
 * forgotten.
 */
export class FamilyMemory {
  readonly #families = new Map<string, Family>();
  /** The dossier of each certificate, read or counted. */
  readonly #dossiers = new Map<string, string>();
  #weight = 0;

  /** How many dossiers it holds. */
  get size(): number {
    return this.#families.size;
  }

  /** The family of a case, be that counted alone; null for none. */
  familyOf(id: string): Family | null {
    return this.#families.get(this.#dossiers.get(id) ?? id) ?? null;
  }

  /** Takes what has just been committed; a groupement's dossiers are many, and are read again. */
  keep(family: Family): void {
    const [dossier, ...others] = family.dossiers;
    const isMoved = dossier !== undefined && dossier.parentId !== (family.groupement?.id ?? null);
    if (!dossier || others.length > 0 || isMoved) {
      this.forget(family);
      return;
    }
    this.#drop(dossier.id, false);
    const kept = family.certificats.length > READ ? counted(family) : family;
    this.#families.set(dossier.id, kept);
    for (const id of certificatesOf(kept)) if (!this.#dossiers.has(id)) this.#dossiers.set(id, dossier.id);
    this.#weight += weightOf(kept);
    for (const oldest of this.#families.keys()) {
      if (this.#weight <= KEPT) break;
      this.#drop(oldest);
    }
  }

  forget(family: Family): void {
    for (const { id } of family.dossiers) this.#drop(id);
  }

  #drop(dossierId: string, isForGood = true): void {
    const family = this.#families.get(dossierId);
    if (!family) return;
    this.#families.delete(dossierId);
    this.#weight -= weightOf(family);
    if (isForGood) for (const id of certificatesOf(family)) this.#dossiers.delete(id);
  }
}

/** Those that were read, and those that were counted. */
function certificatesOf({ certificats, absents = [] }: Family): string[] {
  return [...certificats, ...absents].map(({ id }) => id);
}

function weightOf({ certificats, absents = [] }: Family): number {
  return 1 + certificats.length + absents.length / 10;
}
