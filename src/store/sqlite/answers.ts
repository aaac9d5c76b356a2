import type { Database } from 'better-sqlite3';
import { receiptOf } from '../anchors.ts';
import type { Head, Seals } from '../seals.ts';
import type { KeptAnswer } from '../store.ts';

/** The answers that are kept, by author and key. */
export function answerTable(db: Database, seals: Seals) {
  const find = db.prepare<[string, string], KeptAnswer & { rang: number | null }>(
    'SELECT auteur, cle, empreinte, reponse, le, rang FROM reponse WHERE auteur = ? AND cle = ?',
  );
  const line = db.prepare<[number], Head>('SELECT rang, mac FROM journal WHERE rang = ?');
  const keep = db.prepare<[KeptAnswer & { rang: number | null }]>(`
    INSERT OR IGNORE INTO reponse (auteur, cle, empreinte, reponse, le, rang)
    VALUES (@auteur, @cle, @empreinte, @reponse, @le, @rang)`);
  const forget = db.prepare<[string]>('DELETE FROM reponse WHERE le < ?');
  const receiptAt = (rang: number | null) => {
    const head = rang === null ? undefined : line.get(rang);
    return head ? receiptOf(head, seals.sign(head)) : null;
  };
  return {
    find(auteur: string, cle: string) {
      const found = find.get(auteur, cle);
      if (!found) return null;
      const { rang, ...answer } = found;
      return { ...answer, recu: receiptAt(rang) };
    },
    /** False when that author has already been answered under that key; `rang` is the last line of what it answers, null for none. */
    keep: (answer: KeptAnswer, rang: number | null) => keep.run({ ...answer, rang }).changes === 1,
    forget: (avant: string) => forget.run(avant).changes,
  };
}
