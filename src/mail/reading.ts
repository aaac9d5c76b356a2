import { OneThread } from '../one-thread.ts';
import type { Envelope, Manque, ReceivedMail } from './received.ts';

/** What is asked of the thread: a mail whole, or its headers alone and why. */
export interface Task {
  raw: Uint8Array;
  to: readonly string[];
  only: Manque | null;
}

type Failure = 'lecture-trop-longue' | 'courriel-abime';

/** A mail holds at most so many bytes; of a longer one the headers alone are read. */
export const MOST_BYTES = 25 * 1024 * 1024;
/** How long one mail may be read, in milliseconds: 25 MB take about 2 s. */
const PATIENCE_MS = 20_000;
const IDLE_MS = 20_000;
/** How many mails may wait, of 25 MB at most. */
const MOST_WAITING = 12;
const MEMORY_MB = 512;
/** What is handed over of a mail of which the headers alone are read. */
const MOST_HEAD = 128 * 1024;

/** The reader has too much to do: the mail is to be brought again in a minute. */
export class ReaderBusy extends Error {}

/**
 * Reads mails one after the other in a thread of its own, each in so many milliseconds at most: one that takes longer, or breaks its reader,
 * ends that thread alone, and holds nobody up.
 */
export function createReader(patienceMs: number) {
  const thread = new OneThread<Task, ReceivedMail | Failure | 'lecture-occupee'>({
    worker: new URL('./reading/worker.ts', import.meta.url),
    memoryMb: MEMORY_MB,
    patienceMs,
    idleMs: IDLE_MS,
    mostWaiting: MOST_WAITING,
    tooLong: 'lecture-trop-longue',
    broken: 'courriel-abime',
    busy: 'lecture-occupee',
  });

  /** Reads a mail, whatever it is: what cannot be read of it is told by `manque`. Throws ReaderBusy alone. */
  return async (raw: Buffer, envelope: Envelope): Promise<ReceivedMail> => {
    const to = [...envelope.to];
    if (raw.length > MOST_BYTES) return readHead(raw, to, 'courriel-trop-grand');
    const answer = await ask({ raw, to, only: null });
    return typeof answer === 'string' ? readHead(raw, to, answer) : answer;
  };

  async function readHead(raw: Buffer, to: string[], only: Manque): Promise<ReceivedMail> {
    const answer = await ask({ raw: new Uint8Array(raw.subarray(0, MOST_HEAD)), to, only });
    return typeof answer === 'string' ? blank(only) : answer;
  }

  async function ask(task: Task): Promise<ReceivedMail | Failure> {
    const answer = await thread.ask(task);
    if (answer === 'lecture-occupee') throw new ReaderBusy('Trop de courriels attendent d’être lus.');
    return answer;
  }
}

/** The reader of the service. */
export const readMail = createReader(PATIENCE_MS);

/** What is known of a mail of which nothing can be read. */
function blank(manque: Manque): ReceivedMail {
  return {
    messageId: null,
    inReplyTo: null,
    references: [],
    from: null,
    to: [],
    date: null,
    subject: '',
    text: '',
    tokens: [],
    isAutomatic: false,
    automaticSign: null,
    bounce: null,
    attachments: [],
    manque,
  };
}
