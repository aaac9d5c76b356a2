import type { Database } from 'better-sqlite3';
import type { Seals } from '../../seals.ts';

/** What lets somebody in: the name of each row, and what of it is sealed. Those of `TOLD` are told of in the journal of identities. */
const SEALED = {
  compte: { nom: 'id', champs: 'id, courriel, nom, role, actif, mot_de_passe, cree_le, acte' },
  cle_api: {
    nom: 'id',
    champs:
      'id, empreinte, prefixe, nom, role, editeur_id, portees, procedures, dossiers, bac_a_sable, cree_le, expire_le, revoquee_le, acte',
  },
  cle_precedente: { nom: 'empreinte', champs: 'empreinte, cle_id, jusqua' },
  delegation: {
    nom: 'id',
    champs:
      'id, instance, genre, editeur_id, du, au, motif, accordee_le, accordee_par, revoquee_le, revoquee_par, acte',
  },
  compte_externe: { nom: 'compte_id', champs: 'emetteur, sujet, compte_id' },
  lien_unique: {
    nom: 'empreinte',
    champs: 'empreinte, objet, compte_id, courriel, role, cree_le, cree_par, expire_le, utilise_le',
  },
  lien_agenda: { nom: 'empreinte', champs: 'empreinte, compte_id, cree_le' },
  session: { nom: 'empreinte', champs: 'empreinte, compte_id, ouverte_le' },
} as const;

type Table = keyof typeof SEALED;
/** A row of what lets somebody in, by its table and its name there. */
export type SealedRow = [table: Table, nom: string];
const AT_ONCE = 200;
const TABLES = Object.keys(SEALED) as Table[];
const TOLD = ['compte', 'cle_api', 'delegation'] as const satisfies Table[];

/** The seals kept beside what lets somebody in. */
export function entreeTable(db: Database, seals: Seals) {
  const tables = Object.fromEntries(TABLES.map((table) => [table, sealedTable(db, seals, table)])) as Tables;
  const told = TOLD.map((table) => ({
    ...tables[table],
    tell: db.prepare<[number, string]>(`UPDATE ${table} SET acte = ? WHERE id = ?`),
  }));

  return {
    /** Seals what was written of a row. */
    seal: (...[table, nom]: SealedRow) => tables[table].seal(nom),
    /** Whether a row is still what was written; 6 µs. */
    holds: (...[table, nom]: SealedRow) => tables[table].holds(nom),
    /** An act of that rank was about `cible`, whatever it is: it is sealed with it, unless it was changed outside, which no act makes good. */
    note(cible: string, rang: number): void {
      for (const { tell, holds, seal } of told) {
        if (!holds(cible)) continue;
        tell.run(rang, cible);
        seal(cible);
      }
    },
    /** Seals every row, of a base that was written before there were seals. */
    sealAll(): void {
      for (const table of TOLD)
        db.exec(
          `UPDATE ${table} SET acte = coalesce((SELECT max(rang) FROM acte_identite WHERE cible = ${table}.id), 0)`,
        );
      for (const table of TABLES) for (const nom of tables[table].noms()) tables[table].seal(nom);
    },
    /** What is no longer what was written, by its table and name; null each few hundred rows, where others may work. */
    *stray(): Generator<string | null> {
      for (const table of TABLES) for (const one of tables[table].strays()) yield one && `${table} ${one}`;
      for (const table of TOLD) yield untold(db, table);
      yield absent(db);
    },
  };
}

type Tables = Record<Table, ReturnType<typeof sealedTable>>;

function sealedTable(db: Database, seals: Seals, table: Table) {
  const { nom, champs } = SEALED[table];
  const find = db.prepare<[string], unknown[]>(`SELECT sceau, ${champs} FROM ${table} WHERE ${nom} = ?`).raw();
  const update = db.prepare(`UPDATE ${table} SET sceau = ? WHERE ${nom} = ?`);
  const noms = db.prepare<[], string>(`SELECT ${nom} FROM ${table}`).pluck();
  const holds = (key: string) => {
    const row = find.get(key);
    return row !== undefined && row[0] === seals.entree(table, row.slice(1));
  };
  return {
    noms: () => noms.all(),
    holds,
    seal(key: string) {
      const row = find.get(key);
      if (row) update.run(seals.entree(table, row.slice(1)), key);
    },
    *strays() {
      for (const [rank, key] of noms.all().entries()) {
        if (!holds(key)) yield key;
        if (rank % AT_ONCE === 0) yield null;
      }
    },
  };
}

/** A row that was put back as it was before the last act about it. */
function untold(db: Database, table: (typeof TOLD)[number]): string | null {
  const found = db.prepare<[], string>(`
    SELECT id FROM ${table}
    WHERE acte <> (SELECT coalesce(max(rang), 0) FROM acte_identite WHERE cible = ${table}.id) LIMIT 1`);
  const id = found.pluck().get();
  return id === undefined ? null : `${table} ${id}`;
}

/** What the journal of identities tells of, and that no row is any more. */
function absent(db: Database): string | null {
  const gone = db.prepare<[], string>(`
    SELECT acte || ' ' || cible FROM acte_identite
    WHERE (acte = 'compte.ouvert' AND cible NOT IN (SELECT id FROM compte))
      OR (acte = 'cle.creee' AND cible NOT IN (SELECT id FROM cle_api))
      OR (acte = 'delegation.accordee' AND cible NOT IN (SELECT id FROM delegation))
    LIMIT 1`);
  return gone.pluck().get() ?? null;
}
