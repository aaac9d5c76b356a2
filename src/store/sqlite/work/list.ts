import type { Database, Statement } from 'better-sqlite3';
import type {
  Attente,
  Comptes,
  EtapeAttendue,
  LigneLue,
  Onglet,
  Tri,
  WorkAsked,
  WorkFilters,
  WorkQuery,
} from '../../work.ts';
import { SELECT_DELEGATED } from '../identities/delegations.ts';

/** So many dossiers at most are counted one by one where the list is narrowed. */
const COUNTED = 10_000;
/** So many at most answer words. */
const SEARCHED = 5_000;
/** Where fewer answer, finding them in an order takes longer than sorting them. */
const FEW = 1_500;

/** What a tab holds, the column that says what is most urgent in it, and the index in that order. */
const tabs: Record<Onglet, { where: string; urgent: string; index: string }> = {
  miennes: { where: 'affecte_a = @moi AND limite IS NOT NULL', urgent: 'limite', index: 'travail_affecte' },
  libres: { where: 'affecte_a IS NULL AND limite IS NOT NULL', urgent: 'limite', index: 'travail_affecte' },
  etablissement: side('etablissement'),
  ans: side('ans'),
  editeur: side('editeur'),
  retard: { where: 'limite < @aujourdhui', urgent: 'limite', index: 'travail_limite' },
  renouvellements: { where: 'renouvellement IS NOT NULL', urgent: 'renouvellement', index: 'travail_renouvellement' },
  tous: { where: 'TRUE', urgent: 'limite', index: 'travail_limite' },
};

function side(name: string) {
  return { where: `limite_${name} IS NOT NULL`, urgent: `limite_${name}`, index: `travail_${name}` };
}

const filters: Record<keyof WorkFilters, string> = {
  procedure: 'procedure = @procedure',
  statut: 'statut = @statut',
  etape: 'travail.numero IN (SELECT dossier FROM attente WHERE etape = @etape)',
  acteur: 'travail.numero IN (SELECT dossier FROM attente WHERE acteur = @acteur)',
  departement: 'departement = @departement',
  groupement: 'groupement = (SELECT numero FROM instance WHERE id = @groupement)',
  groupementNomme: `groupement IN (
    SELECT numero FROM instance INDEXED BY instance_groupement_nomme
    WHERE genre = 'groupement' AND instr(lower(denomination), lower(@groupementNomme)))`,
  delegueA: `travail.numero IN (${SELECT_DELEGATED})`,
  affecte: "affecte_a IS nullif(@affecte, '')",
  limiteAvant: 'limite <= @limiteAvant',
  mots: `travail.numero IN (SELECT rowid FROM travail_texte WHERE travail_texte MATCH @mots LIMIT ${SEARCHED})`,
};

const columns: Record<Exclude<Tri, 'limite'>, string> = {
  nom: 'tri',
  etape: 'etape',
  acteur: 'acteur',
  depuis: 'depuis',
  restant: 'restant',
};

const SHOWN = `
  travail_fiche.id, version, denomination, siret, finess, commune, groupement_nom AS groupementNom, personnes, procedure, statut,
  restant, departement, affecte_a AS affecteA,
  (SELECT i.id FROM instance AS i WHERE i.numero = travail.groupement) AS groupementId`;

