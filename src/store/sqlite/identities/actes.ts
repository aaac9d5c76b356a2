import type { Database } from 'better-sqlite3';
import type { ActeIdentite } from '../../identities.ts';
import type { Head, Seals } from '../../seals.ts';
import { endSaver, readHead } from '../journal-end.ts';
import { columns } from '../table.ts';
import { entreeTable, type SealedRow } from './entrees.ts';

type Ranked = ActeIdentite & { rang: number };

const TOLD = ['rang', 'le', 'auteur', 'acte', 'cible', 'detail'] as const;

/** The journal of what is done to identities: each act seals what it is about. */
export function acteTable(db: Database, seals: Seals) {
  const entrees = entreeTable(db, seals);
  const saveEnd = endSaver(db, seals);
  const insert = db.prepare(`INSERT INTO acte_identite ${columns<Ranked & Head>(...TOLD, 'mac').written}`);
  const select = `SELECT ${TOLD.join()} FROM acte_identite WHERE rang`;
  const page = db.prepare<[number, number], Ranked>(`${select} > ? ORDER BY rang LIMIT ?`);
  const last = db.prepare<[number, number], Ranked>(`${select} < ? ORDER BY rang DESC LIMIT ?`);
  const add = (acte: ActeIdentite, written: readonly SealedRow[]) => {
    for (const row of written) entrees.seal(...row);
    const end = readHead(db);
    if (!end) throw new Error('A journal has an end from its first opening on');
    const actes = { rang: end.actes.rang + 1, mac: seals.acte(end.actes, acte) };
    insert.run({ ...acte, ...actes });
    saveEnd({ ...end, actes });
    entrees.note(acte.cible, actes.rang);
  };
  return {
    seal: entrees.seal,
    holds: entrees.holds,
    /** Seals the rows that were written, then keeps the act. */
    add: (acte: ActeIdentite, ...written: SealedRow[]): void => db.transaction(add)(acte, written),
    actes: (apres: number, limite: number): Ranked[] => page.all(apres, limite),
    lastActes: (avant: number | null, limite: number): Ranked[] => last.all(avant ?? Number.MAX_SAFE_INTEGER, limite),
  };
}
export type Actes = ReturnType<typeof acteTable>;
