import type { Database } from 'better-sqlite3';
import type { CasCompte, CasLu, CasStore } from '../../figures.ts';
import type { Avancement } from '../../projection.ts';
import { followingTable } from '../following.ts';
import type { Sync } from '../identities/sync.ts';
import { dayNumber, monthOf } from './days.ts';

/** A stay as it is kept, but whose. */
interface Kept {
  mesure: number;
  debut: number;
  fin: number | null;
}

/** What each case did, and the sums of it, in `db`, whose commits need not be synced one by one. */
export function stayTable(db: Database): Sync<CasStore> {
  const { following, save } = followingTable(db, { projection: 'figures', rows: 'TRUE', touched: 'numero' });
  const read = db.prepare<[string], CasLu>(`
    SELECT i.numero, i.id, i.genre, p.id AS parentId, i.procedure, i.procedure_version AS procedureVersion,
      CASE i.genre WHEN 'dossier' THEN i.procedure WHEN 'certificat' THEN p.procedure ELSE '' END AS parcours,
      CASE WHEN json_valid(i.fiche) THEN i.fiche ELSE '{}' END AS fiche, i.ouvert_le AS ouvertLe
    FROM json_each(?) JOIN instance AS i ON i.numero = value LEFT JOIN instance AS p ON p.numero = i.parent`);
  const last = db.prepare<[], number>('SELECT coalesce(max(numero), 0) FROM instance').pluck();
  const sums = sumsOf(db);
  const replace = stayWriter(db, sums.add);
  const clear = ['sejour', 'sejour_flux', 'sejour_duree'].map((name) => db.prepare(`DELETE FROM ${name}`));

  return {
    ...following,
    nombre: (jusqua) => jusqua ?? last.get() ?? 0,
    commencer: db.transaction((begun: Avancement) => {
      for (const statement of clear) statement.run();
      save(begun);
    }).immediate,
    lire: (numeros) => read.all(JSON.stringify(numeros)),
    ecrire: db.transaction((cas: readonly CasCompte[], reached: Avancement) => {
      for (const one of cas) replace(one);
      sums.write();
      save(reached);
    }).immediate,
  };
}

/** Writes what a case did instead of what was known of it, and tells `add` each stay that comes (1) or goes (-1). */
function stayWriter(db: Database, add: (stay: Kept, times: 1 | -1) => void): (cas: CasCompte) => void {
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
    for (const { quoi, nom, debut, fin } of moments) {
      const mesure = measure({ ...of, quoi, nom });
      const stay = { mesure, debut: dayNumber(debut), fin: fin === null ? null : dayNumber(fin) };
      if (kept.get(keyOf(stay))?.pop()) continue;
      insert.run(instance, ++last, stay.mesure, stay.debut, stay.fin);
      add(stay, 1);
    }
    for (const { numero, ...stay } of [...kept.values()].flat()) {
      remove.run(instance, numero);
      add(stay, -1);
    }
  };
}

function keyOf({ mesure, debut, fin }: Kept): string {
  return `${mesure} ${debut} ${fin}`;
}

/** The numbers of what is counted, each looked for once. */
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
    const numero = known.get(key) ?? find.get(measure) ?? Number(insert.run(measure).lastInsertRowid);
    known.set(key, numero);
    return numero;
  };
}

/** The sums of stays, gathered until they are written: those of several cases of one day are one row. */
function sumsOf(db: Database) {
  const flux = db.prepare(`
    INSERT INTO sejour_flux (mesure, jour, entrees, sorties) VALUES (?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET entrees = entrees + excluded.entrees, sorties = sorties + excluded.sorties`);
  const duree = db.prepare(`
    INSERT INTO sejour_duree (mesure, jours, mois, nombre) VALUES (?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET nombre = nombre + excluded.nombre`);
  const gathered = new Map<string, { statement: typeof flux; key: number[]; sums: number[] }>();

  return {
    /** A stay that ended before it began, as facts told in disorder make it, took no day and is not measured. */
    add({ mesure, debut, fin }: Kept, times: 1 | -1): void {
      gather(flux, [mesure, debut], [times, 0]);
      if (fin === null) return;
      gather(flux, [mesure, Math.max(debut, fin)], [0, times]);
      if (fin >= debut) gather(duree, [mesure, fin - debut, monthOf(fin)], [times]);
    },
    write(): void {
      for (const { statement, key, sums } of gathered.values())
        if (sums.some((sum) => sum !== 0)) statement.run(...key, ...sums);
      gathered.clear();
    },
  };

  function gather(statement: typeof flux, key: number[], more: number[]): void {
    const name = key.join(statement === flux ? ' ' : '/');
    const sums = gathered.get(name)?.sums ?? more.map(() => 0);
    gathered.set(name, { statement, key, sums: sums.map((sum, rank) => sum + (more[rank] ?? 0)) });
  }
}
