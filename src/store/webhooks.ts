import type { Lease } from './leases.ts';

/** Why nothing is sent: somebody asked, every delivery fails, or the receiver says that it is gone. */
export type PauseReason = 'demande' | 'echecs' | 'disparu';

/** What is fixed when a subscription is made. */
export interface NewSubscription {
  id: string;
  /** Whose dossiers it sees; null for all. */
  editeurId: string | null;
  url: string;
  /** Null for all. */
  types: readonly string[] | null;
  description: string;
  creeLe: string;
  /** The last rang that was read for it. */
  curseur: number;
}

/** A receiver of events, without its secrets. Instants are ISO. */
export interface Subscription extends NewSubscription {
  pause: { motif: PauseReason; le: string } | null;
  /** Since the last success; null when that was the last answer. */
  echecs: { nombre: number; depuis: string; dernier: string } | null;
  /** Until when the receiver has asked to be left alone; null when it never did. */
  attendJusqua: string | null;
}

/** What signs for a subscription; the previous secret still does until `jusqua`. */
export interface Secrets {
  actuel: string;
  precedent: { secret: string; jusqua: string } | null;
}

/** An event to deliver: `rang` 0 is the verification, and events of one `sujet` go in order. */
export interface EventRef {
  rang: number;
  sujet: string;
}

/** An event not yet delivered, or given up. */
export interface Delivery extends EventRef {
  etat: 'attente' | 'abandonne';
  tentatives: number;
  prochaineLe: string;
}

/** How many events wait for a receiver, and how many were given up. */
export interface Backlog {
  attente: number;
  abandonne: number;
}

/** What one subscription is owed: the last event that was read for it, how many of those read wait, and the first of them. */
export interface Queue {
  id: string;
  curseur: number;
  attente: number;
  /** Its rang; null for none, verifications apart. */
  premier: number | null;
}

/** A stretch of the journal: what follows `depuis`, `jusqua` included. */
interface Stretch {
  depuis: number;
  jusqua: number;
}

/** One request to a receiver: no `statut` without an answer, no `erreur` when it was taken. */
export interface Attempt {
  rang: number;
  le: string;
  statut: number | null;
  dureeMs: number;
  erreur: string | null;
}

/** What becomes of an event after an attempt. */
export type Outcome = 'livre' | 'abandonne' | { prochaineLe: string };

/** Subscriptions, what they are owed and what was tried; a method given an unknown id writes nothing and says false. */
export interface WebhookStore {
  /** Keeps it with its secret, its verification being due at once. */
  create(subscription: NewSubscription, secret: string): Promise<void>;
  /** Oldest first. */
  list(): Promise<Subscription[]>;
  find(id: string): Promise<Subscription | null>;
  secrets(id: string): Promise<Secrets | null>;
  /** The secret so far signs beside the new one until `jusqua`. */
  rotate(id: string, secret: string, jusqua: string): Promise<boolean>;
  pause(id: string, motif: PauseReason, le: string): Promise<boolean>;
  /** Forgets its failures, and the rest that it asked for; all that waits is due at `le`. */
  resume(id: string, le: string): Promise<boolean>;
  /** The journal will be read for it again after `rang`. */
  rewind(id: string, rang: number): Promise<boolean>;
  /** The receiver is sent nothing before `jusqua`, nor before what it asked sooner. */
  leave(id: string, jusqua: string): Promise<boolean>;
  /** Its queue stays. To another address, a verification and all that waits are due at `le`, and what failed is forgotten. */
  change(id: string, wanted: Pick<NewSubscription, 'url' | 'types' | 'description'>, le: string): Promise<boolean>;
  remove(id: string): Promise<boolean>;

  /**
   * The events found in `lu` wait from `le` on, as if never tried; nothing is written if it was not to be read from `lu.depuis` on.
   * This, `settle` and `drop` may be lost at a power cut, which sends again and skips nothing.
   */
  enqueue(id: string, lu: Stretch, events: readonly EventRef[], le: string): Promise<boolean>;
  /** One event waits from `le` on, as if never tried. */
  retry(id: string, event: EventRef, le: string): Promise<boolean>;
  /** The first waiting event of each sujet but `sauf`, the earliest due first. */
  heads(id: string, sauf: readonly string[], limite: number): Promise<Delivery[]>;
  backlog(id: string): Promise<Backlog>;
  /** Of every subscription, oldest first, by the index of what waits. */
  queues(): Promise<Queue[]>;
  /** Of a state, by rang. */
  deliveries(id: string, etat: Delivery['etat'], page: { apres: number; limite: number }): Promise<Delivery[]>;
  /** Writes nothing, and says false, once the subscription has another address than that, or another node the lease. */
  settle(id: string, attempt: Attempt, outcome: Outcome, par?: { url: string; bail: Lease }): Promise<boolean>;
  /** An event that may no longer be sent. */
  drop(id: string, rang: number): Promise<boolean>;
  /** Newest first, of one event or of all. */
  attempts(id: string, rang: number | null, limite: number): Promise<Attempt[]>;
  /** Forgets the oldest attempts made before `le`, and the events given up since, `limite` of each at most. */
  forget(le: string, limite: number): Promise<void>;
}
