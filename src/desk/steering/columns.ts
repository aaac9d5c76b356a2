/** Whole numbers in a row, two or four bytes each, that grow as they are told. */
export class Numbers<Kind extends Uint16Array | Uint32Array> {
  #kept: Kind;
  #length = 0;
  readonly #make: (length: number) => Kind;

  constructor(make: (length: number) => Kind) {
    this.#make = make;
    this.#kept = make(1_024);
  }

  get length(): number {
    return this.#length;
  }

  /** All that was told; not to be kept, since it moves when it grows. */
  get values(): Kind {
    return this.#kept.subarray(0, this.#length) as Kind;
  }

  /** Takes what was told to another; gives how many bytes of it were read. */
  load(bytes: ArrayBuffer, from: number, length: number): number {
    const size = length * this.#kept.BYTES_PER_ELEMENT;
    const read = this.#make(Math.max(length, 1));
    new Uint8Array(read.buffer).set(new Uint8Array(bytes, from, size));
    this.#kept = read;
    this.#length = length;
    return size;
  }

  at(rank: number): number {
    return this.#kept[rank] ?? 0;
  }

  set(rank: number, value: number): void {
    if (rank >= this.#kept.length) {
      const larger = this.#make(Math.max(this.#kept.length * 2, rank + 1));
      larger.set(this.#kept as never);
      this.#kept = larger;
    }
    this.#kept[rank] = value;
    if (rank >= this.#length) this.#length = rank + 1;
  }
}

/** Two bytes each: up to 65,535. */
export function shorts(): Numbers<Uint16Array> {
  return new Numbers((length) => new Uint16Array(length));
}

/** Four bytes each. */
export function longs(): Numbers<Uint32Array> {
  return new Numbers((length) => new Uint32Array(length));
}

/** Names, each known by its rank from then on. */
export class Names {
  readonly list: string[] = [];
  readonly #ranks = new Map<string, number>();

  rankOf(name: string): number {
    const known = this.#ranks.get(name);
    if (known !== undefined) return known;
    this.#ranks.set(name, this.list.length);
    this.list.push(name);
    return this.list.length - 1;
  }

  /** Takes the names of another, in their order. */
  load(names: readonly string[]): void {
    for (const name of names) this.rankOf(name);
  }

  find(name: string): number | undefined {
    return this.#ranks.get(name);
  }
}
