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

/** How many answers to what changed nothing are kept a day for one author: asked again, such a request is refused again. */
const REFUSALS_A_DAY = 10_000;
const kept = new WeakMap<Desk['store'], { jour: string; parAuteur: Map<string, number> }>();

/** Keeps the answer to a request that changed nothing; beyond some thousands a day of one author, does not. */
export async function keepAnswer({ store, clock }: Desk, answer: Omit<KeptAnswer, 'le'>): Promise<void> {
  const jour = clock().toISOString().slice(0, 10);
  const known = kept.get(store);
  const today = known?.jour === jour ? known : { jour, parAuteur: new Map<string, number>() };
  const before = today.parAuteur.get(answer.auteur) ?? 0;
  kept.set(store, today);
  if (before >= REFUSALS_A_DAY) return;
  today.parAuteur.set(answer.auteur, before + 1);
  await store.commit([], { ...answer, le: clock().toISOString() });
}

/** Forgets the requests that are no longer recognised; gives how many. */
export function forgetOldRequests({ store, clock }: Desk): Promise<number> {
  return store.forgetAnswers(new Date(clock().getTime() - KEPT_DAYS * DAY_MS).toISOString());
}
