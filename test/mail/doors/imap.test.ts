import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ImapFlow } from 'imapflow';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { openImap, type Patience } from '../../../src/mail/doors/imap.ts';
import { MOST_BYTES } from '../../../src/mail/reading.ts';
import { from } from '../mails.ts';
import { type Dovecot, NO_IMAP, startDovecot } from './dovecot.ts';

const HASTE: Patience = { reconnect: [50, 200], retry: [50, 100] };
const mailOf = (subject: string) => from({ Subject: subject, 'Message-ID': `<${subject}@clinique.example>` });
const within = { timeout: 20_000, interval: 50 };

describe.skipIf(NO_IMAP !== null)(NO_IMAP === null ? 'a mailbox' : `a mailbox (${NO_IMAP})`, () => {
  let dovecot: Dovecot;
  beforeAll(async () => {
    dovecot = await startDovecot();
  });
  afterAll(() => dovecot?.stop());

  let accounts = 0;
  /** A mailbox of its own, somebody who looks at it, and a door that receives it. */
  async function mailbox(folders: readonly string[] = ['Traités']) {
    const account = `boite${++accounts}`;
    const url = dovecot.url(account);
    const person = await log(account);
    for (const folder of folders) await person.mailboxCreate(folder);
    const received: string[] = [];
    const told: string[] = [];
    const open = (refuse: (subject: string) => boolean = () => false, patience = HASTE) => {
      const door = openImap(
        url,
        (raw) => {
          const subject = /^Subject: (.*)\r$/m.exec(raw.toString('latin1', 0, 2_000))?.[1] ?? '';
          if (refuse(subject)) return Promise.reject(new Error(`refused ${subject}`));
          received.push(subject);
          return Promise.resolve();
        },
        (error) => told.push((error as Error).message),
        patience,
      );
      onTestFinished(() => door.close());
      return door;
    };
    return { account, url, person, received, told, open };
  }

  async function log(user: string): Promise<ImapFlow> {
    const { hostname: host, port } = new URL(dovecot.url(user));
    const auth = { user, pass: 'secret' };
    const client = new ImapFlow({ host, port: Number(port), secure: false, doSTARTTLS: false, auth, logger: false });
    client.on('error', () => {});
    await client.connect();
    onTestFinished(() => client.close());
    return client;
  }

  const countOf = async (client: ImapFlow, folder: string) => {
    const { messages, unseen } = (await client.status(folder, { messages: true, unseen: true })) || {};
    return { messages, unseen };
  };

  test('is received from the oldest, then as mail comes, each marked as read and put away', async () => {
    const { person, received, told, open } = await mailbox();
    for (const subject of ['un', 'deux']) await person.append('INBOX', mailOf(subject));
    await person.append('INBOX', mailOf('lu par elle'), ['\\Seen']);
    open();
    await vi.waitFor(() => expect(received).toHaveLength(3), within);
    await person.append('INBOX', mailOf('trois'));
    await vi.waitFor(async () => expect(await countOf(person, 'Traités')).toEqual({ messages: 4, unseen: 0 }), within);
    expect(received).toEqual(['un', 'deux', 'lu par elle', 'trois']);
    expect(await countOf(person, 'INBOX')).toEqual({ messages: 0, unseen: 0 });
    expect(told).toEqual([]);
  });

  test('without a folder where to put mail keeps it, and it is not received again', async () => {
    const { person, received, open } = await mailbox([]);
    await person.append('INBOX', mailOf('un'));
    const door = open();
    await vi.waitFor(async () => expect(await countOf(person, 'INBOX')).toEqual({ messages: 1, unseen: 0 }), within);
    await door.close();
    open();
    await person.append('INBOX', mailOf('deux'));
    await vi.waitFor(async () => expect(await countOf(person, 'INBOX')).toEqual({ messages: 2, unseen: 0 }), within);
    expect(received).toEqual(['un', 'deux']);
  });

  test('holds a mail that cannot be received yet, and the others are', async () => {
    const { person, received, told, open } = await mailbox();
    for (const subject of ['plus tard', 'un']) await person.append('INBOX', mailOf(subject));
    let refusals = 2;
    open((subject) => subject === 'plus tard' && refusals-- > 0);
    await vi.waitFor(async () => expect(await countOf(person, 'Traités')).toEqual({ messages: 2, unseen: 0 }), within);
    expect(received).toEqual(['un', 'plus tard']);
    expect(told).toHaveLength(2);
  });

  test('keeps what can never be received, with a flag, until somebody takes its mark off', async () => {
    const { person, received, told, open } = await mailbox();
    for (const subject of ['jamais', 'un']) await person.append('INBOX', mailOf(subject));
    const door = open((subject) => subject === 'jamais');
    await vi.waitFor(() => expect(told).toHaveLength(4), within);
    await vi.waitFor(async () => expect(await flagsOf()).toEqual([['$ParcoursEchec', '\\Flagged']]), within);
    expect(told.at(-1)).toMatch(
      /^Le courriel \d+:1 n’est plus essayé : il reste dans la boîte, marqué d’un drapeau\.$/,
    );
    await door.close();
    open();
    await person.append('INBOX', mailOf('deux'));
    await vi.waitFor(() => expect(received).toEqual(['un', 'deux']), within);
    await person.mailboxOpen('INBOX');
    await person.messageFlagsRemove('1:*', ['$ParcoursEchec']);
    await person.append('INBOX', mailOf('trois'));
    await vi.waitFor(() => expect([...received].sort()).toEqual(['deux', 'jamais', 'trois', 'un']), within);

    async function flagsOf() {
      const seen = await log(new URL(dovecot.url('x')).username.replace('x', `boite${accounts}`));
      await seen.mailboxOpen('INBOX', { readOnly: true });
      const all = await seen.fetchAll('1:*', { flags: true });
      return all.map(({ flags = new Set() }) => [...flags].filter((flag) => flag !== '\\Recent').sort());
    }
  });

  test('is found again after its server went away', async () => {
    const { account, received, told, open } = await mailbox();
    open();
    await dovecot.away();
    await vi.waitFor(() => expect(told.length).toBeGreaterThan(1), within);
    await dovecot.start();
    const person = await log(account);
    await person.append('INBOX', mailOf('ensuite'));
    await vi.waitFor(() => expect(received).toEqual(['ensuite']), within);
    expect(new Set(told)).toEqual(new Set(['La boîte de courriels ne répond pas (IMAP_URL).']));
  });

  test('that is too long to be taken whole is received by its beginning', async () => {
    const { account, person } = await mailbox();
    await person.append('INBOX', Buffer.concat([mailOf('long'), Buffer.alloc(MOST_BYTES, 'ligne\r\n')]));
    const sizes: number[] = [];
    const door = openImap(
      dovecot.url(account),
      async (raw) => void sizes.push(raw.length),
      () => {},
      HASTE,
    );
    onTestFinished(() => door.close());
    await vi.waitFor(async () => expect(await countOf(person, 'Traités')).toMatchObject({ messages: 1 }), within);
    expect(sizes).toEqual([MOST_BYTES + 1]);
  });

  test('is left once what is being received is, and put away', async () => {
    const { account, person } = await mailbox();
    for (const subject of ['un', 'deux']) await person.append('INBOX', mailOf(subject));
    const begun = Promise.withResolvers<void>();
    const received = Promise.withResolvers<void>();
    const receive = () => {
      begun.resolve();
      return received.promise;
    };
    const door = openImap(dovecot.url(account), receive, () => {}, HASTE);
    await begun.promise;
    const closed = door.close();
    received.resolve();
    await closed;
    expect(await countOf(person, 'Traités')).toEqual({ messages: 1, unseen: 0 });
    expect(await countOf(person, 'INBOX')).toEqual({ messages: 1, unseen: 1 });
  });

  test('that is not to be had is told, and asked for again', async () => {
    const told: Error[] = [];
    const url = dovecot.url('boite').replace('secret', 'faux');
    const door = openImap(
      url,
      async () => {},
      (error) => told.push(error as Error),
      HASTE,
    );
    await vi.waitFor(() => expect(told.length).toBeGreaterThan(1), within);
    await door.close();
    expect(JSON.stringify(told.map(({ message, cause }) => [message, String(cause)]))).not.toContain('faux');
  });

  test('loses nothing when the service is killed between what it keeps and what it marks', async () => {
    const { url, person } = await mailbox();
    for (const subject of ['un', 'deux', 'trois']) await person.append('INBOX', mailOf(subject));
    const folder = mkdtempSync(join(tmpdir(), 'recus-'));
    const program = fileURLToPath(new URL('receiver.ts', import.meta.url));
    const killed = spawn(process.execPath, [program, folder, 'kept', 'imap', url], { stdio: 'inherit' });
    expect((await once(killed, 'exit'))[1]).toBe('SIGKILL');
    expect(await countOf(person, 'INBOX')).toEqual({ messages: 3, unseen: 3 });
    const next = spawn(process.execPath, [program, folder, 'never', 'imap', url], { stdio: 'inherit' });
    await vi.waitFor(async () => expect(await countOf(person, 'Traités')).toEqual({ messages: 3, unseen: 0 }), within);
    const gone = once(next, 'exit');
    next.kill('SIGKILL');
    await gone;
    expect(readFileSync(join(folder, 'log'), 'utf8')).toBe('xxxx');
    const kept = readdirSync(folder).filter((name) => name.endsWith('.eml'));
    const subjects = kept.map((name) => /Subject: (.*)\r/.exec(readFileSync(join(folder, name), 'utf8'))?.[1]);
    expect(subjects.sort()).toEqual(['deux', 'trois', 'un']);
  });
});
