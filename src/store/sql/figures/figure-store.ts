import { DAY_MS } from '../../../days.ts';
import type { CasCompte, CasLu, CasStore, Choix, Duree, FigureStore, Presence } from '../../figures.ts';
import { followingTable } from '../following.ts';
import { all, asked, cell, type Engine, run, type Work, type Works } from '../work.ts';

/** A day before all others. */
const EVER = 0;

/** Figures are read on `engine` and written on `unsynced`, where losing the end only makes it again. */
export function createFigures(engine: Engine, unsynced: Engine): FigureStore {
  return { ...asked(engine, figures), projection: stayTable(unsynced) };
}

const figures = {
  presences: (choix, quoi, depuis, jour) => {
    const dernier = dayNumber(jour);
    const within = 'CASE WHEN jour < @premier THEN @premier WHEN jour > @dernier THEN @dernier ELSE jour END';
    return all<[object], Presence>(
      `${withFlux(choix)} SELECT nom, sum(entrees - sorties) AS effectif,
        sum(${within} * (sorties - entrees)) + sum(entrees - sorties) * @dernier AS jours
      FROM mesure JOIN flux ON flux.mesure = mesure.numero WHERE ${measured(choix)} GROUP BY nom ORDER BY nom`,
    )({ ...choix, quoi, premier: Math.min(firstOf(depuis), dernier), dernier });
  },

  durees: (choix, depuis) => {
    const premier = firstOf(depuis);
    const mois = monthOf(premier) === premier ? premier : monthOf(premier, 1);
    return all<[object], Duree>(
      `${isOfGroup(choix) ? `WITH ${CHOISI}` : ''}
      SELECT nom, jours, sum(nombre) AS nombre FROM mesure JOIN (${lasted(choix)}) AS ended ON ended.mesure = mesure.numero
      WHERE ${measured(choix)} GROUP BY nom, jours HAVING sum(nombre) > 0 ORDER BY nom, jours`,
    )({ ...choix, quoi: 'sejour', premier, mois });
  },

  nombres: (choix, quoi, depuis) =>
    all<[object], { nom: string; nombre: number }>(
      `${withFlux(choix)} SELECT nom, sum(entrees) AS nombre FROM mesure JOIN flux ON flux.mesure = mesure.numero
      WHERE ${measured(choix)} AND jour >= @premier GROUP BY nom HAVING sum(entrees) > 0 ORDER BY nom`,
    )({ ...choix, quoi, premier: firstOf(depuis) }),

  *parJour(choix, quoi, depuis) {
    const found = yield* all<[object], { nom: string; jour: number; nombre: number }>(
      `${withFlux(choix)} SELECT nom, jour, sum(entrees) AS nombre
      FROM mesure JOIN flux ON flux.mesure = mesure.numero
      WHERE ${measured(choix)} AND jour >= @premier GROUP BY nom, jour HAVING sum(entrees) > 0 ORDER BY nom, jour`,
    )({ ...choix, quoi, premier: firstOf(depuis) });
    return found.map(({ jour, ...one }) => ({ ...one, jour: dayText(jour) }));
  },
} satisfies Works<Omit<FigureStore, 'projection'>>;

/** How long stays were: by whole months as it is kept, and from the stays themselves in a part of a month or of a groupement. */
function lasted(choix: Choix): string {
  const some = `mesure IN (SELECT numero FROM mesure WHERE ${measured(choix)})`;
  const each = 'SELECT mesure, fin - debut AS jours, count(*) AS nombre FROM';
  if (isOfGroup(choix)) return `${each} ${OWN} WHERE fin >= @premier AND fin >= debut GROUP BY mesure, fin - debut`;
  return `
    SELECT mesure, jours, sum(nombre) AS nombre FROM sejour_duree WHERE ${some} AND mois >= @mois GROUP BY mesure, jours
    UNION ALL
    ${each} sejour WHERE ${some} AND fin >= @premier AND fin < @mois AND fin >= debut GROUP BY mesure, fin - debut`;
}

function firstOf(depuis: string | null): number {
  return depuis === null ? EVER : dayNumber(depuis);
}

