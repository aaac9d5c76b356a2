import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { copyInto } from '../sqlite/file/copy.ts';
import { keepPrivate } from '../sqlite/file/database.ts';
import { type DocumentStore, imprintOf, intact } from './documents.ts';

const SCHEMA = 'CREATE TABLE IF NOT EXISTS document (empreinte TEXT PRIMARY KEY, octets BLOB NOT NULL) STRICT';

const timeout = 250;

/** The file of the documents of an SQLite base. */
export function fileBeside(base: string): string {
  return `${base}.documents`;
}

/**
 * Documents in an SQLite file of their own, which its owner alone reads: acts never wait for their bytes. What is removed is written over with
 * zeros, and is not left in the log.
 */
export function sqliteDocuments(file: string): DocumentStore {
  keepPrivate(file);
  const db = new Database(file, { timeout });
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('secure_delete = ON');
  db.exec(SCHEMA);
  return documentsIn(db);
}

/** The same beside the process that may be writing them. */
export function readonlyDocuments(file: string): DocumentStore {
  return documentsIn(new Database(file, { readonly: true, timeout }));
}

/** The documents beside a base as they are now, copied beside another; nothing where there are none. */
export function copyDocuments(base: string, to: string): void {
  if (!existsSync(fileBeside(base))) return;
  const db = new Database(fileBeside(base), { readonly: true, timeout });
  try {
    copyInto(db, fileBeside(to));
  } finally {
    db.close();
  }
}

function documentsIn(db: Database.Database): DocumentStore {
  const put = db.prepare<[string, Buffer]>('INSERT INTO document VALUES (?, ?) ON CONFLICT DO NOTHING');
  const get = db.prepare<[string], { octets: Buffer }>('SELECT octets FROM document WHERE empreinte = ?');
  const has = db.prepare<[string]>('SELECT 1 FROM document WHERE empreinte = ?');
  const remove = db.prepare<[string]>('DELETE FROM document WHERE empreinte = ?');
  /** What SQLite answers at once, as the port promises it: what it throws is a promise that fails. */
  const promised =
    <Args extends unknown[], Answer>(answer: (...args: Args) => Answer) =>
    async (...args: Args): Promise<Answer> =>
      await answer(...args);
  return {
    put: promised((bytes: Buffer) => {
      const empreinte = imprintOf(bytes);
      put.run(empreinte, bytes);
      return empreinte;
    }),
    get: promised((empreinte: string) => {
      const found = get.get(empreinte);
      return found ? intact(found.octets, empreinte) : null;
    }),
    has: promised((empreinte: string) => has.get(empreinte) !== undefined),
    remove: promised((empreinte: string) => {
      if (remove.run(empreinte).changes > 0) db.pragma('wal_checkpoint(TRUNCATE)');
    }),
    close: promised(() => void db.close()),
  };
}
