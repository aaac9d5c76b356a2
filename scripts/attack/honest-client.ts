import type { Reached } from '../bench/service.ts';

const EVERY_MS = 20;
/** What an honest client is owed on a quiet machine, in milliseconds; on a busy one, so many times what it waits when nobody attacks. */
const OWED = { median: 250, p95: 1_500 };
const TIMES = 20;

/** How long an honest client waited for each of its answers, in milliseconds; and those that were not 200. */
export interface Waits {
  ms: number[];
  failed: string[];
}

/**
 * Asks every 20 ms for as long as that, whether answers come or not: a service that stalls makes all that should have been asked
 * meanwhile late, not one request alone.
 */
export async function waitsOf({ url, headers }: Reached, path: string, forMs: number): Promise<Waits> {
  const waits: Waits = { ms: [], failed: [] };
  const asked: Promise<void>[] = [];
  const start = performance.now();
  for (let due = 0; due < forMs; due += EVERY_MS) {
    const early = start + due - performance.now();
    if (early > 0) await new Promise((done) => setTimeout(done, early));
    asked.push(ask(start + due));
  }
  await Promise.all(asked);
  return waits;

  async function ask(since: number): Promise<void> {
    try {
      const response = await fetchAgain(`${url}${path}`, { headers });
      await response.arrayBuffer();
      waits.ms.push(performance.now() - since);
      if (response.status !== 200) waits.failed.push(`${response.status}`);
    } catch {
      waits.failed.push('coupée');
    }
  }
}

/** Asks once more when the line is cut: whoever keeps lines open may meet a service that closes them as it asks. */
export function fetchAgain(url: string, init: RequestInit): Promise<Response> {
  return fetch(url, init).catch(() => fetch(url, init));
}

/** How it was served worse than it is owed, who waited `before` when nobody attacked. */
export function lateness({ ms, failed }: Waits, before: Waits): string[] {
  const [median, p95] = [quantile(ms, 0.5), quantile(ms, 0.95)];
  const isLate = {
    median: median > Math.max(OWED.median, TIMES * quantile(before.ms, 0.5)),
    p95: p95 > Math.max(OWED.p95, TIMES * quantile(before.ms, 0.95)),
  };
  const unserved = `${failed.length} demandes honnêtes sans réponse 200 (${[...new Set(failed)].join(', ')})`;
  return [
    ...(failed.length > 0 ? [unserved] : []),
    ...(isLate.median ? [`le client honnête attend ${median} ms en médiane`] : []),
    ...(isLate.p95 ? [`le client honnête attend ${p95} ms au 95e centile`] : []),
  ];
}

/** « 3 ms, 12 ms au 95e centile ». */
export function told({ ms }: Waits): string {
  return `${quantile(ms, 0.5)} ms en médiane, ${quantile(ms, 0.95)} au 95e centile`;
}

/** The value below which that part of them is. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN);
}
