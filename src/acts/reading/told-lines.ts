import { type Corrected, correctedLines } from '../../engine/history/corrections.ts';
import type { RecordedLine, Store } from '../../store/store.ts';
import { journalOf } from '../opening/opening-day.ts';

/** A line of the journal as it is told: null while it stands. */
export interface ToldLine extends RecordedLine {
  corrigee: Corrected | null;
}

/** The lines of one case after a rank, oldest first; what corrects one of them may come on a later page. */
export async function toldLines(store: Store, id: string, apres: number, limite: number): Promise<ToldLine[]> {
  const lines = await store.journal(id, apres, limite);
  const all = apres === 0 && lines.length < limite ? lines : await journalOf(store, id);
  const corrected = correctedLines(all);
  return lines.map((line) => ({ ...line, corrigee: corrected.get(line.rang) ?? null }));
}
