import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Client } from 'pg';

/** A server that goes with its folder when it is stopped. */
export interface StartedPostgres {
  url: string;
  folder: string;
  stop(): Promise<void>;
}

/** What lives no longer than this machine may be kept there. */
const IN_MEMORY = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

/** A new server of the system’s binaries, with `settings`, as an unprivileged user, in a folder of `within`; null where there is none. */
export async function startPostgres(
  settings: Readonly<Record<string, string>> = {},
  within = IN_MEMORY,
): Promise<StartedPostgres | null> {
  const bin = binaries();
  if (bin === null) return null;
  const who = unprivileged();
  const folder = mkdtempSync(join(within, 'parcours-pg-'));
  chownSync(folder, who.uid, who.gid);
  const data = join(folder, 'data');
  const made = spawnSync(join(bin, 'initdb'), ['-D', data, '-A', 'trust', '-U', 'essai', '--locale=C', '-E', 'UTF8'], {
    ...who,
    cwd: folder,
    encoding: 'utf8',
  });
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr}`);
  const port = await freePort();
  const all = { listen_addresses: '127.0.0.1', unix_socket_directories: folder, max_connections: '200', ...settings };
  const options = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = spawn(join(bin, 'postgres'), ['-D', data, '-p', String(port), ...options], {
    ...who,
    cwd: folder,
    stdio: 'ignore',
  });
  const url = `postgres://essai@127.0.0.1:${port}/postgres`;
  await untilItAnswers(url);
  return {
    url,
    folder,
    async stop() {
      const ended = once(server, 'exit');
      server.kill('SIGINT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const WAIT_MS = 100;
const ATTEMPTS = 300;

async function untilItAnswers(url: string): Promise<void> {
  for (let left = ATTEMPTS; ; left--) {
    const client = new Client(url);
    client.on('error', () => {});
    try {
      await client.connect();
      return;
    } catch (error) {
      if (left === 0) throw error;
      await setTimeout(WAIT_MS);
    } finally {
      await client.end().catch(() => {});
    }
  }
}

/** Where `initdb` and `postgres` are. */
function binaries(): string | null {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [...(process.env['PATH'] ?? '').split(':'), ...versions.map((one) => join(debian, one, 'bin'))];
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres'))) ?? null;
}

/** PostgreSQL refuses to run as root: then as whom its package made for it, or as nobody. */
function unprivileged(): { uid: number; gid: number } {
  const { uid, gid } = userInfo();
  if (uid !== 0) return { uid, gid };
  const idOf = (flag: string, name: string) => Number(spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout);
  const [name] = ['postgres', 'nobody'].filter((one) => spawnSync('id', [one]).status === 0);
  return name === undefined ? { uid, gid } : { uid: idOf('-u', name), gid: idOf('-g', name) };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await once(server.close(), 'close');
  return port;
}
