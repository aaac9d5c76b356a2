import { DAY_MS } from '../days.ts';
import { err, ok, type Result } from '../engine/refusal.ts';
import type { KeptAnswer } from '../store/store.ts';
import type { Desk } from './act.ts';

/** How long a request is recognised. */
const KEPT_DAYS = 7;

/** What was answered to that request, as JSON, with the receipt of what was done; null when it is new, a refusal when its key served another. */
export async function answerTo(
  { store }: Desk,
  { auteur, cle, empreinte }: Pick<KeptAnswer, 'auteur' | 'cle' | 'empreinte'>,
): Promise<Result<(Pick<KeptAnswer, 'reponse'> & { recu: string | null }) | null>> {
  const kept = await store.answerTo(auteur, cle);
  if (kept && kept.empreinte !== empreinte) return err({ code: 'cle-deja-utilisee', cle });
  return ok(kept);
}

/** Keeps the answer to a request that changed nothing. */
export async function keepAnswer({ store, clock }: Desk, answer: Omit<KeptAnswer, 'le'>): Promise<void> {
  await store.commit([], { ...answer, le: clock().toISOString() });
}

/** Forgets the requests that are no longer recognised; gives how many. */
export function forgetOldRequests({ store, clock }: Desk): Promise<number> {
  return store.forgetAnswers(new Date(clock().getTime() - KEPT_DAYS * DAY_MS).toISOString());
}
