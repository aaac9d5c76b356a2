import { isUtf8 } from 'node:buffer';
import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { SaxesParser } from 'saxes';
import { fold } from '../fold.ts';

/** What the register says of one establishment, by the names of its own fields. */
export type Champs = Readonly<Partial<Record<Champ, string>>>;

/** One establishment of an extract; `ligne` is where it begins in the file, from 1. */
export interface Fiche {
  ligne: number;
  champs: Champs;
}

/** This file is no extract of the register; the message says in French what to do. */
export class ExtractError extends Error {
  override name = 'ExtractError';
}

/** The fields of the register that are read, with the headings under which office tools write them again. */
const headings = {
  nofinesset: ['nofinesset', 'finess', 'finess et', 'finess geographique', 'n finess', 'n finess geographique'],
  nofinessej: ['nofinessej', 'finess ej', 'finess juridique', 'n finess ej', 'entite juridique'],
  rs: ['rs', 'denomination', 'raison sociale', 'nom'],
  rslongue: ['rslongue', 'raison sociale longue'],
  libcommune: ['libcommune', 'commune', 'ville'],
  codepostal: ['codepostal', 'code postal', 'cp'],
  ligneacheminement: ['ligneacheminement', 'ligne acheminement'],
  libcategetab: ['libcategetab', 'categorie', 'libelle categorie'],
  siret: ['siret', 'n siret'],
  libsph: ['libsph', 'statut'],
  typefermeture: ['typefermeture'],
} as const satisfies Record<string, readonly string[]>;
type Champ = keyof typeof headings;

/** The public extract has no headings: its columns, by their rank after the word `structureet`. */
const STRUCTUREET = 'structureet';
const RANKS = { nofinesset: 1, nofinessej: 2, rs: 3, rslongue: 4, ligneacheminement: 15, libcategetab: 19 } as const;
const LAST_RANKS = { siret: 22, libsph: 27 } as const;
const COLUMNS = 28;

const CHUNK = 1 << 20;
const SIGNATURES: readonly (readonly [signature: string, what: string])[] = [
  ['PK\u0003\u0004', 'une archive ou un classeur : décompressez-la, ou enregistrez-le au format CSV'],
  ['\u001f\u008b', 'une archive : décompressez-la'],
  ['%PDF', 'un document PDF : prenez l’extraction CSV ou XML'],
];
const EXPECTED = 'l’extraction FINESS telle qu’elle se télécharge (CSV ou XML), ou un CSV dont la première ligne nomme';

/** The establishments of an extract of the register, in the order of the file: XML, the public CSV, or a CSV with headings. */
export async function* readExtract(bytes: Buffer): AsyncGenerator<Fiche> {
  const start = bytes
    .subarray(0, 4096)
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '');
  const other = SIGNATURES.find(([signature]) => start.startsWith(signature));
  if (other) throw new ExtractError(`Ce fichier est ${other[1]}, puis recommencez.`);
  if (start.trim() === '') throw new ExtractError(`Ce fichier est vide : il faut ${EXPECTED} les colonnes.`);
  if (start.trimStart().startsWith('<')) yield* readXml(bytes);
  else yield* readCsv(bytes, start);
}

/** Latin letters of the register’s older extracts, unless they are UTF-8. */
function* textOf(bytes: Buffer): Generator<string> {
  const decoder = new TextDecoder(isUtf8(bytes) ? 'utf-8' : 'windows-1252');
  for (let at = 0; at < bytes.length; at += CHUNK)
    yield decoder.decode(bytes.subarray(at, at + CHUNK), { stream: at + CHUNK < bytes.length });
}

function* readXml(bytes: Buffer): Generator<Fiche> {
  const parser = new SaxesParser({ fragment: false });
  let found: Fiche[] = [];
  let fields: Partial<Record<Champ, string>> | null = null;
  let ligne = 0;
  let text = '';
  parser.on('error', (error) => {
    throw new ExtractError(`Ce XML ne se lit plus à la ligne ${parser.line} : ${error.message}`);
  });
  parser.on('opentag', ({ name }) => {
    if (name === STRUCTUREET) [fields, ligne] = [{}, parser.line];
    text = '';
  });
  parser.on('text', (more) => {
    text += more;
  });
  parser.on('closetag', ({ name }) => {
    if (name === STRUCTUREET && fields) {
      found.push({ ligne, champs: fields });
      fields = null;
    } else if (fields && name in headings) fields[name as Champ] = text;
  });
  for (const chunk of textOf(bytes)) {
    parser.write(chunk);
    yield* found;
    found = [];
  }
  parser.close();
  yield* found;
}

async function* readCsv(bytes: Buffer, start: string): AsyncGenerator<Fiche> {
  const [first = '', second = ''] = start.split(/\r?\n/);
  const isPublic = [first, second].some((line) => line.startsWith(`${STRUCTUREET};`));
  const above = isPublic && !first.startsWith(STRUCTUREET) ? 1 : 0;
  const delimiter = separatorOf(isPublic ? `${STRUCTUREET};` : first);
  let next = above + 1;
  const numbered = (record: string[], { lines }: { lines: number }) => {
    const ligne = next;
    next = lines + 1;
    return { ligne, record };
  };
  /** The public extract quotes nothing: its names hold quotes that open and never close. */
  const parser = parse({
    delimiter,
    from_line: above + 1,
    quote: isPublic ? null : '"',
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    bom: true,
    on_record: numbered as never,
  });
  Readable.from(textOf(bytes)).pipe(parser);
  let champOf = isPublic ? publicColumns : null;
  try {
    for await (const { ligne, record } of parser as AsyncIterable<ReturnType<typeof numbered>>) {
      if (!champOf) champOf = namedColumns(record);
      else if (!isPublic || record[0] === STRUCTUREET) yield { ligne, champs: champOf(record) };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new ExtractError(`Un guillemet ouvert à la ligne ${next} n’est jamais refermé : corrigez-la.`, {
      cause: error,
    });
  }
}

function separatorOf(line: string): string {
  const count = (sign: string) => line.split(sign).length;
  return [';', '\t', ',', '|'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

function publicColumns(record: readonly string[]): Champs {
  const ranks = record.length >= COLUMNS ? { ...RANKS, ...LAST_RANKS } : RANKS;
  return Object.fromEntries(Object.entries(ranks).map(([champ, rank]) => [champ, record[rank] ?? '']));
}

function namedColumns(record: readonly string[]): (cells: readonly string[]) => Champs {
  const folded = record.map(fold);
  const ranks = Object.entries(headings).flatMap(([champ, names]) => {
    const rank = folded.findIndex((heading) => (names as readonly string[]).includes(heading));
    return rank < 0 ? [] : [[champ, rank] as const];
  });
  const known = ranks.map(([champ]) => champ);
  const missing = [
    known.includes('nofinesset') ? [] : ['le N° FINESS'],
    known.includes('rs') ? [] : ['la raison sociale'],
    known.includes('codepostal') || known.includes('ligneacheminement') ? [] : ['le code postal'],
  ].flat();
  if (missing.length > 0)
    throw new ExtractError(`Ce fichier n’est pas reconnu : il faut ${EXPECTED} ${missing.join(', ')}.`);
  return (cells) => Object.fromEntries(ranks.map(([champ, rank]) => [champ, cells[rank] ?? '']));
}
