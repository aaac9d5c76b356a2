import type { Database } from 'better-sqlite3';
import type { LigneStore, WorkStore } from '../../work.ts';
import { promised } from '../identities/sync.ts';
import { deskTable } from './desk.ts';
import { lineTable } from './line-table.ts';
import { workList } from './list.ts';

/** What the desk keeps is written on `db`, which syncs; the worklist on `unsynced`, where losing the end only makes it again. */
export function createWorkStore(db: Database, unsynced: Database): WorkStore {
  const projection = promised<LigneStore>(lineTable(unsynced));
  return { ...promised<Omit<WorkStore, 'projection'>>({ ...workList(db), ...deskTable(db) }), projection };
}