/** Conditions on what is counted. */
function measured(choix: Choix): string {
  if ('procedure' in choix) return 'quoi = @quoi AND mesure.procedure = @procedure';
  return `quoi = @quoi AND parcours ${choix.parcours === null ? "<> ''" : '= @parcours'}`;
}

function isOfGroup(choix: Choix): boolean {
  return 'groupement' in choix && choix.groupement !== null;
}

/** The dossiers of a groupement and their certificates: few enough for their stays to be summed when they are asked for. */
const CHOISI = `
  site (numero) AS (SELECT numero FROM instance WHERE parent = (SELECT numero FROM instance WHERE id = @groupement)),
  choisi (numero) AS (
    SELECT numero FROM site UNION ALL SELECT numero FROM instance WHERE parent IN (SELECT numero FROM site))`;
const OWN = 'choisi JOIN sejour ON sejour.instance = choisi.numero';

/** How many stays began and ended on each day, as it is kept or of a groupement. */
function withFlux(choix: Choix): string {
  if (!isOfGroup(choix)) return 'WITH flux AS (SELECT mesure, jour, entrees, sorties FROM sejour_flux)';
  return `WITH ${CHOISI}, flux (mesure, jour, entrees, sorties) AS MATERIALIZED (
    SELECT mesure, debut, 1, 0 FROM ${OWN}
    UNION ALL
    SELECT mesure, CASE WHEN fin < debut THEN debut ELSE fin END, 0, 1 FROM ${OWN} WHERE fin IS NOT NULL)`;
}

/** A stay as it is kept, but whose. */
interface Kept {
  mesure: number;
  debut: number;
  fin: number | null;
}

/** A stay that came or went, so many times. */
interface Changed extends Kept {
  times: 1 | -1;
}

const read = all<[string], CasLu>(`
  SELECT i.numero, i.id, i.genre, p.id AS parentId, i.procedure, i.procedure_version AS procedureVersion,
    CASE i.genre WHEN 'dossier' THEN i.procedure WHEN 'certificat' THEN p.procedure ELSE '' END AS parcours,
    CASE WHEN json_valid(i.fiche) THEN i.fiche ELSE '{}' END AS fiche, i.ouvert_le AS ouvertLe
  FROM json_each(?) AS j JOIN instance AS i ON i.numero = CAST(j.value AS BIGINT)
    LEFT JOIN instance AS p ON p.numero = i.parent`);
const last = cell<[], number>('SELECT coalesce(max(numero), 0) FROM instance');
const clearing = ['sejour', 'sejour_flux', 'sejour_duree'].map((name) => run<[]>(`DELETE FROM ${name}`));

/** What each case did, and the sums of it, on an engine whose commits need not be synced one by one. */
function stayTable(engine: Engine): CasStore {
  return {
    ...followingTable<CasCompte>(engine, {
      projection: 'figures',
      rows: 'TRUE',
      touched: 'numero',
      *write(cas) {
        const measure = measures();
        const changed: Changed[] = [];
        for (const one of cas) changed.push(...(yield* writeStays(one, measure)));
        yield* writeSums(changed);
      },
      *clear() {
        for (const clear of clearing) yield* clear();
      },
    }),
    ...asked(engine, {
      *nombre(jusqua) {
        return jusqua ?? (yield* last()) ?? 0;
      },
      lire: (numeros) => read(JSON.stringify(numeros)),
    } satisfies Partial<Works<CasStore>>),
  };
}

const staysOf = all<[number], Kept & { numero: number }>(
  'SELECT numero, mesure, debut, fin FROM sejour WHERE instance = ? ORDER BY numero',
);
const remove = run<[number, number]>('DELETE FROM sejour WHERE instance = ? AND numero = ?');
const insert = run<[number, number, number, number, number | null]>(
  'INSERT INTO sejour (instance, numero, mesure, debut, fin) VALUES (?, ?, ?, ?, ?)',
);

