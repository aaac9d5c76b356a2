import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nomsDeTexte, type Place, type Places, type Textes } from '../places.ts';
import { openSqliteStore } from './sqlite-store.ts';

const BASE = 'base.sqlite';
const FORGOTTEN = 'oublie';
const FILLED = 'pret';

/** A folder under `top` for each place; this process alone uses them. */
export function folderPlaces(top: string): Places {
  let known: Map<string, string> | null = null;
  return {
    of: async (cle) => placeIn(folders().get(cle) ?? make(cle)),
    isFilled: async (cle) => existsSync(join(folders().get(cle) ?? top, FILLED)),
    async fill(cle, how) {
      const half = folders().get(cle);
      if (half !== undefined) remove(half);
      const place = placeIn(make(cle));
      const store = await place.open();
      try {
        await how(store);
      } finally {
        await store.close();
      }
      writeFileSync(join(place.nom, FILLED), '');
    },
    forget: async (cle) => forget(cle),
    close: async () => {},
  };

  function folders(): Map<string, string> {
    known ??= found(top);
    return known;
  }

  function make(cle: string): string {
    const folder = join(top, `${cle}.${randomBytes(4).toString('hex')}`);
    folders().set(cle, folder);
    return folder;
  }

  function forget(cle: string): Place | null {
    const folder = folders().get(cle);
    if (folder === undefined) return null;
    const place = placeIn(folder);
    writeFileSync(join(folder, FORGOTTEN), '');
    folders().delete(cle);
    return place;
  }
}

/** The folders that were not forgotten, by their keys; the others are removed. */
function found(top: string): Map<string, string> {
  const all = existsSync(top) ? readdirSync(top).map((name) => ({ name, folder: join(top, name) })) : [];
  const { true: forgotten = [], false: others = [] } = Object.groupBy(all, ({ folder }) => `${isForgotten(folder)}`);
  for (const { folder } of forgotten) remove(folder);
  return new Map(others.map(({ name, folder }) => [name.slice(0, name.lastIndexOf('.')), folder]));
}

function placeIn(folder: string): Place {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const pathOf = (name: string) => join(folder, name);
  const size = (name: string) => statSync(pathOf(name), { throwIfNoEntry: false })?.size ?? 0;
  return {
    nom: folder,
    open: async () => openSqliteStore({ file: pathOf(BASE), copieAPart: false }),
    textes: async () => (isForgotten(folder) ? null : textesIn(folder)),
    keepText: async (nom, texte) => keepText(pathOf(nom), texte),
    explain: async (error) => error,
    octets: async () => size(BASE) + size(`${BASE}-wal`),
    remove: async () => remove(folder),
  };
}

function textesIn(folder: string): Textes {
  const kept = nomsDeTexte.filter((nom) => existsSync(join(folder, nom)));
  return Object.fromEntries(kept.map((nom) => [nom, readFileSync(join(folder, nom), 'utf8')]));
}

/** The whole or nothing of it, whatever stops the machine. */
function keepText(file: string, texte: string): true {
  writeFileSync(`${file}.neuf`, texte, { mode: 0o600, flush: true });
  renameSync(`${file}.neuf`, file);
  return true;
}

function isForgotten(folder: string): boolean {
  return existsSync(join(folder, FORGOTTEN));
}

function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}
