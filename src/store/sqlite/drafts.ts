import type { Database } from 'better-sqlite3';
import type { Draft, DraftStore } from '../drafts.ts';
import { orOutage } from './file/failure.ts';

const COLUMNS = 'dossier AS dossierId, formulaire, version, saisie, auteur, modifie_le AS modifieLe';

/** The drafts kept in `db`. */
export function createDrafts(db: Database): DraftStore {
  const find = db.prepare<[string, string], Draft>(
    `SELECT ${COLUMNS} FROM brouillon WHERE dossier = ? AND formulaire = ?`,
  );
  const of = db.prepare<[string], Draft>(
    `SELECT ${COLUMNS} FROM brouillon WHERE dossier = ? AND saisie IS NOT NULL ORDER BY formulaire`,
  );
  const insert = db.prepare<[Draft]>(`
    INSERT OR IGNORE INTO brouillon (dossier, formulaire, version, saisie, auteur, modifie_le)
    VALUES (@dossierId, @formulaire, @version, @saisie, @auteur, @modifieLe)`);
  const update = db.prepare<[Draft]>(`
    UPDATE brouillon SET version = @version, saisie = @saisie, auteur = @auteur, modifie_le = @modifieLe
    WHERE dossier = @dossierId AND formulaire = @formulaire AND version = @version - 1`);
  const answer = async <T>(read: () => T) => orOutage(read);
  return {
    find: (dossierId, formulaire) => answer(() => find.get(dossierId, formulaire) ?? null),
    of: (dossierId) => answer(() => of.all(dossierId)),
    save: (draft) => answer(() => (draft.version === 1 ? insert : update).run(draft).changes === 1),
  };
}
