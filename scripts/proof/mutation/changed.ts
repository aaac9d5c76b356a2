import { edgesAt, type Indexed } from '../reach.ts';
import type { Adjacency } from '../traced.ts';

/** Where something leads once a graph has changed; a state that the graph lacks has no rank until it is entered. */
export interface Way {
  lot: number;
  dits: number;
  contexte: number;
  /** Whether it is followed only once nothing else leads further, as walks do. */
  isLate: boolean;
  rank(): number | undefined;
  enter(): number;
}

/** What changes in a graph: ranks beyond its own are those of states that it lacks. */
export interface Change {
  /** Whether a state of the graph no longer does what it did. */
  isOdd(etat: number): boolean;
  /** Whether what an edge of such a state says is said by `instead`. */
  isReplaced(arete: number): boolean;
  instead(etat: number): Iterable<Way>;
  /** All that a state which the graph lacks leads to. */
  from(etat: number): Iterable<Way>;
  words(etat: number): string[];
}

/**
 * A graph once something has changed in it, walked from its start: an edge that has not changed is followed as it was, the rest is made
 * anew. What is reached is what a whole walk would reach.
 */
export class Changed {
  readonly #sound: Indexed;
  readonly #change: Change;
  /** In the order in which they are met. */
  readonly #reached: Set<number>;
  readonly #queue: number[];
  #next = 0;
  /** The states that do not do what they did, or that are new, in the order in which they were met. */
  readonly #odd: number[] = [];
  /** The edges made anew of those states, by rank of `#columns`. */
  readonly #made = new Map<number, readonly [first: number, last: number]>();
  readonly #columns: Columns = [[], [], [], []];
  /** Those of them made late, once the others were. */
  readonly #late = new Map<number, number[]>();
  readonly #pending: { from: number; way: Way }[] = [];

  constructor(sound: Indexed, change: Change, start = 0) {
    this.#sound = sound;
    this.#change = change;
    this.#reached = new Set([start]);
    this.#queue = [start];
  }

  /** Goes on until that many states that changed are known, or all are; tells whether all are. */
  walk(limit: number): boolean {
    for (; this.#next < this.#queue.length; this.#next++) {
      if (this.#odd.length >= limit) return false;
      this.#visit(this.#queue[this.#next] as number);
      if (this.#next === this.#queue.length - 1) this.#followLate();
    }
    return true;
  }

  /** Whether some state that changed is known. */
  hasChanged(): boolean {
    return this.#odd.length > 0;
  }

  /** The states that changed so far, with all that each leads to. */
  part(): Adjacency {
    this.#followLate();
    return this.#graphOf(this.#odd, false);
  }

  /** All that is reached, once all is known. */
  whole(): Adjacency {
    return this.#graphOf([...this.#reached], true);
  }

  #visit(etat: number): void {
    const isNew = etat >= this.#sound.etats.length;
    const isOdd = isNew || this.#change.isOdd(etat);
    if (isOdd) this.#odd.push(etat);
    if (!isNew) {
      for (const arete of edgesAt(this.#sound.sortantes, etat)) {
        if (!isOdd || !this.#change.isReplaced(arete)) this.#reach(this.#sound.aretes.vers[arete] as number);
      }
    }
    if (isOdd) this.#make(etat, isNew ? this.#change.from(etat) : this.#change.instead(etat));
  }

  #make(etat: number, ways: Iterable<Way>): void {
    const first = this.#columns[0].length;
    for (const way of ways) {
      if (way.isLate && way.rank() === undefined) this.#pending.push({ from: etat, way });
      else this.#follow(way);
    }
    this.#made.set(etat, [first, this.#columns[0].length]);
  }

  #followLate(): void {
    for (const { from, way } of this.#pending.splice(0)) {
      const ranks = this.#late.get(from) ?? [];
      ranks.push(this.#columns[0].length);
      this.#late.set(from, ranks);
      this.#follow(way);
    }
  }

  #follow({ lot, dits, contexte, ...way }: Way): void {
    const vers = way.rank() ?? way.enter();
    for (const [column, value] of [vers, lot, dits, contexte].entries()) this.#columns[column]?.push(value);
    this.#reach(vers);
  }

  #reach(etat: number): void {
    if (this.#reached.has(etat)) return;
    this.#reached.add(etat);
    this.#queue.push(etat);
  }

  /** Those states with all their edges, then what these lead to. */
  #graphOf(some: readonly number[], complet: boolean): Adjacency {
    const sound = this.#sound;
    const ranks = new Map(some.map((etat, rank) => [etat, rank]));
    const rankOf = (etat: number) => {
      const rank = ranks.get(etat) ?? ranks.size;
      ranks.set(etat, rank);
      return rank;
    };
    const [de, vers, lot, dits, contexte]: [number[], number[], number[], number[], number[]] = [[], [], [], [], []];
    const add = (from: number, to: number, label: readonly [number, number, number]) => {
      de.push(from);
      vers.push(rankOf(to));
      lot.push(label[0]);
      dits.push(label[1]);
      contexte.push(label[2]);
    };
    for (const [from, etat] of some.entries()) {
      for (const arete of this.#keptAt(etat)) {
        const { aretes } = sound;
        add(from, aretes.vers[arete] as number, [
          aretes.lot[arete] as number,
          aretes.dits[arete] as number,
          aretes.contexte[arete] as number,
        ]);
      }
      const [ends, ...labels] = this.#columns;
      for (const made of this.#madeAt(etat))
        add(from, ends[made] as number, labels.map((label) => label[made]) as [number, number, number]);
    }
    const [from, to, facts, said, kept] = [de, vers, lot, dits, contexte].map((column) => Int32Array.from(column));
    return {
      ...sound,
      etats: Array.from(ranks.keys(), (etat) => sound.etats[etat] ?? this.#change.words(etat)),
      aretes: { nombre: de.length, de: from, vers: to, lot: facts, dits: said, contexte: kept } as Adjacency['aretes'],
      explores: some.length,
      complet,
    };
  }

  #keptAt(etat: number): Iterable<number> {
    if (etat >= this.#sound.etats.length) return [];
    const aretes = edgesAt(this.#sound.sortantes, etat);
    return this.#made.has(etat) ? aretes.filter((arete) => !this.#change.isReplaced(arete)) : aretes;
  }

  *#madeAt(etat: number): Iterable<number> {
    const [first, last] = this.#made.get(etat) ?? [0, 0];
    for (let made = first; made < last; made++) yield made;
    yield* this.#late.get(etat) ?? [];
  }
}

type Columns = [vers: number[], lot: number[], dits: number[], contexte: number[]];
