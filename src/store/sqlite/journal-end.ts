import type { KeyObject } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import { ensureKey, parseKey, readKey } from '../key.ts';
import { StoreOutage } from '../outage.ts';
import { createSeals, EMPTY, type Head, type Seals } from '../seals.ts';

/** Where the key of a journal is. */
export interface KeySource {
  /** 64 hexadecimal digits; without them the key is in `cleFichier`. */
  cle?: string | undefined;
  /** The path of the database followed by `.cle`, unless said. */
  cleFichier?: string | undefined;
  /** Whether a base may begin though the file of its key is there: a base was, which may only have been lost. */
  nouvelle?: boolean | undefined;
}

/** The end of the journal as it was sealed, and the last rang that is really there. */
export interface SealedHead extends Head {
  sceau: string;
  dernier: number;
}

/** The end of the journal, null on a database without one. */
export function readHead(db: Database): SealedHead | null {
  const head = db.prepare<[], SealedHead>(`
    SELECT rang, mac, sceau, coalesce((SELECT max(rang) FROM journal), 0) AS dernier FROM tete`);
  return head.get() ?? null;
}

/** Writes the end of the journal, sealed. */
export function headSaver(db: Database, seals: Seals): (head: Head) => void {
  const save = db.prepare('INSERT OR REPLACE INTO tete (seule, rang, mac, sceau) VALUES (1, @rang, @mac, @sceau)');
  return (head) => save.run({ ...head, sceau: seals.head(head) });
}

/** The seals of a database. */
export function sealsOf(db: Database, source: KeySource): Seals {
  return createSeals(keyOf(db, source));
}

/** The key of a database, its seals and the end of its journal; a new one takes any key, or makes its own, and keeps it. */
export function continueJournal(db: Database, source: KeySource): Continued {
  const isNew = readHead(db) === null;
  if (isNew && !source.cle && !source.nouvelle && existsSync(source.cleFichier ?? defaultFile(db)))
    throw new StoreOutage(
      `La base ${db.name} est absente ou vide, alors que sa clé est là : restaurez une sauvegarde (npm run restaurer), ou démarrez avec --nouvelle-base pour en commencer une autre.`,
    );
  if (isNew && !source.cle) ensureKey(source.cleFichier ?? defaultFile(db));
  const key = keyOf(db, source);
  const seals = createSeals(key);
  if (isNew) headSaver(db, seals)(EMPTY);
  const head = readHead(db);
  if (!head || head.rang !== head.dernier || seals.head(head) !== head.sceau)
    throw new StoreOutage(
      `La clé n’est pas celle du journal de ${db.name}, ou la fin du journal a été modifiée : remettez la clé, ou une sauvegarde.`,
    );
  return { key, seals, head };
}

interface Continued {
  key: KeyObject;
  seals: Seals;
  head: Head;
}

/** The key of a database. */
export function keyOf(db: Database, { cle, cleFichier = defaultFile(db) }: KeySource): KeyObject {
  return cle ? parseKey(cle, 'configuration') : readKey(cleFichier);
}

function defaultFile(db: Database): string {
  return `${db.name}.cle`;
}
