import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { type Binaries, ownFolder, runTool, type Server, serverOn, untilItAnswers } from './start.ts';

/** A primary, whose commits wait for a standby that may take its place. */
export interface Pair {
  primary(): Server;
  standby(): Server;
  /** The standby becomes the primary; whoever was it must be dead, or cut off, and is made its standby by `rebuild`. */
  promote(): Promise<void>;
  rebuild(): Promise<void>;
  /** Whether commits wait for the standby. */
  setSynchronous(isSynchronous: boolean): Promise<void>;
  stop(): Promise<void>;
}

/** Both servers, in a folder of `within`. */
export async function startPair(found: Binaries, within?: string): Promise<Pair> {
  const folder = ownFolder(found, within);
  const settings = { hot_standby: 'on', wal_keep_size: '256MB', max_wal_size: '256MB', max_connections: '60' };
  const first = join(folder, 'un');
  runTool(found, 'initdb', ['-D', first, '-A', 'trust', '-U', 'essai', '--locale=C', '-E', 'UTF8']);
  const servers = [await serverOn(found, first, settings), await serverOn(found, join(folder, 'deux'), settings)] as [
    Server,
    Server,
  ];
  let primary: 0 | 1 = 0;
  const pair: Pair = {
    primary: () => servers[primary],
    standby: () => servers[primary === 0 ? 1 : 0],
    async promote() {
      const { url } = pair.standby();
      await ask(url, 'SELECT pg_promote(true, 30)');
      primary = primary === 0 ? 1 : 0;
      await setStandbys(url, '');
    },
    async rebuild() {
      const old = pair.standby();
      await old.end('SIGKILL');
      rmSync(old.data, { recursive: true, force: true });
      const { port, url } = pair.primary();
      const from = ['-h', '127.0.0.1', '-p', String(port), '-U', 'essai'];
      runTool(found, 'pg_basebackup', [...from, '-D', old.data, '-R', '-c', 'fast']);
      await old.start();
      await untilItStreams(url);
      await setStandbys(url, '*');
    },
    setSynchronous: (isSynchronous) => setStandbys(pair.primary().url, isSynchronous ? '*' : ''),
    async stop() {
      for (const server of servers) await server.end('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
  await servers[0].start();
  await pair.rebuild();
  return pair;
}

/** The rows of one question, on a connection of its own. */
export async function ask<Row extends object>(url: string, sql: string): Promise<Row[]> {
  const client = new Client(url);
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function setStandbys(url: string, names: '' | '*'): Promise<void> {
  await ask(url, `ALTER SYSTEM SET synchronous_standby_names = '${names}'`);
  await ask(url, 'SELECT pg_reload_conf()');
}

async function untilItStreams(url: string): Promise<void> {
  await untilItAnswers(url);
  while ((await ask(url, "SELECT 1 FROM pg_stat_replication WHERE state = 'streaming'")).length === 0)
    await new Promise((resolve) => setTimeout(resolve, 50));
}
