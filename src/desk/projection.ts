import { setImmediate, setTimeout } from 'node:timers/promises';
import type { Avancement, ProjectionStore } from '../store/projection.ts';

/** Where a projection stands: ready, but for some lines of the journal, or how much of its first making is done. */
export type Etat = { pret: true; restent: number } | { pret: false; faits: number; total: number };

/** What a turn leaves to others, as a multiple of what it took: while acts go on they lose a fortieth, otherwise half is theirs. */
const BUSY_REST = 39;
const IDLE_REST = 1;
/** After a commit, what comes next is awaited: what moves twice is read once. */
const SETTLE_MS = 150;
/** How long a reader waits for it, when it is far behind. */
const PATIENCE_MS = 400;

/** What is taken in one turn, before others have theirs: rows on the first making, then lines of the journal. */
interface Turn {
  rows: number;
  lines: number;
}

/** How a projection is made; `empreinte` changes with it. */
export interface Making<Made> {
  empreinte: string;
  /** What follows from these rows; those of `nommes` have just named persons. */
  make(numeros: readonly number[], nommes: ReadonlySet<number>): Promise<Made[]>;
}

/** Keeps what follows from the journal at its end: in its own time after commits, at once before it is read. */
export class Projection<Made> {
  readonly #store: ProjectionStore<Made>;
  readonly #making: () => Making<Made>;
  readonly #size: Turn;
  #reached: Avancement | null = null;
  #beginning: Promise<Avancement> | null = null;
  #turn: Promise<unknown> = Promise.resolve();
  #isFollowing = false;
  #isStopped = false;

  constructor(store: ProjectionStore<Made>, size: Turn, making: () => Making<Made>) {
    this.#store = store;
    this.#size = size;
    this.#making = making;
  }

  /** Comes up to the end of the journal, or as near as patience allows: a worklist of a few thousand dossiers is made whole. */
  async catchUp(): Promise<Etat> {
    await this.#comeUp(performance.now() + PATIENCE_MS);
    return this.etat();
  }

  /** The same reading, after it has come up. */
  upToDate<Asked extends unknown[], Read>(
    read: (...asked: Asked) => Promise<Read>,
  ): (...asked: Asked) => Promise<Read> {
    return async (...asked) => {
      await this.catchUp();
      return read(...asked);
    };
  }

  /** Comes up to where the journal ends now, unless it is stopped. */
  finish(): Promise<void> {
    return this.#comeUp(Number.POSITIVE_INFINITY);
  }

  /** Where it stands, as it is. */
  async etat(): Promise<Etat> {
    const { construit, rang, total } = await this.#begun();
    if (construit !== null) return { pret: false, faits: await this.#store.nombre(construit), total };
    return { pret: true, restent: Math.max(0, (await this.#store.fin()) - rang) };
  }

  /** Comes up to the end of the journal in its own time; gives up where it stands when it is stopped. */
  async follow(): Promise<void> {
    if (this.#isFollowing) return;
    this.#isFollowing = true;
    try {
      await this.#goOn();
    } finally {
      this.#isFollowing = false;
    }
  }

  /** Follows what `onCommit` tells, from now on; the answer stops it. `onError` is told what stopped a turn. */
  followAll(onCommit: (listener: () => void) => () => void, onError: (error: unknown) => void): () => Promise<void> {
    const follow = () => {
      this.follow().catch(onError);
    };
    const unlisten = onCommit(follow);
    this.#isStopped = false;
    follow();
    return async () => {
      unlisten();
      this.#isStopped = true;
      await this.#turn.catch(() => {});
    };
  }

  async #comeUp(until: number): Promise<void> {
    const rang = await this.#store.fin();
    this.#reached = null;
    let reached = await this.#begun();
    while (isBehind(reached, rang) && performance.now() < until && !this.#isStopped) {
      reached = await this.#advance();
      await setImmediate();
    }
  }

  async #goOn(): Promise<void> {
    await setTimeout(SETTLE_MS, null, { ref: false });
    let last = -1;
    while (!this.#isStopped) {
      const start = performance.now();
      this.#reached = null;
      const before = await this.#begun();
      const rang = await this.#store.fin();
      if (!isBehind(before, rang)) return;
      await this.#advance();
      const rest = rang === last || before.construit !== null ? IDLE_REST : BUSY_REST;
      last = rang;
      await setTimeout((performance.now() - start) * rest, null, { ref: false });
    }
  }

  /** Where it stands, begun again when what it is made with has changed. */
  #begun(): Promise<Avancement> {
    const { empreinte } = this.#making();
    if (this.#reached?.empreinte === empreinte) return Promise.resolve(this.#reached);
    this.#beginning ??= this.#begin(empreinte).finally(() => {
      this.#beginning = null;
    });
    return this.#beginning;
  }

  async #begin(empreinte: string): Promise<Avancement> {
    const kept = this.#reached ?? (await this.#store.avancement());
    const isSame = kept?.empreinte === empreinte;
    const begun = isSame ? kept : await this.#fromNothing(empreinte);
    if (!isSame) await this.#store.commencer(begun);
    this.#reached = begun;
    return begun;
  }

  async #fromNothing(empreinte: string): Promise<Avancement> {
    return { empreinte, rang: await this.#store.fin(), construit: 0, total: await this.#store.nombre(null) };
  }

  /** One turn; turns never overlap. */
  #advance(): Promise<Avancement> {
    const turn = this.#turn.catch(() => {}).then(() => this.#takeTurn());
    this.#turn = turn;
    return turn;
  }

  /** What another process wrote meanwhile is not written again: this one goes on from there. */
  async #takeTurn(): Promise<Avancement> {
    const before = await this.#begun();
    const { numeros, nommes, reached } = await this.#next(before);
    const made = await this.#making().make(numeros, nommes);
    const isWritten = await this.#store.ecrire(made, before, reached);
    this.#reached = isWritten ? reached : null;
    return this.#begun();
  }

  /** The rows that are made next, and how far that comes. */
  async #next(before: Avancement) {
    const { rows, lines } = this.#size;
    if (before.construit === null) {
      const { jusqua, ...touched } = await this.#store.touches(before.rang, lines);
      return { ...touched, reached: { ...before, rang: jusqua } };
    }
    const numeros = await this.#store.apres(before.construit, rows);
    const construit = numeros.length < rows ? null : (numeros.at(-1) ?? null);
    return { numeros, nommes: new Set(numeros), reached: { ...before, construit } };
  }
}

function isBehind({ construit, rang: reached }: Avancement, rang: number): boolean {
  return construit !== null || reached < rang;
}
