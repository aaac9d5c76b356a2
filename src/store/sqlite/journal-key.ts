import type { Database } from 'better-sqlite3';
import { ensureKey, parseKey, readKey } from '../key.ts';
import { StoreOutage } from '../outage.ts';
import { createSeals, EMPTY, type Head, type Seals } from '../seals.ts';
import { headTable } from './head-table.ts';

/** Where the key of a journal is. */
export interface KeySource {
  /** 64 hexadecimal digits; without them the key is in `cleFichier`. */
  cle?: string | undefined;
  /** The path of the database followed by `.cle`, unless said. */
  cleFichier?: string | undefined;
}

/** The seals of a database. */
export function sealsOf(db: Database, { cle, cleFichier = `${db.name}.cle` }: KeySource): Seals {
  return createSeals(cle ? parseKey(cle, 'configuration') : readKey(cleFichier));
}

/** The seals of a database and the end of its journal; one that is still empty gets a key, any other must be sealed with its own. */
export function continueJournal(db: Database, source: KeySource): { seals: Seals; head: Head } {
  const isEmpty = db.prepare('SELECT 1 FROM instance').get() === undefined;
  if (isEmpty && !source.cle) ensureKey(source.cleFichier ?? `${db.name}.cle`);
  const seals = sealsOf(db, source);
  const heads = headTable(db);
  if (isEmpty) heads.save(EMPTY, seals.head(EMPTY));
  const head = heads.read();
  if (!head || seals.head(head) !== head.sceau)
    throw new StoreOutage(
      `La clé n’est pas celle du journal de ${db.name}, ou la fin du journal a été modifiée : remettez la clé, ou une sauvegarde.`,
    );
  return { seals, head };
}
