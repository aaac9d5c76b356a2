import { dayOf } from '../days.ts';
import type { Store } from '../store/store.ts';
import type { Delivery, Outcome, PauseReason, Secrets, Subscription } from '../store/webhooks.ts';
import { delayAfter, isGivenUp, LONGEST_SILENCE } from './backoff.ts';
import { toCloudEvent, verificationEvent } from './cloud-event.ts';
import { type Leaseholder, leaseOf } from './lease.ts';
import type { Reply, Sender } from './sender.ts';
import { signedHeaders } from './signature.ts';

const GONE = 410;

/** What deliveries need: the store, the way out, and what is not the same twice. */
export interface Post {
  store: Pick<Store, 'evenements' | 'abonnements' | 'signedEnd'>;
  /** By which this node alone serves a subscription. */
  bail: Leaseholder;
  sender: Sender;
  clock(): Date;
  random(): number;
  /** Of a sandbox, whose clock may be ahead: the instant at which a receiver is. */
  essai?: { instant(): Date };
}

/**
 * Attempts one delivery and keeps what became of it; an event that its subscription may no longer see is dropped. The receiver is told the
 * signed end of the journal as well, an anchor that whoever keeps the base does not hold.
 */
export async function deliver(post: Post, subscription: Subscription, delivery: Delivery): Promise<void> {
  const { store, sender, clock } = post;
  const { id, url } = subscription;
  const now = clock();
  const event = await eventOf(post, subscription, delivery.rang);
  const secrets = await store.abonnements.secrets(id);
  if (!secrets) return;
  if (!event) return void (await store.abonnements.drop(id, delivery.rang));

  const body = JSON.stringify(event);
  const sentAt = post.essai?.instant() ?? now;
  const message = { id: event.id, timestamp: Math.floor(sentAt.getTime() / 1000), body };
  const ancre = await store.signedEnd();
  const headers = { ...HEADERS, ancre, ...signedHeaders(message, valid(secrets, now)) };
  const reply = await sender.send(url, headers, body);
  if (reply) await settle(post, delivery, { id, url, le: now.toISOString(), reply });
}

/** Whose dossiers a subscription sees today. */
export function visibleTo({ editeurId }: Subscription, jour: string) {
  return editeurId === null ? 'tous' : { delegueA: { editeurId, jour } };
}

const HEADERS = {
  'content-type': 'application/cloudevents+json; charset=utf-8',
  'user-agent': 'parcours-igc',
};

async function eventOf({ store, clock, essai }: Post, subscription: Subscription, rang: number) {
  if (rang === 0) return verificationEvent(subscription.id, subscription.creeLe, essai !== undefined);
  const line = await store.evenements.one(rang, visibleTo(subscription, dayOf(clock())));
  return line && toCloudEvent(line, essai !== undefined);
}

function valid({ actuel, precedent }: Secrets, now: Date): string[] {
  return precedent && precedent.jusqua > now.toISOString() ? [actuel, precedent.secret] : [actuel];
}

/**
 * What another address answers says nothing of the one that the subscription has taken since, where all waits again; nor what a node hears
 * that another has replaced.
 */
async function settle(
  { store, clock, random, bail }: Post,
  { rang, tentatives }: Delivery,
  { id, url, le, reply }: { id: string; url: string; le: string; reply: Reply },
): Promise<void> {
  const { abonnements } = store;
  const subscription = await abonnements.find(id);
  if (!subscription) return;
  const now = clock();
  const { attendreMs, ...answered } = reply;
  const motif = pauseAfter(reply, subscription, now);
  const delay = delayAfter(tentatives + 1, random);
  const silence = Math.min(attendreMs ?? 0, LONGEST_SILENCE);
  const outcome = reply.erreur === null ? 'livre' : outcomeOf(delay && Math.max(delay, silence), motif, now);
  const isSettled = await abonnements.settle(id, { rang, le, ...answered }, outcome, { url, bail: leaseOf(bail, id) });
  if (!isSettled) return;
  if (silence > 0) await abonnements.leave(id, later(now, silence));
  if (motif) await abonnements.pause(id, motif, now.toISOString());
}

function pauseAfter({ statut, erreur }: Reply, subscription: Subscription, now: Date): PauseReason | null {
  if (erreur === null || subscription.pause) return null;
  if (statut === GONE) return 'disparu';
  return isGivenUp(subscription, now) ? 'echecs' : null;
}

/** What a pause stops is not given up: it waits for the subscription to be taken up again. */
function outcomeOf(delay: number | null, motif: PauseReason | null, now: Date): Outcome {
  if (delay === null) return motif ? { prochaineLe: now.toISOString() } : 'abandonne';
  return { prochaineLe: later(now, delay) };
}

function later(now: Date, ms: number): string {
  return new Date(now.getTime() + ms).toISOString();
}
