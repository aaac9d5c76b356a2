import type { Onglet, Tri, WorkAsked, WorkFilters, WorkOrder, WorkQuery } from '../../work.ts';
import { hinted } from '../dialect.ts';
import { SELECT_DELEGATED } from '../identities/delegations.ts';
import type { Dialect } from '../work.ts';
import { wordSearch } from './words.ts';

/** So many dossiers at most are counted one by one where the list is narrowed. */
export const COUNTED = 10_000;
/** So many at most answer words. */
export const SEARCHED = 5_000;
/** Where fewer answer, finding them in an order takes longer than sorting them. */
const FEW = 1_500;

/** What a tab holds, and the column that says what is most urgent in it. */
const tabs: Record<Onglet, { where: string; urgent: string }> = {
  miennes: { where: 'affecte_a = @moi AND limite IS NOT NULL', urgent: 'limite' },
  libres: { where: 'affecte_a IS NULL AND limite IS NOT NULL', urgent: 'limite' },
  etablissement: side('etablissement'),
  ans: side('ans'),
  editeur: side('editeur'),
  retard: { where: 'limite < @aujourdhui', urgent: 'limite' },
  retours: { where: 'retour IS NOT NULL', urgent: 'retour' },
  renouvellements: { where: 'renouvellement IS NOT NULL', urgent: 'renouvellement' },
  tous: { where: 'TRUE', urgent: 'limite' },
};

function side(name: string) {
  return { where: `limite_${name} IS NOT NULL`, urgent: `limite_${name}` };
}

/** In the order in which they are counted. */
export const onglets = Object.keys(tabs) as Onglet[];

/** Conditions on `travail`. */
export const filters: Record<keyof WorkFilters, (dialect: Dialect) => string> = {
  procedure: () => 'procedure = @procedure',
  statut: () => 'statut = @statut',
  etape: () => 'travail.numero IN (SELECT dossier FROM attente WHERE etape = @etape)',
  acteur: () => 'travail.numero IN (SELECT dossier FROM attente WHERE acteur = @acteur)',
  departement: () => 'departement = @departement',
  groupement: () => 'groupement = (SELECT numero FROM instance WHERE id = @groupement)',
  sansGroupement: () => 'groupement IS NULL',
  groupementNomme: (dialect) => `groupement IN (
    SELECT numero FROM instance ${hinted(dialect, 'INDEXED BY instance_groupement_nomme')}
    WHERE genre = 'groupement' AND instr(lower(denomination), lower(@groupementNomme)) > 0)`,
  delegueA: () => `travail.numero IN (${SELECT_DELEGATED})`,
  affecte: () => "affecte_a IS NOT DISTINCT FROM nullif(@affecte, '')",
  limiteAvant: () => 'limite <= @limiteAvant',
  mots: (dialect) => `travail.numero IN (
    SELECT rowid FROM travail_texte WHERE ${wordSearch(dialect).condition} LIMIT ${SEARCHED})`,
};

const columns: Record<Exclude<Tri, 'limite'>, string> = {
  nom: 'tri',
  etape: 'etape',
  acteur: 'acteur',
  depuis: 'depuis',
  restant: 'restant',
};

function narrowing({ filtres }: WorkAsked): (keyof WorkFilters)[] {
  return (Object.keys(filters) as (keyof WorkFilters)[]).filter((name) => filtres[name] !== undefined);
}

/** Whether some filter leaves out a part of the list. */
export function isNarrowed(asked: WorkAsked): boolean {
  return narrowing(asked).length > 0;
}

function wheres(dialect: Dialect, asked: WorkAsked): string[] {
  return narrowing(asked).map((name) => filters[name](dialect));
}

/** What the names of these questions stand for. */
export function valuesOf(dialect: Dialect, { moi, jour, filtres }: WorkAsked): object {
  const { delegueA, mots, ...same } = filtres;
  const match = mots && wordSearch(dialect).match(mots);
  return { ...same, ...delegueA, mots: match, moi, aujourdhui: jour, genre: 'dossier' };
}

/** How many a tab has; where the list is narrowed, so many at most. */
export function countOf(dialect: Dialect, order: Pick<WorkOrder, 'onglet' | keyof WorkAsked>): string {
  const where = [tabs[order.onglet].where, ...wheres(dialect, order)].join(' AND ');
  if (!isNarrowed(order)) return `SELECT count(*) FROM travail WHERE ${where}`;
  return `SELECT count(*) FROM (SELECT 1 FROM travail WHERE ${where} LIMIT ${COUNTED}) AS counted`;
}

/** How many each tab has of a list that is narrowed. */
export function countsOf(dialect: Dialect, asked: WorkAsked): string {
  return `
    SELECT ${onglets.map((name) => `count(*) FILTER (WHERE ${tabs[name].where}) AS ${name}`)} FROM (
      SELECT affecte_a, limite, limite_etablissement, limite_ans, limite_editeur, renouvellement, retour
      FROM travail WHERE ${wheres(dialect, asked).join(' AND ')} ORDER BY travail.numero LIMIT ${COUNTED}) AS counted`;
}

