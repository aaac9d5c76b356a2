import { Pool, type PoolConfig } from 'pg';
import { parseKey, readKey } from '../key.ts';
import { createSeals } from '../seals.ts';
import { batches, type ChangeSet } from '../sql/batches.ts';
import { type Definition, holdTo } from '../sql/definitions.ts';
import { continueJournal } from '../sql/journal-end.ts';
import { readReglages } from '../sql/reglages.ts';
import { sqlStore } from '../sql/sql-store.ts';
import { one } from '../sql/work.ts';
import { type CommitResult, type Store, StoreOutage } from '../store.ts';
import { postgresEngine } from './engine.ts';
import { circuit, outageOf } from './failure.ts';
import { type Listener, openListener } from './listener.ts';
import { migrate } from './migrate.ts';
import { numbersOf } from './numbers.ts';
import { writeSets } from './writer.ts';

/** Change sets that are written together at most. */
const TOGETHER = 64;
/** A base that says nothing for so long is no longer reached: longer than it may make a transaction wait. */
const QUERY_MS = 15_000;
/**
 * What a commit asks is planned once, and by the indexes, which small tables are not; one read whole then seems so costly that
 * PostgreSQL would compile it, 400 ms each time.
 */
const OF_THE_WRITER = {
  plan_cache_mode: 'force_generic_plan',
  enable_seqscan: 'off',
  enable_hashjoin: 'off',
  jit: 'off',
};
/** Free space is not known from here: as much as nobody warns about. */
const UNKNOWN_BYTES = Number.MAX_SAFE_INTEGER;

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
  definitions?: readonly Definition[];
  /** Told how many writes were made together, once they are committed. */
  onBatch?: (size: number) => void;
}

/** The store kept in a base of PostgreSQL, which other nodes may write too; a StoreOutage says why it cannot be used. */
export async function openPostgresStore({
  url,
  schema = 'parcours',
  connexions = 10,
  ecoute,
  definitions = [],
  onBatch = () => {},
  ...source
}: PostgresOptions): Promise<Store> {
  const key = keyOf(source);
  const config = configOf(url, schema);
  const pool = new Pool({ ...config, pipeline: true, max: connexions });
  const writing = new Pool({ ...configOf(url, schema, OF_THE_WRITER), pipeline: true, max: 1 });
  for (const one of [pool, writing]) one.on('error', () => {});
  try {
    await requireDurable(pool);
    await migrate(pool, schema);
    const orOutage = circuit();
    const engine = postgresEngine(pool, orOutage, { alone: schema, synced: true });
    const seals = createSeals(key);
    await engine.write(() => continueJournal(seals, schema));
    await engine.write(() => holdTo(schema, definitions));
    const writer = postgresEngine(writing, orOutage, { alone: schema, synced: true });
    const write: Write = async (sets) => {
      try {
        const results = await writer.write(() => writeSets(seals, sets));
        onBatch(sets.length);
        return results;
      } catch (error) {
        if (error instanceof StoreOutage || sets.length === 1) throw error;
        return await eachAlone(sets, write);
      }
    };
    const commits = batches(write, TOGETHER);
    const { store, told, refresh, tellCles } = sqlStore({
      engine,
      key,
      seals,
      unsynced: postgresEngine(pool, orOutage, { alone: null, synced: false }),
      reglages: await engine.ask(readReglages()),
      commit: () => commits.ask,
      ready: async () => {
        await engine.write(touch);
        return { octetsLibres: UNKNOWN_BYTES };
      },
      integrity: async () => null,
      compacter: async () => true,
      close: async () => {
        await commits.idle();
        stopHearing();
        if (!ecoute) await listener.close();
        await Promise.all([pool.end(), writing.end()]);
      },
    });
    const listener = ecoute ?? openListener(config);
    const stopHearing = listener.hear(schema, {
      ecrit: told,
      reglages: () => void refresh().catch(() => {}),
      cles: tellCles,
    });
    return store;
  } catch (error) {
    await Promise.all([pool.end(), writing.end()]);
    throw outageOf(error);
  }
}

type Write = (sets: readonly ChangeSet[]) => Promise<readonly (CommitResult | Error)[]>;

/** What the base refuses of one of several is of that one alone. */
async function eachAlone(sets: readonly ChangeSet[], write: Write): Promise<(CommitResult | Error)[]> {
  const results: (CommitResult | Error)[] = [];
  for (const set of sets) results.push(...(await write([set]).catch((error: Error) => [error])));
  return results;
}

/** Writes nothing new, as a commit does. */
const touch = one<[], object>('UPDATE tete SET rang = rang RETURNING rang');

function keyOf({ cle, cleFichier }: Pick<PostgresOptions, 'cle' | 'cleFichier'>) {
  if (cle) return parseKey(cle, 'configuration');
  if (cleFichier) return readKey(cleFichier);
  throw new StoreOutage(
    'Avec PostgreSQL, la clé du journal est la même pour tous les services : indiquez CLE_JOURNAL.',
  );
}

/**
 * How each connection is: what it does in `schema`; a node that stops in the middle of a transaction holds the others up for so long at most.
 */
export function configOf(url: string, schema: string, more: Readonly<Record<string, string>> = {}): PoolConfig {
  if (!/^[a-z_][a-z0-9_]{0,62}$/.test(schema))
    throw new StoreOutage(`Le schéma « ${schema} » ne convient pas : des minuscules, des chiffres et « _ ».`);
  const settings = {
    search_path: schema,
    idle_in_transaction_session_timeout: '5s',
    lock_timeout: '10s',
    statement_timeout: '12s',
    client_min_messages: 'warning',
    ...more,
  };
  const options = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`);
  return {
    connectionString: url,
    options: options.join(' '),
    application_name: 'parcours-igc',
    connectionTimeoutMillis: 5_000,
    query_timeout: QUERY_MS,
    keepAlive: true,
    types: numbersOf,
  };
}

interface Settings {
  synchronous_commit: string;
  fsync: string;
  recule: boolean;
  lecture: string;
}

/** Refuses a base that may lose what it acknowledges, or that is not the one to write to. */
export async function requireDurable(pool: Pool): Promise<void> {
  const { rows } = await pool.query<Settings>(`
    SELECT current_setting('synchronous_commit') AS synchronous_commit, current_setting('fsync') AS fsync,
      pg_is_in_recovery() AS recule, current_setting('transaction_read_only') AS lecture`);
  const [found] = rows;
  if (!found || found.recule || found.lecture === 'on')
    throw new StoreOutage('La base est en lecture seule : adressez le service à la base principale.');
  if (found.fsync === 'off' || found.synchronous_commit === 'off')
    throw new StoreOutage('La base ne garantit pas ce qu’elle écrit : mettez fsync et synchronous_commit à « on ».');
}
