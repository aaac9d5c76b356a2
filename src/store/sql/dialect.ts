import type { Dialect } from './work.ts';

/** What tells SQLite by which way to go, and nothing to others. */
export function hinted(dialect: Dialect, hint: string): string {
  return dialect === 'sqlite' ? hint : '';
}
