import { Pool, type PoolConfig, types } from 'pg';
import { StoreOutage } from '../store.ts';

/** A schema of a base. */
export interface Connection {
  /** `postgres://user:password@host:port/base`. */
  url: string;
  schema: string;
}

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

/** One connection for all that waits for the lock of a base, one after the other: whoever waits there keeps no reader out. */
export function writingPool(connection: Connection): Pool {
  const pool = new Pool({ ...configOf(connection, OF_THE_WRITER), pipeline: true, max: 1 });
  pool.on('error', () => {});
  return pool;
}

/** A base that says nothing for so long is no longer reached: longer than it may make a transaction wait. */
const QUERY_MS = 15_000;
/**
 * How each connection is: what it does in `schema`; a node that stops in the middle of a transaction holds the others up for so long at most.
 */
export function configOf({ url, schema }: Connection, more: Readonly<Record<string, string>> = {}): PoolConfig {
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

const { builtins } = types;

/** Numbers come as numbers, whatever their size, and what is true or false as 1 or 0: as the other engine gives them. */
const parsers = new Map<number, (text: string) => number>([
  [builtins.INT8, Number],
  [builtins.NUMERIC, Number],
  [builtins.BOOL, (text) => (text === 't' ? 1 : 0)],
]);

const numbersOf: typeof types = {
  ...types,
  getTypeParser: (oid: number, format?: string) => {
    const own = format === 'binary' ? undefined : parsers.get(oid);
    return own ?? types.getTypeParser(oid, format as 'text');
  },
};
