import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import type { Site as Fictional } from '../../src/sandbox/demonstration/fiction.ts';
import { DemoError } from './client.ts';

const COLUMNS = [
  'denomination',
  'siret',
  'finess',
  'finess_ej',
  'code_postal',
  'commune',
  'categorie',
  'statut',
] as const;
type Line = Record<(typeof COLUMNS)[number], string>;

/** An establishment as a dossier is opened for it. */
export interface Site extends Omit<Fictional, 'finess'> {
  finess: string | null;
}

/** Establishments by how they ask: the sites of each public legal entity together, the others alone. */
export interface Sites {
  hopitaux: { entite: string; sites: Site[] }[];
  seuls: Site[];
}

/** The establishments of a CSV file, told by its name when it cannot be read. */
export async function loadSites(name: string): Promise<Sites> {
  try {
    return readSites(await readFile(name));
  } catch (cause) {
    if (cause instanceof DemoError) throw cause;
    throw new DemoError(`Le fichier ${name} ne se lit pas : vérifiez son chemin et ses lignes.`, { cause });
  }
}

/** The establishments of a CSV file written by a French office tool: UTF-8 or Windows-1252, stray quotes kept. */
export function readSites(file: Uint8Array): Sites {
  const options = { delimiter: ';', columns: toColumns, relax_quotes: true, skip_empty_lines: true };
  const lines: Line[] = parse(decode(file), options);
  const entities = Map.groupBy(lines, ({ finess_ej, siret }) => finess_ej || siret);
  const isHopital = (entity: Line[]) => entity.length > 1 && entity.some(({ statut }) => /public/i.test(statut));
  return {
    hopitaux: [...entities]
      .filter(([, entity]) => isHopital(entity))
      .map(([entite, entity]) => ({ entite, sites: entity.map(toSite) })),
    seuls: [...entities.values()].filter((entity) => !isHopital(entity)).flatMap((entity) => entity.map(toSite)),
  };
}

function decode(file: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file);
  } catch {
    return new TextDecoder('windows-1252').decode(file);
  }
}

function toColumns(header: string[]): string[] {
  const missing = COLUMNS.filter((column) => !header.includes(column));
  if (missing.length === 0) return header;
  throw new DemoError(`Il manque des colonnes au fichier CSV : ${missing.join(', ')}.`);
}

function toSite({ denomination, siret, finess, code_postal: codePostal, commune }: Line): Site {
  return { denomination, siret: compact(siret), finess: compact(finess) || null, codePostal, commune };
}

function compact(numero: string): string {
  return numero.replace(/\s/g, '');
}
