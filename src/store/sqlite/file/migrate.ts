import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import { StoreOutage } from '../../store.ts';
import { copyInto } from './copy.ts';
import { foreign } from './failure.ts';

const folder = new URL('../migrations/', import.meta.url);
/** The first one is the whole of what was then. */
const migrations = readdirSync(folder)
  .sort()
  .map((name) => ({ name, numero: Number.parseInt(name, 10) }));
const first = migrations[0]?.numero ?? 0;
const current = migrations.at(-1)?.numero ?? 0;

/**
 * Brings the schema to the code's version, in one transaction that a second process waits for; writes even when nothing is new. A base of
 * an earlier version is first copied beside itself, once.
 */
export function migrate(db: Database): void {
  const version = schemaVersion(db);
  if (version === 0 && db.prepare('SELECT 1 FROM sqlite_schema').get()) throw foreign(db.name);
  const before = `${db.name}.avant-${current}`;
  if (version > 0 && version < current && db.name !== ':memory:' && !existsSync(before)) copyInto(db, before);
  db.transaction(() => {
    const done = schemaVersion(db);
    for (const { name } of migrations.filter(({ numero }) => numero > done))
      db.exec(readFileSync(new URL(name, folder), 'utf8'));
    db.pragma(`user_version = ${current}`);
  }).immediate();
}

/** Refuses a schema that is not the code's own. */
export function requireCurrent(db: Database): void {
  if (schemaVersion(db) < current)
    throw new StoreOutage(
      `La base ${db.name} est d’une version précédente : démarrez le service une fois, il la met à jour.`,
    );
}

/** 0 for an empty base; one that this program cannot bring to its own is refused. */
function schemaVersion(db: Database): number {
  const version = db.pragma('user_version', { simple: true }) as number;
  if (version > current)
    throw new StoreOutage(
      `La base ${db.name} est en version ${version}, ce programme s’arrête à la ${current} : installez le programme à jour.`,
    );
  if (version > 0 && version < first) {
    if (!db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'instance'").get()) throw foreign(db.name);
    throw new StoreOutage(
      `La base ${db.name} est en version ${version}, d’avant la ${first} : ses procédures étaient définies autrement. Gardez le programme qui l’a écrite, ou ouvrez une base neuve.`,
    );
  }
  return version;
}
