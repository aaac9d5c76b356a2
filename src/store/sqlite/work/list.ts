import type { Database, Statement } from 'better-sqlite3';
import type { Comptes, LigneLue, Onglet, Tri, WorkAsked, WorkFilters, WorkQuery } from '../../work.ts';
import { SELECT_DELEGATED } from '../identities/delegations.ts';

/** So many dossiers at most answer a search by words, and are counted one by one where the list is narrowed. */
const SEARCHED = 10_000;

/** What a tab holds, the column that says what is most urgent in it, and the index in that order. */
const tabs: Record<Onglet, { where: string; urgent: string; index: string }> = {
  miennes: { where: 'affecte_a = @moi AND limite_le IS NOT NULL', urgent: 'limite_le', index: 'travail_affecte' },
  libres: { where: 'affecte_a IS NULL AND limite_le IS NOT NULL', urgent: 'limite_le', index: 'travail_affecte' },
  etablissement: side('etablissement'),
  ans: side('ans'),
  editeur: side('editeur'),
  retard: { where: 'limite_le < @jour', urgent: 'limite_le', index: 'travail_limite' },
  renouvellements: {
    where: 'renouvellement_le IS NOT NULL',
    urgent: 'renouvellement_le',
    index: 'travail_renouvellement',
  },
  tous: { where: 'TRUE', urgent: 'limite_le', index: 'travail_limite' },
};

function side(name: string) {
  return { where: `limite_${name} IS NOT NULL`, urgent: `limite_${name}`, index: `travail_${name}` };
}

const filters: Record<keyof WorkFilters, string> = {
  procedure: 'procedure = @procedure',
  statut: 'statut = @statut',
  etapes: 'etapes & @etapes',
  acteurs: 'acteurs & @acteurs',
  departement: 'departement = @departement',
  groupement: `groupement IN (
    SELECT numero FROM instance WHERE genre = 'groupement' AND (id = @groupement OR instr(lower(denomination), lower(@groupement))))`,
  delegueA: `numero IN (${SELECT_DELEGATED})`,
  affecte: "affecte_a IS nullif(@affecte, '')",
  limiteAvant: 'limite_le <= @limiteAvant',
  texte: `numero IN (SELECT rowid FROM travail_texte WHERE travail_texte MATCH @texte LIMIT ${SEARCHED})`,
};

const columns: Record<Exclude<Tri, 'limite'>, string> = {
  nom: 'tri',
  etape: 'etape',
  acteur: 'acteur',
  depuis: 'depuis',
  restant: 'restant',
};

const SHOWN = `
  version, statut, procedure, departement, affecte_a AS affecteA, limite_le AS limiteLe,
  limite_etablissement AS limiteEtablissement, limite_ans AS limiteAns, limite_editeur AS limiteEditeur,
  renouvellement_le AS renouvellementLe, depuis, etape, acteur, restant, id, denomination, siret, finess, commune,
  (SELECT i.id FROM instance AS i WHERE i.numero = travail.groupement) AS groupementId, groupement_nom AS groupementNom,
  personnes, attentes`;

/** Reads the worklist of `db`; one statement is kept for each shape of question. */
export function workList(db: Database) {
  const statements = new Map<string, Statement<[object], unknown>>();

  return {
    lister(query: WorkQuery): LigneLue[] {
      const sql = `
        SELECT ${SHOWN} FROM (
          SELECT numero AS trouve FROM travail ${wayOf(query)} WHERE ${[tabs[query.onglet].where, ...wheres(query)].join(' AND ')}
          ORDER BY ${orderOf(query)} LIMIT @limite OFFSET @decalage
        ) CROSS JOIN travail ON numero = trouve`;
      return prepared<LigneLue>(sql).all({ ...valuesOf(query), limite: query.limite, decalage: query.decalage });
    },

    compter(asked: WorkAsked): Comptes {
      const where = wheres(asked);
      const values = valuesOf(asked);
      const names = Object.keys(tabs) as Onglet[];
      if (where.length === 0) {
        const counts = names.map((name) => [name, prepared<{ n: number }>(countOf(name)).get(values)?.n ?? 0]);
        return { nombres: Object.fromEntries(counts), plafonne: false };
      }
      const sql = `
        SELECT ${names.map((name) => `coalesce(sum(${tabs[name].where}), 0) AS ${name}`)} FROM (
          SELECT affecte_a, limite_le, limite_etablissement, limite_ans, limite_editeur, renouvellement_le
          FROM travail ${narrowedBy(asked)} WHERE ${where.join(' AND ')} LIMIT ${SEARCHED})`;
      const nombres = prepared<Comptes['nombres']>(sql).get(values) as Comptes['nombres'];
      return { nombres, plafonne: nombres.tous >= SEARCHED };
    },
  };

  function prepared<Row>(sql: string): Statement<[object], Row> {
    const statement = statements.get(sql) ?? db.prepare<[object], unknown>(sql);
    statements.set(sql, statement);
    return statement as Statement<[object], Row>;
  }
}

function countOf(name: Onglet): string {
  return `SELECT count(*) AS n FROM travail INDEXED BY ${tabs[name].index} WHERE ${tabs[name].where}`;
}

function wheres({ filtres }: WorkAsked): string[] {
  return (Object.keys(filters) as (keyof WorkFilters)[])
    .filter((name) => filtres[name] !== undefined)
    .map((name) => filters[name]);
}

function valuesOf({ moi, jour, filtres }: WorkAsked): object {
  return { ...filtres, ...filtres.delegueA, moi, jour: filtres.delegueA?.jour ?? jour, genre: 'dossier' };
}

function orderOf({ onglet, tri, descendant }: WorkQuery): string {
  const column = tri === 'limite' ? tabs[onglet].urgent : columns[tri];
  return `${column} ${descendant ? 'DESC' : 'ASC'} NULLS LAST, numero`;
}

/** The way to the rows: those of the narrowest filter, else the order that is asked for, so that the first rows are found first. */
function wayOf(query: WorkQuery): string {
  if (wheres(query).length > 0) return narrowedBy(query);
  if (query.tri === 'nom') return 'INDEXED BY travail_tri';
  return `INDEXED BY ${tabs[query.onglet].index}`;
}

/** Few rows are looked up; otherwise all are walked, in the order of the table. */
function narrowedBy({ filtres }: WorkAsked): string {
  return filtres.groupement !== undefined && filtres.texte === undefined
    ? 'INDEXED BY travail_groupement'
    : 'NOT INDEXED';
}
