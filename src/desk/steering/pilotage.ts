import type { EtapeAttendue } from '../../store/work.ts';
import type { Travail } from '../work/travail.ts';
import type { FiltresPilotage } from './chosen.ts';
import type { Avancement, LedgerReader } from './reader.ts';
import { type Mesures, steer } from './steering.ts';

/** All that is told of the cases at once; nothing before every one was read. */
export interface Pilotage {
  avancement: Avancement;
  mesures: Mesures | null;
  attendues: EtapeAttendue[];
}

const KEPT = 50;

/** Answers what is asked of all cases, and keeps what it found while nothing happens. */
export class Steering {
  readonly #reader: LedgerReader;
  readonly #travail: Travail;
  readonly #known = new Map<string, { revision: number; mesures: Promise<Mesures> }>();

  constructor(reader: LedgerReader, travail: Travail) {
    this.#reader = reader;
    this.#travail = travail;
  }

  async of(filtres: FiltresPilotage, jour: string): Promise<Pilotage> {
    const avancement = await this.#reader.advance();
    const mesures = avancement.pret ? await this.#mesures(filtres, jour) : null;
    return { avancement, mesures, attendues: await this.#travail.attendues(filtres) };
  }

  #mesures(filtres: FiltresPilotage, jour: string): Promise<Mesures> {
    const { ledger, revision } = this.#reader;
    const key = JSON.stringify([filtres, jour]);
    const known = this.#known.get(key);
    if (known?.revision === revision) return known.mesures;
    const mesures = steer(ledger, filtres, jour);
    this.#known.delete(key);
    this.#known.set(key, { revision, mesures });
    const [oldest] = this.#known.keys();
    if (this.#known.size > KEPT && oldest !== undefined) this.#known.delete(oldest);
    return mesures;
  }
}
