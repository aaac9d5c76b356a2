import type { Database } from 'better-sqlite3';
import { DAY_MS } from '../../../days.ts';
import type { CasCompte, CasLu, CasStore, Choix, Duree, FigureStore, Presence } from '../../figures.ts';
import { followingTable } from '../following.ts';
import { promised, type Sync } from '../table.ts';

/** A day before all others. */
const EVER = 0;

/** Figures are read on `db` and written on `unsynced`, where losing the end only makes it again. */
export function createFigures(db: Database, unsynced: Database): FigureStore {
  const projection = promised<CasStore>(stayTable(unsynced));
  return { ...promised<Omit<FigureStore, 'projection'>>(figures(db)), projection };
}

function figures(db: Database): Sync<Omit<FigureStore, 'projection'>> {
  return {
    presences: (choix, quoi, depuis, jour) => {
      const dernier = dayNumber(jour);
      const within = 'CASE WHEN jour < @premier THEN @premier WHEN jour > @dernier THEN @dernier ELSE jour END';
      return asked<Presence>(
        `${withFlux(choix)} SELECT nom, sum(entrees - sorties) AS effectif,
          sum(${within} * (sorties - entrees)) + sum(entrees - sorties) * @dernier AS jours
        FROM mesure JOIN flux ON flux.mesure = mesure.numero WHERE ${measured(choix)} GROUP BY nom`,
        { ...choix, quoi, premier: Math.min(firstOf(depuis), dernier), dernier },
      );
    },

    durees: (choix, depuis) => {
      const premier = firstOf(depuis);
      const mois = monthOf(premier) === premier ? premier : monthOf(premier, 1);
      return asked<Duree>(
        `${isOfGroup(choix) ? `WITH ${CHOISI}` : ''}
        SELECT nom, jours, sum(nombre) AS nombre FROM mesure JOIN (${lasted(choix)}) AS ended ON ended.mesure = mesure.numero
        WHERE ${measured(choix)} GROUP BY nom, jours HAVING sum(nombre) > 0 ORDER BY nom, jours`,
        { ...choix, quoi: 'sejour', premier, mois },
      );
    },

    nombres: (choix, quoi, depuis) =>
      asked<{ nom: string; nombre: number }>(
        `${withFlux(choix)} SELECT nom, sum(entrees) AS nombre FROM mesure JOIN flux ON flux.mesure = mesure.numero
        WHERE ${measured(choix)} AND jour >= @premier GROUP BY nom HAVING sum(entrees) > 0`,
        { ...choix, quoi, premier: firstOf(depuis) },
      ),

    parJour: (choix, quoi, depuis) =>
      asked<{ nom: string; jour: number; nombre: number }>(
        `${withFlux(choix)} SELECT nom, jour, sum(entrees) AS nombre
        FROM mesure JOIN flux ON flux.mesure = mesure.numero
        WHERE ${measured(choix)} AND jour >= @premier GROUP BY nom, jour HAVING sum(entrees) > 0`,
        { ...choix, quoi, premier: firstOf(depuis) },
      ).map(({ jour, ...one }) => ({ ...one, jour: dayText(jour) })),
  };

  function asked<Row>(sql: string, values: object): Row[] {
    return db.prepare<[object], Row>(sql).all(values);
  }
}

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

/** What each case did, and the sums of it, in `db`, whose commits need not be synced one by one. */
function stayTable(db: Database): Sync<CasStore> {
  const read = db.prepare<[string], CasLu>(`
    SELECT i.numero, i.id, i.genre, p.id AS parentId, i.procedure, i.procedure_version AS procedureVersion,
      CASE i.genre WHEN 'dossier' THEN i.procedure WHEN 'certificat' THEN p.procedure ELSE '' END AS parcours,
      CASE WHEN json_valid(i.fiche) THEN i.fiche ELSE '{}' END AS fiche, i.ouvert_le AS ouvertLe
    FROM json_each(?) JOIN instance AS i ON i.numero = value LEFT JOIN instance AS p ON p.numero = i.parent`);
  const last = db.prepare<[], number>('SELECT coalesce(max(numero), 0) FROM instance').pluck();
  const replace = stayWriter(db);
  const writeSums = sumWriter(db);
  const clear = ['sejour', 'sejour_flux', 'sejour_duree'].map((name) => db.prepare(`DELETE FROM ${name}`));

  return {
    ...followingTable<CasCompte>(db, {
      projection: 'figures',
      rows: 'TRUE',
      touched: 'numero',
      write: (cas) => writeSums(cas.flatMap(replace)),
      clear: () => clear.forEach((statement) => void statement.run()),
    }),
    nombre: (jusqua) => jusqua ?? last.get() ?? 0,
    lire: (numeros) => read.all(JSON.stringify(numeros)),
  };
}

