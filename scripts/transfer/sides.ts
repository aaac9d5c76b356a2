import { existsSync } from 'node:fs';
import { Pool } from 'pg';
import { type Base, nameOf } from '../../src/store/open.ts';
import { configOf, requireDurable } from '../../src/store/postgres/connection.ts';
import { drive, postgresEngine } from '../../src/store/postgres/engine.ts';
import { circuit, outageOf } from '../../src/store/postgres/failure.ts';
import { migrate } from '../../src/store/postgres/migrate.ts';
import type { Engine } from '../../src/store/sql/work.ts';
import { sqliteEngine } from '../../src/store/sqlite/engine.ts';
import { openWritable } from '../../src/store/sqlite/file/database.ts';
import { orForeign, orOutage } from '../../src/store/sqlite/file/failure.ts';
import { integrityOf } from '../../src/store/sqlite/sqlite-store.ts';
import { StoreOutage } from '../../src/store/store.ts';

/** A base that no service uses meanwhile. */
export interface Side<Asked = Engine> {
  engine: Asked;
  /** What the engine finds wrong in its own files, null for nothing. */
  integrity(): Promise<string | null>;
  close(): Promise<void>;
}

/** Opens the base that is read, all of it as it is at one instant. */
export async function openSource(base: Base): Promise<Side<Pick<Engine, 'dialect' | 'ask'>>> {
  const absent = new StoreOutage(`${nameOf(base)} : il n’y a pas de base ici. Vérifiez --from et --schema.`);
  if ('sqlite' in base) {
    if (!existsSync(base.sqlite)) throw absent;
    return openFile(base.sqlite);
  }
  const pool = poolOf(base);
  try {
    const { rows } = await pool.query(
      "SELECT 1 FROM pg_tables WHERE schemaname = $1 AND tablename = 'version_schema'",
      [base.schema],
    );
    if (rows.length === 0) throw absent;
    await prepare(pool, base.schema);
    const client = await pool.connect();
    client.on('error', () => {});
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const ask: Engine['ask'] = (work) => drive(client, work).catch((error: unknown) => Promise.reject(outageOf(error)));
    const close = async () => {
      client.release(true);
      await pool.end();
    };
    return { engine: { dialect: 'postgres', ask }, integrity: async () => null, close };
  } catch (error) {
    await pool.end();
    throw outageOf(error);
  }
}

/** Opens the base that is written, made if it is not there. */
export async function openTarget(base: Base): Promise<Side> {
  if ('sqlite' in base) return openFile(base.sqlite);
  const pool = poolOf(base);
  try {
    await requireDurable(pool);
    await prepare(pool, base.schema);
    const engine = postgresEngine(pool, circuit(), { alone: base.schema, synced: true });
    return { engine, integrity: async () => null, close: () => pool.end() };
  } catch (error) {
    await pool.end();
    throw outageOf(error);
  }
}

function openFile(file: string): Side {
  const { db, close } = orForeign(file, () => orOutage(() => openWritable(file)));
  return { engine: sqliteEngine(db), integrity: async () => integrityOf(db), close: async () => close() };
}

/** Nobody waits behind a transfer: between two pages that are read one is written, and a statement takes as long as the base is large. */
function poolOf({ postgres, schema }: Extract<Base, { postgres: string }>): Pool {
  const { options, ...config } = configOf({ url: postgres, schema });
  const unhurried = `${options} -c idle_in_transaction_session_timeout=0 -c statement_timeout=0`;
  const pool = new Pool({ ...config, options: unhurried, query_timeout: 0, max: 2 });
  pool.on('error', () => {});
  return pool;
}

/** Every node listens, all the time that it runs: what it does now, its connection was last asked. */
const LISTENING = 'SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND query = $1';

/** Brings a schema to the code's version, once no service uses it. */
async function prepare(pool: Pool, schema: string): Promise<void> {
  const { rows } = await pool.query(LISTENING, [`LISTEN "${schema}"`]);
  if (rows.length > 0)
    throw new StoreOutage(`Un service utilise encore le schéma ${schema} : arrêtez-le, puis recommencez.`);
  await migrate(pool, schema);
}
