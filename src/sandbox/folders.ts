import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FORGOTTEN = 'oublie';

/** The folder of each sandbox: a new one has a new folder, so that a forgotten one may still be closing. */
export interface Folders {
  /** That of a key, made if it has none. */
  of(cleId: string): string;
  /** It is nobody’s from now on, even after a crash. */
  forget(folder: string): void;
  /** With all that is in it. */
  remove(folder: string): void;
}

/** The folders under `top`, rid of those that were forgotten before. */
export function openFolders(top: string): Folders {
  mkdirSync(top, { recursive: true, mode: 0o700 });
  const remove = (folder: string) => rmSync(folder, { recursive: true, force: true });
  const isForgotten = (folder: string) => existsSync(join(folder, FORGOTTEN));
  const all = () => readdirSync(top).map((name) => join(top, name));
  all().filter(isForgotten).forEach(remove);

  return {
    remove,
    of(cleId) {
      const known = all().find((folder) => folder.startsWith(join(top, `${cleId}.`)) && !isForgotten(folder));
      const folder = known ?? join(top, `${cleId}.${randomBytes(4).toString('hex')}`);
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      return folder;
    },
    forget: (folder) => writeFileSync(join(folder, FORGOTTEN), ''),
  };
}

/** What is kept in `file`; null where nothing is. */
export function readText(file: string): string | null {
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

/** Keeps it in `file`, the whole or nothing of it, whatever stops the machine. */
export function keepText(file: string, text: string): void {
  writeFileSync(`${file}.neuf`, text, { mode: 0o600, flush: true });
  renameSync(`${file}.neuf`, file);
}
