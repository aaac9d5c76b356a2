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

  /** At most as long as what was told; not to be kept, since it moves when it grows. */
  get values(): Kind {
    return this.#kept;
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

  find(name: string): number | undefined {
    return this.#ranks.get(name);
  }
}
