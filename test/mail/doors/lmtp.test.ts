import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openLmtp } from '../../../src/mail/doors/lmtp.ts';
import { MOST_BYTES, readMail } from '../../../src/mail/reading.ts';
import type { Receive } from '../../../src/mail/received.ts';
import { from } from '../mails.ts';

/** What a mail server says, and hears: the first line of each answer, with its code. */
class Courier {
  private readonly socket: Socket;
  private readonly lines: AsyncIterator<string>;

  constructor(port: number) {
    this.socket = connect(port, '127.0.0.1');
    this.socket.on('error', () => {});
    this.lines = createInterface({ input: this.socket })[Symbol.asyncIterator]();
    onTestFinished(() => this.leave());
  }

  async hear(): Promise<string> {
    const { value = 'closed' } = await this.lines.next();
    return /^\d{3}-/.test(value) ? this.hear() : value;
  }

  say(text: string | Buffer): Promise<string> {
    this.socket.write(typeof text === 'string' ? `${text}\r\n` : text);
    return this.hear();
  }

  write(bytes: Buffer): Promise<void> {
    return new Promise((resolve) => this.socket.write(bytes, () => resolve()));
  }

  leave(): void {
    this.socket.destroy();
  }

  /** Up to the bytes of a mail, from somebody to those. */
  async begin(sender: string, ...recipients: string[]): Promise<string> {
    await this.hear();
    await this.say('LHLO mx.chu.example');
    await this.say(`MAIL FROM:<${sender}>`);
    for (const recipient of recipients) await this.say(`RCPT TO:<${recipient}>`);
    return this.say('DATA');
  }
}

const END = Buffer.from('\r\n.\r\n');

async function door(receive: Receive) {
  const told: unknown[] = [];
  const opened = await openLmtp({ host: '127.0.0.1', port: 0 }, receive, (error) => told.push(error));
  onTestFinished(() => opened.close());
  return { port: opened.port, told };
}

