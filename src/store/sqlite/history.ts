import type { Database } from 'better-sqlite3';
import type { HistoryStore, Occupation } from '../history.ts';
import type { RecordedLine } from '../store.ts';
import { orOutage } from './file/failure.ts';

/** The journal of every row at once, of `db`; a row whose state can no longer be read is not counted. */
export function createHistory(db: Database): HistoryStore {
  const lines = db.prepare<[number, number], RecordedLine>(`
    SELECT rang, (SELECT id FROM instance WHERE numero = journal.instance) AS instanceId, type, date,
      enregistre_le AS enregistreLe, auteur, saisie, empreinte
    FROM journal WHERE rang > ? ORDER BY rang LIMIT ?`);
  const occupation = db.prepare<[string, number], Occupation>(`
    SELECT key AS etat, statut, count(*) AS effectif
    FROM instance, json_each(CASE WHEN json_valid(etat) THEN etat ELSE '{}' END, '$.depuis')
    WHERE procedure = ? AND procedure_version = ? GROUP BY key, statut`);
  const answer = async <T>(read: () => T) => orOutage(read);
  return {
    lines: (apres, limite) => answer(() => lines.all(apres, limite)),
    occupation: (procedure, version) => answer(() => occupation.all(procedure, version)),
  };
}
