import { dayOf } from '../../days.ts';
import { readView, sharedView } from '../../engine/answers/view.ts';
import { ok } from '../../result.ts';
import type { StoredRow } from '../../store/store.ts';
import type { Desk } from '../act.ts';
import { view } from './view.ts';

/** What stands first: the step that the shortest path asks for, who owes it, how many acts are left at least; null for none. */
export interface Summary {
  etape: string | null;
  acteur: string | null;
  restant: number | null;
}

const KEPT = 20_000;
const summaries = new Map<string, Summary>();

/** The summary of a row’s next steps; read once for all rows whose views are of a kind, which takes 5 µs instead of 150. */
export async function summarize(desk: Desk, row: StoredRow): Promise<Summary> {
  const kind = sharedView(row.vue)?.kind ?? null;
  const known = kind === null ? undefined : summaries.get(kind);
  if (known) return known;
  const summary = await readSummary(desk, row);
  if (summaries.size >= KEPT) summaries.clear();
  if (kind !== null && summary) summaries.set(kind, summary);
  return summary ?? { etape: null, acteur: null, restant: null };
}

async function readSummary(desk: Desk, { genre, id, vue }: StoredRow): Promise<Summary | null> {
  const kept = readView(vue, dayOf(desk.clock()));
  const found = kept === null ? await view(desk, { genre, id }) : ok({ vue: kept });
  if (!found.ok) return null;
  const { etapes, restant } = found.value.vue.suite;
  const next = restant.etapes[0]?.type;
  const etape = etapes.find(({ faits }) => faits.some(({ type }) => type === next));
  return { etape: etape?.libelle ?? null, acteur: etape?.acteurLibelle ?? null, restant: restant.minimum };
}
