import { keepView, readView } from '../../engine/answers/view-text.ts';
import { members } from '../../engine/decide.ts';
import { err, ok, type Result } from '../../engine/refusal.ts';
import type { Desk } from '../act.ts';
import { dayOf } from '../calendar.ts';
import type { Cible } from '../record.ts';
import { toFamily } from '../rows.ts';

/** What is next for a case, as it is sent: one indexed read, unless its state has not been met since the start. */
export async function view(
  { store, clock }: Desk,
  { genre, id }: Cible,
): Promise<Result<{ version: number; vue: string }>> {
  const found = await store.view(id);
  if (found?.genre !== genre) return err({ code: 'introuvable', objet: genre, id });
  const jour = dayOf(clock());
  const vue = readView(found.vue, jour);
  if (vue !== null) return ok({ version: found.version, vue });

  const stored = await store.family(id);
  const family = stored && toFamily(stored);
  if (!family) return err({ code: 'introuvable', objet: genre, id });
  if (!family.ok) return family;
  const instance = members(family.value).find((member) => member.id === id);
  if (!instance) throw new Error(`${id} is not of its own family`);
  return ok({ version: instance.version, vue: readView(keepView(family.value, instance, jour), jour) ?? '' });
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
