import { setTimeout as wait } from 'node:timers/promises';
import { findProcedure } from '../../../machines/index.ts';
import { journalOf, openingOf } from '../../acts/opening/opening-day.ts';
import { readFiche } from '../../engine/fiche.ts';
import { standingLines } from '../../engine/history/corrections.ts';
import { replay } from '../../engine/history/replay.ts';
import type { CasCompte, CasLu } from '../../store/figures.ts';
import type { Store } from '../../store/store.ts';
import { Projection } from '../projection.ts';
import { MOMENTS, momentsOf, nameOf } from './moments.ts';

/** How far the journal was read. */
export interface Avancement {
  /** Whether every case was counted once: what is told lacks nothing but the very last facts. */
  pret: boolean;
  /** Whether there is nothing more to read. */
  aJour: boolean;
  lus: number;
  total: number;
}

/** The longest turn, then the rest that others are given. */
const TURN_MS = 8;
const REST_MS = 4;
/** How long somebody who asks is made to wait for the last facts. */
const PATIENCE_MS = 40;

/**
 * Counts cases: each is replayed from its own journal, then again whenever a line was added to it, which also reads what was corrected.
 * In turns of 8 ms, so that others are answered in between.
 */
export class Counting {
  readonly #store: Store;
  readonly #dayOf: (instant: Date) => string;
  readonly #projection: Projection<CasCompte>;
  #job: Promise<void> | null = null;
  #turn = 0;

  constructor(store: Store, dayOf: (instant: Date) => string) {
    this.#store = store;
    this.#dayOf = dayOf;
    const making = { empreinte: MOMENTS, make: (numeros: readonly number[]) => this.#countAll(numeros) };
    this.#projection = new Projection(store.figures.projection, { rows: 200, lines: 20 }, () => making);
  }

  /** Goes on counting, and waits for the end when it is near. */
  async advance(): Promise<Avancement> {
    const job = this.finish();
    const aJour = await Promise.race([job.then(() => true), wait(PATIENCE_MS, false, { ref: false })]);
    const etat = await this.#projection.etat();
    const { faits: lus, total } = etat.pret ? { faits: 0, total: 0 } : etat;
    return { pret: etat.pret, aJour, lus, total };
  }

  /** Counts to the end. */
  finish(): Promise<void> {
    this.#job ??= this.#projection.finish().finally(() => {
      this.#job = null;
    });
    return this.#job;
  }

  /** Counts what is committed, from now on; the answer stops it. */
  follow(onError: (error: unknown) => void): () => Promise<void> {
    return this.#projection.followAll(this.#store.onCommit, onError);
  }

  async #countAll(numeros: readonly number[]): Promise<CasCompte[]> {
    const counted: CasCompte[] = [];
    this.#turn = performance.now();
    for (const cas of await this.#store.figures.projection.lire(numeros)) {
      const one = await this.#count(cas);
      if (one) counted.push(one);
      if (performance.now() - this.#turn < TURN_MS) continue;
      await wait(REST_MS);
      this.#turn = performance.now();
    }
    return counted;
  }

  /** Null for a case whose procedure there no longer is. */
  async #count({ numero, parcours, ...kept }: CasLu): Promise<CasCompte | null> {
    const procedure = findProcedure(kept.procedure, kept.procedureVersion);
    if (!procedure) return null;
    const lines = await journalOf(this.#store, kept.id);
    const opened = { ...kept, fiche: readFiche(kept.fiche), procedure };
    const opening = await openingOf(this.#store, opened, lines, this.#dayOf);
    const faits = standingLines(lines);
    const histoire = replay(procedure, opening, faits);
    const moments = momentsOf({ procedure, jour: opening.jour, histoire, faits });
    return { numero, parcours, procedure: nameOf(procedure), moments };
  }
}
