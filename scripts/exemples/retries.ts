import { setTimeout } from 'node:timers/promises';

const TRIES = 5;
const FIRST_DELAY_MS = 200;
const LONGEST_DELAY_MS = 60_000;

/** An answer, read to its end. */
export interface Sent {
  response: Response;
  text: string;
}

/** Sends the request once; rejects when the line was cut before the end of the answer. */
export type Attempt = () => Promise<Sent>;

/** `isSafe` when sending twice does no more than sending once. */
interface Rules {
  isSafe: boolean;
  signal: AbortSignal | undefined;
}

/**
 * Tries until there is an answer that settles the matter. A 5xx or a cut line settles nothing: what may be sent twice is sent again,
 * later and later. After 429, nothing was done: it is always sent again. Null when no answer came; throws when `signal` says stop.
 */
export async function retry(attempt: Attempt, { isSafe, signal }: Rules): Promise<Sent | null> {
  for (let rank = 1; ; rank++) {
    const sent = await attempt().catch(() => null);
    signal?.throwIfAborted();
    const isSettled = sent !== null && sent.response.status < 500 && sent.response.status !== 429;
    if (isSettled || rank === TRIES || !(isSafe || sent?.response.status === 429)) return sent;
    await setTimeout(delayBefore(rank, sent), undefined, { ...(signal && { signal }) });
  }
}

/** What the service asks, or twice as long each time, with some chance so that clients do not come back together. */
function delayBefore(rank: number, sent: Sent | null): number {
  const asked = Number(sent?.response.headers.get('retry-after') ?? Number.NaN) * 1000;
  const own = FIRST_DELAY_MS * 2 ** (rank - 1) * (0.5 + Math.random());
  return Math.min(Number.isFinite(asked) ? Math.max(asked, own) : own, LONGEST_DELAY_MS);
}