/** Writes what a case did instead of what was known of it; gives the stays that came (1) and those that went (-1). */
function stayWriter(db: Database): (cas: CasCompte) => Changed[] {
  const known = db.prepare<[number], Kept & { numero: number }>(
    'SELECT numero, mesure, debut, fin FROM sejour WHERE instance = ? ORDER BY numero',
  );
  const remove = db.prepare('DELETE FROM sejour WHERE instance = ? AND numero = ?');
  const insert = db.prepare('INSERT INTO sejour (instance, numero, mesure, debut, fin) VALUES (?, ?, ?, ?, ?)');
  const measure = measureTable(db);
  return ({ numero: instance, moments, ...of }) => {
    const before = known.all(instance);
    let last = before.at(-1)?.numero ?? 0;
    const kept = Map.groupBy(before, keyOf);
    const come: Changed[] = moments.flatMap(({ quoi, nom, debut, fin }) => {
      const mesure = measure({ ...of, quoi, nom });
      const stay = { mesure, debut: dayNumber(debut), fin: fin === null ? null : dayNumber(fin) };
      if (kept.get(keyOf(stay))?.pop()) return [];
      insert.run(instance, ++last, stay.mesure, stay.debut, stay.fin);
      return [{ ...stay, times: 1 }];
    });
    const gone: Changed[] = [...kept.values()].flat().map(({ numero, ...stay }) => {
      remove.run(instance, numero);
      return { ...stay, times: -1 };
    });
    return [...come, ...gone];
  };
}

function keyOf({ mesure, debut, fin }: Kept): string {
  return `${mesure} ${debut} ${fin}`;
}

/** The numbers of what is counted; one that is new is looked for once more, since what wrote it may be undone. */
function measureTable(db: Database) {
  const find = db
    .prepare<[object], number>(
      'SELECT numero FROM mesure WHERE (quoi, parcours, procedure, nom) = (@quoi, @parcours, @procedure, @nom)',
    )
    .pluck();
  const insert = db.prepare(
    'INSERT INTO mesure (quoi, parcours, procedure, nom) VALUES (@quoi, @parcours, @procedure, @nom)',
  );
  const known = new Map<string, number>();
  return (measure: { quoi: string; parcours: string; procedure: string; nom: string }): number => {
    const key = `${measure.quoi} ${measure.parcours} ${measure.procedure} ${measure.nom}`;
    const found = known.get(key) ?? find.get(measure);
    if (found === undefined) return Number(insert.run(measure).lastInsertRowid);
    known.set(key, found);
    return found;
  };
}

/** Adds stays to the sums that are kept, those of several cases of one day in one row. */
function sumWriter(db: Database): (changed: readonly Changed[]) => void {
  const flux = db.prepare(`
    INSERT INTO sejour_flux (mesure, jour, entrees, sorties) VALUES (?, ?, ?, ?)
    ON CONFLICT (mesure, jour) DO UPDATE SET entrees = entrees + excluded.entrees, sorties = sorties + excluded.sorties`);
  const duree = db.prepare(`
    INSERT INTO sejour_duree (mesure, jours, mois, nombre) VALUES (?, ?, ?, ?)
    ON CONFLICT (mesure, jours, mois) DO UPDATE SET nombre = nombre + excluded.nombre`);

  return (changed) => {
    const entries = changed.map(({ mesure, debut, times }) => ({ key: [mesure, debut], sums: [times, 0] }));
    const ended = changed.flatMap(({ fin, ...stay }) => (fin === null ? [] : [{ ...stay, fin }]));
    const exits = ended.map(({ mesure, debut, fin, times }) => ({
      key: [mesure, Math.max(debut, fin)],
      sums: [0, times],
    }));
    for (const { key, sums } of summed([...entries, ...exits])) flux.run(...key, ...sums);
    const lengths = ended.filter(({ debut, fin }) => fin >= debut);
    const told = lengths.map(({ mesure, debut, fin, times }) => ({
      key: [mesure, fin - debut, monthOf(fin)],
      sums: [times],
    }));
    for (const { key, sums } of summed(told)) duree.run(...key, ...sums);
  };
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
