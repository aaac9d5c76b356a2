import type { RecordedLine } from './store.ts';

/** How many rows of a procedure stand in a state, by their statut. */
export interface Occupation {
  /** The path of a leaf. */
  etat: string;
  statut: string;
  effectif: number;
}

/** The journal of every row at once, and where all of them stand. */
export interface HistoryStore {
  /** Lines after a rank, in their order. */
  lines(apres: number, limite: number): Promise<RecordedLine[]>;
  /** Where the rows of a procedure stand now. */
  occupation(procedure: string, version: number): Promise<Occupation[]>;
}
