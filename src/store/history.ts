import type { RecordedLine } from './store.ts';

/** A row as it was opened. */
export interface Kept {
  /** Increases from row to row, parents before children. */
  numero: number;
  id: string;
  parentId: string | null;
  procedure: string;
  procedureVersion: number;
  /** JSON text. */
  fiche: string;
  ouvertLe: string;
}

/** The journal of every row at once, and where all of them stand. */
export interface HistoryStore {
  /** Rows after a number, in their order. */
  instancesApres(numero: number, limite: number): Promise<Kept[]>;
  /** Those of these ids that there are, in their order. */
  instances(ids: readonly string[]): Promise<Kept[]>;
  /** The number of the last row, 0 for none. */
  derniere(): Promise<number>;
  /** What was kept of the measures, which follow from the rest; null where nothing is. */
  lireMesures(): Promise<Buffer | null>;
  /** Keeps it instead of what was, if it can: what is lost is read again from the journal. */
  garderMesures(parts: readonly Uint8Array[]): Promise<void>;
  /** Lines after a rank, in their order. */
  lines(apres: number, limite: number): Promise<RecordedLine[]>;
}
