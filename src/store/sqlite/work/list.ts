import type { Database } from 'better-sqlite3';
import type {
  Attente,
  Attentes,
  Charge,
  Comptes,
  EtapeAttendue,
  LigneLue,
  Onglet,
  PlaceDansListe,
  Tri,
  WorkAsked,
  WorkFilters,
  WorkOrder,
  WorkQuery,
} from '../../work.ts';
import { SELECT_DELEGATED } from '../identities/delegations.ts';
import { statementsOf } from '../table.ts';

/** So many dossiers at most are counted one by one where the list is narrowed. */
const COUNTED = 10_000;
/** So many at most answer words. */
const SEARCHED = 5_000;
/** Where fewer answer, finding them in an order takes longer than sorting them. */
const FEW = 1_500;

/** A place is counted up to so many. */
const PLACED = 2_000;

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

const filters: Record<keyof WorkFilters, string> = {
  procedure: 'procedure = @procedure',
  statut: 'statut = @statut',
  etape: 'travail.numero IN (SELECT dossier FROM attente WHERE etape = @etape)',
  acteur: 'travail.numero IN (SELECT dossier FROM attente WHERE acteur = @acteur)',
  departement: 'departement = @departement',
  groupement: 'groupement = (SELECT numero FROM instance WHERE id = @groupement)',
  sansGroupement: 'groupement IS NULL',
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
  const prepared = statementsOf(db);
  const shown = db.prepare<[string], Omit<LigneLue, 'attentes'>>(`
    SELECT ${SHOWN} FROM json_each(?) JOIN travail ON numero = value JOIN travail_fiche USING (numero) ORDER BY json_each.key`);
  const awaited = db.prepare<[string], AttenteLue>(`
    SELECT travail_fiche.id AS dossier, etape, libelle, acteur, depuis, limite, certificat, jeu_de_faits.faits
    FROM json_each(?) JOIN attente ON dossier = value JOIN travail_fiche ON travail_fiche.numero = dossier
      LEFT JOIN jeu_de_faits ON jeu_de_faits.numero = attente.jeu ORDER BY rang`);
  const numbered = db.prepare<[string], { numero: number; id: string; retour: string | null }>(`
    SELECT i.numero, i.id, retour
    FROM json_each(?) JOIN instance AS i ON i.id = value JOIN travail ON travail.numero = i.numero`);

  const loads = db.prepare<[string], Charge>(`
    SELECT affecte_a AS compteId, count(*) AS dossiers, sum(limite < ?) AS enRetard
    FROM travail WHERE limite IS NOT NULL GROUP BY affecte_a ORDER BY dossiers DESC, affecte_a`);

  return {
    charges: (jour: string): Charge[] => loads.all(jour),

    lister(query: WorkQuery): LigneLue[] {
      const { limite, decalage } = query;
      const found = prepared<{ numero: number }>(foundBy(query)).all({ ...valuesOf(query), limite, decalage });
      const numeros = JSON.stringify(found.map(({ numero }) => numero));
      const attentes = attentesOf(numeros);
      return shown.all(numeros).map((ligne) => ({ ...ligne, attentes: attentes(ligne.id) }));
    },

    attentes(ids: readonly string[]): ReadonlyMap<string, Attentes> {
      const dossiers = numbered.all(JSON.stringify(ids));
      const attentes = attentesOf(JSON.stringify(dossiers.map(({ numero }) => numero)));
      return new Map(dossiers.map(({ id, retour }) => [id, { retour, attentes: attentes(id) }]));
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
          SELECT affecte_a, limite, limite_etablissement, limite_ans, limite_editeur, renouvellement, retour
          FROM travail WHERE ${where.join(' AND ')} ORDER BY travail.numero LIMIT ${COUNTED})`;
      const nombres = prepared<Comptes['nombres']>(sql).get(values) as Comptes['nombres'];
      return { nombres, plafonne: nombres.tous >= (asked.filtres.mots === undefined ? COUNTED : SEARCHED) };
    },

    situer(order: WorkOrder, id: string, sinon: number | null): PlaceDansListe | null {
      const values = { ...valuesOf(order), dossier: id };
      const reading = readingOf(order);
      const own = prepared<Own>(reading.own).get(values);
      const found =
        own && isSorted(order) ? prepared<Sorted>(reading.found(own)).get({ ...values, ...own }) : undefined;
      if (found) return { ...found, plafonne: false, rang: Math.min(PLACED, found.rang) };
      const total = countIn(order, values);
      const many = { total, plafonne: wheres(order).length > 0 && total >= COUNTED };
      if (!own) return sinon === null ? null : { rang: sinon, ...many, ...leftAt(order, sinon, total) };
      const at = { ...values, ...own };
      const [nearer, tied] = [reading.before(own), reading.tiedBefore].map((which) =>
        prepared<{ n: number }>(`SELECT count(*) AS n FROM (${which} LIMIT ${PLACED})`).get(at),
      );
      const first = (asked: readonly string[]) =>
        asked.reduce<string | null>(
          (found, sql) => found ?? prepared<{ id: string }>(idOf(sql)).get(at)?.id ?? null,
          null,
        );
      const rang = Math.min(PLACED, (nearer?.n ?? 0) + (tied?.n ?? 0));
      return { rang, ...many, avant: first(reading.previous(own)), apres: first(reading.next(own)) };
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

  function countIn(order: WorkOrder, values: object): number {
    const where = [tabs[order.onglet].where, ...wheres(order)].join(' AND ');
    const counted = `SELECT count(*) AS n FROM (SELECT 1 FROM travail WHERE ${where} LIMIT ${COUNTED})`;
    const sql = wheres(order).length > 0 ? counted : countOf(order.onglet);
    return prepared<{ n: number }>(sql).get(values)?.n ?? 0;
  }

  /** Those that stand now around a place that was left. */
  function leftAt(order: WorkOrder, rang: number, attendus: number): Pick<PlaceDansListe, 'avant' | 'apres'> {
    const part = { limite: 2, decalage: Math.max(0, rang - 1) };
    const sql = foundBy({ ...order, ...part, attendus });
    const found = prepared<{ numero: number }>(sql).all({ ...valuesOf(order), ...part });
    const ids = shown.all(JSON.stringify(found.map(({ numero }) => numero))).map((ligne) => ligne.id);
    const [avant = null, apres = null] = rang === 0 ? [null, ids[0]] : ids;
    return { avant, apres };
  }

  /** What dossiers await, whose numbers are a JSON array. */
  function attentesOf(numeros: string): (id: string) => Attente[] {
    const found = Map.groupBy(awaited.all(numeros), ({ dossier }) => dossier);
    return (id) =>
      (found.get(id) ?? []).map(({ dossier: _, faits, ...attente }) => ({
        ...attente,
        faits: JSON.parse(faits ?? '[]'),
      }));
  }
}

/** What is awaited, as it is kept: its facts are a JSON array. */
type AttenteLue = Omit<Attente, 'faits'> & { dossier: string; faits: string | null };

function countOf(name: Onglet): string {
  return `SELECT count(*) AS n FROM travail WHERE ${tabs[name].where}`;
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

/** A dossier of a list, and what orders it there. */
interface Own {
  numero: number;
  clef: string | number | null;
}

type Sorted = Omit<PlaceDansListe, 'plafonne'>;

/** Whether no index has the order of a list, or what narrows it. */
function isSorted(order: WorkOrder): boolean {
  return wheres(order).length > 0 || (order.tri !== 'limite' && order.tri !== 'nom' && order.onglet !== 'tous');
}

/** What reads a list around the dossier of number `@numero` and of key `@clef`. */
function readingOf({ onglet, tri, descendant, ...asked }: WorkOrder) {
  const column = tri === 'limite' ? tabs[onglet].urgent : columns[tri];
  const from = tri === 'nom' ? 'travail_fiche CROSS JOIN travail USING (numero)' : 'travail';
  const either = tri === 'nom' ? 'travail CROSS JOIN travail_fiche USING (numero)' : 'travail';
  const where = [tabs[onglet].where, ...wheres(asked)].join(' AND ');
  const some = (which: string) => `SELECT travail.numero FROM ${from} WHERE ${where} AND ${which}`;
  const [near, far] = descendant ? ['>', '<'] : ['<', '>'];
  const [up, down] = descendant ? ['DESC', 'ASC'] : ['ASC', 'DESC'];
  const tiedBefore = some(`${column} IS @clef AND travail.numero < @numero`);
  const before = ({ clef }: Own) => some(clef === null ? `${column} IS NOT NULL` : `${column} ${near} @clef`);
  return {
    /** All that answer are read once: where few do, or where no index has the order. */
    found({ clef }: Own): string {
      const tied = 'clef IS @clef AND numero';
      const nearer = `(${clef === null ? 'clef IS NOT NULL' : `clef ${near} @clef`} OR ${tied} < @numero)`;
      const beyond = `(${clef === null ? '' : `clef ${far} @clef OR clef IS NULL OR `}${tied} > @numero)`;
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
      `${tiedBefore} ORDER BY travail.numero DESC LIMIT 1`,
      `${before(own)} ORDER BY ${column} ${down}, travail.numero DESC LIMIT 1`,
    ],
    next: ({ clef }: Own) => [
      `${some(`${column} IS @clef AND travail.numero > @numero`)} ORDER BY travail.numero LIMIT 1`,
      ...(clef === null ? [] : [`${some(`${column} ${far} @clef`)} ORDER BY ${column} ${up}, travail.numero LIMIT 1`]),
      ...(clef === null ? [] : [`${some(`${column} IS NULL`)} ORDER BY travail.numero LIMIT 1`]),
    ],
  };
}

function idOf(numero: string): string {
  return `SELECT id FROM travail_fiche WHERE numero = (${numero})`;
}

/** The numbers of the part of the list that is asked for, in its order: many are walked in it, few are found, then sorted. */
function foundBy(query: WorkQuery): string {
  const { onglet, tri, descendant, attendus = 0 } = query;
  const narrowing = wheres(query);
  const isFew = narrowing.length > 0 && attendus < FEW;
  const column = tri === 'limite' ? tabs[onglet].urgent : columns[tri];
  const where = [tabs[onglet].where, ...narrowing].join(' AND ');
  const order = `ORDER BY clef ${descendant ? 'DESC' : 'ASC'} NULLS LAST, numero LIMIT @limite OFFSET @decalage`;
  const [first, second] = isFew ? ['travail', 'travail_fiche'] : ['travail_fiche', 'travail'];
  const tables = tri === 'nom' ? `${first} CROSS JOIN ${second} USING (numero)` : 'travail';
  const found = `SELECT travail.numero AS numero, ${column} AS clef FROM ${tables} WHERE ${where}`;
  return isFew ? `WITH trouve AS MATERIALIZED (${found}) SELECT numero FROM trouve ${order}` : `${found} ${order}`;
}
