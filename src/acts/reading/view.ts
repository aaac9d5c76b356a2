import { dayOf } from '../../days.ts';
import { keepView, readView, type StepsView } from '../../engine/answers/view.ts';
import { err, ok, type Result } from '../../engine/refusal.ts';
import type { Desk } from '../act.ts';
import { type Cible, findCase } from '../family.ts';

/** What is next for a case: one indexed read, unless its state has not been met since the start. */
export async function view(desk: Desk, { genre, id }: Cible): Promise<Result<{ version: number; vue: StepsView }>> {
  const found = await desk.store.view(id);
  if (found?.genre !== genre) return err({ code: 'introuvable', objet: genre, id });
  const jour = dayOf(desk.clock());
  const vue = readView(found.vue, jour);
  if (vue !== null) return ok({ version: found.version, vue });

  const remembered = desk.memory.recall(id);
  if (remembered && remembered.cible.version !== found.version) desk.memory.forget(remembered.family);
  const read = await findCase(desk, { genre, id });
  if (!read.ok) return read;
  const { family, cible } = read.value;
  return ok({ version: cible.version, vue: readView(keepView(family, cible, jour), jour) as StepsView });
}

/** How long to wait, in milliseconds, and what cuts the wait short. */
export interface Wait {
  attendreMs: number;
  signal: AbortSignal;
}

/** The view once the case is beyond `version`, or as it is when the wait is over; looked at after each commit, never in between. */
export async function viewAfter(
  desk: Desk,
  cible: Cible,
  version: number,
  { attendreMs, signal }: Wait,
): ReturnType<typeof view> {
  const over = AbortSignal.any([signal, AbortSignal.timeout(attendreMs)]);
  for (;;) {
    const committed = nextCommit(desk.store, over);
    const kept = await desk.store.view(cible.id);
    if (!kept || kept.version > version || over.aborted) {
      committed.forget();
      return view(desk, cible);
    }
    await committed.heard;
  }
}

/** Heard at the next commit, or when the wait is over. */
function nextCommit(store: Desk['store'], over: AbortSignal) {
  const { promise, resolve } = Promise.withResolvers<void>();
  const hear = () => resolve();
  const unlisten = store.onCommit(hear);
  over.addEventListener('abort', hear);
  const forget = () => {
    unlisten();
    over.removeEventListener('abort', hear);
  };
  return { heard: promise.finally(forget), forget };
}
