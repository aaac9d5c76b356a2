import type { Seals } from '../seals.ts';
import type { ListQuery, Store } from '../store.ts';
import { hinted } from './dialect.ts';
import { SELECT_DELEGATED } from './identities/delegations.ts';
import { ROW_SHOWN, type SealedRow, unseal } from './reader.ts';
import { all, asked, cell, type Dialect, type Engine, type Works } from './work.ts';

/** What a line of the worklist takes now, by its set of facts. */
const TAKES = 'jeu IN (SELECT jeu FROM jeu_fait WHERE fait = @fait)';

/** A query, on which engine, and the number of the row that is read. */
interface Asked {
  query: ListQuery;
  dialect: Dialect;
  read: string;
}

interface Filter {
  by: keyof ListQuery;
  where: string | ((asked: Asked) => string);
  /** How SQLite finds rows where it leads the search. */
  way?: string;
  /** Else what is read in their order, from which the rows are: the numbers `n`, which may come several times. */
  from?: (query: ListQuery, dialect: Dialect) => string;
}

/** The filters of a list, the most telling first; the first one that has a way to its rows leads the search. */
const filters: Filter[] = [
  { by: 'id', where: 'id = @id', way: 'INDEXED BY sqlite_autoindex_instance_1' },
  { by: 'siret', where: 'siret = @siret', way: 'INDEXED BY instance_siret' },
  { by: 'finess', where: 'finess = @finess', way: 'INDEXED BY instance_finess' },
  { by: 'beneficiaire', where: 'beneficiaire = @beneficiaire', way: 'INDEXED BY instance_beneficiaire' },
  {
    by: 'parentId',
    where: 'parent = (SELECT numero FROM instance WHERE id = @parentId)',
    way: 'INDEXED BY instance_parent',
  },
  { by: 'delegueA', where: `numero IN (${SELECT_DELEGATED})`, way: 'NOT INDEXED' },
  {
    by: 'retourneDepuis',
    where: 'numero IN (SELECT numero FROM travail WHERE retour >= @retourneDepuis)',
    way: 'NOT INDEXED',
  },
  { by: 'attendu', where: awaits, from: awaited },
  {
    by: 'fait',
    where: `EXISTS (SELECT 1 FROM travail WHERE numero = i.numero AND ${TAKES})`,
    from: (_, dialect) => `SELECT numero AS n FROM travail ${hinted(dialect, 'NOT INDEXED')} WHERE ${TAKES}`,
  },
  { by: 'statut', where: 'statut = @statut', way: 'INDEXED BY instance_statut' },
  { by: 'genre', where: 'genre = @genre', way: 'INDEXED BY instance_genre' },
  { by: 'procedure', where: 'procedure = @procedure' },
  { by: 'parmiDossiers', where: orUnder('id IN (SELECT j.value FROM json_each(@parmiDossiers) AS j)') },
  { by: 'parmiProcedures', where: orUnder('procedure IN (SELECT j.value FROM json_each(@parmiProcedures) AS j)') },
  { by: 'modifieDepuis', where: changed },
  { by: 'apres', where: ({ read }) => `${read} > (SELECT numero FROM instance WHERE id = @apres)` },
];

/** What satisfies a condition, or stands under what does. */
function orUnder(where: string): string {
  return `(${where} OR parent IN (SELECT numero FROM instance WHERE ${where}))`;
}

/** Answers list queries and counts their rows. */
export function createListing(engine: Engine, seals: Seals) {
  return asked(engine, {
    *list(query) {
      const sql = `SELECT ${ROW_SHOWN} ${foundBy(query, engine.dialect)} LIMIT @limite`;
      const found = yield* all<[object], SealedRow>(sql)({ ...valuesOf(query), limite: query.limite + 1 });
      const lignes = found.slice(0, query.limite).map((row) => unseal(seals, row));
      return { lignes, suite: found.length > lignes.length ? (lignes.at(-1)?.id ?? null) : null };
    },
    *count({ apres: _apres, ...query }, plafond) {
      const rows = `SELECT 1 ${foundBy(query, engine.dialect)} LIMIT @plafond`;
      const counted = cell<[object], number>(`SELECT count(*) FROM (${rows}) AS counted`);
      return (yield* counted({ ...valuesOf(query), plafond })) ?? 0;
    },
  } satisfies Partial<Works<Store>>);
}

