import { stringify } from 'csv-stringify/sync';

/** One column: its heading, and its value in a line. */
export interface Column<Line> {
  titre: string;
  valeur(line: Line): string | number | null;
}

export const CSV_TYPE = 'text/csv; charset=utf-8; header=present';

/** The headings, marked as UTF-8 for office tools. */
export function csvHead<Line>(columns: readonly Column<Line>[]): string {
  return `\uFEFF${toText([columns.map(({ titre }) => titre)])}`;
}

/** Lines under those headings. */
export function csvLines<Line>(columns: readonly Column<Line>[], lines: readonly Line[]): string {
  return toText(lines.map((line) => columns.map(({ valeur }) => valeur(line))));
}

/** As French office tools read it; a text that they would compute is shown instead. */
function toText(records: readonly (string | number | null)[][]): string {
  return stringify([...records], {
    delimiter: ';',
    quoted_string: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  });
}