/** A dossier of a list, and what orders it there. */
export interface Own {
  numero: number;
  clef: string | number | null;
}

/** Whether no index has the order of a list, or what narrows it. */
export function isSorted(order: WorkOrder): boolean {
  return isNarrowed(order) || (order.tri !== 'limite' && order.tri !== 'nom' && order.onglet !== 'tous');
}

/** What reads a list around the dossier of number `@numero` and of key `@clef`. */
export function readingOf(dialect: Dialect, { onglet, tri, descendant, ...asked }: WorkOrder) {
  const column = tri === 'limite' ? tabs[onglet].urgent : columns[tri];
  const from = tri === 'nom' ? joined(dialect, false) : 'travail';
  const either = tri === 'nom' ? joined(dialect, true) : 'travail';
  const where = [tabs[onglet].where, ...wheres(dialect, asked)].join(' AND ');
  const some = (which: string) => `SELECT travail.numero FROM ${from} WHERE ${where} AND ${which}`;
  const [near, far] = descendant ? ['>', '<'] : ['<', '>'];
  const [up, down] = descendant ? ['DESC', 'ASC'] : ['ASC', 'DESC'];
  const same = ({ clef }: Own) => (clef === null ? 'IS NULL' : '= @clef');
  const tiedBefore = (own: Own) => some(`${column} ${same(own)} AND travail.numero < @numero`);
  const before = ({ clef }: Own) => some(clef === null ? `${column} IS NOT NULL` : `${column} ${near} @clef`);
  return {
    /** All that answer are read once: where few do, or where no index has the order. */
    found(own: Own): string {
      const isLast = own.clef === null;
      const tied = `clef ${same(own)} AND numero`;
      const nearer = `(${isLast ? 'clef IS NOT NULL' : `clef ${near} @clef`} OR ${tied} < @numero)`;
      const beyond = `(${isLast ? '' : `clef ${far} @clef OR clef IS NULL OR `}${tied} > @numero)`;
      const idAt = (which: string, order: string) =>
        idOf(`SELECT numero FROM trouve WHERE ${which} ORDER BY ${order} LIMIT 1`);
      return `
        WITH trouve AS MATERIALIZED (
          SELECT travail.numero AS numero, ${column} AS clef FROM ${either} WHERE ${where})
        SELECT (SELECT count(*) FROM trouve) AS total, (SELECT count(*) FROM trouve WHERE ${nearer}) AS rang,
          (${idAt(nearer, `clef ${down} NULLS FIRST, numero DESC`)}) AS avant,
          (${idAt(beyond, `clef ${up} NULLS LAST, numero`)}) AS apres`;
    },
    own: `SELECT travail.numero AS numero, ${column} AS clef FROM ${either}
      WHERE ${where} AND travail.numero = (SELECT numero FROM instance WHERE id = @dossier)`,
    tiedBefore,
    before,
    /** Each is asked where the one before it has no answer. */
    previous: (own: Own) => [
      `${tiedBefore(own)} ORDER BY travail.numero DESC LIMIT 1`,
      `${before(own)} ORDER BY ${column} ${down}, travail.numero DESC LIMIT 1`,
    ],
    next: (own: Own) => [
      `${some(`${column} ${same(own)} AND travail.numero > @numero`)} ORDER BY travail.numero LIMIT 1`,
      ...(own.clef === null
        ? []
        : [
            `${some(`${column} ${far} @clef`)} ORDER BY ${column} ${up}, travail.numero LIMIT 1`,
            `${some(`${column} IS NULL`)} ORDER BY travail.numero LIMIT 1`,
          ]),
    ],
  };
}

/** What reads the id of the dossier whose number a question finds. */
export function idOf(numero: string): string {
  return `SELECT id FROM travail_fiche WHERE numero = (${numero})`;
}

/** The numbers of the part of the list that is asked for, in its order: many are walked in it, few are found, then sorted. */
export function foundBy(dialect: Dialect, query: WorkQuery): string {
  const { onglet, tri, descendant, attendus = 0 } = query;
  const isFew = isNarrowed(query) && attendus < FEW;
  const column = tri === 'limite' ? tabs[onglet].urgent : columns[tri];
  const where = [tabs[onglet].where, ...wheres(dialect, query)].join(' AND ');
  const order = `ORDER BY clef ${descendant ? 'DESC' : 'ASC'} NULLS LAST, numero LIMIT @limite OFFSET @decalage`;
  const tables = tri === 'nom' ? joined(dialect, isFew) : 'travail';
  const found = `SELECT travail.numero AS numero, ${column} AS clef FROM ${tables} WHERE ${where}`;
  return isFew ? `WITH trouve AS MATERIALIZED (${found}) SELECT numero FROM trouve ${order}` : `${found} ${order}`;
}

/** Both tables of the worklist: few are found in it, then named; many are walked by their names. */
function joined(dialect: Dialect, isFew: boolean): string {
  const join = `${hinted(dialect, 'CROSS')} JOIN`;
  return `${isFew ? `travail ${join} travail_fiche` : `travail_fiche ${join} travail`} USING (numero)`;
}
