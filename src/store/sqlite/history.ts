import type { Database } from 'better-sqlite3';
import type { HistoryStore, Kept } from '../history.ts';
import type { RecordedLine } from '../store.ts';
import { orOutage } from './file/failure.ts';
import type { MeasuresFile } from './file/measures-file.ts';

const SELECT_KEPT = `
  SELECT numero, id, (SELECT id FROM instance AS p WHERE p.numero = i.parent) AS parentId, procedure,
    procedure_version AS procedureVersion, fiche, ouvert_le AS ouvertLe
  FROM instance AS i`;

/** The journal of every row at once, of `db`. */
export function createHistory(db: Database, mesures: MeasuresFile | null): HistoryStore {
  const lines = db.prepare<[number, number], RecordedLine>(`
    SELECT rang, (SELECT id FROM instance WHERE numero = journal.instance) AS instanceId, type, date,
      enregistre_le AS enregistreLe, auteur, saisie, empreinte
    FROM journal WHERE rang > ? ORDER BY rang LIMIT ?`);
  const after = db.prepare<[number, number], Kept>(`${SELECT_KEPT} WHERE numero > ? ORDER BY numero LIMIT ?`);
  const named = db.prepare<[string], Kept>(`
    ${SELECT_KEPT} WHERE id IN (SELECT value FROM json_each(?)) ORDER BY numero`);
  const last = db.prepare<[], number>('SELECT coalesce(max(numero), 0) FROM instance').pluck();
  const answer = async <T>(read: () => T) => orOutage(read);
  return {
    lines: (apres, limite) => answer(() => lines.all(apres, limite)),
    instancesApres: (numero, limite) => answer(() => after.all(numero, limite)),
    instances: (ids) => answer(() => named.all(JSON.stringify(ids))),
    derniere: () => answer(() => last.get() ?? 0),
    lireMesures: async () => (await mesures?.read()) ?? null,
    garderMesures: async (parts) => mesures?.write(parts),
  };
}
