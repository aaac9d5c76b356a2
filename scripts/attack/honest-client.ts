import type { Reached } from '../bench/service.ts';

const EVERY_MS = 20;
/** What an honest client is owed whatever the others do, on a machine that others may use: a quiet one does far better. */
const MEDIAN_MS = 500;
const P95_MS = 5_000;

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
      const response = await fetch(`${url}${path}`, { headers });
      await response.arrayBuffer();
      waits.ms.push(performance.now() - since);
      if (response.status !== 200) waits.failed.push(`${response.status}`);
    } catch {
      waits.failed.push('coupée');
    }
  }
}

/** What of it is not owed to an honest client. */
export function lateness({ ms, failed }: Waits): string[] {
  const [median, p95] = [quantile(ms, 0.5), quantile(ms, 0.95)];
  return [
    ...(failed.length > 0
      ? [`${failed.length} demandes honnêtes sans réponse 200 (${[...new Set(failed)].join(', ')})`]
      : []),
    ...(median > MEDIAN_MS ? [`le client honnête attend ${median} ms en médiane`] : []),
    ...(p95 > P95_MS ? [`le client honnête attend ${p95} ms au 95e centile`] : []),
  ];
}

/** « 3 ms, 12 ms au 95e centile ». */
export function told({ ms }: Waits): string {
  return `${quantile(ms, 0.5)} ms en médiane, ${quantile(ms, 0.95)} au 95e centile`;
}

function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN);
}
