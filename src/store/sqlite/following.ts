import type { Database } from 'better-sqlite3';
import type { Avancement, ProjectionStore, Touches } from '../projection.ts';
import type { Sync } from './table.ts';

/** What a projection is made from: rows of `instance`, and which a line of the journal is about; how it is written. */
interface Scope<Made> {
  /** Its name in `suivi`. */
  projection: string;
  /** Conditions on `instance`. */
  rows: string;
  touched: string;
  write(made: readonly Made[]): void;
  /** What goes before it is made again. */
  clear?(): void;
}

/** Lines that change who is named, without naming anybody. */
export const RENAMING = "'fait.corrige', 'personne.effacee', 'conservation.echue'";

/** A projection of `db`: how far it has come, what is next, and what was made, written with how far that comes. */
export function followingTable<Made>(
  db: Database,
  { projection, rows, touched, write, clear = () => {} }: Scope<Made>,
): Sync<ProjectionStore<Made>> {
  const avancement = db.prepare<[string], Avancement>(
    'SELECT empreinte, rang, construit, total FROM suivi WHERE projection = ?',
  );
  const fin = db.prepare<[], number>('SELECT coalesce(max(rang), 0) FROM journal').pluck();
  const nombre = db.prepare<[number], number>(`SELECT count(*) FROM instance WHERE ${rows} AND numero <= ?`).pluck();
  const apres = db
    .prepare<[number, number], number>(`
      SELECT numero FROM instance WHERE ${rows} AND numero > ? ORDER BY numero LIMIT ?`)
    .pluck();
  const lines = db.prepare<[number, number], { rang: number; numero: number | null; nomme: 0 | 1 }>(`
    SELECT journal.rang, ${touched} AS numero,
      type IN (${RENAMING}) OR (saisie IS NOT NULL AND instr(saisie, '"prenom"') > 0) AS nomme
    FROM journal JOIN instance ON instance.numero = journal.instance
    WHERE journal.rang > ? ORDER BY journal.rang LIMIT ?`);
  const begin = db.prepare(`
    INSERT OR REPLACE INTO suivi (projection, empreinte, rang, construit, total)
    VALUES (@projection, @empreinte, @rang, @construit, @total)`);
  const goOn = db.prepare<[Avancement & { projection: string; fromRang: number; fromConstruit: number | null }]>(`
    UPDATE suivi SET rang = @rang, construit = @construit
    WHERE projection = @projection AND empreinte = @empreinte AND rang = @fromRang
      AND construit IS NOT DISTINCT FROM @fromConstruit`);

  const commencer = (begun: Avancement) => {
    clear();
    begin.run({ ...begun, projection });
  };
  const ecrire = (made: readonly Made[], from: Avancement, reached: Avancement) => {
    const before = { fromRang: from.rang, fromConstruit: from.construit };
    const stands = goOn.run({ ...reached, ...before, projection }).changes === 1;
    if (stands) write(made);
    return stands;
  };

  return {
    avancement: () => avancement.get(projection) ?? null,
    fin: () => fin.get() ?? 0,
    nombre: (jusqua) => nombre.get(jusqua ?? Number.MAX_SAFE_INTEGER) ?? 0,
    apres: (numero, limite) => apres.all(numero, limite),
    touches,
    commencer: db.transaction(commencer).immediate,
    ecrire: db.transaction(ecrire).immediate,
  };

  function touches(rang: number, limite: number): Touches {
    const numeros = new Set<number>();
    const nommes = new Set<number>();
    let jusqua = rang;
    for (const line of lines.all(rang, limite)) {
      jusqua = line.rang;
      if (line.numero === null) continue;
      numeros.add(line.numero);
      if (line.nomme) nommes.add(line.numero);
    }
    return { numeros: [...numeros], nommes, jusqua };
  }
}
