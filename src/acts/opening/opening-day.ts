import { procedures } from '../../../machines/index.ts';
import type { Procedure } from '../../../machines/procedure.ts';
import { dayOf } from '../../days.ts';
import type { Fiche } from '../../engine/fiche.ts';
import { type Standing, standingLines } from '../../engine/history/corrections.ts';
import { isOpening } from '../../engine/history/replay.ts';
import type { RecordedLine, Store } from '../../store/store.ts';

/** A case as its opening is looked for. */
interface Opened {
  procedure: Procedure;
  parentId: string | null;
  fiche: Fiche;
  /** ISO instant. */
  ouvertLe: string;
}

const PAGE = 1_000;

/** What a case was opened with, and when; a certificate is opened by a fact of the one it replaces, or of its dossier. */
export async function openingOf(
  store: Store,
  { procedure, fiche, ouvertLe, parentId }: Opened,
  lines: readonly RecordedLine[],
): Promise<{ fiche: object; jour: string }> {
  const [first] = lines;
  if (first && isOpening(procedure, first.type))
    return { fiche: first.saisie === null ? fiche : JSON.parse(first.saisie), jour: first.date };
  for (const id of [fiche.remplace, parentId]) {
    const around = id ? await journalOf(store, id) : [];
    const cause = around.find(({ enregistreLe, type }) => enregistreLe === ouvertLe && opens(type, procedure.id));
    if (cause) return { fiche, jour: cause.date };
  }
  return { fiche, jour: dayOf(new Date(ouvertLe)) };
}

function opens(type: string, id: string): boolean {
  return procedures.some(({ ouvre }) => ouvre[type] === id);
}

/** What stands of the journal of a case, its corrections read. */
export async function factsOf(store: Store, id: string): Promise<Standing<RecordedLine>[]> {
  return standingLines(await journalOf(store, id));
}

/** The whole journal of a case. */
export async function journalOf(store: Store, id: string): Promise<RecordedLine[]> {
  const lines: RecordedLine[] = [];
  for (;;) {
    const page = await store.journal(id, lines.at(-1)?.rang ?? 0, PAGE);
    lines.push(...page);
    if (page.length < PAGE) return lines;
  }
}
