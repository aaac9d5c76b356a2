import type { Database } from 'better-sqlite3';
import type { DocumentStore } from '../documents/documents.ts';
import { besideBase, foundBeside } from '../documents/open.ts';
import { batches } from '../sql/batches.ts';
import { type Definition, holdTo } from '../sql/definitions.ts';
import { readHead } from '../sql/journal-end.ts';
import { freeAll } from '../sql/leases.ts';
import { readReglages } from '../sql/reglages.ts';
import { sqlStore } from '../sql/sql-store.ts';
import { verifyDatabase } from '../sql/verification.ts';
import type { Against, Readiness, Store, Verification } from '../store.ts';
import { sqliteEngine } from './engine.ts';
import { compacted } from './file/compaction.ts';
import {
  openReadable,
  openUnsynced,
  openWritable,
  startCheckpoints,
  type Writable,
  writeNothing,
} from './file/database.ts';
import { closeOnError, orForeign, orOutage } from './file/failure.ts';
import { type KeySource, openJournal, sealsOf } from './journal-key.ts';
import { createWriter } from './writer.ts';

/** Where a store is kept, and where the key of its journal is. */
export interface SqliteOptions extends KeySource {
  file: string;
  /** True unless told: a thread of 20 MB copies the log into the file, which a store of few acts does without. */
  copieAPart?: boolean;
  /** The procedures as they are now: a base written under others is refused. None is looked at unless told. */
  definitions?: readonly Definition[];
  /** Where documents are kept; in a file beside the base unless told. */
  documents?: DocumentStore | undefined;
  /** Told how many writes were made together, once they are on the disk. */
  onBatch?: (size: number) => void;
}

/** The store kept in `file`, of which this process becomes the only writer; a StoreOutage says why it may not. */
export function openSqliteStore({
  file,
  copieAPart = true,
  definitions = [],
  onBatch = () => {},
  documents = besideBase(file),
  ...key
}: SqliteOptions): Store {
  return orForeign(file, () => {
    const base = orOutage(() => openWritable(file));
    return closeOnError(base, () => {
      const engine = sqliteEngine(base.db);
      base.db.transaction(() => engine.now(holdTo(base.db.name, definitions))).immediate();
      return orOutage(() => storeOn(base, key, { copieAPart, onBatch, documents }));
    });
  });
}

/** Verifies `file` beside the service that may be writing it. */
export async function verifySqliteFile({ file, ...key }: SqliteOptions, against: Against = {}): Promise<Verification> {
  const db = orOutage(() => openReadable(file));
  const documents = foundBeside(file);
  try {
    const engine = sqliteEngine(db);
    orForeign(file, () => engine.now(readHead()));
    const own = { documents, integrity: async () => integrityOf(db) };
    return await verifyDatabase(engine, sealsOf(db, key), against, own);
  } finally {
    await documents.close();
    db.close();
  }
}

function storeOn(
  { db, close, requireInPlace }: Writable,
  source: KeySource,
  {
    copieAPart,
    onBatch,
    documents,
  }: Required<Pick<SqliteOptions, 'copieAPart' | 'onBatch'>> & { documents: DocumentStore },
): Store {
  const engine = sqliteEngine(db);
  const { key, seals, head } = openJournal(db, engine, source);
  const write = createWriter(db, engine, seals, head);
  const reglages = engine.now(readReglages());
  engine.now(freeAll());
  const second = openUnsynced(db.name);
  const stopCheckpoints = copieAPart ? startCheckpoints(db.name) : null;
  const commits = batches((sets) => {
    requireInPlace();
    const results = write(sets);
    onBatch(sets.length);
    return results;
  });

  const { store } = sqlStore({
    engine,
    documents,
    key,
    seals,
    reglages,
    unsynced: sqliteEngine(second),
    commit: (told) => async (set) => {
      const result = await commits.ask(set);
      told();
      return result;
    },
    quotas: null,
    ready: async () => readiness(),
    integrity: async () => integrityOf(db),
    compacter: () => compacted(db, second),
    close: async () => {
      await commits.idle();
      await stopCheckpoints?.();
      second.close();
      close();
    },
  });
  return store;

  function readiness(): Readiness {
    requireInPlace();
    return orOutage(() => writeNothing(db));
  }
}

/** What SQLite finds wrong in its file. */
export function integrityOf(db: Database): string | null {
  const found = orOutage(() => db.pragma('integrity_check(1)', { simple: true }));
  return found === 'ok' ? null : String(found);
}
