import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { openPostgresStore, type PostgresOptions } from '../../src/store/postgres/postgres-store.ts';
import type { Store } from '../../src/store/store.ts';

/** The key of the journals of tests. */
export const CLE = 'ab'.repeat(32);

/** A schema that nobody has used. */
export function newSchema(): string {
  return `essai_${randomBytes(6).toString('hex')}`;
}

/** A store of PostgreSQL, new unless a schema is named; only where there is one. */
export function newPostgresStore(options: Partial<PostgresOptions> = {}): Promise<Store> {
  return openPostgresStore({ url: inject('postgres') ?? '', schema: newSchema(), cle: CLE, connexions: 4, ...options });
}
