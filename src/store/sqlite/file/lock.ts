import Database from 'better-sqlite3';
import { StoreOutage } from '../../outage.ts';

/**
 * Makes this process the only writer of `file` until the answer is called. A lock of the kernel on a file beside it: it goes with
 * the process, `kill -9` included.
 */
export function lockFile(file: string): () => void {
  const lock = new Database(`${file}.verrou`, { timeout: 0 });
  try {
    lock.pragma('journal_mode = MEMORY');
    lock.exec('BEGIN EXCLUSIVE');
  } catch (cause) {
    lock.close();
    throw new StoreOutage(`La base ${file} est déjà ouverte par un autre programme : arrêtez-le d’abord.`, { cause });
  }
  return () => lock.close();
}
