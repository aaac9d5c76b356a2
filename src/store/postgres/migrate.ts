import { readdirSync, readFileSync } from 'node:fs';
import type { ClientBase, Pool } from 'pg';
import { StoreOutage } from '../store.ts';

const folder = new URL('./migrations/', import.meta.url);
/** Numbered as those of the other engine: the first one is the whole of what was then. */
const migrations = readdirSync(folder)
  .sort()
  .map((name) => ({ name, numero: Number.parseInt(name, 10) }));
const current = migrations.at(-1)?.numero ?? 0;

/** Brings `schema` to the code's version in one transaction, for which another node that starts waits; a later one is refused. */
export async function migrate(pool: Pool, schema: string): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query(`BEGIN; SELECT pg_advisory_xact_lock(hashtextextended('${schema}', 1))`);
    await client.query(`
      CREATE SCHEMA IF NOT EXISTS ${schema};
      CREATE TABLE IF NOT EXISTS ${schema}.version_schema (numero BIGINT NOT NULL)`);
    const version = await versionOf(client, schema);
    for (const { name, numero } of migrations.filter(({ numero }) => numero > version)) {
      await client.query(readFileSync(new URL(name, folder), 'utf8'));
      await client.query(`INSERT INTO ${schema}.version_schema VALUES (${numero})`);
    }
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {});
    throw error;
  } finally {
    client.release();
  }
}

/** Refuses a schema that is not the code's own. */
export async function requireCurrent(pool: Pool, schema: string): Promise<void> {
  const { rows } = await pool.query<{ la: boolean }>('SELECT to_regclass($1) IS NOT NULL AS la', [
    `${schema}.version_schema`,
  ]);
  if (!rows[0]?.la)
    throw new StoreOutage(`Il n’y a pas de base dans le schéma ${schema} : vérifiez DATABASE_URL et SCHEMA.`);
  if ((await versionOf(pool, schema)) < current)
    throw new StoreOutage(
      `La base du schéma ${schema} est d’une version précédente : démarrez le service une fois, il la met à jour.`,
    );
}

/** 0 for none; a later one than the code's is refused. */
async function versionOf(over: Pick<ClientBase, 'query'>, schema: string): Promise<number> {
  const { rows } = await over.query<{ numero: number }>(`SELECT max(numero) AS numero FROM ${schema}.version_schema`);
  const version = rows[0]?.numero ?? 0;
  if (version > current)
    throw new StoreOutage(
      `La base est en version ${version}, ce programme s’arrête à la ${current} : installez le programme à jour.`,
    );
  return version;
}
