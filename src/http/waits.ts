/** How many requests may wait at once: each looks again at every commit. */
const AT_MOST = 500;
let waiting = 0;

/** Runs what waits `attendreMs` at most, or answers at once when too many already wait. */
export async function holding<T>(attendreMs: number, run: (attendreMs: number) => Promise<T>): Promise<T> {
  if (attendreMs === 0 || waiting >= AT_MOST) return run(0);
  waiting += 1;
  try {
    return await run(attendreMs);
  } finally {
    waiting -= 1;
  }
}
