import { Pool } from 'pg';
import { parseKey, readKey } from '../key.ts';
import { createSeals } from '../seals.ts';
import { batches } from '../sql/batches.ts';
import { type Definition, holdTo } from '../sql/definitions.ts';
import { continueJournal } from '../sql/journal-end.ts';
import { readReglages } from '../sql/reglages.ts';
import { sqlStore } from '../sql/sql-store.ts';
import { one } from '../sql/work.ts';
import { type Store, StoreOutage } from '../store.ts';
import { createCommitter } from './committer.ts';
import { openCommitterThread } from './committer-thread.ts';
import { configOf, requireDurable } from './connection.ts';
import { postgresEngine } from './engine.ts';
import { circuit, outageOf } from './failure.ts';
import { type Listener, openListener } from './listener.ts';
import { migrate } from './migrate.ts';
import { postgresQuotas } from './quotas.ts';

/** Change sets that are written together at most. */
const TOGETHER = 64;
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
  /** Whether acts are committed by a thread of their own: where this process does much else. */
  aPart?: boolean;
  definitions?: readonly Definition[];
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
  ...source
}: PostgresOptions): Promise<Store> {
  const key = keyOf(source);
  const config = configOf({ url, schema });
  const pool = new Pool({ ...config, pipeline: true, max: connexions });
  pool.on('error', () => {});
  const committer = (aPart ? openCommitterThread : createCommitter)({ url, schema, key });
  try {
    await requireDurable(pool);
    await migrate(pool, schema);
    const orOutage = circuit();
    const engine = postgresEngine(pool, orOutage, { alone: schema, synced: true });
    const unsynced = postgresEngine(pool, orOutage, { alone: null, synced: false });
    const seals = createSeals(key);
    await engine.write(() => continueJournal(seals, schema));
    await engine.write(() => holdTo(schema, definitions));
    const commits = batches(async (sets) => {
      const results = await committer.write(sets);
      onBatch(sets.length);
      return results;
    }, TOGETHER);
    const { store, told, refresh, tellCles } = sqlStore({
      engine,
      key,
      seals,
      unsynced,
      quotas: postgresQuotas(unsynced),
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
        await Promise.all([pool.end(), committer.close()]);
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
    await Promise.all([pool.end(), committer.close()]);
    throw outageOf(error);
  }
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
