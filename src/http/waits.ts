/** How many requests may wait at once: each looks again at every commit. */
const AT_MOST = 500;
/** How many of them each identity has. */
const waiting = new Map<string, number>();

/**
 * Runs what waits `attendreMs` at most for `qui`, or answers at once when too many already wait: whoever comes alone has half of all places, and
 * the more there are, the fewer each has, so that a place is left for the next.
 */
export async function holding<T>(
  { qui, attendreMs }: { qui: string; attendreMs: number },
  run: (attendreMs: number) => Promise<T>,
): Promise<T> {
  if (attendreMs === 0 || !mayWait(qui)) return run(0);
  waiting.set(qui, (waiting.get(qui) ?? 0) + 1);
  try {
    return await run(attendreMs);
  } finally {
    const left = (waiting.get(qui) ?? 1) - 1;
    if (left > 0) waiting.set(qui, left);
    else waiting.delete(qui);
  }
}

/** How many requests wait now. */
export function openWaits(): number {
  return waiting.values().reduce((sum, each) => sum + each, 0);
}

function mayWait(qui: string): boolean {
  const mine = waiting.get(qui) ?? 0;
  const identities = waiting.size + (mine === 0 ? 1 : 0);
  return openWaits() < AT_MOST && mine < AT_MOST / (identities + 1);
}
