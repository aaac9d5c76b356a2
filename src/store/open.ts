import type { DocumentStore } from './documents/documents.ts';
import type { GenreDeLieu, Places } from './places.ts';
import { postgresPlaces } from './postgres/places.ts';
import { openPostgresStore, verifyPostgres } from './postgres/postgres-store.ts';
import type { Definition } from './sql/definitions.ts';
import { folderPlaces } from './sqlite/places.ts';
import { openSqliteStore, verifySqliteFile } from './sqlite/sqlite-store.ts';
import { type Against, type Store, StoreOutage, type Verification } from './store.ts';

/** A file that one process writes, or a schema of a PostgreSQL that several may. */
export type Base = { sqlite: string } | { postgres: string; schema: string };

/** How a base is opened. */
interface Opening {
  /** The key of its journal, hexadecimal; a file beside an SQLite base has it where it is not given. */
  cle: string | null;
  definitions?: readonly Definition[];
  /** Whether an SQLite base may begin though the file of its key is there. */
  nouvelle?: boolean;
  /** Where documents are kept: as the base says unless told. */
  documents?: DocumentStore | undefined;
  /** Told how many writes were made together. */
  onBatch?: (size: number) => void;
}

/** The store of a base; a StoreOutage says why it cannot be used, and what to do. */
export async function openStore(base: Base, { cle, nouvelle = false, ...opening }: Opening): Promise<Store> {
  const key = cle === null ? {} : { cle };
  if ('sqlite' in base) return openSqliteStore({ file: base.sqlite, nouvelle, ...key, ...opening });
  return await openPostgresStore({ url: base.postgres, schema: base.schema, aPart: true, ...key, ...opening });
}

/** The places of that kind beside a base: folders beside `fichiers`, or schemas of the same base. */
export function openPlaces(base: Base, genre: GenreDeLieu, own: { cle: string | null; fichiers: string }): Places {
  if ('sqlite' in base) return folderPlaces(`${own.fichiers}.${genre}`);
  return postgresPlaces({ url: base.postgres, schema: base.schema, genre, cle: own.cle ?? undefined });
}

/** Verifies a base beside the service that may be writing it. */
export async function verifyBase(base: Base, cle: string | null, against: Against): Promise<Verification> {
  if ('sqlite' in base) return await verifySqliteFile({ file: base.sqlite, ...(cle && { cle }) }, against);
  return await verifyPostgres({ url: base.postgres, schema: base.schema, ...(cle && { cle }) }, against);
}

/** The file of an SQLite base; throws what says what to do with another. */
export function fileOf(base: Base, sinon: string): string {
  if ('sqlite' in base) return base.sqlite;
  throw new StoreOutage(sinon);
}

/** A base by name, without what opens it. */
export function nameOf(base: Base): string {
  if ('sqlite' in base) return base.sqlite;
  const { host, pathname } = new URL(base.postgres);
  return `${host}${pathname}, schéma ${base.schema}`;
}
