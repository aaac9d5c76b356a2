import type { Database } from 'better-sqlite3';
import type { Seals } from '../seals.ts';
import type { ListQuery, Page, StoredRow } from '../store.ts';
import { SELECT_DELEGATED } from './identities/delegations.ts';
import { SELECT_ROW, type SealedRow, unseal } from './reader.ts';
import { statementsOf } from './table.ts';

/** A condition that is said otherwise where it leads the search. */
type Where = (query: ListQuery, leads: boolean) => string;

/** The filters of a list, the most telling first; the first one that has a way to its rows leads the search. */
const filters: { by: keyof ListQuery; where: string | Where; way?: string }[] = [
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
  { by: 'attendu', where: awaits, way: 'NOT INDEXED' },
  {
    by: 'fait',
    where: 'numero IN (SELECT numero FROM travail WHERE jeu IN (SELECT jeu FROM jeu_fait WHERE fait = @fait))',
    way: 'NOT INDEXED',
  },
  { by: 'statut', where: 'statut = @statut', way: 'INDEXED BY instance_statut' },
  { by: 'genre', where: 'genre = @genre', way: 'INDEXED BY instance_genre' },
  { by: 'procedure', where: 'procedure = @procedure' },
  { by: 'parmiDossiers', where: orUnder('id IN (SELECT value FROM json_each(@parmiDossiers))') },
  { by: 'parmiProcedures', where: orUnder('procedure IN (SELECT value FROM json_each(@parmiProcedures))') },
  { by: 'modifieDepuis', where: changed },
  { by: 'apres', where: 'numero > (SELECT numero FROM instance WHERE id = @apres)' },
];

/** What satisfies a condition, or stands under what does. */
function orUnder(where: string): string {
  return `(${where} OR parent IN (SELECT numero FROM instance WHERE ${where}))`;
}

/** Answers list queries and counts their rows; one statement is kept for each set of filters in use. */
export function createListing(db: Database, seals: Seals) {
  const prepared = statementsOf(db);

  return {
    list(query: ListQuery): Page<StoredRow> {
      const sql = `${SELECT_ROW} ${conditionOf(query)} ORDER BY numero LIMIT @limite`;
      const found = prepared<SealedRow>(sql).all({ ...valuesOf(query), limite: query.limite + 1 });
      const lignes = found.slice(0, query.limite).map((row) => unseal(seals, row));
      return { lignes, suite: found.length > lignes.length ? (lignes.at(-1)?.id ?? null) : null };
    },
    count({ apres: _apres, ...query }: ListQuery, plafond: number): number {
      const rows = `SELECT 1 FROM instance AS i ${conditionOf(query)} LIMIT @plafond`;
      const counted = prepared<{ nombre: number }>(`SELECT count(*) AS nombre FROM (${rows})`);
      return counted.get({ ...valuesOf(query), plafond })?.nombre ?? 0;
    },
  };
}

function conditionOf(query: ListQuery): string {
  const used = filters.filter(({ by }) => query[by] !== undefined);
  const first = used.find(({ way }) => way);
  const wheres = used.map((one) => (typeof one.where === 'string' ? one.where : one.where(query, one === first)));
  return `${first?.way} WHERE ${wheres.join(' AND ')}`;
}

/** What was written since, or lent since to the éditeur whose list it is. */
function changed({ delegueA }: ListQuery): string {
  const written = 'modifie_le >= @modifieDepuis';
  if (delegueA === undefined) return written;
  return `(${written} OR EXISTS (
    SELECT 1 FROM delegation WHERE +editeur_id = @editeurId AND revoquee_le IS NULL
      AND (accordee_le >= @modifieDepuis OR du >= substr(@modifieDepuis, 1, 10))
      AND du <= @jour AND (au IS NULL OR au >= @jour)
      AND instance IN (i.numero, i.parent, (SELECT parent FROM instance WHERE numero = i.parent))))`;
}

function valuesOf({ delegueA, attendu, ...query }: ListQuery): object {
  return { ...query, ...delegueA, ...attendu };
}

/** One thing awaited that answers all that is asked: found by its index where it leads, else looked for dossier by dossier. */
function awaits({ attendu = {} }: ListQuery, leads: boolean): string {
  const { acteur, etape, echeanceAvant } = attendu;
  if (leads && acteur === undefined && etape === undefined)
    return 'numero IN (SELECT numero FROM travail WHERE limite <= @echeanceAvant)';
  const asked = [
    etape !== undefined && 'etape = @etape',
    acteur !== undefined && 'acteur = @acteur',
    echeanceAvant !== undefined && 'limite <= @echeanceAvant',
  ].filter(Boolean);
  const one = asked.join(' AND ');
  if (leads) return `numero IN (SELECT dossier FROM attente WHERE ${one})`;
  return `EXISTS (SELECT 1 FROM attente WHERE dossier = i.numero AND ${one})`;
}
