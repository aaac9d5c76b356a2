import type { Database } from 'better-sqlite3';
import { DAY_MS } from '../../../days.ts';
import type { CasCompte, CasLu, CasStore } from '../../figures.ts';
import type { Avancement } from '../../projection.ts';
import { followingTable } from '../following.ts';
import type { Sync } from '../table.ts';

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
export function stayTable(db: Database): Sync<CasStore> {
  const { following, begin, goOn } = followingTable(db, { projection: 'figures', rows: 'TRUE', touched: 'numero' });
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
    ...following,
    nombre: (jusqua) => jusqua ?? last.get() ?? 0,
    commencer: db.transaction((begun: Avancement) => {
      for (const statement of clear) statement.run();
      begin(begun);
    }).immediate,
    lire: (numeros) => read.all(JSON.stringify(numeros)),
    ecrire: db.transaction((cas: readonly CasCompte[], from: Avancement, reached: Avancement) => {
      if (!goOn(from, reached)) return false;
      writeSums(cas.flatMap(replace));
      return true;
    }).immediate,
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
export function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY_MS;
}

/** The same the other way round. */
export function dayText(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** The first day of the month of a day, or of one that comes so many months after. */
export function monthOf(day: number, after = 0): number {
  const date = new Date(day * DAY_MS);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + after, 1) / DAY_MS;
}