/** Reads the worklist of `db`; one statement is kept for each shape of question. */
export function workList(db: Database) {
  const statements = new Map<string, Statement<[object], unknown>>();
  const shown = db.prepare<[string], Omit<LigneLue, 'attentes'>>(`
    SELECT ${SHOWN} FROM json_each(?) JOIN travail ON numero = value JOIN travail_fiche USING (numero) ORDER BY json_each.key`);
  const awaited = db.prepare<[string], Attente & { dossier: string }>(`
    SELECT travail_fiche.id AS dossier, etape, libelle, acteur, depuis, limite, certificat
    FROM json_each(?) JOIN attente ON dossier = value JOIN travail_fiche ON numero = dossier ORDER BY rang`);

  return {
    lister(query: WorkQuery): LigneLue[] {
      const { limite, decalage } = query;
      const found = prepared<{ numero: number }>(foundBy(query)).all({ ...valuesOf(query), limite, decalage });
      const numeros = JSON.stringify(found.map(({ numero }) => numero));
      const attentes = Map.groupBy(awaited.all(numeros), ({ dossier }) => dossier);
      return shown.all(numeros).map((ligne) => {
        const own = attentes.get(ligne.id) ?? [];
        return { ...ligne, attentes: own.map(({ dossier: _, ...attente }) => attente) };
      });
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
          SELECT affecte_a, limite, limite_etablissement, limite_ans, limite_editeur, renouvellement
          FROM travail ${narrowedBy(asked)} WHERE ${where.join(' AND ')} LIMIT ${COUNTED})`;
      const nombres = prepared<Comptes['nombres']>(sql).get(values) as Comptes['nombres'];
      return { nombres, plafonne: nombres.tous >= (asked.filtres.mots === undefined ? COUNTED : SEARCHED) };
    },

    attendues(parmi: { procedure: string | null; groupement: string | null }): EtapeAttendue[] {
      const { procedure, groupement } = parmi;
      const where = [procedure !== null && filters.procedure, groupement !== null && filters.groupement].filter(
        Boolean,
      );
      const few =
        where.length === 0 ? '' : `WHERE dossier IN (SELECT numero FROM travail WHERE ${where.join(' AND ')})`;
      return prepared<EtapeAttendue>(`
        SELECT etape, count(DISTINCT dossier) AS effectif FROM attente ${few} GROUP BY etape ORDER BY etape`).all(
        parmi,
      );
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

function valuesOf({ moi, jour, filtres: { delegueA, mots, ...filtres } }: WorkAsked): object {
  const match = mots?.map((mot) => (mot.length > 1 ? `"${mot}"*` : `"${mot}"`)).join(' AND ');
  return { ...filtres, ...delegueA, mots: match, moi, aujourdhui: jour, genre: 'dossier' };
}

/** The numbers of the part of the list that is asked for, in its order. */
function foundBy(query: WorkQuery): string {
  const { onglet, tri, descendant } = query;
  const column = tri === 'limite' ? tabs[onglet].urgent : columns[tri];
  const where = [tabs[onglet].where, ...wheres(query)].join(' AND ');
  const order = `ORDER BY ${column} ${descendant ? 'DESC' : 'ASC'} NULLS LAST, travail.numero`;
  return `SELECT travail.numero FROM ${wayOf(query)} WHERE ${where} ${order} LIMIT @limite OFFSET @decalage`;
}

/** The way to the rows: those of the narrowest filter, else all of them in the order that is asked for or in their own. */
function wayOf(query: WorkQuery): string {
  const { tri, onglet } = query;
  const isNarrow = isLookedUp(query) || (wheres(query).length > 0 && (query.attendus ?? 0) < FEW);
  if (tri === 'nom') {
    const names = 'travail_fiche INDEXED BY travail_fiche_tri CROSS JOIN travail USING (numero)';
    return isNarrow ? `travail ${narrowedBy(query)} CROSS JOIN travail_fiche USING (numero)` : names;
  }
  if (isNarrow) return `travail ${narrowedBy(query)}`;
  const isWalked = tri === 'limite' || (query.attendus ?? Number.POSITIVE_INFINITY) < FEW;
  return `travail ${isWalked ? `INDEXED BY ${tabs[onglet].index}` : 'NOT INDEXED'}`;
}

/** Whether few rows are found by what narrows the list. */
function isLookedUp({ filtres }: WorkAsked): boolean {
  return filtres.mots !== undefined || filtres.delegueA !== undefined || filtres.groupement !== undefined;
}

function narrowedBy({ filtres }: WorkAsked): string {
  const isByGroup = filtres.groupement !== undefined && filtres.mots === undefined && filtres.delegueA === undefined;
  return isByGroup ? 'INDEXED BY travail_groupement' : 'NOT INDEXED';
}
