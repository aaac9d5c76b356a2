import { LEAST_STAYS, type Stay } from '../../engine/history/tally.ts';

/** A stay may last as long as it wants; beyond, it is counted as that. */
const LONGEST = 20_000;

/** How many stays lasted so many days: what a median needs, whatever their number. */
export class Lengths {
  #counts = new Uint32Array(64);
  #sejours = 0;

  add(days: number): void {
    const length = Math.min(days, LONGEST);
    if (length >= this.#counts.length) {
      const larger = new Uint32Array(Math.max(this.#counts.length * 2, length + 1));
      larger.set(this.#counts);
      this.#counts = larger;
    }
    this.#counts[length] = (this.#counts[length] ?? 0) + 1;
    this.#sejours += 1;
  }

  /** Null where they are too few to say. */
  stay(): Stay {
    const sejours = this.#sejours;
    const isEnough = sejours >= LEAST_STAYS;
    return {
      sejours,
      mediane: isEnough ? this.#reached(Math.ceil(0.5 * sejours)) : null,
      centile90: isEnough ? this.#reached(Math.ceil(0.9 * sejours)) : null,
    };
  }

  /** How long the stay of that rank is, from the shortest, which is the first. */
  #reached(rank: number): number {
    let before = 0;
    return this.#counts.findIndex((count) => {
      before += count;
      return before >= rank;
    });
  }
}
