import type { Database } from 'better-sqlite3';
import type { Note, NoteStore, Relance, RelanceSituee } from '../notes.ts';
import { promised } from './identities/sync.ts';

const OF_CASE = 'instance = (SELECT numero FROM instance WHERE id = ?)';
const RELANCE = `r.id, pour_le AS pourLe, quoi, acteur, compte_id AS compteId, creee_le AS creeeLe, creee_par AS creeePar,
  faite_le AS faiteLe, faite_par AS faitePar`;

/** The notes and follow-ups kept in `db`. */
export function createNotes(db: Database): NoteStore {
  const notes = db.prepare<[string], Note>(`
    SELECT id, texte, auteur, ecrite_le AS ecriteLe, retiree_le AS retireeLe FROM note WHERE ${OF_CASE} ORDER BY numero DESC`);
  const addNote = db.prepare<[Note & { instanceId: string }]>(`
    INSERT INTO note (id, instance, texte, auteur, ecrite_le, retiree_le)
    SELECT @id, numero, @texte, @auteur, @ecriteLe, @retireeLe FROM instance WHERE id = @instanceId`);
  const tell = db.prepare<[Note & { instanceId: string; compteId: string }]>(`
    INSERT INTO notification (compte_id, dossier, sorte, par, le, nombre)
    SELECT @compteId, numero, 'mention', @auteur, @ecriteLe, 1 FROM instance WHERE id = @instanceId`);
  const write = db.transaction((instanceId: string, note: Note, mentionnes: readonly string[]) => {
    const isWritten = addNote.run({ ...note, instanceId }).changes === 1;
    if (isWritten) for (const compteId of mentionnes) tell.run({ ...note, instanceId, compteId });
    return isWritten;
  });
  const withdraw = db.prepare<[string, string, string, string]>(`
    UPDATE note SET retiree_le = ? WHERE id = ? AND auteur = ? AND retiree_le IS NULL AND ${OF_CASE}`);
  const relances = db.prepare<[string], Relance>(`
    SELECT ${RELANCE} FROM relance AS r WHERE ${OF_CASE}
    ORDER BY faite_le IS NOT NULL, CASE WHEN faite_le IS NULL THEN pour_le END, faite_le DESC, numero`);
  const addRelance = db.prepare<[Relance & { instanceId: string }]>(`
    INSERT INTO relance (id, instance, pour_le, quoi, acteur, compte_id, creee_le, creee_par, faite_le, faite_par)
    SELECT @id, numero, @pourLe, @quoi, @acteur, @compteId, @creeeLe, @creeePar, @faiteLe, @faitePar
    FROM instance WHERE id = @instanceId`);
  const done = db.prepare<[string, string, string, string]>(`
    UPDATE relance SET faite_le = ?, faite_par = ? WHERE id = ? AND faite_le IS NULL AND ${OF_CASE}`);
  const postpone = db.prepare<[string, string, string]>(`
    UPDATE relance SET pour_le = ? WHERE id = ? AND faite_le IS NULL AND ${OF_CASE}`);
  const undone = db.prepare<[string, string]>(`
    UPDATE relance SET faite_le = NULL, faite_par = NULL WHERE id = ? AND faite_le IS NOT NULL AND ${OF_CASE}`);
  const due = 'FROM relance AS r WHERE compte_id = ? AND faite_le IS NULL AND pour_le <= ?';
  const dues = db.prepare<[string, string, number], RelanceSituee>(`
    SELECT ${RELANCE}, i.id AS instanceId, genre, denomination
    ${due.replace('WHERE', 'JOIN instance AS i ON i.numero = r.instance WHERE')} ORDER BY pour_le, r.numero LIMIT ?`);
  const total = db.prepare<[string, string], number>(`SELECT count(*) ${due}`).pluck();

  return promised<NoteStore>({
    notes: (instanceId) => notes.all(instanceId),
    addNote: write.immediate,
    withdrawNote: (instanceId, id, { auteur, le }) => withdraw.run(le, id, auteur, instanceId).changes === 1,
    relances: (instanceId) => relances.all(instanceId),
    addRelance: (instanceId, relance) => addRelance.run({ ...relance, instanceId }).changes === 1,
    settleRelance: (instanceId, id, faite) =>
      (faite ? done.run(faite.le, faite.par, id, instanceId) : undone.run(id, instanceId)).changes === 1,
    postponeRelance: (instanceId, id, pourLe) => postpone.run(pourLe, id, instanceId).changes === 1,
    relancesDues: (compteId, jour, limite) => ({
      lignes: dues.all(compteId, jour, limite),
      total: total.get(compteId, jour) ?? 0,
    }),
  });
}
