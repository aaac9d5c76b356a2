import { EMPTY } from '../seals.ts';
import type { Against, Store, Verification } from '../store.ts';
import { createAgenda, createDrafts, createNotes } from './desk.ts';
import { createEvents } from './events.ts';
import { createFigures } from './figures/figure-store.ts';
import {
  openReadable,
  openUnsynced,
  openWritable,
  startCheckpoints,
  type Writable,
  writeNothing,
} from './file/database.ts';
import { closeOnError, orForeign, orOutage } from './file/failure.ts';
import { type Definition, holdTo } from './file/migrate.ts';
import { acteTable } from './identities/actes.ts';
import { identityStore } from './identities/identity-store.ts';
import { continueJournal, type KeySource, readHead, sealsOf } from './journal-end.ts';
import { createListing } from './listing.ts';
import { createNotifications } from './notifications/notification-store.ts';
import { createPersons } from './persons.ts';
import { createReader } from './reader.ts';
import { reglageStore } from './reglages.ts';
import { promised } from './table.ts';
import { straysOf, verifyDatabase } from './verification.ts';
import { createWebhooks } from './webhooks.ts';
import { createWorkStore } from './work/work-store.ts';
import { answerTable, type ChangeSet, createWriter } from './writer.ts';

/** Commits are told together at most this often: a reader of events waits 25 ms on average. */
const TOLD_EVERY_MS = 50;

/** Where a store is kept, and where the key of its journal is. */
export interface SqliteOptions extends KeySource {
  file: string;
  /** True unless told: a thread of 20 MB copies the log into the file, which a store of few acts does without. */
  copieAPart?: boolean;
  /** The procedures as they are now: a base written under others is refused. None is looked at unless told. */
  definitions?: readonly Definition[];
  /** Told how many writes were made together, once they are on the disk. */
  onBatch?: (size: number) => void;
}

/** The store kept in `file`, of which this process becomes the only writer; a StoreOutage says why it may not. */
export function openSqliteStore({
  file,
  copieAPart = true,
  definitions = [],
  onBatch = () => {},
  ...key
}: SqliteOptions): Store {
  return orForeign(file, () => {
    const base = orOutage(() => openWritable(file));
    return closeOnError(base, () => {
      orOutage(() => holdTo(base.db, definitions));
      return orOutage(() => storeOn(base, key, copieAPart, onBatch));
    });
  });
}

/** Verifies `file` beside the service that may be writing it. */
export async function verifySqliteFile({ file, ...key }: SqliteOptions, against: Against = {}): Promise<Verification> {
  const db = orOutage(() => openReadable(file));
  try {
    orForeign(file, () => readHead(db));
    return await verifyDatabase(db, sealsOf(db, key), against);
  } finally {
    db.close();
  }
}

/** What is asked of the base itself, and answered at once. */
type Asked = Omit<
  Store,
  | ('identites' | 'reglages' | 'evenements' | 'abonnements' | 'brouillons' | 'notes' | 'notifications' | 'agenda')
  | ('personnes' | 'travail' | 'figures' | 'commit' | 'onCommit' | 'strays' | 'verify' | 'close')
>;

function storeOn(
  { db, close, requireInPlace }: Writable,
  source: KeySource,
  copieAPart: boolean,
  onBatch: (size: number) => void,
): Store {
  const { key, seals, head } = continueJournal(db, source);
  const write = createWriter(db, seals, head);
  const committed = createSignal(TOLD_EVERY_MS);
  const commits = group((sets: ChangeSet[]) => {
    requireInPlace();
    const results = write(sets);
    committed.tell();
    onBatch(sets.length);
    return results;
  });
  const actes = acteTable(db, seals);
  const unsynced = openUnsynced(db.name);
  const stopCheckpoints = copieAPart ? startCheckpoints(db.name) : null;
  const { find: answerTo, forget: forgetAnswers } = answerTable(db, seals);

  return {
    ...promised<Asked>({
      ...createReader(db, seals),
      ...createListing(db, seals),
      answerTo,
      forgetAnswers,
      signedEnd: () => seals.sign(readHead(db) ?? EMPTY),
      ready: () => {
        requireInPlace();
        return writeNothing(db);
      },
    }),
    identites: identityStore(db, actes, committed.tell),
    reglages: reglageStore(db, actes),
    commit: (changes, reponse) => commits.ask({ changes, reponse: reponse ?? null }),
    evenements: createEvents(db),
    abonnements: createWebhooks(db, unsynced, key),
    brouillons: createDrafts(db),
    notes: createNotes(db),
    agenda: createAgenda(db),
    notifications: createNotifications(db, unsynced),
    personnes: createPersons(db, unsynced, seals),
    travail: createWorkStore(db, unsynced),
    figures: createFigures(db, unsynced),
    onCommit: committed.listen,
    verify: (against) => verifyDatabase(db, seals, against),
    strays: () => straysOf(db, seals),
    close: async () => {
      commits.flush();
      await stopCheckpoints?.();
      unsynced.close();
      close();
    },
  };
}

/**
 * Several `tell` within `delayMs` are heard once, at its end and outside of what told them, which a failing listener cannot spoil.
 * With nobody listening it costs a comparison.
 */
function createSignal(delayMs: number) {
  const listeners = new Set<() => void>();
  let isTold = false;
  return {
    tell(): void {
      if (listeners.size === 0 || isTold) return;
      isTold = true;
      setTimeout(hear, delayMs).unref();
    },
    /** The answer stops listening. */
    listen(listener: () => void): () => void {
      const own = () => listener();
      listeners.add(own);
      return () => void listeners.delete(own);
    },
  };

  function hear(): void {
    isTold = false;
    for (const listener of [...listeners]) listener();
  }
}

/**
 * Hands to `run`, in one call, all that was asked during one turn of the event loop. It answers each in order, an Error for one
 * that failed alone; if it throws, all fail.
 */
function group<Question, Answer>(run: (questions: Question[]) => (Answer | Error)[]) {
  let waiting: Waiting<Question, Answer>[] = [];
  return { ask, flush };

  function ask(question: Question): Promise<Answer> {
    if (waiting.length === 0) setImmediate(flush);
    return new Promise((resolve, reject) => waiting.push({ question, resolve, reject }));
  }

  /** Answers at once what is waiting. */
  function flush(): void {
    const asked = waiting;
    waiting = [];
    if (asked.length > 0) settle(asked, run);
  }
}

interface Waiting<Question, Answer> {
  question: Question;
  resolve(answer: Answer): void;
  reject(reason: unknown): void;
}

function settle<Question, Answer>(
  asked: Waiting<Question, Answer>[],
  run: (questions: Question[]) => (Answer | Error)[],
): void {
  try {
    const answers = run(asked.map(({ question }) => question));
    asked.forEach(({ resolve, reject }, i) => {
      const answer = answers[i] as Answer | Error;
      if (answer instanceof Error) reject(answer);
      else resolve(answer);
    });
  } catch (error) {
    for (const { reject } of asked) reject(error);
  }
}
