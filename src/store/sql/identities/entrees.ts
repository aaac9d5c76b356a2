import { setImmediate } from 'node:timers/promises';
import type { Seals } from '../../seals.ts';
import { all, cell, column, type Engine, one, run, type Work } from '../work.ts';

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
type Row = Record<string, unknown>;

const AT_ONCE = 200;
const TABLES = Object.keys(SEALED) as Table[];
const TOLD = ['compte', 'cle_api', 'delegation'] as const satisfies Table[];

const sealed = Object.fromEntries(TABLES.map((table) => [table, sealedTable(table)])) as Tables;
const told = TOLD.map((table) => ({
  table,
  tell: run<[number, string]>(`UPDATE ${table} SET acte = ? WHERE id = ?`),
  tellAll: run<[]>(
    `UPDATE ${table} SET acte = coalesce((SELECT max(rang) FROM acte_identite WHERE cible = ${table}.id), 0)`,
  ),
  /** A row that was put back as it was before the last act about it. */
  untold: cell<[], string>(`
    SELECT id FROM ${table}
    WHERE acte <> (SELECT coalesce(max(rang), 0) FROM acte_identite WHERE cible = ${table}.id) LIMIT 1`),
}));
/** What the journal of identities tells of, and that no row is any more. */
const absent = cell<[], string>(`
  SELECT acte || ' ' || cible FROM acte_identite
  WHERE (acte = 'compte.ouvert' AND cible NOT IN (SELECT id FROM compte))
    OR (acte = 'cle.creee' AND cible NOT IN (SELECT id FROM cle_api))
    OR (acte = 'delegation.accordee' AND cible NOT IN (SELECT id FROM delegation))
  LIMIT 1`);

type Tables = Record<Table, ReturnType<typeof sealedTable>>;

function sealedTable(table: Table) {
  const { nom, champs } = SEALED[table];
  const select = `SELECT sceau, ${champs} FROM ${table} WHERE ${nom}`;
  return {
    find: one<[string], Row>(`${select} = ?`),
    /** One row more than a page: the next begins with it. */
    page: all<[string], Row>(`${select} >= ? ORDER BY ${nom} LIMIT ${AT_ONCE + 1}`),
    noms: column<[], string>(`SELECT ${nom} FROM ${table}`),
    update: run<[string, string]>(`UPDATE ${table} SET sceau = ? WHERE ${nom} = ?`),
  };
}

/** The seals kept beside what lets somebody in. */
export function entreeTable(seals: Seals) {
  return {
    seal,
    /** Whether a row is still what was written; 6 µs. */
    holds,
    /** An act of that rank was about `cible`, whatever it is: it is sealed with it, unless it was changed outside, which no act makes good. */
    *note(cible: string, rang: number): Work<void> {
      for (const { table, tell } of told) {
        if (!(yield* holds(table, cible))) continue;
        yield* tell(rang, cible);
        yield* seal(table, cible);
      }
    },
    /** Seals every row, of a base that was written before there were seals. */
    *sealAll(): Work<void> {
      for (const { tellAll } of told) yield* tellAll();
      for (const table of TABLES) for (const nom of yield* sealed[table].noms()) yield* seal(table, nom);
    },
  };

  /** Seals what was written of a row. */
  function* seal(...[table, nom]: SealedRow): Work<void> {
    const row = yield* sealed[table].find(nom);
    if (row) yield* sealed[table].update(sealOf(seals, table, row), nom);
  }

  function* holds(...[table, nom]: SealedRow): Work<boolean> {
    const row = yield* sealed[table].find(nom);
    return row !== null && row['sceau'] === sealOf(seals, table, row);
  }
}

/** What lets somebody in and is no longer what was written, by its table and name; other work goes on between some hundreds. */
export async function* strays(engine: Engine, seals: Seals): AsyncGenerator<string> {
  for (const table of TABLES) {
    for (let from: string | undefined = ''; from !== undefined; ) {
      const rows: Row[] = await engine.ask(sealed[table].page(from));
      const noms = rows.map((row) => String(row[SEALED[table].nom]));
      for (const [at, row] of rows.slice(0, AT_ONCE).entries())
        if (row['sceau'] !== sealOf(seals, table, row)) yield `${table} ${noms[at]}`;
      from = noms[AT_ONCE];
      await setImmediate();
    }
  }
  for (const { table, untold } of told) {
    const id = await engine.ask(untold());
    if (id !== null) yield `${table} ${id}`;
  }
  const gone = await engine.ask(absent());
  if (gone !== null) yield gone;
}

/** The seal that a row should bear. */
function sealOf(seals: Seals, table: Table, row: Row): string {
  const [, ...champs] = Object.values(row);
  return seals.entree(table, champs);
}
