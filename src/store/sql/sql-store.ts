import type { KeyObject } from 'node:crypto';
import type { DocumentStore } from '../documents/documents.ts';
import { createJetons } from '../jetons.ts';
import type { QuotaStore } from '../quotas.ts';
import { EMPTY, type Seals } from '../seals.ts';
import type { CommitResult, Readiness, Store } from '../store.ts';
import { answerWorks } from './answers.ts';
import type { ChangeSet } from './batches.ts';
import { createAgenda, createDrafts, createNotes } from './desk.ts';
import { createEvents } from './events.ts';
import { createFigures } from './figures/figure-store.ts';
import { acteTable } from './identities/actes.ts';
import { identityStore } from './identities/identity-store.ts';
import { createInventory } from './inventory.ts';
import { readHead } from './journal-end.ts';
import { createLeases } from './leases.ts';
import { createListing } from './listing.ts';
import { createMails } from './mails.ts';
import { createNotifications } from './notifications.ts';
import { createPersons } from './persons.ts';
import { readerWorks } from './reader.ts';
import { type Reglages, reglageStore } from './reglages.ts';
import { createSignal } from './signal.ts';
import { straysOf, verifyDatabase } from './verification.ts';
import { createWebhooks } from './webhooks.ts';
import { createWorkStore } from './work/work-store.ts';
import { asked, type Engine, seen, type Works } from './work.ts';

/** Commits are told together at most this often: a reader of events waits 25 ms on average. */
const TOLD_EVERY_MS = 50;

/** What an engine brings to a store. */
export interface SqlParts {
  documents: DocumentStore;
  engine: Engine;
  /** The same base, whose commits need not be synced one by one: for what losing the end only makes again. */
  unsynced: Engine;
  key: KeyObject;
  seals: Seals;
  /** The settings as they are at the opening. */
  reglages: Reglages;
  /** Writes what `Store.commit` is given; it tells `told` of it. */
  commit(told: () => void): (set: ChangeSet) => Promise<CommitResult>;
  quotas: QuotaStore | null;
  ready(): Promise<Readiness>;
  /** What the engine finds wrong in its own files, null for nothing. */
  integrity(): Promise<string | null>;
  /** Lets go, in its files, of what was erased. */
  compacter(): Promise<boolean>;
  close(): Promise<void>;
}

/** A store, and what wakes it from outside. */
export interface SqlStore {
  store: Store;
  /** Somebody else committed. */
  told(): void;
  /** Reads the settings again. */
  refresh(): Promise<void>;
  /** Somebody else rolled or revoked a key. */
  tellCles(): void;
}

/** The store over an engine. */
export function sqlStore({ engine, unsynced, key, seals, ...parts }: SqlParts): SqlStore {
  const actes = acteTable(seals);
  const committed = createSignal(TOLD_EVERY_MS);
  const cles = createSignal(0);
  const reglages = reglageStore(engine, actes, parts.reglages);
  const { family, near, ...reading } = readerWorks(engine.dialect, seals);
  const commit = parts.commit(committed.tell);
  const store: Store = {
    ...asked(engine, {
      ...reading,
      ...answerWorks(seals),
      *signedEnd() {
        return seals.sign((yield* readHead()) ?? EMPTY);
      },
    } satisfies Partial<Works<Store>>),
    ...seen(engine, { family, near } satisfies Partial<Works<Store>>),
    ...createListing(engine, seals),
    ready: parts.ready,
    jetons: createJetons(key),
    documents: parts.documents,
    estPartage: engine.dialect === 'postgres',
    commit: (changes, reponse, lu = null) => commit({ changes, reponse: reponse ?? null, lu }),
    identites: { ...identityStore(engine, actes, committed.tell), onCles: cles.listen },
    baux: createLeases(unsynced),
    quotas: parts.quotas,
    reglages: reglages.store,
    evenements: createEvents(engine),
    abonnements: createWebhooks(engine, unsynced, key),
    brouillons: createDrafts(engine),
    notes: createNotes(engine),
    agenda: createAgenda(engine),
    courriels: createMails(engine),
    notifications: createNotifications(engine, unsynced),
    personnes: createPersons(engine, seals, parts.compacter),
    travail: createWorkStore(engine, unsynced),
    figures: createFigures(engine, unsynced),
    inventaire: createInventory(engine),
    onCommit: committed.listen,
    verify: (against = {}) => verifyDatabase(engine, seals, against, parts),
    strays: () => straysOf(engine, seals),
    async close() {
      await parts.documents.close();
      await parts.close();
    },
  };
  return { store, told: committed.tell, refresh: reglages.refresh, tellCles: cles.tell };
}
