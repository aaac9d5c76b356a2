import { Pool, type PoolConfig } from 'pg';
import type { DocumentStore } from '../documents/documents.ts';
import { nowhere } from '../documents/open.ts';
import { parseKey, readKey } from '../key.ts';
import { createSeals } from '../seals.ts';
import { batches } from '../sql/batches.ts';
import { type Definition, holdTo } from '../sql/definitions.ts';
import { continueJournal } from '../sql/journal-end.ts';
import type { Reglages } from '../sql/reglages.ts';
import { sqlStore } from '../sql/sql-store.ts';
import { verifyDatabase } from '../sql/verification.ts';
import { type Engine, one } from '../sql/work.ts';
import { type Against, type Store, StoreOutage, type Verification } from '../store.ts';
import { committerOn } from './committer.ts';
import { openCommitterThread } from './committer-thread.ts';
import { configOf, requireDurable, writingPool } from './connection.ts';
import { type Mode, postgresEngine } from './engine.ts';
import { circuit, outageOf } from './failure.ts';
import { type Listener, openListener } from './listener.ts';
import { migrate, requireCurrent } from './migrate.ts';
import { postgresQuotas } from './quotas.ts';

/** Change sets that are written together at most. */
const TOGETHER = 64;

/** Where a store is kept, and the key of its journal, which every node has. */
export interface PostgresOptions {
  /** `postgres://user:password@host:port/base`. */
  url: string;
  /** The schema of that base in which all is; several services may share one base. */
  schema?: string;
  /** 64 hexadecimal digits; without them the key is in `cleFichier`. */
  cle?: string | undefined;
  cleFichier?: string | undefined;
  /** Connections that this node opens at most, besides those by which it commits and hears the others. */
  connexions?: number;
  /** By what it hears the other nodes: a connection of its own unless told. */
  ecoute?: Listener;
  /** Whether acts are committed by a thread of their own: where this process does much else. */
  aPart?: boolean;
  definitions?: readonly Definition[];
  /** Where documents are kept; nowhere unless told. */
  documents?: DocumentStore | undefined;
  /** Told how many writes were made together, once they are committed. */
  onBatch?: (size: number) => void;
}

/** The store kept in a base of PostgreSQL, which other nodes may write too; a StoreOutage says why it cannot be used. */
export async function openPostgresStore({
  url,
  schema = 'parcours',
  connexions = 10,
  aPart = false,
  ecoute,
  definitions = [],
  onBatch = () => {},
  documents = nowhere(),
  ...source
}: PostgresOptions): Promise<Store> {
  const key = keyOf(source);
  const config = configOf({ url, schema });
  const pool = readingPool(config, connexions);
  const writing = writingPool({ url, schema });
  const thread = aPart ? openCommitterThread({ url, schema, key }) : null;
  const listener = ecoute ?? openListener(config);
  const end = async () => {
    if (!ecoute) await listener.close();
    await Promise.all([pool.end(), writing.end(), thread?.close()]);
  };
  try {
    await requireDurable(pool);
    await migrate(pool, schema);
    const orOutage = circuit();
    const engineOf = (over: Pool, mode: Mode) => postgresEngine(over, orOutage, mode);
    const { write } = engineOf(writing, { alone: schema, synced: true });
    const engine: Engine = { ...engineOf(pool, { alone: schema, synced: true }), write };
    const quiet = engineOf(pool, { alone: null, synced: true });
    const unsynced = engineOf(pool, { alone: null, synced: false });
    const seals = createSeals(key);
    await write(() => continueJournal(seals, schema));
    await write(() => holdTo(schema, definitions));
    const commit = thread?.commit ?? committerOn(writing, { schema, key });
    const commits = batches(async (sets) => {
      const results = await commit(sets);
      onBatch(sets.length);
      return results;
    }, TOGETHER);
    const { store, told, refresh, tellCles } = sqlStore({
      engine,
      documents,
      key,
      seals,
      unsynced,
      quotas: postgresQuotas(unsynced),
      reglages: NO_REGLAGES,
      commit: () => commits.ask,
      ready: async () => {
        await quiet.write(touch);
        return { octetsLibres: null };
      },
      integrity: async () => null,
      compacter: async () => true,
      close: async () => {
        await commits.idle();
        stopHearing();
        await end();
      },
    });
    const stopHearing = await listener.hear(schema, {
      ecrit: told,
      reglages: () => void refresh().catch(() => {}),
      cles: tellCles,
    });
    await refresh();
    return store;
  } catch (error) {
    await end();
    throw outageOf(error);
  }
}

/** Verifies a base beside the services that may be writing it: nothing is written. */
export async function verifyPostgres(
  { url, schema = 'parcours', ...source }: PostgresOptions,
  against: Against,
): Promise<Verification> {
  const seals = createSeals(keyOf(source));
  const pool = readingPool(configOf({ url, schema }), 2);
  try {
    await requireCurrent(pool, schema);
    const engine = postgresEngine(pool, circuit(), { alone: null, synced: true });
    const own = { documents: nowhere(), integrity: async () => null };
    return await verifyDatabase(engine, seals, against, own);
  } catch (error) {
    throw outageOf(error);
  } finally {
    await pool.end();
  }
}

function readingPool(config: PoolConfig, max: number): Pool {
  const pool = new Pool({ ...config, pipeline: true, max });
  pool.on('error', () => {});
  return pool;
}

/** Until they are read, once whoever changes them is heard. */
const NO_REGLAGES: Reglages = { valeurs: [], modeles: [] };

/** Writes nothing new, as a commit does. */
const touch = one<[], object>('UPDATE tete SET rang = rang RETURNING rang');

function keyOf({ cle, cleFichier }: Pick<PostgresOptions, 'cle' | 'cleFichier'>) {
  if (cle) return parseKey(cle, 'configuration');
  if (cleFichier) return readKey(cleFichier);
  throw new StoreOutage(
    'Avec PostgreSQL, la clé du journal est la même pour tous les services : indiquez CLE_JOURNAL.',
  );
}
