import { renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import type { FicheImportee } from '../../repertoire.ts';
import { sync } from '../file/copy.ts';
import { orOutage } from '../file/failure.ts';
import { FORMAT, wordsOf } from './repertoire.ts';

const SCHEMA = `
  CREATE TABLE importation (nombre INTEGER NOT NULL, importe_le TEXT NOT NULL) STRICT;
  CREATE TABLE etablissement (
    numero INTEGER PRIMARY KEY,
    finess TEXT NOT NULL UNIQUE,
    finess_ej TEXT,
    siret TEXT,
    denomination TEXT NOT NULL,
    code_postal TEXT NOT NULL,
    commune TEXT NOT NULL,
    categorie TEXT,
    statut TEXT
  ) STRICT;
  CREATE VIRTUAL TABLE mots USING fts5(nom, commune, reste, content='', prefix='2 3 4');`;
const INDEXES = `
  CREATE INDEX etablissement_siret ON etablissement (siret) WHERE siret IS NOT NULL;
  CREATE INDEX etablissement_ej ON etablissement (finess_ej) WHERE finess_ej IS NOT NULL;
  CREATE INDEX etablissement_code_postal ON etablissement (code_postal);
  INSERT INTO mots (mots) VALUES ('optimize');
  PRAGMA user_version = ${FORMAT};`;

/**
 * Makes the directory `file` of what `fiches` gives, in a file apart that takes its place at the end: whoever reads sees the old one whole, or
 * the new one. Of two with the same FINESS, the first counts. Gives how many are held; nothing is changed when `fiches` throws.
 */
export async function buildRepertoire(
  file: string,
  fiches: AsyncIterable<FicheImportee>,
  importeLe: string,
): Promise<number> {
  const made = `${file}.${process.pid}.nouveau`;
  rmSync(made, { force: true });
  try {
    const nombre = await fill(made, fiches, importeLe);
    sync(made);
    renameSync(made, file);
    sync(dirname(file));
    return nombre;
  } finally {
    rmSync(made, { force: true });
    rmSync(`${made}-journal`, { force: true });
  }
}

async function fill(file: string, fiches: AsyncIterable<FicheImportee>, importeLe: string): Promise<number> {
  const db = orOutage(() => new Database(file));
  try {
    db.pragma('journal_mode = OFF');
    db.pragma('synchronous = OFF');
    db.exec(`${SCHEMA} BEGIN`);
    const insert = db.prepare<[FicheImportee]>(`
      INSERT INTO etablissement (finess, finess_ej, siret, denomination, code_postal, commune, categorie, statut)
      VALUES (@finess, @finessEj, @siret, @denomination, @codePostal, @commune, @categorie, @statut)`);
    const index = db.prepare('INSERT INTO mots (rowid, nom, commune, reste) VALUES (?, ?, ?, ?)');
    const seen = new Set<string>();
    for await (const fiche of fiches) {
      if (seen.has(fiche.finess)) continue;
      seen.add(fiche.finess);
      const { lastInsertRowid } = orOutage(() => insert.run(fiche));
      orOutage(() => index.run(lastInsertRowid, ...columnsOf(fiche)));
    }
    db.prepare('INSERT INTO importation VALUES (?, ?)').run(seen.size, importeLe);
    orOutage(() => db.exec(`COMMIT; ${INDEXES}`));
    return seen.size;
  } finally {
    db.close();
  }
}

function columnsOf({ denomination, autresNoms, commune, codePostal, categorie }: FicheImportee): string[] {
  const words = (text: string) => [...new Set(wordsOf(text))].join(' ');
  return [words(denomination), words(commune), words(`${autresNoms} ${codePostal} ${categorie ?? ''}`)];
}
