import { stringify } from 'csv-stringify/sync';
import { countKnown, cutTable, findHeadings, type Headed, type Record, type Separateur } from './headings.ts';
import { type Colonne, colonnes } from './spellings.ts';

/** What opens a site that has none: it may be added to a table that lacks it. */
const OPENING = ['denomination', 'siret', 'finess', 'codePostal', 'commune'] as const;

/** A cell of a line, under the heading that the file gives it. */
export interface LineField {
  colonne: Colonne;
  titre: string;
  valeur: string;
}

/** What a cell says now. */
export interface Amendment {
  ligne: number;
  colonne: string;
  valeur: string;
}

/** The cells that may be corrected on each of these lines, by its number; nothing for a table that does not read. */
export function fieldsOf(texte: string, lignes: ReadonlySet<number>): ReadonlyMap<number, LineField[]> {
  const read = readTable(texte);
  const wanted = read?.headed.below.filter(({ ligne }) => lignes.has(ligne)) ?? [];
  return new Map(wanted.map((record) => [record.ligne, read ? fieldsIn(record, read.headed) : []]));
}

/** The table with some cells said otherwise, each line where it was; a column that it lacks is added to its headings. */
export function amendTable(texte: string, amendments: readonly Amendment[]): string {
  const read = readTable(texte);
  if (!read) return texte;
  const { headed, separateur, records } = read;
  const byLine = Map.groupBy(amendments, ({ ligne }) => ligne);
  const changed = headed.below.flatMap((record) => {
    const said = fieldsIn(record, headed).flatMap((field) => {
      const told = byLine.get(record.ligne)?.find(({ colonne }) => colonne === field.colonne);
      return told && told.valeur.trim() !== field.valeur
        ? [{ colonne: field.colonne, valeur: told.valeur.trim() }]
        : [];
    });
    return said.length > 0 ? [{ record, said }] : [];
  });
  if (changed.length === 0) return texte;
  const isNew = (colonne: Colonne) => !headed.headings.rangs.has(colonne);
  const added = [...new Set(changed.flatMap(({ said }) => said.map(({ colonne }) => colonne)).filter(isNew))];
  const places = new Map([
    ...headed.headings.rangs,
    ...added.map((colonne, rank) => [colonne, headed.headings.largeur + rank] as const),
  ]);
  const lines = texte.split(/\r\n|\r|\n/);
  const rewrite = (record: Record, cells: ReadonlyMap<number, string>) => {
    const width = Math.max(record.cellules.length, ...[...cells.keys()].map((rank) => rank + 1));
    const row = Array.from({ length: width }, (_, rank) => cells.get(rank) ?? record.cellules[rank] ?? '');
    const next = records[records.indexOf(record) + 1]?.ligne ?? lines.length + 1;
    lines.fill('', record.ligne - 1, next - 1);
    lines[record.ligne - 1] = lineOf(row, separateur);
  };
  const head = records.find(({ ligne }) => ligne === headed.at);
  if (head && added.length > 0)
    rewrite(head, new Map(added.map((colonne) => [places.get(colonne) ?? 0, titleOf(colonne)])));
  for (const { record, said } of changed)
    rewrite(record, new Map(said.map(({ colonne, valeur }) => [places.get(colonne) ?? 0, valeur])));
  return lines.join('\n');
}

function readTable(texte: string): { headed: Headed; separateur: Separateur; records: Record[] } | null {
  const table = cutTable(texte, countKnown);
  const headed = table.ok ? findHeadings(table.value.lignes) : table;
  if (!table.ok || !headed.ok) return null;
  return { headed: headed.value, separateur: table.value.separateur, records: table.value.lignes };
}

function fieldsIn({ cellules }: Record, { headings, at }: Headed): LineField[] {
  const { rangs, titres } = headings;
  const known = [...rangs].map(([colonne, rang]) => ({
    colonne,
    titre: titres.get(colonne) ?? '',
    valeur: (cellules[rang] ?? '').trim(),
  }));
  const isMissing = (colonne: Colonne) =>
    !rangs.has(colonne) && !(rangs.has('acheminement') && (colonne === 'codePostal' || colonne === 'commune'));
  const missing = at === 0 ? [] : OPENING.filter(isMissing);
  return [...known, ...missing.map((colonne) => ({ colonne, titre: colonnes[colonne], valeur: '' }))];
}

function titleOf(colonne: Colonne): string {
  return colonne === 'acheminement' ? '' : colonnes[colonne];
}

function lineOf(cells: readonly string[], delimiter: Separateur): string {
  const row = cells.map((cell) => cell.replace(/\s+/g, ' '));
  return stringify([row], { delimiter, record_delimiter: '\n' }).trimEnd();
}
