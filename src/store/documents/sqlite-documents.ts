import Database from 'better-sqlite3';
import { type DocumentStore, imprintOf, intact } from './documents.ts';

const SCHEMA = 'CREATE TABLE IF NOT EXISTS document (empreinte TEXT PRIMARY KEY, octets BLOB NOT NULL) STRICT';

/** Documents in an SQLite file of their own: acts never wait for their bytes. */
export function sqliteDocuments(file: string): DocumentStore {
  const db = new Database(file);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('busy_timeout = 250');
  db.exec(SCHEMA);
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
    remove: promised((empreinte: string) => void remove.run(empreinte)),
    close: promised(() => void db.close()),
  };
}
