import { setTimeout as wait } from 'node:timers/promises';
import { findProcedure } from '../../../machines/index.ts';
import { journalOf, openingOf } from '../../acts/opening/opening-day.ts';
import { standingLines } from '../../engine/history/corrections.ts';
import { replay } from '../../engine/history/replay.ts';
import type { Kept } from '../../store/history.ts';
import type { Store } from '../../store/store.ts';
import { pack, unpack } from './kept.ts';
import { Ledger } from './ledger.ts';

/** How far the journal was read. */
export interface Avancement {
  /** Whether every case was read once: what is told lacks nothing but the very last facts. */
  pret: boolean;
  /** Whether there is nothing more to read. */
  aJour: boolean;
  lus: number;
  total: number;
}

const PAGE = 200;
/** The longest turn, then the rest that others are given. */
const TURN_MS = 8;
const REST_MS = 4;
/** How long somebody who asks is made to wait for the last facts. */
const PATIENCE_MS = 40;

/**
 * Reads the cases into a ledger: each once from its own journal, then again whenever a line was added to it, which also reads what was
 * corrected. In turns of 8 ms, so that others are answered in between.
 */
export class LedgerReader {
  ledger = new Ledger();
  /** One more whenever a case is counted. */
  revision = 0;
  readonly #store: Store;
  readonly #dayOf: (instant: Date) => string;
  #rang = 0;
  #numero = 0;
  #total = 0;
  #pret = false;
  #job: Promise<void> | null = null;
  #turn = 0;
  #isOpened = false;
  #unsaved = 0;
  readonly #keptFrom: number;

  /** What is read is kept from so many cases on: fewer are as soon read again. */
  constructor(store: Store, dayOf: (instant: Date) => string, keptFrom = 2_000) {
    this.#store = store;
    this.#dayOf = dayOf;
    this.#keptFrom = keptFrom;
  }

  /** Goes on reading, and waits for the end when it is near. */
  async advance(): Promise<Avancement> {
    const job = this.#start();
    const isOver = await Promise.race([job.then(() => true), wait(PATIENCE_MS, false, { ref: false })]);
    return { pret: this.#pret, aJour: isOver, lus: this.#numero, total: Math.max(this.#total, this.#numero) };
  }

  /** Reads to the end. */
  async finish(): Promise<void> {
    await this.#job;
    await this.#start();
  }

  #start(): Promise<void> {
    this.#job ??= this.#read().finally(() => {
      this.#job = null;
    });
    return this.#job;
  }

  async #read(): Promise<void> {
    this.#turn = performance.now();
    if (!this.#isOpened) await this.#open();
    await this.#discover();
    const isFirst = !this.#pret;
    this.#pret = true;
    if (isFirst) await this.#keepIfMany(1);
    for (;;) {
      const lines = await this.#store.historique.lines(this.#rang, PAGE);
      const told = [...new Set(lines.map(({ instanceId }) => instanceId))];
      for (const kept of await this.#store.historique.instances(told)) await this.#count(kept);
      this.#rang = lines.at(-1)?.rang ?? this.#rang;
      await this.#keepIfMany();
      if (lines.length < PAGE) break;
    }
    await this.#discover();
    await this.#keepIfMany();
  }

  /** Begins where it was left, or else at the end of the journal: every case is read once, then whatever comes after. */
  async #open(): Promise<void> {
    const bytes = await this.#store.historique.lireMesures();
    const kept = bytes && unpack(bytes);
    if (kept && kept.place.marque === (await this.#markOf(kept.place.rang))) {
      this.ledger = kept.ledger;
      this.#rang = kept.place.rang;
      this.#numero = kept.place.numero;
      this.#pret = kept.place.pret;
    } else this.#rang = await this.#store.evenements.last();
    this.#isOpened = true;
  }

  /** At each tenth: a base of a hundred thousand dossiers is read for minutes, which a restart would lose. */
  async #keepIfMany(least = this.ledger.cases.list.length / 10): Promise<void> {
    if (this.ledger.cases.list.length < this.#keptFrom || this.#unsaved < least) return;
    const place = { rang: this.#rang, marque: await this.#markOf(this.#rang), numero: this.#numero, pret: this.#pret };
    await this.#store.historique.garderMesures(pack(this.ledger, place));
    this.#unsaved = 0;
  }

  /** What tells a line from that of the same rank in another base. */
  async #markOf(rang: number): Promise<string> {
    const [line] = await this.#store.historique.lines(rang - 1, 1);
    return line ? [line.rang, line.instanceId, line.enregistreLe, line.empreinte].join() : '';
  }

  /** Those that were opened since, parents before children. */
  async #discover(): Promise<void> {
    this.#total = await this.#store.historique.derniere();
    while (this.#numero < this.#total) {
      const found = await this.#store.historique.instancesApres(this.#numero, PAGE);
      for (const kept of found) {
        await this.#count(kept);
        this.#numero = kept.numero;
      }
      await this.#keepIfMany();
      if (found.length === 0) return;
    }
  }

  async #count(kept: Kept): Promise<void> {
    const procedure = findProcedure(kept.procedure, kept.procedureVersion);
    if (procedure) {
      const { id, parentId } = kept;
      const lines = await journalOf(this.#store, id);
      const opened = { ...kept, fiche: JSON.parse(kept.fiche), procedure };
      const opening = await openingOf(this.#store, opened, lines, this.#dayOf);
      const faits = standingLines(lines);
      const histoire = replay(procedure, opening, faits);
      this.revision += 1;
      this.#unsaved += 1;
      this.ledger.count({ id, parentId, procedure, jour: opening.jour, histoire, faits });
    }
    await this.#restIfLong();
  }

  async #restIfLong(): Promise<void> {
    if (performance.now() - this.#turn < TURN_MS) return;
    await wait(REST_MS);
    this.#turn = performance.now();
  }
}
