import { CsvError, parse } from 'csv-parse/sync';
import { err, ok, type Result } from '../result.ts';
import { type Colonne, columnNamed, isLabel, isUseless } from './spellings.ts';

/** How far headings are looked for below a title. */
const HEAD = 20;
/** What the extraction of FINESS begins its lines of establishments by; it has no headings, but for these columns by their rank. */
const FINESS = 'structureet';
/** What follows « finess » on its first line. */
const ETALAB = 'etalab';
const FINESS_RANKS: readonly (readonly [colonne: Colonne, rang: number, titre: string])[] = [
  ['finess', 1, 'nofinesset'],
  ['denomination', 3, 'rs'],
  ['acheminement', 15, 'ligneacheminement'],
  ['siret', 22, 'siret'],
];
const FINESS_WIDTH = 32;

/** Where each known column is, and the headings that say nothing to us. */
export interface Headings {
  rangs: ReadonlyMap<Colonne, number>;
  /** As the file writes it. */
  titres: ReadonlyMap<Colonne, string>;
  /** Columns that are not read, and whether a value there may matter to whoever sent it. */
  ignorees: { titre: string; rang: number; importe: boolean }[];
  /** How many cells the line of headings has. */
  largeur: number;
}

/** The headings of a table, their line (0 for an extraction of FINESS, which has none), and the lines below. */
export interface Headed {
  headings: Headings;
  at: number;
  below: readonly Record[];
}

/** How many of our columns a line names. */
export function countKnown(cells: readonly string[]): number {
  return new Set(cells.map(columnNamed).filter((colonne) => colonne !== null)).size;
}

/** The heading that two rows of headings make of one column: what the upper one says of the lower, where we know it. */
export function joinHeadings(parent: string, child: string): string {
  if (parent === '' || parent === child) return child;
  const joined = [`${parent} ${child}`, `${child} ${parent}`].find((heading) => columnNamed(heading) !== null);
  if (joined !== undefined) return joined;
  const known = columnNamed(parent);
  return known === null || known === 'denomination' ? child : `${parent} ${child}`;
}

/** The first line that names an identifier, among those that come before any data. */
export function findHeadings(records: readonly Record[]): Result<Headed, string> {
  const establishments = records.filter(({ cellules: [section] }) => section === FINESS);
  for (const [rank, { ligne, cellules }] of records.slice(0, HEAD).entries()) {
    if (cellules[0] === FINESS && establishments.length > 0)
      return ok({ headings: finessHeadings(), at: 0, below: establishments });
    const headings = readHeadings(cellules);
    if (cellules[1] === ETALAB) continue;
    if (!headings.rangs.has('siret') && !headings.rangs.has('finess')) continue;
    const below = records.slice(rank + 1);
    if (below.length === 0) return err('Ce tableau n’a que sa ligne d’en-tête : ajoutez une ligne par site.');
    return ok({ headings, at: ligne, below });
  }
  return err(
    'Aucune ligne d’en-tête ne nomme les colonnes : il faut au moins « N° FINESS » ou « N° SIRET », puis une ligne par site.',
  );
}

function finessHeadings(): Headings {
  return {
    rangs: new Map(FINESS_RANKS.map(([colonne, rang]) => [colonne, rang])),
    titres: new Map(FINESS_RANKS.map(([colonne, , titre]) => [colonne, titre])),
    ignorees: [],
    largeur: FINESS_WIDTH,
  };
}

/** Reads a line as headings; of two columns with the same name the first counts, but a label before its code. */
function readHeadings(cells: readonly string[]): Headings {
  const rangs = new Map<Colonne, number>();
  const titres = new Map<Colonne, string>();
  const ignorees: Headings['ignorees'] = [];
  for (const [rang, cell] of cells.entries()) {
    const titre = cell.trim();
    const colonne = columnNamed(cell);
    const known = colonne === null ? undefined : rangs.get(colonne);
    if (colonne !== null && (known === undefined || (colonne === 'commune' && isLabel(titre)))) {
      if (known !== undefined) ignorees.push({ titre: titres.get(colonne) ?? '', rang: known, importe: false });
      rangs.set(colonne, rang);
      titres.set(colonne, titre);
      continue;
    }
    if (titre !== '') ignorees.push({ titre, rang, importe: isMissed(titre, colonne) });
  }
  return { rangs, titres, ignorees, largeur: cells.length };
}

/** A second name of the place misleads nobody; a second contract would. */
function isMissed(titre: string, colonne: Colonne | null): boolean {
  return colonne === null ? !isUseless(titre) : !['denomination', 'commune', 'codePostal'].includes(colonne);
}

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
interface Table {
  separateur: Separateur;
  lignes: Record[];
}

const MAX_CELLS = 60;
const MAX_CELL = 2_000;

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
