import { type ClientBase, DatabaseError, type Pool, type QueryResult } from 'pg';
import type { Ask, Engine, Told, Work } from '../sql/work.ts';
import { StoreOutage } from '../store.ts';
import { type circuit, isGivenUp } from './failure.ts';
import { translate } from './translate.ts';

/** How transactions of an engine begin, and whether their end is waited for on the disk. */
export interface Mode {
  /** The schema where all is: whoever writes is alone in it, and tells every node; null for what its own rows keep apart. */
  alone: string | null;
  synced: boolean;
}

/** A transaction that the base gave up is begun again so often. */
const ATTEMPTS = 5;
/** Statements that a connection keeps prepared; the others are read anew each time. */
const PREPARED = 500;

/** Runs works over the connections of `pool`; what the base cannot do passes through `orOutage`. */
export function postgresEngine(pool: Pool, orOutage: ReturnType<typeof circuit>, { alone, synced }: Mode): Engine {
  const lock = alone === null ? '' : `; SELECT pg_advisory_xact_lock(hashtextextended('${alone}', 0))`;
  const begin = `BEGIN${synced ? '' : '; SET LOCAL synchronous_commit = off'}${lock}`;
  const end = alone === null ? 'COMMIT' : `SELECT pg_notify('${alone}', 'ecrit'); COMMIT`;
  const readOnly = { begin: 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', end: 'COMMIT' };
  return {
    dialect: 'postgres',
    ask: (work) => orOutage(() => drive(pool, work)),
    read: (work) => orOutage(() => transaction(pool, readOnly, work)),
    write: (work) => orOutage(() => again(() => transaction(pool, { begin, end }, work))),
  };
}

/** Everything that a work asks, over one connection or any. */
export async function drive<T>(over: Pick<ClientBase, 'query'>, work: Work<T>): Promise<T> {
  let step = work.next();
  while (!step.done) step = work.next(await tell(over, step.value));
  return step.value;
}

const names = new Map<string, string>();

async function tell(over: Pick<ClientBase, 'query'>, ask: Ask): Promise<Told> {
  const query = translate(ask);
  const { rows, rowCount } = await over.query({ ...query, name: nameOf(query.text) });
  return ask.wants === 'rows' ? rows : (rowCount ?? 0);
}

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= PREPARED) return known;
  const name = `parcours_${names.size}`;
  names.set(text, name);
  return name;
}

/** How a transaction begins and ends. */
interface Ends {
  begin: string;
  end: string;
}

/**
 * One transaction, whose first question does not wait until it has begun, but fails if it does not. A connection that fails in it is
 * given up, and what it had begun with it.
 */
async function transaction<T>(pool: Pool, { begin, end }: Ends, work: () => Work<T>): Promise<T> {
  const client = await pool.connect();
  let failure: Error | undefined;
  const fail = (error: Error) => {
    failure ??= error;
  };
  client.on('error', fail);
  try {
    const [, answer] = await Promise.all([client.query(begin), drive(client, work())]);
    await commit(client, end);
    return answer;
  } catch (error) {
    if (error instanceof DatabaseError) await client.query('ROLLBACK').catch(fail);
    else fail(error instanceof Error ? error : new Error(String(error)));
    throw error;
  } finally {
    client.off('error', fail);
    client.release(failure);
  }
}

/** What the base says while it commits is that it did not wait for what it was to wait for: nobody knows then what a failover keeps. */
async function commit(client: ClientBase, end: string): Promise<void> {
  let doubt: string | undefined;
  const hear = (notice: { message?: string | undefined }) => {
    doubt = notice.message ?? '';
  };
  client.on('notice', hear);
  try {
    const told: QueryResult | QueryResult[] = await client.query(end);
    const command = [told].flat().at(-1)?.command;
    if (command !== 'COMMIT') throw new Error(`The transaction was ended by ${command}`);
  } finally {
    client.off('notice', hear);
  }
  if (doubt !== undefined)
    throw new StoreOutage(`La base n’a pas confirmé ce qu’elle a écrit (${doubt}) : redemandez la même chose.`);
}

async function again<T>(attempt: () => Promise<T>): Promise<T> {
  for (let left = ATTEMPTS; ; left--)
    try {
      return await attempt();
    } catch (error) {
      if (!isGivenUp(error) || left === 1) throw error;
    }
}
