import { setTimeout as sleep } from 'node:timers/promises';
import { ImapFlow, type ImapFlowOptions } from 'imapflow';
import { MOST_BYTES } from '../reading.ts';
import type { Receive } from '../received.ts';
import type { Door } from './lmtp.ts';
import { createTries, type Tries } from './tries.ts';

/** How long it waits, in milliseconds: before it connects again, the last for ever; and before it receives again what could not be, until it gives up. */
export interface Patience {
  reconnect: readonly number[];
  retry: readonly number[];
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const PATIENCE: Patience = {
  reconnect: [SECOND, 5 * SECOND, 15 * SECOND, MINUTE, 5 * MINUTE],
  retry: [30 * SECOND, 2 * MINUTE, 10 * MINUTE, 60 * MINUTE, 3 * 60 * MINUTE],
};
/** A connection that lasted so long was a good one. */
const GOOD_MS = MINUTE;
/** One that the network lost says nothing: it is asked so often. */
const IDLE_MS = 4 * MINUTE;
const IDLE_AFTER_MS = 500;
const ENDS_WITHIN_MS = 5 * SECOND;

/** Where a mail goes once it is received, where that folder is. */
const FOLDER = 'Traités';
/** Borne by a mail that could never be received: whoever takes it off has it received again. */
const GIVEN_UP = '$ParcoursEchec';

/** What a connection works with. */
interface Work {
  path: string;
  receive: Receive;
  tries: Tries;
  closing: AbortSignal;
  onError(error: unknown): void;
}

/**
 * Receives what comes into a mailbox (`imaps://account:password@server/INBOX`), one mail after the other, for as long as it is open: each is
 * marked as read once received, and moved to « Traités » where that folder is; without it, what a person read first is not received.
 */
export function openImap(
  url: string,
  receive: Receive,
  onError: (error: unknown) => void,
  patience: Patience = PATIENCE,
): Door {
  const closing = new AbortController();
  const { path, options } = settingsOf(url);
  const work = { path, receive, onError, tries: createTries(patience.retry), closing: closing.signal };
  const watching = watch();
  return {
    async close() {
      closing.abort();
      await watching;
    },
  };

  async function watch(): Promise<void> {
    for (let attempt = 0; !closing.signal.aborted; attempt++) {
      const begun = Date.now();
      try {
        await stay(new ImapFlow(options), work);
      } catch (cause) {
        if (!closing.signal.aborted) onError(new Error('La boîte de courriels ne répond pas (IMAP_URL).', { cause }));
      }
      if (Date.now() - begun > GOOD_MS) attempt = 0;
      const delay = patience.reconnect[Math.min(attempt, patience.reconnect.length - 1)] ?? MINUTE;
      await sleep(delay, null, { signal: closing.signal }).catch(() => {});
    }
  }
}

/** Receives over one connection until it ends, or the door closes; throws what ended it. */
async function stay(client: ImapFlow, work: Work): Promise<void> {
  const { closing, path } = work;
  const bell = createBell();
  let cause: unknown = new Error('Le serveur IMAP a fermé la connexion.');
  client.on('error', (error: unknown) => {
    cause = error;
  });
  client.on('close', bell.ring);
  client.on('exists', bell.ring);
  let end: NodeJS.Timeout | undefined;
  const leave = () => {
    end = setTimeout(() => client.close(), client.usable ? ENDS_WITHIN_MS : 0);
    bell.ring();
  };
  closing.addEventListener('abort', leave, { once: true });
  try {
    await client.connect();
    await client.mailboxOpen(path);
    const folders = await client.list();
    const folder = folders.find(({ name, path: other }) => name === FOLDER && other !== path)?.path ?? null;
    while (client.usable && !closing.aborted) {
      const again = await receiveAll(client, folder, work);
      if (client.usable && !closing.aborted) await bell.wait(again - Date.now());
    }
    if (!closing.aborted) throw cause;
  } finally {
    clearTimeout(end);
    closing.removeEventListener('abort', leave);
    client.close();
  }
}

/** Receives what is there; answers when something is to be tried again (an instant, in milliseconds). */
async function receiveAll(client: ImapFlow, folder: string | null, work: Work): Promise<number> {
  const { closing, tries } = work;
  const all = await client.search(
    folder === null ? { seen: false, unKeyword: GIVEN_UP } : { all: true, unKeyword: GIVEN_UP },
    { uid: true },
  );
  if (!all) throw new Error('Le serveur IMAP ne cherche pas dans la boîte.');
  const validity = client.mailbox ? client.mailbox.uidValidity : 0n;
  const mails = all.map((uid) => ({ uid: `${uid}`, key: `${validity}:${uid}` }));
  tries.keepOnly(mails.map(({ key }) => key));
  for (const mail of mails) {
    if (closing.aborted || !client.usable) break;
    if (tries.isDue(mail.key)) await receiveOne(client, folder, work, mail);
  }
  return tries.nextAt();
}

/** A mail that could not be received, nor fetched, is tried again later, and left where it is after the last time. */
async function receiveOne(
  client: ImapFlow,
  folder: string | null,
  { receive, tries, onError }: Work,
  { uid, key }: { uid: string; key: string },
): Promise<void> {
  const byUid = { uid: true };
  try {
    const fetched = await client.fetchOne(uid, { source: { start: 0, maxLength: MOST_BYTES + 1 } }, byUid);
    const raw = fetched ? fetched.source : undefined;
    if (!raw) return;
    await receive(raw, { to: [] });
  } catch (cause) {
    onError(new Error(`Le courriel ${key} de la boîte n’a pas pu être reçu.`, { cause }));
    if (tries.failed(key)) return;
    onError(new Error(`Le courriel ${key} n’est plus essayé : il reste dans la boîte, marqué d’un drapeau.`));
    await client.messageFlagsAdd(uid, ['\\Flagged', GIVEN_UP], byUid);
    return;
  }
  tries.done(key);
  const isMarked = await client.messageFlagsAdd(uid, ['\\Seen'], byUid);
  const isMoved = folder === null || (await client.messageMove(uid, folder, byUid));
  if (!isMarked || !isMoved) onError(new Error(`Le courriel ${key}, reçu, n’a pas pu être rangé dans la boîte.`));
}

/** Where a mailbox is, and how it is reached: never in clear but on this very machine. */
function settingsOf(text: string): { path: string; options: ImapFlowOptions } {
  const url = new URL(text);
  const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  const secure = url.protocol === 'imaps:';
  const options: ImapFlowOptions = {
    host: url.hostname.replaceAll(/[[\]]/g, ''),
    port: Number(url.port) || (secure ? 993 : 143),
    secure,
    auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    logger: false,
    autoIdleDelay: IDLE_AFTER_MS,
    maxIdleTime: IDLE_MS,
    maxLiteralSize: 2 * MOST_BYTES,
    maxResponseSize: 3 * MOST_BYTES,
  };
  if (!secure) options.doSTARTTLS = !isLocal;
  return { path: decodeURIComponent(url.pathname.slice(1)) || 'INBOX', options };
}

/** What wakes up whoever waits; rung while nobody does, the next does not wait. */
function createBell() {
  let isRung = false;
  let wake = () => {};
  return {
    ring() {
      isRung = true;
      wake();
    },
    async wait(most: number): Promise<void> {
      if (!isRung)
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, Math.min(Math.max(most, 0), IDLE_MS));
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      isRung = false;
    },
  };
}
