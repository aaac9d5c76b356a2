import { z } from 'zod';
import type { Seals } from '../seals.ts';
import type { Counted, Deadline, Family, Lu, Near, RecordedLine, StoredRow } from '../store.ts';
import { columns } from './columns.ts';
import { hinted } from './dialect.ts';
import { all, cell, column, type Dialect, one, type Work } from './work.ts';

/** A row as the database gives it. */
export interface SealedRow extends Omit<StoredRow, 'intacte'> {
  numero: number;
  rang: number;
  sceau: string;
}

/** How many announcements of its dossier `instance AS i` has not heard, where it is a certificate. */
const INOUIES = `
  CASE i.genre WHEN 'certificat' THEN (SELECT annonce FROM instance WHERE numero = i.parent) - i.annonce ELSE 0 END
    AS inouies`;

const ROW = columns<SealedRow>(
  ...(['numero', 'id', 'genre', 'procedure', 'procedureVersion', 'version', 'statut', 'cle', 'denomination'] as const),
  ...(['siret', 'finess', 'etat', 'fiche', 'vue', 'cohorte', 'urgence', 'beneficiaire'] as const),
  ...(['annonce', 'annonces', 'ouvertLe', 'modifieLe', 'rang', 'sceau'] as const),
);

/** What is shown of sealed rows of `instance AS i`. */
export const ROW_SHOWN = `(SELECT id FROM instance WHERE numero = i.parent) AS parentId, ${INOUIES}, ${ROW.shown}`;
export const SELECT_ROW = `SELECT ${ROW_SHOWN} FROM instance AS i`;

/** What a line of the journal says, but its place and its case. */
export const LINE = columns<RecordedLine>('type', 'date', 'enregistreLe', 'auteur', 'saisie', 'empreinte');

const byId = one<[string], SealedRow>(`${SELECT_ROW} WHERE id = ?`);
const children = all<[string], SealedRow>(`
  ${SELECT_ROW} WHERE parent = (SELECT numero FROM instance WHERE id = ?) ORDER BY numero`);
const grandchildren = all<[string], SealedRow>(`
  ${SELECT_ROW} WHERE parent IN (SELECT numero FROM instance WHERE parent = (SELECT numero FROM instance WHERE id = ?))
  ORDER BY numero`);
const view = one<[string], Pick<StoredRow, 'genre' | 'version' | 'vue' | 'inouies'>>(
  `SELECT genre, version, vue, ${INOUIES} FROM instance AS i WHERE id = ?`,
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
/** The lines that bring bytes, of which they say the SHA-256. */
export const TELLING = "('document.depose', 'courriel.envoye', 'courriel.recu', 'courriel.refuse')";
const holders = cell<[{ empreinte: string }], number>(`
  SELECT (SELECT count(*) FROM journal WHERE type IN ${TELLING}
      AND CASE WHEN json_valid(saisie) THEN json_extract(saisie, '$.document') END = @empreinte)
    + (SELECT count(*) FROM courriel_recu WHERE document = @empreinte AND etat IN ('arrive', 'a-classer'))`);
/** What the store knows of such a line; a mail that did not arrive may have brought nothing. */
export const Told = z.object({ document: z.string().optional() });
const told = all<[], { saisie: string }>(`
  SELECT saisie FROM journal WHERE type IN ${TELLING} AND saisie IS NOT NULL ORDER BY rang`);
const toFile = column<[], string>(`
  SELECT DISTINCT document FROM courriel_recu WHERE etat IN ('arrive', 'a-classer') ORDER BY document`);
/** A generation, and the number of what it is of. */
interface Generation extends Lu {
  numero: number;
}

/** Kept by an engine that several nodes write. */
const generationsOf = all<[{ ids: string }], Generation>(`
  SELECT i.id, i.numero, g.generation FROM json_each(@ids) AS j JOIN instance AS i ON i.id = j.value
    JOIN generation AS g ON g.instance = i.numero`);
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
    *stillSo(lu: readonly Lu[]): Work<boolean> {
      const found = yield* generations(lu.map(({ id }) => id));
      return lu.every(({ id, generation }) => found.some((one) => one.id === id && one.generation === generation));
    },
    row,
    family,
    near,
    view,
    journal: (id: string, apres: number, limite: number) => journal({ id, apres, limite }),
    moved: (id: string, apres: number) => moved({ id, apres }),
    lastPart4,
    *tientDocument(empreinte: string): Work<boolean> {
      return ((yield* holders({ empreinte })) ?? 0) > 0;
    },
    *documentsDits(): Work<string[]> {
      const found = (yield* told()).flatMap(({ saisie }) => Told.parse(JSON.parse(saisie)).document ?? []);
      return [...new Set([...found, ...(yield* toFile())])];
    },
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
      const certificats = yield* rows(grandchildren, id);
      return { lu: yield* luOf(cible, ...dossiers), cible, groupement: cible, dossiers, certificats };
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
    const groupement = yield* row(dossier?.parentId ?? null);
    const lu = yield* luOf(groupement, dossier);
    return { lu, cible, dossier, groupement, dossiers: dossier ? [dossier] : [] };
  }

  /** Null on an engine that nobody else writes. */
  function* luOf(...roots: readonly (StoredRow | null)[]): Work<readonly Lu[] | null> {
    return dialect === 'sqlite' ? null : yield* generations(roots.flatMap((root) => root?.id ?? []));
  }

  function* generations(ids: readonly string[]): Work<Lu[]> {
    const found = dialect === 'sqlite' ? [] : yield* generationsOf({ ids: JSON.stringify(ids) });
    return found.map(({ id, generation }) => ({ id, generation }));
  }

  function* rows(statement: typeof children, id: string): Work<StoredRow[]> {
    return (yield* statement(id)).map((found) => unseal(seals, found));
  }
}

/** The row that was sealed, and whether it still is. */
export function unseal(seals: Seals, { numero, rang, sceau, ...row }: SealedRow): StoredRow {
  return { ...row, intacte: seals.row(row, rang) === sceau };
}
