import type { Genre } from './store.ts';

/** Which dossiers a reader sees: all, or those delegated to an éditeur on a day (YYYY-MM-DD), with their certificates. */
export type VisibleDossiers = 'tous' | { delegueA: { editeurId: string; jour: string } };

/** What a reader wants: some types of facts (null for all), of the dossiers that it may see. */
export interface EventFilter {
  types: readonly string[] | null;
  dossiers: VisibleDossiers;
  /** Only these ids, and what stands under them. */
  parmiDossiers?: readonly string[] | undefined;
  /** Only the dossiers of these procedures, and their certificates. */
  parmiProcedures?: readonly string[] | undefined;
}

/** A line of the journal, a delegation or the end of a key as it may leave: no author, and none of the fact's own fields. */
export interface EventLine {
  /** Its place among all events: that of the line in the journal, and how many events that are none were told before it. */
  rang: number;
  /** The case, or the key. */
  instanceId: string;
  genre: Genre | 'cle';
  /** The groupement of a dossier, the dossier of a certificate. */
  parentId: string | null;
  procedure: string;
  procedureVersion: number;
  type: string;
  date: string;
  enregistreLe: string;
  /** Of a delegation or a key, whose it is. */
  editeurId?: string | null;
}

/** Lines in the order of the journal; every line up to `jusqua` was looked at, which may be further than the last one given. */
interface EventPage {
  lignes: EventLine[];
  jusqua: number;
}

/** The journal, delegations and the end of keys, read as events: since `rang` has no gap and is given in the commit, nothing appears before what was read. */
export interface EventStore {
  /** Looks at a bounded number of lines: an empty page whose `jusqua` is below `last()` is not the end. */
  after(rang: number, limite: number, filter: EventFilter): Promise<EventPage>;
  /** Null for a line that does not exist or may not be seen. */
  one(rang: number, dossiers: VisibleDossiers): Promise<EventLine | null>;
  /** The rang of the last line, 0 for none. */
  last(): Promise<number>;
  /** The rang of the last line recorded before an instant (ISO), 0 for none. */
  lastBefore(instant: string): Promise<number>;
}
