import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FORGOTTEN = 'oublie';

/** The folder of each sandbox under `top`, a new one each time, as a forgotten one may still be closing. */
export function openFolders(top: string) {
  mkdirSync(top, { recursive: true, mode: 0o700 });
  const remove = (folder: string) => rmSync(folder, { recursive: true, force: true });
  const isForgotten = (folder: string) => existsSync(join(folder, FORGOTTEN));
  const all = () => readdirSync(top).map((name) => join(top, name));
  all().filter(isForgotten).forEach(remove);

  return {
    /** With all that is in it. */
    remove,
    /** That of a key, made if it has none. */
    of(cleId: string): string {
      const known = all().find((folder) => folder.startsWith(join(top, `${cleId}.`)) && !isForgotten(folder));
      const folder = known ?? join(top, `${cleId}.${randomBytes(4).toString('hex')}`);
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      return folder;
    },
    /** It is nobody’s from now on, even after a crash. */
    forget: (folder: string) => writeFileSync(join(folder, FORGOTTEN), ''),
  };
}
export type Folders = ReturnType<typeof openFolders>;

/** What is kept in `file`; null where nothing is. */
export function readText(file: string): string | null {
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

/** Keeps it in `file`, the whole or nothing of it, whatever stops the machine. */
export function keepText(file: string, text: string): void {
  writeFileSync(`${file}.neuf`, text, { mode: 0o600, flush: true });
  renameSync(`${file}.neuf`, file);
}
