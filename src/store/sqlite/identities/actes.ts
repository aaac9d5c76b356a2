import type { Database } from 'better-sqlite3';
import type { ActeIdentite } from '../../identities.ts';

/** The journal of what is done to identities. */
export function acteTable(db: Database) {
  const insert = db.prepare<[ActeIdentite]>(
    'INSERT INTO acte_identite (le, auteur, acte, cible, detail) VALUES (@le, @auteur, @acte, @cible, @detail)',
  );
  const page = db.prepare<[number, number], ActeIdentite & { rang: number }>(
    'SELECT rang, le, auteur, acte, cible, detail FROM acte_identite WHERE rang > ? ORDER BY rang LIMIT ?',
  );
  const last = db.prepare<[number, number], ActeIdentite & { rang: number }>(
    'SELECT rang, le, auteur, acte, cible, detail FROM acte_identite WHERE rang < ? ORDER BY rang DESC LIMIT ?',
  );
  return {
    add: (acte: ActeIdentite) => void insert.run(acte),
    actes: (apres: number, limite: number) => page.all(apres, limite),
    lastActes: (avant: number | null, limite: number) => last.all(avant ?? Number.MAX_SAFE_INTEGER, limite),
  };
}
