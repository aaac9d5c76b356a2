import { type CellObject, type Range, read, SSF, type WorkSheet } from '@e965/xlsx';
import { stringify } from 'csv-stringify/sync';
import { strFromU8, strToU8, Unzip, UnzipInflate, type Unzipped, zipSync } from 'fflate';
import { err, ok, type Result } from '../result.ts';
import { countKnown, joinHeadings } from './headings.ts';

/** As much as a workbook may hold once inflated. */
const MAX_OCTETS = 4 * 1024 * 1024;
const MAX_PARTS = 500;
/** So many bytes are inflated at once, a thousand times as many at most coming out. */
const STEP = 8 * 1024;
const MAX_ROWS = 2_100;
/** Rows that say the same are of one site: more of them would tell nothing. */
const MAX_TWINS = 5;
/** One more than a table may have, so that it is told. */
const MAX_COLUMNS = 61;
/** Among so many rows the headings are looked for. */
const HEAD = 20;
const VISIBLE = 0;

/** What is asked of whoever sent a workbook that does not read. */
const AGAIN =
  'Ce classeur ne se lit pas : il est abîmé ou protégé par un mot de passe. Enregistrez-le sans mot de passe, ou au format « CSV UTF-8 », puis déposez ce fichier.';
const TOO_LARGE = 'Ce classeur est trop grand : gardez la seule feuille de l’état des lieux, une ligne par site.';

/** The sheet that holds the table, as lines cut by semicolons that keep its row numbers, and what is to be known of the rest. */
export interface Sheet {
  texte: string;
  format: 'xlsx' | 'ods';
  remarques: string[];
}

/** Reads a workbook of Excel or LibreOffice as it is shown: dates in French, merged cells filled. */
export function readWorkbook(bytes: Uint8Array): Result<Sheet, string> {
  const parts = inflate(bytes);
  if (!parts.ok) return parts;
  const content = parts.value['content.xml'];
  const xml = content ? strFromU8(content) : '';
  if (content) parts.value['content.xml'] = strToU8(withoutRepeats(xml));
  const sheets = sheetsOf(parts.value, hiddenIn(xml));
  if (!sheets.ok) return sheets;
  const [best] = sheets.value.filter(({ masquee }) => !masquee).sort((a, b) => b.score - a.score);
  if (!best) return err('Toutes les feuilles de ce classeur sont masquées : affichez celle de l’état des lieux.');
  const texte = stringify(best.rows, { delimiter: ';', record_delimiter: '\n' });
  return ok({ texte, format: content ? 'ods' : 'xlsx', remarques: remarksOn(best, sheets.value) });
}

/** The parts that hold cells, pictures left out; bounded by what comes out, whatever the archive says of it. */
function inflate(bytes: Uint8Array): Result<Unzipped, string> {
  const parts: Unzipped = {};
  let [octets, count] = [0, 0];
  const archive = new Unzip((file) => {
    if (!/(?:\.xml|\.rels|^mimetype)$/.test(file.name) || /drawing|media|comments/i.test(file.name)) return;
    const chunks: Uint8Array[] = [];
    count += 1;
    file.ondata = (error, chunk, isLast) => {
      octets += chunk?.length ?? 0;
      if (error || octets > MAX_OCTETS || count > MAX_PARTS) throw error ?? new RangeError(TOO_LARGE);
      chunks.push(chunk);
      if (isLast) parts[file.name] = new Uint8Array(Buffer.concat(chunks));
    };
    file.start();
  });
  archive.register(UnzipInflate);
  try {
    for (let from = 0; from < bytes.length; from += STEP)
      archive.push(bytes.subarray(from, from + STEP), from + STEP >= bytes.length);
    return ok(parts);
  } catch (error) {
    return err(error instanceof RangeError ? TOO_LARGE : AGAIN);
  }
}

