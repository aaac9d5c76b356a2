import { chmodSync, closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Database } from 'better-sqlite3';
import { StoreOutage } from '../../store.ts';

/**
 * Writes what `db` holds at this instant into the new file `to`, on the disk before it returns, or leaves nothing there. Whoever
 * writes the base goes on: what they commit meanwhile is not in it.
 */
export function copyInto(db: Database, to: string): void {
  if (existsSync(to)) throw new StoreOutage(`${to} existe déjà : choisissez un autre nom, rien n’a été écrit.`);
  const partial = `${to}.partielle`;
  rmSync(partial, { force: true });
  try {
    db.prepare('VACUUM INTO ?').run(partial);
    chmodSync(partial, 0o600);
    sync(partial);
    renameSync(partial, to);
    sync(dirname(to));
  } finally {
    rmSync(partial, { force: true });
  }
}

/** Waits until a file, or what a folder lists, is on the disk. */
export function sync(path: string): void {
  const descriptor = openSync(path, 'r');
  fsyncSync(descriptor);
  closeSync(descriptor);
}