/** Writes what a case did instead of what was known of it; gives the stays that came (1) and those that went (-1). */
function* writeStays(
  { numero: instance, moments, ...of }: CasCompte,
  measure: ReturnType<typeof measures>,
): Work<Changed[]> {
  const before = yield* staysOf(instance);
  let last = before.at(-1)?.numero ?? 0;
  const kept = Map.groupBy(before, keyOf);
  const changed: Changed[] = [];
  for (const { quoi, nom, debut, fin } of moments) {
    const mesure = yield* measure({ ...of, quoi, nom });
    const stay = { mesure, debut: dayNumber(debut), fin: fin === null ? null : dayNumber(fin) };
    if (kept.get(keyOf(stay))?.pop()) continue;
    yield* insert(instance, ++last, stay.mesure, stay.debut, stay.fin);
    changed.push({ ...stay, times: 1 });
  }
  for (const { numero, ...stay } of [...kept.values()].flat()) {
    yield* remove(instance, numero);
    changed.push({ ...stay, times: -1 });
  }
  return changed;
}

function keyOf({ mesure, debut, fin }: Kept): string {
  return `${mesure} ${debut} ${fin}`;
}

interface Measure {
  quoi: string;
  parcours: string;
  procedure: string;
  nom: string;
}

const findMeasure = cell<[Measure], number>(
  'SELECT numero FROM mesure WHERE (quoi, parcours, procedure, nom) = (@quoi, @parcours, @procedure, @nom)',
);
const addMeasure = cell<[Measure], number>(
  'INSERT INTO mesure (quoi, parcours, procedure, nom) VALUES (@quoi, @parcours, @procedure, @nom) RETURNING numero',
);

/** The numbers of what is counted, looked for once in a transaction: what wrote one that is new may be undone. */
function measures() {
  const known = new Map<string, number>();
  return function* (measure: Measure): Work<number> {
    const key = `${measure.quoi} ${measure.parcours} ${measure.procedure} ${measure.nom}`;
    const found = known.get(key) ?? (yield* findMeasure(measure)) ?? Number(yield* addMeasure(measure));
    known.set(key, found);
    return found;
  };
}

const addFlux = run<number[]>(`
  INSERT INTO sejour_flux (mesure, jour, entrees, sorties) VALUES (?, ?, ?, ?)
  ON CONFLICT (mesure, jour) DO UPDATE SET
    entrees = sejour_flux.entrees + excluded.entrees, sorties = sejour_flux.sorties + excluded.sorties`);
const addDuree = run<number[]>(`
  INSERT INTO sejour_duree (mesure, jours, mois, nombre) VALUES (?, ?, ?, ?)
  ON CONFLICT (mesure, jours, mois) DO UPDATE SET nombre = sejour_duree.nombre + excluded.nombre`);

/** Adds stays to the sums that are kept, those of several cases of one day in one row. */
function* writeSums(changed: readonly Changed[]): Work<void> {
  const entries = changed.map(({ mesure, debut, times }) => ({ key: [mesure, debut], sums: [times, 0] }));
  const ended = changed.flatMap(({ fin, ...stay }) => (fin === null ? [] : [{ ...stay, fin }]));
  const exits = ended.map(({ mesure, debut, fin, times }) => ({
    key: [mesure, Math.max(debut, fin)],
    sums: [0, times],
  }));
  for (const { key, sums } of summed([...entries, ...exits])) yield* addFlux(...key, ...sums);
  const lengths = ended.filter(({ debut, fin }) => fin >= debut);
  const told = lengths.map(({ mesure, debut, fin, times }) => ({
    key: [mesure, fin - debut, monthOf(fin)],
    sums: [times],
  }));
  for (const { key, sums } of summed(told)) yield* addDuree(...key, ...sums);
}

interface Sums {
  key: number[];
  sums: number[];
}

/** One for each key, those that come to nothing left out. */
function summed(some: readonly Sums[]): Sums[] {
  const all = new Map<string, Sums>();
  for (const { key, sums } of some) {
    const name = key.join();
    const known = all.get(name)?.sums;
    all.set(name, { key, sums: known ? known.map((sum, rank) => sum + (sums[rank] ?? 0)) : sums });
  }
  return [...all.values()].filter(({ sums }) => sums.some((sum) => sum !== 0));
}

/** A day (YYYY-MM-DD) as a number: those since 1970. */
function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY_MS;
}

/** The same the other way round. */
function dayText(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** The first day of the month of a day, or of one that comes so many months after. */
function monthOf(day: number, after = 0): number {
  const date = new Date(day * DAY_MS);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + after, 1) / DAY_MS;
}
