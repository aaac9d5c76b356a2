import Database from 'better-sqlite3';
import type { Acces, AccesCompte, AccesQuery, AccessLog } from '../acces.ts';
import { columns } from '../sql/columns.ts';
import { keepPrivate } from './file/database.ts';
import { orOutage } from './file/failure.ts';

const FLUSH_MS = 1_000;
/** Beyond it, what is new is written at once: a flood from many networks does not fill the memory. */
const HELD = 5_000;
/** What an address names is as long as it likes; ids are not. */
const OBJET = 64;
/** How much of an ISO instant says its hour. */
const HOUR = 13;

/** What came in one hour is one line: a page that refreshes itself does not fill the disk. */
const SCHEMA = `
  CREATE TABLE IF NOT EXISTS acces (
    numero INTEGER PRIMARY KEY,
    heure TEXT NOT NULL,
    qui TEXT NOT NULL,
    quoi TEXT NOT NULL,
    objet TEXT NOT NULL, -- empty for none
    statut INTEGER NOT NULL,
    reseau TEXT NOT NULL,
    premier_le TEXT NOT NULL,
    dernier_le TEXT NOT NULL,
    fois INTEGER NOT NULL,
    UNIQUE (heure, qui, quoi, objet, statut, reseau)
  ) STRICT;
  CREATE INDEX IF NOT EXISTS acces_objet ON acces (objet, numero);
  CREATE INDEX IF NOT EXISTS acces_qui ON acces (qui, numero);
  CREATE INDEX IF NOT EXISTS acces_refuse ON acces (numero) WHERE statut >= 400;`;

const ASKED = ['qui', 'quoi', 'statut', 'reseau', 'premierLe', 'dernierLe', 'fois'] as const;
type Held = Omit<AccesCompte, 'numero' | 'objet'> & { heure: string; objet: string };

/** The access log kept in its own `file`, so that no act waits for it; what cannot be written is told to `signaler`, and stops nobody. */
export function openAccessLog(file: string, signaler: (error: unknown) => void = () => {}): AccessLog {
  keepPrivate(file);
  const db = orOutage(() => new Database(file));
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = NORMAL');
  db.exec(SCHEMA);
  const upsert = db.prepare<[Held]>(`
    INSERT INTO acces ${columns<Held>('heure', 'objet', ...ASKED).written}
    ON CONFLICT DO UPDATE SET dernier_le = excluded.dernier_le, fois = fois + excluded.fois`);
  const forget = db.prepare<[string]>('DELETE FROM acces WHERE heure < ?');
  const write = db.transaction((all: Iterable<Held>) => {
    for (const one of all) upsert.run(one);
  });
  let held = new Map<string, Held>();
  const timer = setInterval(flush, FLUSH_MS).unref();

  return {
    note({ le, objet, ...acces }: Acces) {
      const one = { ...acces, objet: (objet ?? '').slice(0, OBJET), heure: le.slice(0, HOUR) };
      const key = Object.values(one).join(' ');
      const known = held.get(key);
      if (known) {
        known.dernierLe = le;
        known.fois += 1;
      } else held.set(key, { ...one, premierLe: le, dernierLe: le, fois: 1 });
      if (held.size >= HELD) flush();
    },
    find(query) {
      flush();
      return read(db, query);
    },
    forget: (avant) => orOutage(() => forget.run(avant.slice(0, HOUR)).changes),
    close() {
      clearInterval(timer);
      flush();
      db.close();
    },
  };

  function flush(): void {
    if (held.size === 0) return;
    const all = held;
    held = new Map();
    try {
      write(all.values());
    } catch (error) {
      signaler(error);
    }
  }
}

function read(db: Database.Database, { qui, objet, du, au, refuses, avant, limite }: AccesQuery): AccesCompte[] {
  const asked = [
    qui !== undefined && 'qui = @qui',
    objet !== undefined && 'objet = @objet',
    du !== undefined && 'heure >= @du',
    au !== undefined && "heure < date(@au, '+1 day')",
    refuses === true && 'statut >= 400',
    avant !== undefined && 'numero < @avant',
  ].filter((one) => one !== false);
  const found = db.prepare<[object], AccesCompte>(`
    SELECT numero, nullif(objet, '') AS objet, ${columns<Held>(...ASKED).shown}
    FROM acces ${asked.length > 0 ? `WHERE ${asked.join(' AND ')}` : ''} ORDER BY numero DESC LIMIT @limite`);
  return orOutage(() => found.all({ qui, objet, du, au, avant, limite }));
}
