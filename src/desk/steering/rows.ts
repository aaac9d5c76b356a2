import { longs, shorts } from './columns.ts';

/** The name of a row that was taken back, and is free for another. */
export const FREE = 0xffff;

/** Things that cases did, each a name and two days: 14 bytes a row, found again by the case whose they are. */
export class Rows {
  readonly cases = longs();
  readonly names = shorts();
  readonly from = shorts();
  readonly to = shorts();
  /** The next row of the same case, or the next free one: one more than its rank, 0 for none. */
  readonly next = longs();
  /** The first row of each case, told likewise. */
  readonly first = longs();
  free = 0;

  get length(): number {
    return this.names.length;
  }

  add(owner: number, name: number, [from, to]: readonly [number, number]): void {
    const rank = this.free > 0 ? this.free - 1 : this.names.length;
    if (this.free > 0) this.free = this.next.at(rank);
    this.cases.set(rank, owner);
    this.names.set(rank, name);
    this.from.set(rank, from);
    this.to.set(rank, to);
    this.next.set(rank, this.first.at(owner));
    this.first.set(owner, rank + 1);
  }

  /** Takes back all that a case did. */
  forget(owner: number): void {
    for (let place = this.first.at(owner); place > 0; ) {
      const following = this.next.at(place - 1);
      this.names.set(place - 1, FREE);
      this.next.set(place - 1, this.free);
      this.free = place;
      place = following;
    }
    this.first.set(owner, 0);
  }
}
