import type { Database } from 'better-sqlite3';
import type { Seals } from '../seals.ts';
import type { Counted, Deadline, Family, Near, RecordedLine, Row, StoredRow } from '../store.ts';
import { columns } from './table.ts';

/** What is asked of a database, each question one prepared statement. */
export function createReader(db: Database, seals: Seals) {
  const byId = db.prepare<[string], SealedRow>(`${SELECT_ROW} WHERE id = ?`);
  const children = db.prepare<[string], SealedRow>(`
    ${SELECT_ROW} WHERE parent = (SELECT numero FROM instance WHERE id = ?) ORDER BY numero`);
  const grandchildren = db.prepare<[string], SealedRow>(`
    ${SELECT_ROW} WHERE parent IN (SELECT numero FROM instance WHERE parent = (SELECT numero FROM instance WHERE id = ?))
    ORDER BY numero`);
  const counted = db.prepare<[{ id: string }], Counted>(`
    SELECT id, @id AS parentId, cohorte, urgence, ouvert_le AS ouvertLe FROM instance INDEXED BY instance_cohorte
    WHERE cohorte IS NOT NULL AND parent = (SELECT numero FROM instance WHERE id = @id)`);
  const view = db.prepare<[string], Pick<Row, 'genre' | 'version' | 'vue'>>(
    'SELECT genre, version, vue FROM instance WHERE id = ?',
  );
  const journal = db.prepare<[{ id: string; apres: number; limite: number }], RecordedLine>(`
    WITH RECURSIVE suite (rang) AS (
      SELECT rang FROM instance WHERE id = @id AND rang > @apres
      UNION ALL
      SELECT precedent FROM suite JOIN journal USING (rang) WHERE precedent > @apres
    )
    SELECT rang, @id AS instanceId, ${LINE.shown} FROM suite JOIN journal USING (rang) ORDER BY rang LIMIT @limite`);
  const moved = db.prepare<[{ id: string; apres: number }], { id: string; rang: number }>(`
    SELECT id, rang FROM instance WHERE id = @id AND rang > @apres
    UNION ALL
    SELECT id, rang FROM instance INDEXED BY instance_parent
    WHERE parent = (SELECT numero FROM instance WHERE id = @id) AND genre = 'certificat' AND rang > @apres`);
  const lastPart4 = db.prepare<[string], Pick<RecordedLine, 'saisie'>>(`
    SELECT saisie FROM cle_api JOIN journal ON auteur = 'cle:' || cle_api.id
    WHERE editeur_id = ? AND type = 'formulaire413.partie4Remplie' AND saisie IS NOT NULL ORDER BY rang DESC LIMIT 1`);
  const due = db.prepare<[string, number], Deadline & { instanceId: string }>(`
    SELECT fait, le, id AS instanceId FROM echeance JOIN instance ON numero = instance
    WHERE le <= ? ORDER BY le, instance, fait LIMIT ?`);

  return {
    row,
    family,
    near,
    view: (id: string) => view.get(id) ?? null,
    journal: (id: string, apres: number, limite: number) => journal.all({ id, apres, limite }),
    moved: (id: string, apres: number) => moved.all({ id, apres }),
    lastPart4: (editeurId: string) => lastPart4.get(editeurId)?.saisie ?? null,
    due: (jour: string, limite: number) => due.all(jour, limite),
  };

  function row(id: string | null): StoredRow | null {
    const found = id === null ? undefined : byId.get(id);
    return found ? unseal(seals, found) : null;
  }

  function family(id: string): Family | null {
    const cible = row(id);
    if (!cible) return null;
    if (cible.genre === 'groupement')
      return { cible, groupement: cible, dossiers: rows(children, id), certificats: rows(grandchildren, id) };
    const { dossier, ...above } = upwards(cible);
    return { ...above, certificats: dossier ? rows(children, dossier.id) : [cible] };
  }

  function near(id: string): Near | null {
    const cible = row(id);
    if (!cible || cible.genre === 'groupement') return null;
    const { dossier, ...above } = upwards(cible);
    return { ...above, comptes: dossier ? counted.all({ id: dossier.id }) : [] };
  }

  function upwards(cible: StoredRow) {
    const dossier = cible.genre === 'dossier' ? cible : row(cible.parentId);
    return { cible, dossier, groupement: row(dossier?.parentId ?? null), dossiers: dossier ? [dossier] : [] };
  }

  function rows(statement: typeof children, id: string): StoredRow[] {
    return statement.all(id).map((found) => unseal(seals, found));
  }
}

/** A row as the database gives it. */
export interface SealedRow extends Row {
  numero: number;
  rang: number;
  sceau: string;
}

const ROW = columns<SealedRow>(
  ...(['numero', 'id', 'genre', 'procedure', 'procedureVersion', 'version', 'statut', 'cle', 'denomination'] as const),
  ...(['siret', 'finess', 'etat', 'fiche', 'vue', 'cohorte', 'urgence', 'beneficiaire'] as const),
  ...(['ouvertLe', 'modifieLe', 'rang', 'sceau'] as const),
);

/** What is shown of sealed rows of `instance AS i`. */
export const ROW_SHOWN = `(SELECT id FROM instance WHERE numero = i.parent) AS parentId, ${ROW.shown}`;
export const SELECT_ROW = `SELECT ${ROW_SHOWN} FROM instance AS i`;

/** What a line of the journal says, but its place and its case. */
export const LINE = columns<RecordedLine>('type', 'date', 'enregistreLe', 'auteur', 'saisie', 'empreinte');

/** The row that was sealed, and whether it still is. */
export function unseal(seals: Seals, { numero, rang, sceau, ...row }: SealedRow): StoredRow {
  return { ...row, intacte: seals.row(row, rang) === sceau };
}
