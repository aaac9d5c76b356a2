import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { localKey } from '../../scripts/key/local-key.ts';
import { site } from '../../src/sandbox/vies/journey.ts';
import { verifySqliteFile } from '../../src/store/sqlite/sqlite-store.ts';
import { type Smtp, startSmtp } from '../desk/messagerie/smtp.ts';

const main = new URL('../../src/main.ts', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'parcours-courriels-'));
const file = join(folder, 'parcours.sqlite');
const authorization = `Bearer ${await localKey({ sqlite: file }, 'Essai')}`;
const ROUNDS = 3;
const EACH = 20;

let smtp: Smtp;
let lmtp: number;
beforeAll(async () => {
  smtp = await startSmtp();
  smtp.behave({ holdMs: 150 });
  lmtp = await freePort();
});
afterAll(async () => {
  await smtp.stop();
  rmSync(folder, { recursive: true });
});

/** A service that is running, and where it answers. */
interface Running {
  child: ChildProcess;
  url: string;
}

test('of a service that is killed while it sends and receives, nothing is lost, and whoever receives finds no mail twice', async () => {
  let running = await start();
  const opened = await ask<{ id: string }>(running, '/dossiers', {
    procedure: 'prive-mono-site',
    etablissement: site,
  });
  const path = `/dossiers/${opened?.id}/courriels`;
  const [acknowledged, brought] = [new Set<string>(), new Set<string>()];
  for (let round = 0; round < ROUNDS; round++) {
    const numbers = Array.from({ length: EACH }, (_, rank) => `${round}-${rank}`);
    const begin = (number: string) => [
      ask(running, path, written(number), number).then((told) => told && acknowledged.add(number)),
      bring(number).then((taken) => taken && brought.add(number)),
    ];
    const before = smtp.taken.length;
    const work = numbers.slice(0, EACH / 2).flatMap(begin);
    while (smtp.taken.length < before + 2 + round) await wait(5);
    work.push(...numbers.slice(EACH / 2).flatMap(begin));
    await wait(20 * round);
    running.child.kill('SIGKILL');
    await Promise.all([once(running.child, 'exit'), ...work]);
    running = await start();
  }
  // What was in doubt is asked again, under its key, and brought again.
  for (let round = 0; round < ROUNDS; round++)
    for (let rank = 0; rank < EACH; rank++) {
      const number = `${round}-${rank}`;
      if (!acknowledged.has(number)) expect(await ask(running, path, written(number), number)).not.toBe(null);
      if (!brought.has(number)) expect(await bring(number)).toBe(true);
    }
  const all = await settled(running, path);
  running.child.kill('SIGTERM');
  await once(running.child, 'exit');

  const expected = Array.from(
    { length: ROUNDS * EACH },
    (_, rank) => `${Math.floor(rank / EACH)}-${rank % EACH}`,
  ).sort();
  expect(
    all
      .filter(({ sorte }) => sorte === 'envoye')
      .map(({ objet }) => objet)
      .sort(),
  ).toEqual(expected);
  expect(
    all
      .filter(({ sorte }) => sorte === 'recu')
      .map(({ objet }) => objet?.split(' ')[0])
      .sort(),
  ).toEqual(expected);
  const byId = Map.groupBy(smtp.taken, ({ raw }) => /^Message-ID: (.*)\r$/m.exec(raw.toString('latin1'))?.[1] ?? '');
  expect(byId.size).toBe(ROUNDS * EACH);
  // The control: mails were in flight, and some were sent again under their Message-ID.
  expect(smtp.taken.length).toBeGreaterThan(byId.size);
  for (const copies of byId.values()) expect(new Set(copies.map(({ raw }) => raw.toString('latin1'))).size).toBe(1);
  expect(await verifySqliteFile({ file }, {})).toMatchObject({ ok: true });
}, 120_000);

function written(number: string) {
  return { a: 'direction@ch-exemple.fr', objet: number, corps: 'Bonjour.' };
}

async function start(): Promise<Running> {
  const settings = {
    PORT: '0',
    DATABASE_URL: `sqlite:${file}`,
    SMTP_URL: smtp.url,
    COURRIEL_DE: 'bureau@igc.exemple.fr',
    LMTP_ECOUTE: `127.0.0.1:${lmtp}`,
  };
  const child = spawn(process.execPath, [main], {
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  for await (const line of createInterface(child.stdout)) {
    const [url] = /http:\/\/[\d.]+:\d+/.exec(line) ?? [];
    child.stdout.resume();
    if (url) return { child, url };
  }
  throw new Error('It stopped before it listened');
}

/** Null without an answer. */
async function ask<T>({ url }: Running, path: string, body: unknown, number?: string): Promise<T | null> {
  const headers = { authorization, 'content-type': 'application/json' };
  const named = number === undefined ? headers : { ...headers, 'idempotency-key': `essai-${number}` };
  const sent = fetch(`${url}/api/v1${path}`, { method: 'POST', headers: named, body: JSON.stringify(body) });
  const response = await sent.catch(() => null);
  if (response === null) return null;
  const told = await response.json().catch(() => null);
  if (told !== null && !response.ok) throw new Error(JSON.stringify(told));
  return told as T | null;
}

/** Whether the door said that it has it. */
async function bring(number: string): Promise<boolean> {
  const door = createTransport({ host: '127.0.0.1', port: lmtp, lmtp: true, ignoreTLS: true } as object);
  const message = {
    envelope: { from: 'anne@ch-exemple.fr', to: ['bureau@igc.exemple.fr'] },
    raw: [
      'From: Anne <anne@ch-exemple.fr>',
      'Date: Tue, 06 Jan 2026 10:12:00 +0100',
      `Message-ID: <recu-${number}@ch-exemple.fr>`,
      `Subject: ${number} SIRET ${site.siret}`,
      '',
      'Bonjour.',
    ].join('\r\n'),
  };
  try {
    const { rejected } = (await door.sendMail(message)) as { rejected?: unknown[] };
    return (rejected ?? []).length === 0;
  } catch {
    return false;
  } finally {
    door.close();
  }
}

interface Told {
  sorte: string;
  objet: string | null;
  a: { etat: string }[];
}

/** The mails of a dossier once all that is sent was taken, and all that came is filed. */
async function settled({ url }: Running, path: string): Promise<Told[]> {
  for (;;) {
    const response = await fetch(`${url}/api/v1${path}`, { headers: { authorization } });
    const { courriels } = (await response.json()) as { courriels: Told[] };
    const isSent = courriels.every(({ a }) => a.every(({ etat }) => etat === 'envoye'));
    if (isSent && courriels.filter(({ sorte }) => sorte === 'recu').length >= ROUNDS * EACH) return courriels;
    await wait(200);
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
