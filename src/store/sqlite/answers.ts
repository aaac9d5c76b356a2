import type { Database } from 'better-sqlite3';
import type { KeptAnswer } from '../store.ts';

/** The answers that are kept, by author and key. */
export function answerTable(db: Database) {
  const find = db.prepare<[string, string], KeptAnswer>(
    'SELECT auteur, cle, empreinte, reponse, le FROM reponse WHERE auteur = ? AND cle = ?',
  );
  const keep = db.prepare<[KeptAnswer]>(
    'INSERT OR IGNORE INTO reponse (auteur, cle, empreinte, reponse, le) VALUES (@auteur, @cle, @empreinte, @reponse, @le)',
  );
  const forget = db.prepare<[string]>('DELETE FROM reponse WHERE le < ?');
  return {
    find: (auteur: string, cle: string) => find.get(auteur, cle) ?? null,
    /** False when that author has already been answered under that key. */
    keep: (answer: KeptAnswer) => keep.run(answer).changes === 1,
    forget: (avant: string) => forget.run(avant).changes,
  };
}
