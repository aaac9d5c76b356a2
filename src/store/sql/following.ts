import type { Avancement, ProjectionStore } from '../projection.ts';
import { columns } from './columns.ts';
import { all, asked, cell, column, type Engine, one, run, type Work, type Works, written } from './work.ts';

/** What a projection is made from: rows of `instance`, and which a line of the journal is about; how it is written. */
interface Scope<Made> {
  /** Its name in `suivi`. */
  projection: string;
  /** Conditions on `instance`. */
  rows: string;
  touched: string;
  write(made: readonly Made[]): Work<void>;
  /** What goes before it is made again. */
  clear?(): Work<void>;
}

/** Lines that change who is named, without naming anybody. */
export const RENAMING = "'fait.corrige', 'personne.effacee', 'conservation.echue'";

const SUIVI = columns<Avancement>('empreinte', 'rang', 'construit', 'total');
const stage = one<[string], Avancement>(`SELECT ${SUIVI.shown} FROM suivi WHERE projection = ?`);
const lastRang = cell<[], number>('SELECT coalesce(max(rang), 0) FROM journal');
const begin = run<[Avancement & { projection: string }]>(`
  INSERT INTO suivi (projection, ${SUIVI.names}) VALUES (@projection, ${SUIVI.values})
  ON CONFLICT (projection) DO UPDATE SET ${SUIVI.renewed}`);
const goOn = run<[Avancement & { projection: string; fromRang: number; fromConstruit: number | null }]>(`
  UPDATE suivi SET rang = @rang, construit = @construit
  WHERE projection = @projection AND empreinte = @empreinte AND rang = @fromRang
    AND construit IS NOT DISTINCT FROM @fromConstruit`);

/** A projection: how far it has come, what is next, and what was made, written with how far that comes. */
export function followingTable<Made>(
  engine: Engine,
  { projection, rows, touched, write, clear }: Scope<Made>,
): ProjectionStore<Made> {
  const count = cell<[number], number>(`SELECT count(*) FROM instance WHERE ${rows} AND numero <= ?`);
  const next = column<[number, number], number>(`
    SELECT numero FROM instance WHERE ${rows} AND numero > ? ORDER BY numero LIMIT ?`);
  const lines = all<[number, number], { rang: number; numero: number | null; nomme: 0 | 1 }>(`
    SELECT journal.rang, ${touched} AS numero,
      type IN (${RENAMING}) OR (saisie IS NOT NULL AND instr(saisie, '"prenom"') > 0) AS nomme
    FROM journal JOIN instance ON instance.numero = journal.instance
    WHERE journal.rang > ? ORDER BY journal.rang LIMIT ?`);

  return {
    ...asked(engine, {
      avancement: () => stage(projection),
      *fin() {
        return (yield* lastRang()) ?? 0;
      },
      *nombre(jusqua) {
        return (yield* count(jusqua ?? Number.MAX_SAFE_INTEGER)) ?? 0;
      },
      apres: (numero, limite) => next(numero, limite),
      *touches(rang, limite) {
        const numeros = new Set<number>();
        const nommes = new Set<number>();
        let jusqua = rang;
        for (const line of yield* lines(rang, limite)) {
          jusqua = line.rang;
          if (line.numero === null) continue;
          numeros.add(line.numero);
          if (line.nomme) nommes.add(line.numero);
        }
        return { numeros: [...numeros], nommes, jusqua };
      },
    } satisfies Partial<Works<ProjectionStore<Made>>>),
    ...written(engine, {
      *commencer(begun) {
        yield* begin({ ...begun, projection });
        if (clear) yield* clear();
      },
      *ecrire(made, from, reached) {
        const before = { fromRang: from.rang, fromConstruit: from.construit };
        const stands = (yield* goOn({ ...reached, ...before, projection })) === 1;
        if (stands) yield* write(made);
        return stands;
      },
    } satisfies Partial<Works<ProjectionStore<Made>>>),
  };
}
