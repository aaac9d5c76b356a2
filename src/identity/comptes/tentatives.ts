import { err, ok, type Result } from '../../result.ts';
import type { Tentative } from '../../store/identities.ts';
import type { IdentityRefusal } from '../refusal.ts';
import type { Registre } from '../registre.ts';
import { imprint } from './tokens.ts';

const ESSAIS = 5;
const PREMIER_BLOCAGE_MS = 15 * 60_000;
const PLUS_LONG_BLOCAGE_MS = 24 * 3_600_000;

/** Attempts are forgotten after so long without any: longer than the longest block. */
export const OUBLI_MS = 2 * PLUS_LONG_BLOCAGE_MS;

/** What the attempts of an e-mail are kept under. */
export function attemptsOf(courriel: string): string {
  return imprint(`tentative:${courriel}`);
}

/**
 * Counts one more attempt, before it is judged, so that a hundred at once are not free. Each fifth without success blocks for 15
 * minutes, then twice as long each time, 24 hours at most, whether the e-mail has an account or not.
 */
export async function takeAttempt(
  { store, clock }: Registre,
  courriel: string,
): Promise<Result<null, IdentityRefusal>> {
  const cle = attemptsOf(courriel);
  const now = clock();
  for (;;) {
    const known = await store.tentative(cle);
    const jusqua = known?.bloqueJusqua ?? null;
    if (jusqua !== null && now.toISOString() < jusqua) return err({ code: 'trop-de-tentatives', jusqua });
    if (await store.replaceTentative(cle, known, oneMore(known, now))) return ok(null);
  }
}

function oneMore(known: Tentative | null, now: Date): Tentative {
  const isRecent = known !== null && now.getTime() - Date.parse(known.derniereLe) < OUBLI_MS;
  const echecs = isRecent ? known.echecs + 1 : 1;
  const blocage = Math.min(PREMIER_BLOCAGE_MS * 2 ** (echecs / ESSAIS - 1), PLUS_LONG_BLOCAGE_MS);
  const bloqueJusqua = echecs % ESSAIS === 0 ? new Date(now.getTime() + blocage).toISOString() : null;
  return { echecs, derniereLe: now.toISOString(), bloqueJusqua };
}