/** LibreOffice writes a million empty rows as one: no number of times is believed past what is read. */
function withoutRepeats(xml: string): string {
  let left = MAX_ROWS;
  return xml.replace(/<table:table-row\b[^>]*?(?:\/>|>.*?<\/table:table-row>)/gs, (row) => {
    let wide = MAX_COLUMNS;
    const narrow = row.replace(/(number-columns-repeated=["'])(\d+)/g, (_, name: string, times: string) => {
      const kept = Math.max(1, Math.min(Number(times), wide));
      wide -= kept;
      return `${name}${kept}`;
    });
    return narrow.replace(/(number-rows-repeated=["'])(\d+)/, (_, name: string, times: string) => {
      const kept = Math.max(1, Math.min(Number(times), row.includes('value-type') ? MAX_TWINS : left));
      left -= kept;
      return `${name}${kept}`;
    });
  });
}

/** The names of the sheets that a workbook of LibreOffice hides, which the library does not tell. */
function hiddenIn(xml: string): ReadonlySet<string> {
  const styles = [
    ...xml.matchAll(/<style:style [^>]*style:name="([^"]*)"[^>]*style:family="table"[^>]*>(.*?)<\/style:style>/gs),
  ];
  const hidden = new Set(styles.flatMap(([, name, body]) => (body?.includes('table:display="false"') ? [name] : [])));
  const tables = [...xml.matchAll(/<table:table [^>]*>/g)].map(([tag]) => tag);
  const attribute = (tag: string, name: string) => new RegExp(`table:${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
  return new Set(tables.filter((tag) => hidden.has(attribute(tag, 'style-name'))).map((tag) => attribute(tag, 'name')));
}

interface Found {
  nom: string;
  masquee: boolean;
  rows: string[][];
  /** How many rows and columns the workbook hides. */
  caches: number;
  /** How many of our columns its best row names. */
  score: number;
}

function sheetsOf(parts: Unzipped, hidden: ReadonlySet<string>): Result<Found[], string> {
  try {
    const book = read(zipSync(parts, { level: 0 }), {
      type: 'array',
      dense: true,
      cellNF: true,
      cellStyles: true,
      cellHTML: false,
      sheetRows: MAX_ROWS,
    });
    return ok(
      book.SheetNames.map((nom, rank) => {
        const sheet = book.Sheets[nom] ?? {};
        const rows = rowsOf(sheet, book.Workbook?.WBProps?.date1904 === true);
        const masquee = (book.Workbook?.Sheets?.[rank]?.Hidden ?? VISIBLE) !== VISIBLE || hidden.has(nom);
        const caches = [...(sheet['!rows'] ?? []), ...(sheet['!cols'] ?? [])].filter((one) => one?.hidden).length;
        return { nom, masquee, rows, caches, score: Math.max(0, ...rows.slice(0, HEAD).map(countKnown)) };
      }),
    );
  } catch {
    return err(AGAIN);
  }
}

function rowsOf(sheet: WorkSheet, date1904: boolean): string[][] {
  const cells = ((sheet as { '!data'?: (CellObject | undefined)[][] })['!data'] ?? []).slice(0, MAX_ROWS);
  const rows = Array.from(cells, (row) =>
    Array.from((row ?? []).slice(0, MAX_COLUMNS), (cell) => shown(cell, date1904)),
  );
  const merges = sheet['!merges'] ?? [];
  fill(rows, merges);
  joinHeads(rows, merges);
  return rows;
}

/** As the office tool shows it; a day as it is written in France, a long number whole. */
function shown(cell: CellObject | undefined, date1904: boolean): string {
  if (!cell || cell.v === undefined) return '';
  const { v, z, w } = cell;
  if (typeof v === 'boolean') return v ? 'VRAI' : 'FAUX';
  if (typeof v !== 'number' || cell.t === 'e')
    return String(w ?? v)
      .replace(/\s+/g, ' ')
      .trim();
  if (z !== undefined && SSF.is_date(String(z))) return SSF.format('dd/mm/yyyy', v, { date1904 });
  return z === undefined || z === 'General' || w === undefined ? String(v) : w.trim();
}

/** Each cell of a merged area holds what the area shows; areas that overlap, which no office tool writes, end it. */
function fill(rows: string[][], merges: readonly Range[]): void {
  let left = MAX_ROWS * MAX_COLUMNS;
  for (const { s: from, e: to } of merges) {
    const text = rows[from.r]?.[from.c] ?? '';
    const last = Math.min(to.c, MAX_COLUMNS - 1);
    for (const row of rows.slice(from.r, to.r + 1)) {
      if (left <= 0) return;
      left -= last - from.c + 1;
      for (let c = from.c; c <= last; c++) row[c] = text;
    }
  }
}

/** « Carte CDE » merged above « O/N » and « Fin » makes two headings of one row. */
function joinHeads(rows: string[][], merges: readonly Range[]): void {
  const rank = rows.slice(0, HEAD).findIndex((row) => countKnown(Array.from(row, (cell) => cell ?? '')) > 0);
  const isParent = (r: number) => merges.some(({ s, e }) => s.r === r && e.r === r && e.c > s.c);
  const above = [rank, rank - 1].find((r) => r >= 0 && isParent(r));
  const [parents, children] = above === undefined ? [] : [rows[above], rows[above + 1]];
  if (above === undefined || !parents || !children) return;
  rows[above + 1] = Array.from(children, (child = '', c) => joinHeadings(parents[c] ?? '', child));
  rows[above] = [];
}

function remarksOn(best: Found, all: readonly Found[]): string[] {
  const others = all.filter((sheet) => sheet !== best && sheet.rows.length > 0);
  const named = others.map(({ nom, masquee }) => (masquee ? `« ${nom} » (masquée)` : `« ${nom} »`));
  const sheets = `Feuille lue : « ${best.nom} ». Non lues : ${named.join(', ')}.`;
  const cells = 'Des lignes ou des colonnes masquées dans le classeur sont lues comme les autres.';
  return [...(others.length > 0 ? [sheets] : []), ...(best.caches > 0 ? [cells] : [])];
}
