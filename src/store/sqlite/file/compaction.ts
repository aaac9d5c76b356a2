import { existsSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import type { Database } from 'better-sqlite3';
import { orOutage } from './failure.ts';

/** A larger file is rewritten when it is next opened: 30 ms per MB, during which nothing else goes on. */
const AT_ONCE = 64 * 1024 * 1024;
/** Pages of the index of searches that are merged in one go. */
const PAGES = 500;
const begun = new WeakSet<Database>();

/** What says, beside a base, that its file is to be rewritten. */
const markOf = (db: Database) => `${db.name}.a-reecrire`;

/** Merges all of what searches are made by, through `unsynced`, then compacts the file of `db`; gives whether it was rewritten. */
export async function compacted(db: Database, unsynced: Database): Promise<boolean> {
  while (orOutage(() => mergeSearch(unsynced))) await setImmediate();
  return orOutage(() => compact(db));
}

/** Merges some of what searches are made by, so that words that were taken out are no longer there; false once all of it is. */
function mergeSearch(db: Database): boolean {
  const changes = db.prepare<[], number>('SELECT total_changes()').pluck();
  const before = changes.get() ?? 0;
  const pages = begun.has(db) ? PAGES : -PAGES;
  db.prepare("INSERT INTO travail_texte (travail_texte, rank) VALUES ('merge', ?)").run(pages);
  const isOver = (changes.get() ?? 0) - before < 2;
  if (isOver) begun.delete(db);
  else begun.add(db);
  return !isOver;
}

/** Rewrites the file and empties its log; one that is large is marked, to be rewritten at its next opening. Gives whether it was. */
function compact(db: Database): boolean {
  if (statSync(db.name).size > AT_ONCE) {
    writeFileSync(markOf(db), '');
    return false;
  }
  if (rewrite(db)) return true;
  writeFileSync(markOf(db), '');
  return false;
}

/** Rewrites a file that was marked. */
export function compactMarked(db: Database): void {
  if (!existsSync(markOf(db))) return;
  if (rewrite(db)) rmSync(markOf(db));
}

/** How often the log is tried to be emptied, and what is waited in between (milliseconds). */
const ATTEMPTS = 20;
const WAIT_MS = 5;

/** The thread that copies the log may be at it, and is waited for; false where the log could not be emptied. */
function rewrite(db: Database): boolean {
  db.exec('VACUUM');
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const [{ busy }] = db.pragma('wal_checkpoint(TRUNCATE)') as [{ busy: number }];
    if (busy === 0) return true;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, WAIT_MS);
  }
  return false;
}
