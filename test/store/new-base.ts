import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import type { Store } from '../../src/store/store.ts';
import { isPostgres } from '../postgres/engine.ts';
import { newPostgresStore, newSchema } from '../postgres/store.ts';
import { newFile } from './database-file.ts';

/** A new base of the engine that this run is about, opened as often as one likes, on SQLite once closed. */
export function newBase(): () => Promise<Store> {
  if (isPostgres) {
    const schema = newSchema();
    return () => newPostgresStore({ schema });
  }
  const file = newFile();
  return () => Promise.resolve(openSqliteStore({ file, copieAPart: false }));
}

/** The store of a new base. */
export function newStore(): Promise<Store> {
  return newBase()();
}
