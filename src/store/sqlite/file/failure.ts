import Database from 'better-sqlite3';
import { StoreOutage } from '../../store.ts';

/** What `step` answers; what the file or the disk refuses is thrown as a StoreOutage, a bug as it is. */
export function orOutage<T>(step: () => T): T {
  try {
    return step();
  } catch (error) {
    throw outage(error) ?? error;
  }
}

/** What `step` answers on the base `file`; that it lacks a table of ours, or holds others, is thrown as a StoreOutage. */
export function orForeign<T>(file: string, step: () => T): T {
  try {
    return step();
  } catch (error) {
    const isForeign = error instanceof Database.SqliteError && /^no such (?:table|column)/.test(error.message);
    throw isForeign ? foreign(file, error) : error;
  }
}

/** `file` is the base of another program, or has lost a part of itself. */
export function foreign(file: string, cause?: unknown): StoreOutage {
  const what = `La base ${file} n’est pas celle de ce programme, ou il lui manque des tables`;
  return new StoreOutage(`${what} : vérifiez son chemin, ou restaurez une sauvegarde.`, { cause });
}

/** What `step` answers; `opened` is closed if it throws. */
export function closeOnError<T>(opened: { close(): unknown }, step: () => T): T {
  try {
    return step();
  } catch (error) {
    opened.close();
    throw error;
  }
}

function outage(error: unknown): StoreOutage | null {
  const reason = error instanceof Database.SqliteError ? error.code.split('_')[1] : undefined;
  const advice = advices[reason ?? ''];
  return advice ? new StoreOutage(`La base ne répond pas : ${advice}.`, { cause: error }) : null;
}

const advices: Record<string, string> = {
  BUSY: 'un autre programme y écrit, fermez-le',
  FULL: 'le disque est plein, libérez de la place',
  IOERR: 'le disque a refusé de lire ou d’écrire, vérifiez-le puis relancez le service',
  CANTOPEN: 'le fichier ne s’ouvre pas, vérifiez son dossier et ses droits',
  READONLY: 'le fichier est en lecture seule, rendez-le inscriptible',
  CORRUPT: 'le fichier est abîmé, restaurez une sauvegarde',
  NOTADB: 'le fichier n’est pas une base SQLite, vérifiez son chemin',
};
