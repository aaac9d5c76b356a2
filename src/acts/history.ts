import { procedures } from '../../machines/index.ts';
import { type Histoire, isOpening, replay } from '../engine/history/replay.ts';
import type { Instance } from '../engine/instance.ts';
import { err, ok, type Result } from '../engine/refusal.ts';
import type { RecordedLine, Store } from '../store/store.ts';
import type { Desk } from './act.ts';
import { dayOf } from './calendar.ts';
import { type Cible, findCase } from './record.ts';

/** A case and what became of it, on a day that has passed or now. */
export interface CaseHistory {
  instance: Instance;
  histoire: Histoire;
  /** The last fact that was replayed, YYYY-MM-DD. */
  dernier: string;
  /** The journal no longer leads to the state that is kept: what was erased decided of it. */
  diverge: boolean;
}

const PAGE = 1_000;

/** Replays the journal of a case, up to the end of the day `le` (YYYY-MM-DD) if it is told. */
export async function history(desk: Desk, cible: Cible, le: string | null): Promise<Result<CaseHistory>> {
  const found = await findCase(desk, cible);
  if (!found.ok) return found;
  const instance = found.value.cible;
  const lines = await journalOf(desk.store, instance.id);
  const opening = await openingOf(desk.store, instance, lines);
  const earliest = lines.reduce((first, { date }) => (date < first ? date : first), opening.jour);
  const wrong = wrongDay(le, earliest, dayOf(desk.clock()));
  if (wrong) return err({ code: 'saisie-invalide', erreurs: [{ pointeur: '/le', message: wrong }] });
  const histoire = replay(instance.procedure, opening, lines, le);
  const told = lines.filter(({ date }) => le === null || date <= le);
  return ok({ instance, dernier: told.at(-1)?.date ?? opening.jour, ...settled(instance, histoire, le) });
}

/** Now, a case stands where it is kept, whatever its journal still says. */
function settled({ snapshot, depuis }: Instance, histoire: Histoire, le: string | null) {
  const diverge = le === null && JSON.stringify(histoire.snapshot.value) !== JSON.stringify(snapshot.value);
  return { diverge, histoire: le === null ? { ...histoire, snapshot, depuis } : histoire };
}

function wrongDay(le: string | null, premier: string, jour: string): string | null {
  if (le !== null && le < premier) return `Rien n’est enregistré avant le ${premier} : demandez ce jour ou après.`;
  return le !== null && le > jour ? `Ce jour n’est pas encore passé : le ${jour} au plus tard.` : null;
}

/** What an instance was opened with, and when; a certificate is opened by a fact of its dossier, or of the one it replaces. */
async function openingOf(store: Store, instance: Instance, lines: readonly RecordedLine[]) {
  const [first] = lines;
  const { procedure, fiche, ouvertLe, parentId } = instance;
  if (first && isOpening(procedure, first.type))
    return { fiche: first.saisie === null ? fiche : JSON.parse(first.saisie), jour: first.date };
  for (const id of [fiche['remplace'] as string | null, parentId]) {
    const around = id ? await journalOf(store, id) : [];
    const cause = around.find(({ enregistreLe, type }) => enregistreLe === ouvertLe && opens(type, procedure.id));
    if (cause) return { fiche, jour: cause.date };
  }
  return { fiche, jour: dayOf(new Date(ouvertLe)) };
}

function opens(type: string, id: string): boolean {
  return procedures.some(({ ouvre }) => ouvre[type] === id);
}

async function journalOf(store: Store, id: string): Promise<RecordedLine[]> {
  const lines: RecordedLine[] = [];
  for (;;) {
    const page = await store.journal(id, lines.at(-1)?.rang ?? 0, PAGE);
    lines.push(...page);
    if (page.length < PAGE) return lines;
  }
}
