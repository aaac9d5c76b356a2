import { setImmediate } from 'node:timers/promises';
import type { Store } from '../../store/store.ts';
import { etapesConnues, rankOfProcedure } from '../work/codes.ts';
import type { FiltresPilotage } from './chosen.ts';
import type { Avancement, LedgerReader } from './reader.ts';
import { type Mesures, steer } from './steering.ts';

/** A step, and how many dossiers of the worklist await it, themselves or by a certificate. */
export interface EtapeAttendue {
  etape: string;
  effectif: number;
}

/** All that is told of the cases at once; nothing before every one was read. */
export interface Pilotage {
  avancement: Avancement;
  mesures: Mesures | null;
  attendues: EtapeAttendue[];
}

/** Rows of the worklist counted in one go: some 5 ms. */
const PART = 5_000;
/** What was counted over all of it is told again for so many times as long as that took: counting takes a twentieth of the time at most. */
const FRESH = 20;
const KEPT = 50;

/** Answers what is asked of all cases, and keeps what it found while nothing happens. */
export class Steering {
  readonly #store: Store;
  readonly #reader: LedgerReader;
  readonly #bringWorklist: () => Promise<unknown>;
  readonly #known = new Map<string, { revision: number; mesures: Promise<Mesures> }>();
  #counted: { until: number; masks: Promise<Masks[]> } | null = null;

  /** `bringWorklist` makes the worklist follow what has happened. */
  constructor(store: Store, reader: LedgerReader, bringWorklist: () => Promise<unknown>) {
    this.#store = store;
    this.#reader = reader;
    this.#bringWorklist = bringWorklist;
  }

  async of(filtres: FiltresPilotage, jour: string): Promise<Pilotage> {
    const avancement = await this.#reader.advance();
    const mesures = avancement.pret ? await this.#mesures(filtres, jour) : null;
    return { avancement, mesures, attendues: await this.#attendues(filtres) };
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

  async #attendues({ procedure, groupement }: FiltresPilotage): Promise<EtapeAttendue[]> {
    const masks = await (groupement === null ? this.#everywhere() : this.#store.historique.attenduesDe(groupement));
    const chosen = masks.filter((one) => procedure === null || one.procedure === rankOfProcedure(procedure));
    return etapesConnues
      .map(({ id }, rank) => ({
        etape: id,
        effectif: chosen.reduce((sum, { etapes, effectif }) => sum + (hasBit(etapes, rank) ? effectif : 0), 0),
      }))
      .filter(({ effectif }) => effectif > 0);
  }

  #everywhere(): Promise<Masks[]> {
    if (this.#counted && performance.now() < this.#counted.until) return this.#counted.masks;
    const start = performance.now();
    const counted = { until: Number.POSITIVE_INFINITY, masks: this.#count() };
    this.#counted = counted;
    const settle = () => {
      counted.until = performance.now() + FRESH * (performance.now() - start);
    };
    counted.masks.then(settle, settle);
    return counted.masks;
  }

  async #count(): Promise<Masks[]> {
    await this.#bringWorklist();
    const last = await this.#store.historique.derniere();
    const masks: Masks[] = [];
    for (let apres = 0; apres < last; apres += PART) {
      if (apres > 0) await setImmediate();
      masks.push(...(await this.#store.historique.attendues(apres, apres + PART)));
    }
    return masks;
  }
}

type Masks = Awaited<ReturnType<Store['historique']['attenduesDe']>>[number];

/** Beyond the 32 bits that & knows. */
function hasBit(mask: number, rank: number): boolean {
  return Math.floor(mask / 2 ** rank) % 2 === 1;
}
