/** What could not be done yet, by its name: when it is to be tried again, and whether it still is. */
export interface Tries {
  isDue(key: string): boolean;
  /** Whether it is to be tried again. */
  failed(key: string): boolean;
  /** It is not to be done again, even where nothing else says so. */
  done(key: string): void;
  /** Nothing else is there any more. */
  keepOnly(keys: readonly string[]): void;
  /** When something is to be tried again (an instant, in milliseconds, that may be past), infinite for nothing. */
  nextAt(): number;
}

/** Tries that wait so long (milliseconds) one after the other, then are given up; it remembers for as long as it runs. */
export function createTries(delays: readonly number[], now = Date.now): Tries {
  const known = new Map<string, { times: number; notBefore: number }>();
  const never = Number.POSITIVE_INFINITY;
  return {
    isDue: (key) => (known.get(key)?.notBefore ?? 0) <= now(),
    failed(key) {
      const times = (known.get(key)?.times ?? 0) + 1;
      const delay = delays[times - 1];
      known.set(key, { times, notBefore: delay === undefined ? never : now() + delay });
      return delay !== undefined;
    },
    done(key) {
      known.set(key, { times: 0, notBefore: never });
    },
    keepOnly(keys) {
      const there = new Set(keys);
      for (const key of known.keys()) if (!there.has(key)) known.delete(key);
    },
    nextAt: () => Math.min(never, ...[...known.values()].map(({ notBefore }) => notBefore)),
  };
}
