import type { Database } from 'better-sqlite3';
import type { AgendaStore, Draft, DraftStore, JourAgenda, Note, NoteStore, Relance, RelanceSituee } from '../desk.ts';
import type { Attente } from '../work.ts';
import { columns, promised } from './table.ts';

const OF_CASE = 'instance = (SELECT numero FROM instance WHERE id = ?)';
const NOTE = columns<Note>('id', 'texte', 'auteur', 'ecriteLe', 'retireeLe');
const PLANNED = ['id', 'pourLe', 'quoi', 'acteur', 'compteId', 'creeeLe', 'creeePar'] as const;
const RELANCE = columns<Relance>(...PLANNED, 'faiteLe', 'faitePar');

/** The notes and follow-ups kept in `db`. */
export function createNotes(db: Database): NoteStore {
  const notes = db.prepare<[string], Note>(`SELECT ${NOTE.shown} FROM note WHERE ${OF_CASE} ORDER BY numero DESC`);
  const addNote = db.prepare<[Note & { instanceId: string }]>(`
    INSERT INTO note (instance, ${NOTE.names}) SELECT numero, ${NOTE.values} FROM instance WHERE id = @instanceId`);
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
    SELECT ${RELANCE.shown} FROM relance WHERE ${OF_CASE}
    ORDER BY faite_le IS NOT NULL, CASE WHEN faite_le IS NULL THEN pour_le END, faite_le DESC, numero`);
  const addRelance = db.prepare<[Relance & { instanceId: string }]>(`
    INSERT INTO relance (instance, ${RELANCE.names})
    SELECT numero, ${RELANCE.values} FROM instance WHERE id = @instanceId`);
  const change = (what: string, from: string) =>
    db.prepare<string[]>(`UPDATE relance SET ${what} WHERE id = ? AND faite_le IS ${from} AND ${OF_CASE}`);
  const done = change('faite_le = ?, faite_par = ?', 'NULL');
  const undone = change('faite_le = NULL, faite_par = NULL', 'NOT NULL');
  const postpone = change('pour_le = ?', 'NULL');
  const due = 'compte_id = ? AND faite_le IS NULL AND pour_le <= ?';
  const dues = db.prepare<[string, string, number], RelanceSituee>(`
    SELECT ${RELANCE.shownOf('r')}, i.id AS instanceId, genre, denomination
    FROM relance AS r JOIN instance AS i ON i.numero = r.instance WHERE ${due} ORDER BY pour_le, r.numero LIMIT ?`);
  const total = db.prepare<[string, string], number>(`SELECT count(*) FROM relance WHERE ${due}`).pluck();

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

const DRAFT = columns<Draft>('formulaire', 'version', 'saisie', 'auteur', 'modifieLe');

/** The drafts kept in `db`. */
export function createDrafts(db: Database): DraftStore {
  const own = `SELECT dossier AS dossierId, ${DRAFT.shown} FROM brouillon WHERE dossier = ?`;
  const find = db.prepare<[string, string], Draft>(`${own} AND formulaire = ?`);
  const of = db.prepare<[string], Draft>(`${own} AND saisie IS NOT NULL ORDER BY formulaire`);
  const insert = db.prepare<[Draft]>(`
    INSERT OR IGNORE INTO brouillon (dossier, ${DRAFT.names}) VALUES (@dossierId, ${DRAFT.values})`);
  const update = db.prepare<[Draft]>(`
    UPDATE brouillon SET ${columns<Draft>('version', 'saisie', 'auteur', 'modifieLe').set}
    WHERE dossier = @dossierId AND formulaire = @formulaire AND version = @version - 1`);
  return promised<DraftStore>({
    find: (dossierId, formulaire) => find.get(dossierId, formulaire) ?? null,
    of: (dossierId) => of.all(dossierId),
    save: (draft) => (draft.version === 1 ? insert : update).run(draft).changes === 1,
  });
}

/** The days kept in `db`: ends by their days, whoever has the dossier; delays and reminders by the account. */
export function createAgenda(db: Database): AgendaStore {
  const days = db.prepare<[object], JourAgenda>(`
    WITH mien (numero) AS MATERIALIZED (
      SELECT numero FROM travail WHERE affecte_a = @compteId AND statut <> 'abandonne')
    SELECT jour, sorte, d.id AS dossierId, d.denomination, quoi, acteur, j.cle FROM (
      SELECT e.le AS jour, 'fin' AS sorte, t.numero AS dossier, fait AS quoi, NULL AS acteur, i.id || ' ' || fait AS cle
        FROM echeance AS e JOIN instance AS i ON i.numero = e.instance
          JOIN travail AS t ON t.numero = iif(i.genre = 'certificat', i.parent, i.numero)
        WHERE e.le BETWEEN @du AND @au AND t.affecte_a = @compteId AND t.statut <> 'abandonne'
      UNION ALL
      SELECT limite, 'delai', dossier, etape, acteur, etape || ' ' || coalesce(certificat, '')
        FROM mien JOIN attente ON dossier = mien.numero
      UNION ALL
      SELECT pour_le, 'relance', instance, quoi, acteur, id FROM relance
        WHERE compte_id = @compteId AND faite_le IS NULL
    ) AS j JOIN instance AS d ON d.numero = dossier
    WHERE jour BETWEEN @du AND @au ORDER BY jour, d.denomination, j.cle LIMIT @limite`);
  const late = db.prepare<[string, string], Attente>(`
    SELECT etape, libelle, acteur, depuis, limite, certificat FROM attente
    WHERE dossier = (SELECT numero FROM instance WHERE id = ?) AND limite < ? ORDER BY rang`);
  return promised<AgendaStore>({ jours: (query) => days.all(query), retards: (id, jour) => late.all(id, jour) });
}
