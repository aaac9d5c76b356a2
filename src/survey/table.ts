import { CsvError, parse } from 'csv-parse/sync';
import { err, ok, type Result } from '../result.ts';

/** One line of a table; `ligne` is where it begins in the file, from 1, as a text editor counts. */
export interface Record {
  ligne: number;
  cellules: string[];
}

export const separateurs = {
  ';': 'point-virgule',
  ',': 'virgule',
  '\t': 'tabulation',
  '|': 'barre verticale',
} as const;
export type Separateur = keyof typeof separateurs;

/** The separator and the lines of a table, empty ones left out. */
export interface Table {
  separateur: Separateur;
  lignes: Record[];
}

const MAX_CELLS = 60;
const MAX_CELL = 2_000;
/** How far headings are looked for below a title. */
const HEAD = 20;

/** Cuts a text into lines and cells, by the separator whose columns `recognizes` knows most of. */
export function cutTable(texte: string, recognizes: (cells: readonly string[]) => number): Result<Table, string> {
  const { body, declared, skipped } = announced(texte.replace(/\r\n?/g, '\n'));
  const separateur = declared ?? separatorOf(body, recognizes);
  const cut = records(body, separateur, Number.POSITIVE_INFINITY);
  const lignes = cut.lines
    .map(({ ligne, cellules }) => ({ ligne: ligne + skipped, cellules }))
    .filter(({ cellules }) => cellules.some((cell) => cell.trim() !== ''));
  if (cut.broken !== null)
    return err(`Un guillemet ouvert à la ligne ${cut.broken + skipped} n’est jamais refermé : corrigez cette ligne.`);
  const wide = lignes.find(({ cellules }) => cellules.length > MAX_CELLS);
  if (wide) return err(`La ligne ${wide.ligne} a plus de ${MAX_CELLS} colonnes : gardez celles de l’état des lieux.`);
  const long = lignes.find(({ cellules }) => cellules.some((cell) => cell.length > MAX_CELL));
  if (long) return err(`Une cellule de la ligne ${long.ligne} dépasse ${MAX_CELL} caractères : raccourcissez-la.`);
  return ok({ separateur, lignes });
}

/** Excel reads « sep=; » on the first line as an order, not as data. */
function announced(texte: string): { body: string; declared: Separateur | null; skipped: number } {
  const [line, sign] = /^sep=(.)[^\S\n]*(?:\n|$)/i.exec(texte) ?? [];
  if (line === undefined || sign === undefined || !(sign in separateurs))
    return { body: texte, declared: null, skipped: 0 };
  return { body: texte.slice(line.length), declared: sign as Separateur, skipped: 1 };
}

function separatorOf(body: string, recognizes: (cells: readonly string[]) => number): Separateur {
  const start = body.slice(0, 20_000);
  const best = (Object.keys(separateurs) as Separateur[])
    .map((separateur) => ({ separateur, score: scoreOf(records(start, separateur, HEAD).lines, recognizes) }))
    .reduce((left, right) => (right.score > left.score ? right : left));
  return best.separateur;
}

function scoreOf(lines: readonly Record[], recognizes: (cells: readonly string[]) => number): number {
  return Math.max(0, ...lines.map(({ cellules }) => recognizes(cellules)));
}

interface Cut {
  lines: Record[];
  /** The line on which a quote opens that never closes; null for none. */
  broken: number | null;
}

function records(body: string, delimiter: Separateur, to: number): Cut {
  const lines: Record[] = [];
  let next = 1;
  const keep = (cellules: string[], { lines: end }: { lines: number }) => {
    lines.push({ ligne: next, cellules });
    next = end + 1;
    return null;
  };
  const options = { delimiter, record_delimiter: '\n', relax_quotes: true, relax_column_count: true };
  try {
    parse(body, { ...options, ...(Number.isFinite(to) && { to }), on_record: keep as never });
  } catch (error) {
    if (error instanceof CsvError) return { lines, broken: next };
    throw error;
  }
  return { lines, broken: null };
}
