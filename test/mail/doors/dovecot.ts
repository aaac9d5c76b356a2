import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const BINARY = '/usr/sbin/dovecot';
/** Whoever owns the mailboxes: nobody, since a real one refuses to keep those of root. */
const NOBODY = 65_534;

/** Why a test that needs an IMAP server does not run; null where one is to be had. */
export const NO_IMAP =
  !existsSync(BINARY) || process.getuid?.() !== 0
    ? 'no IMAP server: « apt-get install dovecot-imapd », and be root, whom it changes from'
    : null;

export interface Dovecot {
  /** The mailbox of somebody, whose folder « Traités » is there if it is said so. */
  url(account: string): string;
  /** Shuts every connection, and listens no more until it is started. */
  away(): Promise<void>;
  start(): Promise<void>;
  /** Ends it, its files with it. */
  stop(): Promise<void>;
}

/** An IMAP server of its own, with its files in a temporary folder; any account has the same password. */
export async function startDovecot(): Promise<Dovecot> {
  const folder = await mkdtemp(join(tmpdir(), 'dovecot-'));
  await chmod(folder, 0o755);
  for (const name of ['run', 'state', 'mail']) await mkdir(join(folder, name));
  await chmod(join(folder, 'mail'), 0o777);
  const port = await freePort();
  const file = join(folder, 'dovecot.conf');
  await writeFile(file, settings(folder, port));
  let server: ChildProcess | null = null;
  const dovecot: Dovecot = {
    url: (account) => `imap://${account}:secret@127.0.0.1:${port}/INBOX`,
    async start() {
      server = spawn(BINARY, ['-F', '-c', file], { stdio: 'ignore' });
      if (!(await isReached(port))) throw new Error(await readFile(join(folder, 'log'), 'utf8'));
    },
    away: ended,
    async stop() {
      await ended();
      await rm(folder, { recursive: true, force: true });
    },
  };
  await dovecot.start();
  return dovecot;

  async function ended(): Promise<void> {
    const running = server;
    server = null;
    if (!running || running.exitCode !== null) return;
    const gone = once(running, 'exit');
    running.kill('SIGTERM');
    await gone;
  }
}

function settings(folder: string, port: number): string {
  return `
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
mail_location = maildir:${folder}/mail/%u
passdb {
  driver = static
  args = password=secret
}
userdb {
  driver = static
  args = uid=${NOBODY} gid=${NOBODY} home=${folder}/mail/%u
}
service imap-login {
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
`;
}

async function isReached(port: number): Promise<boolean> {
  for (let tries = 0; tries < 100; tries++) {
    const socket = connect(port, '127.0.0.1');
    const isOpen = await once(socket, 'connect').then(
      () => true,
      () => false,
    );
    socket.destroy();
    if (isOpen) return true;
    await sleep(100);
  }
  return false;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
