import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import { StoreOutage } from '../../store.ts';
import { copyInto } from './copy.ts';
import { foreign } from './failure.ts';

const folder = new URL('../migrations/', import.meta.url);
const migrations = readdirSync(folder).sort();

/**
 * Brings the schema to the code's version, in one transaction that a second process waits for; writes even when nothing is new. A base of
 * an earlier version is first copied beside itself, once.
 */
export function migrate(db: Database): void {
  const version = schemaVersion(db);
  if (version === 0 && db.prepare('SELECT 1 FROM sqlite_schema').get()) throw foreign(db.name);
  const before = `${db.name}.avant-${migrations.length}`;
  if (version > 0 && version < migrations.length && db.name !== ':memory:' && !existsSync(before)) copyInto(db, before);
  db.transaction(() => {
    for (const name of migrations.slice(schemaVersion(db))) db.exec(readFileSync(new URL(name, folder), 'utf8'));
    db.pragma(`user_version = ${migrations.length}`);
  }).immediate();
}

/** Refuses a schema that is not the code's own. */
export function requireCurrent(db: Database): void {
  if (schemaVersion(db) < migrations.length)
    throw new StoreOutage(
      `La base ${db.name} est d’une version précédente : démarrez le service une fois, il la met à jour.`,
    );
}

function schemaVersion(db: Database): number {
  const version = db.pragma('user_version', { simple: true }) as number;
  if (version > migrations.length)
    throw new StoreOutage(
      `La base ${db.name} est en version ${version}, ce programme s’arrête à la ${migrations.length} : installez le programme à jour.`,
    );
  return version;
}
