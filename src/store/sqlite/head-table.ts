import type { Database } from 'better-sqlite3';
import type { Head } from '../seals.ts';

/** The end of the journal as sealed, and the last rang that is really there. */
export interface SealedHead extends Head {
  sceau: string;
  dernier: number;
}

/** The one row of `tete`. */
export function headTable(db: Database) {
  const read = db.prepare<[], SealedHead>(`
    SELECT rang, mac, sceau, coalesce((SELECT max(rang) FROM journal), 0) AS dernier FROM tete`);
  const save = db.prepare<[Head & { sceau: string }]>('INSERT OR REPLACE INTO tete VALUES (1, @rang, @mac, @sceau)');
  return { read: () => read.get(), save: (head: Head, sceau: string) => save.run({ ...head, sceau }) };
}
