import { setTimeout as wait } from 'node:timers/promises';
import type { Jalon as JalonDit } from '../../../machines/event.ts';
import { findProcedure, procedures } from '../../../machines/index.ts';
import type { Procedure } from '../../../machines/procedure.ts';
import { journalOf, openingOf } from '../../acts/opening/opening-day.ts';
import { isHeard } from '../../engine/cohort.ts';
import { readFiche } from '../../engine/fiche.ts';
import { standingLines } from '../../engine/history/corrections.ts';
import { type Histoire, replay } from '../../engine/history/replay.ts';
import type { CasCompte, CasLu, Moment } from '../../store/figures.ts';
import type { Store } from '../../store/store.ts';
import { Projection } from '../projection.ts';

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
  readonly #projection: Projection<CasCompte>;
  #job: Promise<void> | null = null;
  #turn = 0;

  constructor(store: Store) {
    this.#store = store;
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
    const opening = await openingOf(this.#store, opened, lines);
    const faits = standingLines(lines);
    const histoire = replay(procedure, opening, faits);
    const moments = momentsOf({ procedure, jour: opening.jour, histoire, faits });
    return { numero, parcours, procedure: nameOf(procedure), moments };
  }
}

/** What marks how far a dossier has come: that it is opened, then what facts of its journal say. */
export type Jalon = 'ouvert' | JalonDit;

/** Where a certificate stands whose notice is reached, or whose revocation is to be decided. */
const TO_RENEW = ['renouvellement.du', 'alerte.aDecider'];

/** What figures are made by: one more whenever cases are counted otherwise. */
const MOMENTS = JSON.stringify([2, ...procedures.map(nameOf)]);

/** A case whole, as it was replayed from the day `jour` (YYYY-MM-DD) of its opening. */
interface Replayed {
  procedure: Procedure;
  jour: string;
  histoire: Histoire;
  /** What stands of its journal. */
  faits: readonly { type: string; date: string; saisie: string | null }[];
}

/** « public-ght@1 » */
export function nameOf({ id, version }: Pick<Procedure, 'id' | 'version'>): string {
  return `${id}@${version}`;
}

/** All that a case did; where a certificate hears its dossier alone, the dossier is what is counted. */
function momentsOf(replayed: Replayed): Moment[] {
  const { procedure, histoire } = replayed;
  const lasting = procedure.statut(histoire.snapshot.value) === 'abandonne' ? 'suspendu' : 'sejour';
  const own = histoire.sejours.filter(({ etat }) => !isHeard(procedure, etat));
  const sejours = own.map(({ etat, entree, sortie }): Moment => {
    return { quoi: sortie === null ? lasting : 'sejour', nom: etat, debut: entree, fin: sortie };
  });
  const franchies = histoire.franchies.map(({ transition, date }) => once('transition', transition, date));
  return [...sejours, ...franchies, ...marksOf(replayed), ...returnsOf(replayed), ...endOf(replayed)];
}

function once(quoi: Moment['quoi'], nom: string, debut: string): Moment {
  return { quoi, nom, debut, fin: null };
}

/** The first time that a dossier reached each mark, and what it is now. */
function marksOf({ procedure, jour, histoire, faits }: Replayed): Moment[] {
  if (procedure.genre !== 'dossier') return [];
  const reached = new Map<string, string>();
  for (const { type, date } of faits) {
    const jalon = procedure.facts[type]?.jalon;
    const known = jalon && reached.get(jalon);
    if (jalon && (!known || date < known)) reached.set(jalon, date);
  }
  const marks = [...reached].map(([nom, date]) => once('jalon', nom, date));
  const statut = procedure.statut(histoire.snapshot.value);
  return [once('statut', statut, jour), once('jalon', 'ouvert' satisfies Jalon, jour), ...marks];
}

/** « formulaire413.retourne », then « formulaire413.retourne/illisible » for each reason that it gives by a code. */
function returnsOf({ procedure, faits }: Replayed): Moment[] {
  return faits.flatMap(({ type, date, saisie }) => {
    if ((procedure.facts[type]?.refus ?? null) === null) return [];
    const { motifs = [] } = (saisie === null ? {} : JSON.parse(saisie)) as { motifs?: { code: string }[] };
    const reasons = new Set(motifs.map(({ code }) => `${type}/${code}`));
    return [type, ...reasons].map((nom) => once('retour', nom, date));
  });
}

/** The last day of a certificate in service or withdrawn, and whether it is to be renewed. */
function endOf({ procedure, histoire: { snapshot, depuis } }: Replayed): Moment[] {
  const { fin = null } = snapshot.context as { fin?: string | null };
  if (procedure.genre !== 'certificat' || fin === null || procedure.statut(snapshot.value) === 'clos') return [];
  return [once('fin', TO_RENEW.some((etat) => Object.hasOwn(depuis, etat)) ? 'aRenouveler' : 'enService', fin)];
}
