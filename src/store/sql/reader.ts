import type { Seals } from '../seals.ts';
import type { Counted, Deadline, Family, Near, RecordedLine, Row, StoredRow } from '../store.ts';
import { columns } from './columns.ts';
import { hinted } from './dialect.ts';
import { all, cell, type Dialect, one, type Work } from './work.ts';

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

const byId = one<[string], SealedRow>(`${SELECT_ROW} WHERE id = ?`);
const children = all<[string], SealedRow>(`
  ${SELECT_ROW} WHERE parent = (SELECT numero FROM instance WHERE id = ?) ORDER BY numero`);
const grandchildren = all<[string], SealedRow>(`
  ${SELECT_ROW} WHERE parent IN (SELECT numero FROM instance WHERE parent = (SELECT numero FROM instance WHERE id = ?))
  ORDER BY numero`);
const view = one<[string], Pick<Row, 'genre' | 'version' | 'vue'>>(
  'SELECT genre, version, vue FROM instance WHERE id = ?',
);
const journal = all<[{ id: string; apres: number; limite: number }], RecordedLine>(`
  WITH RECURSIVE suite (rang) AS (
    SELECT rang FROM instance WHERE id = @id AND rang > @apres
    UNION ALL
    SELECT precedent FROM suite JOIN journal USING (rang) WHERE precedent > @apres
  )
  SELECT rang, @id AS instanceId, ${LINE.shown} FROM suite JOIN journal USING (rang) ORDER BY rang LIMIT @limite`);
const lastPart4 = cell<[string], string>(`
  SELECT saisie FROM cle_api JOIN journal ON auteur = 'cle:' || cle_api.id
  WHERE editeur_id = ? AND type = 'formulaire413.partie4Remplie' AND saisie IS NOT NULL ORDER BY rang DESC LIMIT 1`);
const due = all<[string, number], Deadline & { instanceId: string }>(`
  SELECT fait, le, id AS instanceId FROM echeance JOIN instance ON numero = instance
  WHERE le <= ? ORDER BY le, instance, fait LIMIT ?`);

/** What is asked of a base about its cases. */
export function readerWorks(dialect: Dialect, seals: Seals) {
  const counted = all<[{ id: string }], Counted>(`
    SELECT id, @id AS parentId, cohorte, urgence, ouvert_le AS ouvertLe
    FROM instance ${hinted(dialect, 'INDEXED BY instance_cohorte')}
    WHERE cohorte IS NOT NULL AND parent = (SELECT numero FROM instance WHERE id = @id)`);
  const moved = all<[{ id: string; apres: number }], { id: string; rang: number }>(`
    SELECT id, rang FROM instance WHERE id = @id AND rang > @apres
    UNION ALL
    SELECT id, rang FROM instance ${hinted(dialect, 'INDEXED BY instance_parent')}
    WHERE parent = (SELECT numero FROM instance WHERE id = @id) AND genre = 'certificat' AND rang > @apres`);

  return {
    row,
    family,
    near,
    view,
    journal: (id: string, apres: number, limite: number) => journal({ id, apres, limite }),
    moved: (id: string, apres: number) => moved({ id, apres }),
    lastPart4,
    due,
  };

  function* row(id: string | null): Work<StoredRow | null> {
    const found = id === null ? null : yield* byId(id);
    return found && unseal(seals, found);
  }

  function* family(id: string): Work<Family | null> {
    const cible = yield* row(id);
    if (!cible) return null;
    if (cible.genre === 'groupement') {
      const dossiers = yield* rows(children, id);
      return { cible, groupement: cible, dossiers, certificats: yield* rows(grandchildren, id) };
    }
    const { dossier, ...above } = yield* upwards(cible);
    return { ...above, certificats: dossier ? yield* rows(children, dossier.id) : [cible] };
  }

  function* near(id: string): Work<Near | null> {
    const cible = yield* row(id);
    if (!cible || cible.genre === 'groupement') return null;
    const { dossier, ...above } = yield* upwards(cible);
    return { ...above, comptes: dossier ? yield* counted({ id: dossier.id }) : [] };
  }

  function* upwards(cible: StoredRow) {
    const dossier = cible.genre === 'dossier' ? cible : yield* row(cible.parentId);
    return { cible, dossier, groupement: yield* row(dossier?.parentId ?? null), dossiers: dossier ? [dossier] : [] };
  }

  function* rows(statement: typeof children, id: string): Work<StoredRow[]> {
    return (yield* statement(id)).map((found) => unseal(seals, found));
  }
}

/** The row that was sealed, and whether it still is. */
export function unseal(seals: Seals, { numero, rang, sceau, ...row }: SealedRow): StoredRow {
  return { ...row, intacte: seals.row(row, rang) === sceau };
}
