import type {
  Attente,
  Charge,
  Comptes,
  EtapeAttendue,
  LigneLue,
  PlaceDansListe,
  WorkOrder,
  WorkStore,
} from '../../work.ts';
import { all, asked, cell, type Engine, one, seen, type Work, type Works } from '../work.ts';
import {
  COUNTED,
  countOf,
  countsOf,
  filters,
  foundBy,
  idOf,
  isNarrowed,
  isSorted,
  type Own,
  onglets,
  readingOf,
  SEARCHED,
  valuesOf,
} from './questions.ts';

/** A place is counted up to so many. */
const PLACED = 2_000;

const SHOWN = `
  travail_fiche.id, version, denomination, siret, finess, commune, groupement_nom AS groupementNom, personnes, procedure, statut,
  restant, departement, affecte_a AS affecteA,
  (SELECT i.id FROM instance AS i WHERE i.numero = travail.groupement) AS groupementId`;

const shown = all<[string], Omit<LigneLue, 'attentes'>>(`
  SELECT ${SHOWN} FROM json_each(?) AS j JOIN travail ON numero = CAST(j.value AS BIGINT)
    JOIN travail_fiche USING (numero) ORDER BY j.key`);
const awaited = all<[string], AttenteLue>(`
  SELECT travail_fiche.id AS dossier, etape, libelle, acteur, depuis, limite, certificat, jeu_de_faits.faits
  FROM json_each(?) AS j JOIN attente ON dossier = CAST(j.value AS BIGINT)
    JOIN travail_fiche ON travail_fiche.numero = attente.dossier
    LEFT JOIN jeu_de_faits ON jeu_de_faits.numero = attente.jeu ORDER BY rang`);
const numbered = all<[string], { numero: number; id: string; retour: string | null }>(`
  SELECT i.numero, i.id, retour
  FROM json_each(?) AS j JOIN instance AS i ON i.id = j.value JOIN travail ON travail.numero = i.numero`);
const charges = all<[string], Charge>(`
  SELECT affecte_a AS compteId, count(*) AS dossiers, count(*) FILTER (WHERE limite < ?) AS enRetard
  FROM travail WHERE limite IS NOT NULL GROUP BY affecte_a ORDER BY dossiers DESC, affecte_a NULLS FIRST`);

/** Reads the worklist. */
export function workList(engine: Engine) {
  const { dialect } = engine;
  const several = seen(engine, {
    *lister(query) {
      const { limite, decalage } = query;
      const numeros = yield* numbersOf(foundBy(dialect, query), { ...valuesOf(dialect, query), limite, decalage });
      const attentes = yield* attentesOf(numeros);
      return (yield* shown(numeros)).map((ligne) => ({ ...ligne, attentes: attentes(ligne.id) }));
    },

    *attentes(ids) {
      const dossiers = yield* numbered(JSON.stringify(ids));
      const attentes = yield* attentesOf(JSON.stringify(dossiers.map(({ numero }) => numero)));
      return new Map(dossiers.map(({ id, retour }) => [id, { retour, attentes: attentes(id) }]));
    },

    *compter(asked) {
      const values = valuesOf(dialect, asked);
      if (!isNarrowed(asked)) {
        const counts: [string, number][] = [];
        for (const onglet of onglets)
          counts.push([onglet, yield* count(countOf(dialect, { ...asked, onglet }), values)]);
        return { nombres: Object.fromEntries(counts) as Comptes['nombres'], plafonne: false };
      }
      const nombres = (yield* one(countsOf(dialect, asked))(values)) as Comptes['nombres'];
      return { nombres, plafonne: nombres.tous >= (asked.filtres.mots === undefined ? COUNTED : SEARCHED) };
    },

    *situer(order, id, sinon) {
      const values = { ...valuesOf(dialect, order), dossier: id };
      const reading = readingOf(dialect, order);
      const own = yield* one<[object], Own>(reading.own)(values);
      const at = { ...values, ...own };
      const found = own && isSorted(order) ? yield* one<[object], Sorted>(reading.found(own))(at) : null;
      if (found) return { ...found, plafonne: false, rang: Math.min(PLACED, found.rang) };
      const total = yield* count(countOf(dialect, order), values);
      const many = { total, plafonne: isNarrowed(order) && total >= COUNTED };
      if (!own) return sinon === null ? null : { rang: sinon, ...many, ...(yield* leftAt(order, sinon, total)) };
      const [avant, apres] = [yield* first(reading.previous(own), at), yield* first(reading.next(own), at)];
      const nearer = yield* placed(reading.before(own), at);
      const tied = yield* placed(reading.tiedBefore(own), at);
      return { rang: Math.min(PLACED, nearer + tied), ...many, avant, apres };
    },
  } satisfies Partial<Works<WorkStore>>);

  return {
    ...several,
    ...asked(engine, {
      charges,
      attendues(parmi) {
        const where = (['procedure', 'groupement'] as const)
          .filter((name) => parmi[name] !== null)
          .map((name) => filters[name](dialect));
        const few =
          where.length === 0 ? '' : `WHERE dossier IN (SELECT numero FROM travail WHERE ${where.join(' AND ')})`;
        return all<[object], EtapeAttendue>(`
          SELECT etape, count(DISTINCT dossier) AS effectif FROM attente ${few} GROUP BY etape ORDER BY etape`)(parmi);
      },
    } satisfies Partial<Works<WorkStore>>),
  };

  /** Those that stand now around a place that was left. */
  function* leftAt(order: WorkOrder, rang: number, attendus: number): Work<Pick<PlaceDansListe, 'avant' | 'apres'>> {
    const part = { limite: 2, decalage: Math.max(0, rang - 1) };
    const sql = foundBy(dialect, { ...order, ...part, attendus });
    const numeros = yield* numbersOf(sql, { ...valuesOf(dialect, order), ...part });
    const ids = (yield* shown(numeros)).map((ligne) => ligne.id);
    const [avant = null, apres = null] = rang === 0 ? [null, ids[0]] : ids;
    return { avant, apres };
  }
}

/** The numbers that a question finds, as a JSON array. */
function* numbersOf(sql: string, values: object): Work<string> {
  const found = yield* all<[object], { numero: number }>(sql)(values);
  return JSON.stringify(found.map(({ numero }) => numero));
}

function* count(sql: string, values: object): Work<number> {
  return (yield* cell<[object], number>(sql)(values)) ?? 0;
}

function placed(which: string, at: object): Work<number> {
  return count(`SELECT count(*) FROM (${which} LIMIT ${PLACED}) AS placed`, at);
}

/** The id that the first of some questions finds. */
function* first(questions: readonly string[], at: object): Work<string | null> {
  for (const sql of questions) {
    const id = yield* cell<[object], string>(idOf(sql))(at);
    if (id !== null) return id;
  }
  return null;
}

/** What dossiers await, whose numbers are a JSON array. */
function* attentesOf(numeros: string): Work<(id: string) => Attente[]> {
  const found = Map.groupBy(yield* awaited(numeros), ({ dossier }) => dossier);
  return (id) =>
    (found.get(id) ?? []).map(({ dossier: _, faits, ...attente }) => ({
      ...attente,
      faits: JSON.parse(faits ?? '[]'),
    }));
}

/** What is awaited, as it is kept: its facts are a JSON array. */
type AttenteLue = Omit<Attente, 'faits'> & { dossier: string; faits: string | null };

type Sorted = Omit<PlaceDansListe, 'plafonne'>;
