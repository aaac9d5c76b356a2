import { all, type Dialect, one, run, type Work } from '../../src/store/sql/work.ts';
import type { Genre } from '../../src/store/store.ts';

/** The rows of a table that a condition keeps. */
export interface Part {
  table: string;
  only: string;
}

const whole = (...tables: string[]): Part[] => tables.map((table) => ({ table, only: 'TRUE' }));
/** Those that refer to none before those that refer to them: a dossier may have joined a groupement that was opened after it. */
const genres: readonly Genre[] = ['groupement', 'dossier', 'certificat'];
const others: readonly Part[] = [
  ...whole('journal', 'echeance', 'affectation', 'affectation_acte', 'note', 'relance', 'notification'),
  ...whole('compte', 'lien_unique', 'session', 'tentative', 'compte_externe', 'compte_a_relier', 'lien_agenda'),
  ...whole('vue_enregistree', 'editeur', 'cle_api', 'cle_precedente', 'delegation', 'evenement_a_part'),
  ...whole('acte_identite', 'abonnement', 'livraison', 'envoi', 'reponse', 'brouillon'),
  ...whole('reglage', 'reglage_retrait', 'modele_courriel', 'definition'),
  ...whole('courriel', 'tentative_courriel', 'adresse_refusee', 'boite', 'courriel_recu', 'effacement'),
  { table: 'suivi', only: "projection = 'notifications'" },
  // No service starts on a journal whose end is not there yet.
  ...whole('tete'),
];

/** What moves, each part after those that it refers to; the rest is made again from it when the service starts. */
export const moved: readonly Part[] = [
  ...genres.map((genre) => ({ table: 'instance', only: `genre = '${genre}'` })),
  ...others,
];
/** The same, all that must be alike in the end. */
export const alike: readonly Part[] = [...whole('instance'), ...others];

/** Tables without a number of their own, whose rows are told in the order in which they came. */
const inOrder = ['cle_api', 'delegation'];

const tables = {
  sqlite: all<[], { nom: string }>(`
    SELECT name AS nom FROM pragma_table_list
    WHERE schema = 'main' AND type IN ('table', 'virtual') AND name NOT LIKE 'sqlite%' ORDER BY name`),
  postgres: all<[], { nom: string }>(`
    SELECT table_name AS nom FROM information_schema.tables WHERE table_schema = current_schema() ORDER BY table_name`),
} satisfies Record<Dialect, unknown>;

/** The tables that a base really has. */
export function* tablesOf(dialect: Dialect): Work<string[]> {
  return (yield* tables[dialect]()).map(({ nom }) => nom);
}

/** A column, and its place in the primary key: 0 for none. */
interface Column {
  name: string;
  pk: number;
}
const described = all<[string], Column>('SELECT name, pk FROM pragma_table_info(?)');

/** The columns of a table that moves, as SQLite has them. */
export function* columnsOf(table: string): Work<Column[]> {
  const columns = yield* described(table);
  if (!inOrder.includes(table)) return columns;
  return [{ name: 'rowid', pk: 1 }, ...columns.map(({ name }) => ({ name, pk: 0 }))];
}

export type Row = Readonly<Record<string, unknown>>;

/** What is asked of a part, whose rows are in the order of their key. */
export function partWorks({ table, only }: Part, columns: readonly Column[]) {
  const names = columns.map(({ name }) => name).join(', ');
  const key = columns.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk);
  const keys = key.map(({ name }) => name);
  const select = `SELECT ${names} FROM ${table} WHERE ${only}`;
  const order = `ORDER BY ${keys.join(', ')} LIMIT ?`;
  const first = all<[number], Row>(`${select} ${order}`);
  const next = all<unknown[], Row>(`${select} AND (${keys.join(', ')}) > (${keys.map(() => '?').join(', ')}) ${order}`);
  const insert = run<[Row]>(
    `INSERT INTO ${table} (${names}) VALUES (${columns.map(({ name }) => `@${name}`).join(', ')})`,
  );
  const insertAll = run<[{ rows: string }]>(`
    INSERT INTO ${table} (${names})
    SELECT ${names} FROM json_populate_recordset(CAST(NULL AS ${table}), CAST(@rows AS JSON))`);
  return {
    /** So many rows after that one, from the first one after null. */
    page: (after: Row | null, size: number) =>
      after === null ? first(size) : next(...keys.map((name) => after[name]), size),
    last: one<[], Row>(`${select} ORDER BY ${keys.map((name) => `${name} DESC`).join(', ')} LIMIT 1`),
    *write(rows: readonly Row[], dialect: Dialect): Work<void> {
      if (dialect === 'postgres') yield* insertAll({ rows: JSON.stringify(rows.map(asText)) });
      else for (const row of rows) yield* insert(row);
    },
    /** A row as one names it. */
    nameOf: (row: Row) => keys.map((name) => `${name} ${row[name]}`).join(', '),
  };
}

/** Bytes as PostgreSQL reads them in a text. */
function asText(row: Row): Row {
  const told = (value: unknown) => (value instanceof Uint8Array ? `\\x${Buffer.from(value).toString('hex')}` : value);
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, told(value)]));
}
