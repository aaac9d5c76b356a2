import { describe, inject } from 'vitest';
import { NO_POSTGRES } from './start.ts';

/** Whether this run is about PostgreSQL, and there is one. */
export const isPostgres = (inject('postgres') ?? null) !== null;

/** What needs a PostgreSQL; skipped, and why, where none is to be had. */
export function withPostgres(name: string, tests: () => void): void {
  describe.skipIf(!isPostgres)(isPostgres ? name : `${name} (${NO_POSTGRES})`, tests);
}
