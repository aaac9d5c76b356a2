import type { KeyObject } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import { ensureKey, parseKey, readKey } from '../key.ts';
import { createSeals, type Head, type Seals } from '../seals.ts';
import { continueJournal, readHead } from '../sql/journal-end.ts';
import { StoreOutage } from '../store.ts';
import type { SqliteEngine } from './engine.ts';

/** Where the key of a journal is. */
export interface KeySource {
  /** 64 hexadecimal digits; without them the key is in `cleFichier`. */
  cle?: string | undefined;
  /** The path of the database followed by `.cle`, unless said. */
  cleFichier?: string | undefined;
  /** Whether a base may begin though the file of its key is there: a base was, which may only have been lost. */
  nouvelle?: boolean | undefined;
}

interface Opened {
  key: KeyObject;
  seals: Seals;
  head: Head;
}

/** The key of a database, its seals and the end of its journal; a new one takes any key, or makes its own, and keeps it. */
export function openJournal(db: Database, engine: SqliteEngine, source: KeySource): Opened {
  const isNew = engine.now(readHead()) === null;
  const file = source.cleFichier ?? defaultFile(db);
  if (isNew && !source.cle && !source.nouvelle && existsSync(file))
    throw new StoreOutage(
      `La base ${db.name} est absente ou vide, alors que sa clé est là : restaurez une sauvegarde (npm run restaurer), ou démarrez avec --nouvelle-base pour en commencer une autre.`,
    );
  if (isNew && !source.cle) ensureKey(file);
  const key = keyOf(db, source);
  const seals = createSeals(key);
  const head = db.transaction(() => engine.now(continueJournal(seals, db.name)))();
  return { key, seals, head };
}

/** The seals of a database. */
export function sealsOf(db: Database, source: KeySource): Seals {
  return createSeals(keyOf(db, source));
}

/** The key of a database. */
export function keyOf(db: Database, { cle, cleFichier = defaultFile(db) }: KeySource): KeyObject {
  return cle ? parseKey(cle, 'configuration') : readKey(cleFichier);
}

function defaultFile(db: Database): string {
  return `${db.name}.cle`;
}
