import type { Database } from 'better-sqlite3';
import type { Row } from '../store.ts';

/** What a change is compared with before it is written. */
export interface Known extends Pick<Row, 'version' | (typeof indexed)[number]> {
  numero: number;
  rang: number;
}

/** Columns that an index holds: left alone while they do not change, which doubles the acts per second. */
const indexed = [
  'genre',
  'parentId',
  'statut',
  'cle',
  'siret',
  'finess',
  'cohorte',
  'urgence',
  'beneficiaire',
] as const;

/** The rows of `instance`, as a commit needs them. */
export function instanceTable(db: Database) {
  const find = db.prepare<[string], Known>(`
    SELECT numero, version, rang, genre, (SELECT id FROM instance WHERE numero = i.parent) AS parentId, statut, cle, siret, finess,
      cohorte, urgence, beneficiaire
    FROM instance AS i WHERE id = ?`);
  const holder = db.prepare<[string], string>('SELECT id FROM instance WHERE cle = ?').pluck();
  const numero = db.prepare<[string], number>('SELECT numero FROM instance WHERE id = ?').pluck();
  const insert = db.prepare(`
    INSERT INTO instance (id, genre, parent, procedure, procedure_version, version, statut, cle, denomination, siret, finess,
      ouvert_le, modifie_le, rang, sceau, fiche, etat, vue, cohorte, urgence, beneficiaire)
    VALUES (@id, @genre, @parent, @procedure, @procedureVersion, @version, @statut, @cle, @denomination, @siret, @finess,
      @ouvertLe, @modifieLe, @rang, @sceau, @fiche, @etat, @vue, @cohorte, @urgence, @beneficiaire)`);
  const update = db.prepare(`
    UPDATE instance SET procedure = @procedure, procedure_version = @procedureVersion, version = @version,
      denomination = @denomination, ouvert_le = @ouvertLe, modifie_le = @modifieLe, rang = @rang, sceau = @sceau, fiche = @fiche,
      etat = @etat, vue = @vue
    WHERE numero = @numero`);
  const updateAll = db.prepare(`
    UPDATE instance SET procedure = @procedure, procedure_version = @procedureVersion, version = @version,
      denomination = @denomination, ouvert_le = @ouvertLe, modifie_le = @modifieLe, rang = @rang, sceau = @sceau, fiche = @fiche,
      etat = @etat, vue = @vue, genre = @genre, parent = @parent, statut = @statut, cle = @cle, siret = @siret, finess = @finess,
      cohorte = @cohorte, urgence = @urgence, beneficiaire = @beneficiaire
    WHERE numero = @numero`);

  return {
    find: (id: string) => find.get(id),

    /** The id of the row that has `cle`. */
    holder: (cle: string) => holder.get(cle),

    /** The internal number of the row, inserted unless `known`. */
    save(row: Row & { rang: number; sceau: string }, known: Known | undefined): number {
      if (!known) return Number(insert.run({ ...row, parent: parentOf(row) }).lastInsertRowid);
      if (indexed.some((column) => known[column] !== row[column]))
        updateAll.run({ ...row, numero: known.numero, parent: parentOf(row) });
      else update.run({ ...row, numero: known.numero });
      return known.numero;
    },
  };

  function parentOf({ id, parentId }: Row): number | null {
    if (parentId === null) return null;
    const parent = numero.get(parentId);
    if (parent === undefined) throw new Error(`${id} has an unknown parent: ${parentId}`);
    return parent;
  }
}
