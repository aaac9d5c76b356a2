import type { Jalon as JalonDit } from '../../../machines/event.ts';
import { findFact } from '../../../machines/index.ts';
import type { Procedure } from '../../../machines/procedure.ts';
import type { Histoire } from '../../engine/history/replay.ts';
import { longs, Names, shorts } from './columns.ts';
import { dayNumber, NEVER } from './days.ts';
import { Rows } from './rows.ts';

/** What marks how far a dossier has come, once it is opened. */
export const jalons = ['ouvert', 'transmis', 'habilite', 'enService'] as const satisfies ('ouvert' | JalonDit)[];
export type Jalon = (typeof jalons)[number];

/** A case whole, as it was replayed. */
export interface Counted {
  id: string;
  parentId: string | null;
  procedure: Procedure;
  jour: string;
  histoire: Histoire;
  /** What stands of its journal. */
  faits: readonly { type: string; date: string; saisie: string | null }[];
}

/** What a case may be, in the order of the numbers that its column holds. */
export const STATUTS = ['enCours', 'enService', 'abandonne', 'clos'] as const;
type Statut = (typeof STATUTS)[number];
/** How a case that is abandoned is told in its column. */
export const ABANDONNE = STATUTS.indexOf('abandonne');

/** What every case did, as numbers in columns: a hundred thousand dossiers are looked through in some milliseconds. */
export class Ledger {
  readonly procedures = new Names();
  /** « public-ght@1/contrat.actif » */
  readonly etats = new Names();
  readonly transitions = new Names();
  readonly motifs = new Names();
  /** By the id of a case, its rank below. */
  readonly cases = new Names();
  readonly procedure = shorts();
  /** One more than the rank of the case above; 0 for none. */
  readonly parent = longs();
  readonly statut = shorts();
  /** The last day of a certificate. */
  readonly fin = shorts();
  /** The first time that each was reached. */
  readonly jalons: Readonly<Record<Jalon, ReturnType<typeof shorts>>> = {
    ouvert: shorts(),
    transmis: shorts(),
    habilite: shorts(),
    enService: shorts(),
  };
  readonly sejours = new Rows();
  readonly passages = new Rows();
  readonly retours = new Rows();

  /** Counts a case, instead of what was counted of it. */
  count(counted: Counted): void {
    const { procedure, histoire } = counted;
    const rank = this.cases.rankOf(counted.id);
    this.procedure.set(rank, this.procedures.rankOf(nameOf(procedure)));
    this.parent.set(rank, this.#parentOf(counted.parentId));
    this.statut.set(rank, STATUTS.indexOf(procedure.statut(histoire.snapshot.value)));
    const { fin = null } = histoire.snapshot.context as { fin?: string | null };
    this.fin.set(rank, fin === null || procedure.genre !== 'certificat' ? NEVER : dayNumber(fin));
    this.#countJalons(rank, counted);
    this.#countRows(rank, counted);
  }

  isStatut(rank: number, statut: Statut): boolean {
    return STATUTS[this.statut.at(rank)] === statut;
  }

  #parentOf(parentId: string | null): number {
    const known = parentId === null ? undefined : this.cases.find(parentId);
    return known === undefined ? 0 : known + 1;
  }

  #countJalons(rank: number, { jour, faits }: Counted): void {
    for (const jalon of jalons) {
      const reached = faits.filter(({ type }) => findFact(type)?.jalon === jalon).map(({ date }) => date);
      const [first] = jalon === 'ouvert' ? [jour] : reached.sort();
      this.jalons[jalon].set(rank, first === undefined ? NEVER : dayNumber(first));
    }
  }

  #countRows(rank: number, { procedure, histoire: { sejours, franchies }, faits }: Counted): void {
    const name = nameOf(procedure);
    for (const rows of [this.sejours, this.passages, this.retours]) rows.forget(rank);
    for (const { etat, entree, sortie } of sejours) {
      const etatRank = this.etats.rankOf(`${name}/${etat}`);
      this.sejours.add(rank, etatRank, [dayNumber(entree), sortie === null ? NEVER : dayNumber(sortie)]);
    }
    for (const { transition, date } of franchies) {
      const day = dayNumber(date);
      this.passages.add(rank, this.transitions.rankOf(`${name}/${transition}`), [day, day]);
    }
    for (const { type, date, saisie } of faits) {
      const day = dayNumber(date);
      for (const motif of motifsOf(type, saisie)) this.retours.add(rank, this.motifs.rankOf(motif), [day, day]);
    }
  }
}

/** « public-ght@1 » */
export function nameOf({ id, version }: Pick<Procedure, 'id' | 'version'>): string {
  return `${id}@${version}`;
}

/** « formulaire413.retourne », then « formulaire413.retourne/illisible » for each reason that it gives by a code. */
function motifsOf(type: string, saisie: string | null): string[] {
  if ((findFact(type)?.refus ?? null) === null) return [];
  const { motifs = [] } = (saisie === null ? {} : JSON.parse(saisie)) as { motifs?: { code: string }[] };
  return [type, ...new Set(motifs.map(({ code }) => `${type}/${code}`))];
}