describe('a mail that is handed over', () => {
  test('is accepted for each recipient once it is received, with who sent it', async () => {
    const kept = Promise.withResolvers<void>();
    const received: { raw: Buffer; to: readonly string[] }[] = [];
    const { port } = await door(async (raw, { to }) => {
      received.push({ raw, to });
      await kept.promise;
    });
    const courier = new Courier(port);
    expect(await courier.begin('anne@clinique.example', 'igc+Jeton1@chu.example', 'dsi@chu.example')).toMatch(/^354/);
    let answer = '';
    const answered = courier.say(Buffer.concat([from({}, 'Un\n..point'), END])).then((said) => {
      answer = said;
    });
    while (received.length === 0) await sleep(5);
    await sleep(50);
    expect(answer).toBe('');
    kept.resolve();
    await answered;
    expect([answer, await courier.hear()]).toEqual([expect.stringMatching(/^250/), expect.stringMatching(/^250/)]);
    const [{ raw, to } = { raw: Buffer.alloc(0), to: [] }] = received;
    expect(to).toEqual(['igc+Jeton1@chu.example', 'dsi@chu.example']);
    expect(raw.toString().split('\r\n')[0]).toBe('Return-Path: <anne@clinique.example>');
    expect(await readMail(raw, { to })).toMatchObject({ text: 'Un\n.point', tokens: ['Jeton1'], isAutomatic: false });
  });

  test('by nobody is a machine’s', async () => {
    const received: Buffer[] = [];
    const { port } = await door(async (raw) => void received.push(raw));
    const courier = new Courier(port);
    await courier.begin('', 'igc@chu.example');
    expect(await courier.say(Buffer.concat([from({}), END]))).toMatch(/^250/);
    expect(await readMail(received[0] ?? Buffer.alloc(0), { to: [] })).toMatchObject({ isAutomatic: true });
  });

  test('and could not be kept is to be brought again, and it is told', async () => {
    const { port, told } = await door(() => Promise.reject(new Error('base pleine')));
    const courier = new Courier(port);
    await courier.begin('a@b.example', 'igc@chu.example', 'dsi@chu.example');
    expect(await courier.say(Buffer.concat([from({}), END]))).toMatch(/^451 4\.3\.0 /);
    expect(await courier.hear()).toMatch(/^451 4\.3\.0 /);
    expect(told).toEqual([new Error('base pleine')]);
  });

  test('and is too long is refused, whether it says so or not, and the next is taken', async () => {
    const received: number[] = [];
    const { port } = await door(async (raw) => void received.push(raw.length));
    const honest = new Courier(port);
    await honest.hear();
    await honest.say('LHLO mx.chu.example');
    expect(await honest.say(`MAIL FROM:<a@b.example> SIZE=${MOST_BYTES + 1}`)).toMatch(/^552/);
    const sly = new Courier(port);
    await sly.begin('a@b.example', 'igc@chu.example');
    const before = process.memoryUsage.rss();
    for (let sent = 0; sent < 8; sent++) await sly.write(Buffer.alloc(MOST_BYTES / 4, 'ligne\r\n'));
    expect(await sly.say(END)).toMatch(/^552/);
    expect(process.memoryUsage.rss() - before).toBeLessThan(4 * MOST_BYTES);
    await sly.say('MAIL FROM:<a@b.example>');
    await sly.say('RCPT TO:<igc@chu.example>');
    await sly.say('DATA');
    expect(await sly.say(Buffer.concat([from({}), END]))).toMatch(/^250/);
    expect(received).toHaveLength(1);
  });

  test('and of which the end never came is not received', async () => {
    let times = 0;
    const { port, told } = await door(async () => void times++);
    const courier = new Courier(port);
    await courier.begin('a@b.example', 'igc@chu.example');
    await courier.write(from({}));
    courier.leave();
    const other = new Courier(port);
    await other.begin('a@b.example', 'igc@chu.example');
    expect(await other.say(Buffer.concat([from({}), END]))).toMatch(/^250/);
    expect({ times, told }).toEqual({ times: 1, told: [] });
  });

  test('hides no other behind a lone line end', async () => {
    const received: Buffer[] = [];
    const { port } = await door(async (raw) => void received.push(raw));
    const courier = new Courier(port);
    await courier.begin('a@b.example', 'igc@chu.example');
    const smuggled =
      '\n.\nMAIL FROM:<ans@ans.example>\r\nRCPT TO:<igc@chu.example>\r\nDATA\r\nSubject: Accord\r\n\r\nx';
    expect(await courier.say(Buffer.concat([from({}), Buffer.from(smuggled), END]))).toMatch(/^250/);
    expect(received).toHaveLength(1);
    expect(await courier.say('NOOP')).toMatch(/^250/);
  });
});

test('an address that is taken is told when the door is to open', async () => {
  const { port } = await door(async () => {});
  await expect(
    openLmtp(
      { host: '127.0.0.1', port },
      async () => {},
      () => {},
    ),
  ).rejects.toThrow('EADDRINUSE');
});

test('a mail is not lost when the service is killed between what it keeps and what it answers', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'recus-'));
  const program = fileURLToPath(new URL('receiver.ts', import.meta.url));
  const { port: free } = await door(async () => {});
  const port = free + 1;
  const raw = Buffer.concat([from({}), END]);
  for (const [death, answer] of [
    ['kept', /^closed$/],
    ['never', /^250/],
  ] as const) {
    const receiver = spawn(process.execPath, [program, folder, death, 'lmtp', `${port}`], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(receiver.stdout, 'data');
    const courier = new Courier(port);
    await courier.begin('a@b.example', 'igc@chu.example');
    const gone = once(receiver, 'exit');
    expect(await courier.say(raw)).toMatch(answer);
    if (death === 'never') receiver.kill('SIGKILL');
    await gone;
  }
  expect(readdirSync(folder).filter((name) => name.endsWith('.eml'))).toHaveLength(1);
});
