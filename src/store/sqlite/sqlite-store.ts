import { group } from '../group-commit.ts';
import { EMPTY } from '../seals.ts';
import { createSignal } from '../signal.ts';
import type { Against, Store, Verification } from '../store.ts';
import { createAgenda } from './agenda.ts';
import { answerTable } from './answers.ts';
import { createDrafts } from './drafts.ts';
import { createEvents } from './events.ts';
import { createFigures } from './figures/figure-store.ts';
import { startCheckpoints } from './file/checkpoints.ts';
import { openReadable, openUnsynced, openWritable, type Writable, writeNothing } from './file/database.ts';
import { type Definition, holdTo } from './file/definitions.ts';
import { closeOnError, orForeign, orOutage } from './file/failure.ts';
import { acteTable } from './identities/actes.ts';
import { identityStore } from './identities/identity-store.ts';
import { continueJournal, type KeySource, readHead, sealsOf } from './journal-end.ts';
import { createListing } from './listing.ts';
import { createNotes } from './notes.ts';
import { createNotifications } from './notifications/notification-store.ts';
import { createPersons } from './persons.ts';
import { createReader } from './reader.ts';
import { reglageStore } from './reglages/reglage-store.ts';
import { straysOf, verifyDatabase } from './verification.ts';
import { createWebhooks } from './webhooks/webhook-store.ts';
import { createWorkStore } from './work/work-store.ts';
import { type ChangeSet, createWriter } from './writer.ts';

/** Commits are told together at most this often: a reader of events waits 25 ms on average. */
const TOLD_EVERY_MS = 50;

/** Where a store is kept, and where the key of its journal is. */
export interface SqliteOptions extends KeySource {
  file: string;
  /** True unless told: a thread of 20 MB copies the log into the file, which a store of few acts does without. */
  copieAPart?: boolean;
  /** The procedures as they are now: a base written under others is refused. None is looked at unless told. */
  definitions?: readonly Definition[];
}

/** The store kept in `file`, of which this process becomes the only writer; a StoreOutage says why it may not. */
export function openSqliteStore({ file, copieAPart = true, definitions = [], ...key }: SqliteOptions): Store {
  return orForeign(file, () => {
    const base = orOutage(() => openWritable(file));
    return closeOnError(base, () => {
      orOutage(() => holdTo(base.db, definitions));
      return orOutage(() => storeOn(base, key, copieAPart));
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

function storeOn({ db, close, requireInPlace }: Writable, source: KeySource, copieAPart: boolean): Store {
  const { key, seals, head } = continueJournal(db, source);
  const write = createWriter(db, seals, head);
  const committed = createSignal(TOLD_EVERY_MS);
  const commits = group((sets: ChangeSet[]) => {
    requireInPlace();
    const results = write(sets);
    committed.tell();
    return results;
  });
  const actes = acteTable(db, seals);
  const answers = answerTable(db, seals);
  const reader = createReader(db, seals);
  const { list, count } = createListing(db, seals);
  const unsynced = openUnsynced(db.name);
  const stopCheckpoints = copieAPart ? startCheckpoints(db.name) : null;
  const answer = async <T>(read: () => T) => orOutage(read);

  return {
    identites: identityStore(db, actes, committed.tell),
    reglages: reglageStore(db, actes),
    commit: (changes, reponse) => commits.ask({ changes, reponse: reponse ?? null }),
    answerTo: (auteur, cle) => answer(() => answers.find(auteur, cle)),
    forgetAnswers: (avant) => answer(() => answers.forget(avant)),
    family: (id) => answer(() => reader.family(id)),
    near: (id) => answer(() => reader.near(id)),
    row: (id) => answer(() => reader.row(id)),
    view: (id) => answer(() => reader.view(id)),
    list: (query) => answer(() => list(query)),
    count: (query, plafond) => answer(() => count(query, plafond)),
    journal: (id, apres, limite) => answer(() => reader.journal(id, apres, limite)),
    moved: (id, apres) => answer(() => reader.moved(id, apres)),
    due: (jour, limite) => answer(() => reader.due(jour, limite)),
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
    signedEnd: () => answer(() => seals.sign(readHead(db) ?? EMPTY)),
    strays: () => straysOf(db, seals),
    ready: () =>
      answer(() => {
        requireInPlace();
        return writeNothing(db);
      }),
    close: async () => {
      commits.flush();
      await stopCheckpoints?.();
      unsynced.close();
      close();
    },
  };
}