/** The rows that answer a query, in their order. */
function foundBy(query: ListQuery, dialect: Dialect): string {
  const used = filters.filter(({ by }) => query[by] !== undefined);
  const first = used.find(({ way, from }) => way !== undefined || from !== undefined);
  const read = first?.from ? 'lu.n' : 'numero';
  const wheres = used
    .filter((one) => one !== first || one.way !== undefined)
    .map(({ where }) => (typeof where === 'string' ? where : where({ query, dialect, read })))
    .join(' AND ');
  if (!first?.from) return `FROM instance AS i ${hinted(dialect, first?.way ?? '')} WHERE ${wheres} ORDER BY numero`;
  return once(first.from(query, dialect), wheres, dialect);
}

/** Each row once, in the order of its number: SQLite reads them in it, and stops where it has enough. */
function once(from: string, wheres: string, dialect: Dialect): string {
  const where = `instance AS i ON i.numero = lu.n WHERE ${wheres}`;
  if (dialect === 'sqlite') return `FROM (${from}) AS lu CROSS JOIN ${where} GROUP BY lu.n ORDER BY lu.n`;
  return `FROM (SELECT DISTINCT n FROM (${from}) AS tous) AS lu JOIN ${where} ORDER BY lu.n`;
}

/** What was written since, or whose dossier announced something and was written since, or lent since to the éditeur whose list it is. */
function changed({ query, dialect }: Asked): string {
  const written = `(modifie_le >= @modifieDepuis OR (i.genre = 'certificat' AND EXISTS (
    SELECT 1 FROM instance AS d WHERE d.numero = i.parent AND d.annonce > i.annonce AND d.modifie_le >= @modifieDepuis)))`;
  if (query.delegueA === undefined) return written;
  return `(${written} OR EXISTS (
    SELECT 1 FROM delegation WHERE ${hinted(dialect, '+')}editeur_id = @editeurId AND revoquee_le IS NULL
      AND (accordee_le >= @modifieDepuis OR du >= substr(@modifieDepuis, 1, 10))
      AND du <= @jour AND (au IS NULL OR au >= @jour)
      AND instance IN (i.numero, i.parent, (SELECT parent FROM instance WHERE numero = i.parent))))`;
}

function valuesOf({ delegueA, attendu, ...query }: ListQuery): object {
  return { ...query, ...delegueA, ...attendu };
}

/** One thing awaited that answers all that is asked. */
function awaits({ query }: Asked): string {
  return `EXISTS (SELECT 1 FROM attente WHERE dossier = i.numero AND ${askedOf(query)})`;
}

/** The dossiers that await it: by its index, which has them in their order, or all those that are late, one after the other. */
function awaited(query: ListQuery, dialect: Dialect): string {
  const { acteur, etape } = query.attendu ?? {};
  if (acteur === undefined && etape === undefined)
    return `SELECT numero AS n FROM travail ${hinted(dialect, 'NOT INDEXED')} WHERE limite <= @echeanceAvant`;
  const index = etape === undefined ? 'attente_acteur' : 'attente_etape';
  return `SELECT dossier AS n FROM attente ${hinted(dialect, `INDEXED BY ${index}`)} WHERE ${askedOf(query)}`;
}

function askedOf({ attendu = {} }: ListQuery): string {
  const { acteur, etape, echeanceAvant } = attendu;
  const asked = [
    etape !== undefined && 'etape = @etape',
    acteur !== undefined && 'acteur = @acteur',
    echeanceAvant !== undefined && 'limite <= @echeanceAvant',
  ];
  return asked.filter(Boolean).join(' AND ');
}
