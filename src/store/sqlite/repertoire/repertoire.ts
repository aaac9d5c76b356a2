import { statSync } from 'node:fs';
import Database, { type Statement } from 'better-sqlite3';
import { fold } from '../../../fold.ts';
import type { EtatRepertoire, FicheEtablissement, Repertoire } from '../../repertoire.ts';
import { orOutage } from '../file/failure.ts';

/** What a reader must find, or it reads nothing: the file is made again from the register. */
export const FORMAT = 1;

const AT_MOST = 300;
/** Beyond it a name is told by its first words. */
const MAX_WORDS = 8;
/** Above every digit and capital, so that it ends what begins with a prefix. */
const END = '~';

const COLUMNS = `e.finess, e.finess_ej AS finessEj, e.siret, e.denomination, e.code_postal AS codePostal, e.commune,
  e.categorie, e.statut`;
/** A name tells more than a commune, which tells more than what an establishment is; the shorter name comes first. */
const BY_WORDS = `
  SELECT ${COLUMNS} FROM mots JOIN etablissement e ON e.numero = mots.rowid
  WHERE mots MATCH @mots ORDER BY bm25(mots, 4, 2, 1), length(e.denomination), e.finess LIMIT @limite`;
/** The identifier itself comes first, then those that begin so; a FINESS whose zero a table ate is found. */
const BY_NUMBER = `
  SELECT ${COLUMNS} FROM etablissement e WHERE numero IN (
    SELECT numero FROM etablissement WHERE siret >= @n AND siret < @fin
    UNION SELECT numero FROM etablissement WHERE finess >= @n AND finess < @fin
    UNION SELECT numero FROM etablissement WHERE finess = '0' || @n
    UNION SELECT numero FROM etablissement WHERE finess_ej = @n
    UNION SELECT numero FROM etablissement WHERE code_postal = @n)
  ORDER BY e.finess IS @n OR e.siret IS @n DESC, '0' || @n = e.finess DESC, e.finess_ej IS @n DESC, e.denomination, e.finess
  LIMIT @limite`;

interface Opened {
  db: Database.Database;
  etat: EtatRepertoire;
  byWords: Statement<[object], FicheEtablissement>;
  byNumber: Statement<[object], FicheEtablissement>;
  byFiness: Statement<[string], FicheEtablissement>;
  ofEntity: Statement<[string, number], FicheEtablissement>;
}

/** Where the directory of a base is. */
export function fileOfRepertoire(base: string): string {
  return `${base}.etablissements`;
}

/** The directory kept in `file`, which need not be there; the one that another import puts in its place is read at the next look-up. */
export function openRepertoire(file: string): Repertoire & { close(): void } {
  let opened: Opened | null = null;
  let print = '';

  return {
    etat: () => current()?.etat ?? null,
    chercher(texte, limite) {
      const found = current();
      if (!found) return [];
      const n = numberIn(texte);
      const numbered = n && orOutage(() => found.byNumber.all({ n, fin: `${n}${END}`, limite }));
      if (numbered && numbered.length > 0) return numbered;
      const mots = wordsOf(texte).slice(0, MAX_WORDS);
      if (mots.length === 0) return [];
      const match = mots.map((mot) => `"${mot}"*`).join(' ');
      return orOutage(() => found.byWords.all({ mots: match, limite }));
    },
    lire: (finess) => orOutage(() => current()?.byFiness.get(finess) ?? null),
    deLEntite: (finessEj) => orOutage(() => current()?.ofEntity.all(finessEj, AT_MOST) ?? []),
    close: () => void opened?.db.close(),
  };

  function current(): Opened | null {
    const found = statSync(file, { throwIfNoEntry: false });
    const seen = found ? `${found.ino} ${found.mtimeMs} ${found.size}` : '';
    if (seen === print) return opened;
    opened?.db.close();
    opened = found ? open(file) : null;
    print = seen;
    return opened;
  }
}

/** Null for what is no directory, or that of another version of this program: openings do without it until the next import. */
function open(file: string): Opened | null {
  const db = openReadable(file);
  if (!db) return null;
  const etat = db.prepare<[], EtatRepertoire>('SELECT nombre, importe_le AS importeLe FROM importation').get();
  return {
    db,
    etat: etat ?? { nombre: 0, importeLe: '' },
    byWords: db.prepare(BY_WORDS),
    byNumber: db.prepare(BY_NUMBER),
    byFiness: db.prepare(`SELECT ${COLUMNS} FROM etablissement e WHERE finess = ?`),
    ofEntity: db.prepare(`SELECT ${COLUMNS} FROM etablissement e WHERE finess_ej = ? ORDER BY finess LIMIT ?`),
  };
}

function openReadable(file: string): Database.Database | null {
  const db = orOutage(() => new Database(file, { readonly: true, fileMustExist: true }));
  try {
    if (db.pragma('user_version', { simple: true }) === FORMAT) return db;
  } catch (error) {
    if (!(error instanceof Database.SqliteError) || !/NOTADB|CORRUPT/.test(error.code)) throw error;
  }
  db.close();
  return null;
}

const SAINT = /\bsaint(e?)(s?)\b/g;

/** The words of a name as they are indexed and searched: no case nor accent, SAINT as ST; single letters are left out. */
export function wordsOf(text: string): string[] {
  return fold(text)
    .replace(SAINT, 'st$1$2')
    .split(' ')
    .filter((word) => word.length > 1 || /\d/.test(word));
}

/** What is searched as a number: digits alone, however they are grouped, at least four; A and B are those of Corsica. */
function numberIn(text: string): string | null {
  const glued = text.replace(/[\s.\-\u00A0\u202F]/g, '').toUpperCase();
  return /^(\d{4,14}|2[AB]\d{2,7})$/.test(glued) ? glued : null;
}
