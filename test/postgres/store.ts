import { createHash, randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { folderDocuments } from '../../src/store/documents/folder-documents.ts';
import type { GenreDeLieu, Places } from '../../src/store/places.ts';
import { postgresPlaces } from '../../src/store/postgres/places.ts';
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
  const { schema = newSchema() } = options;
  const documents = folderDocuments(join(tmpdir(), `documents-${schema}`));
  const own = { url: inject('postgres') ?? '', schema, cle: CLE, connexions: 4, documents };
  return openPostgresStore({ ...own, ...options });
}

/** Places of a node, the same for the same name; only where there is a PostgreSQL. */
export function newPostgresPlaces(name: string, genre: GenreDeLieu = 'bac-a-sable'): Places {
  return postgresPlaces({ url: inject('postgres') ?? '', schema: schemaOf(name), genre, cle: CLE });
}

/** Beside which those places are. */
export function schemaOf(name: string): string {
  return `essai_${createHash('sha256').update(name).digest('hex').slice(0, 12)}`;
}
