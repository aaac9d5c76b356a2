import { setImmediate } from 'node:timers/promises';
import { dayOf } from '../days.ts';
import type { Delivery, Subscription } from '../store/webhooks.ts';
import { isAiling, nextAttempt, restUntil } from './backoff.ts';
import { subjectOf } from './cloud-event.ts';
import { deliver, type Post, visibleTo } from './delivery.ts';
import { leaseOf } from './lease.ts';

/** How much of the journal waits for one receiver at most; the rest stays in the journal. */
const QUEUE = 1_000;
const PAGE = 100;
const AT_ONCE = 4;
/** A cursor is written when something was found, or this far. */
const UNWRITTEN = 10_000;

/**
 * The courier of `id`: events of one dossier go one after the other, of several at once; an event that is refused holds back its own
 * dossier alone. The first request in flight needs no slot, so that nobody waits for another's receiver.
 */
export function createCourier(id: string, post: Post, slots: ReturnType<typeof createSlots>) {
  const { evenements, abonnements } = post.store;
  const inFlight = new Map<string, Promise<void>>();
  let running: Promise<number | null> | null = null;
  let call = Promise.withResolvers<void>();
  let isCalled = false;
  let isStopped = false;
  let read = { from: -1, to: -1 };
  let failure: unknown = null;

  return {
    /** Sends what is due until nothing is; gives the next instant (ms) at which something will be, null for none. */
    run(): Promise<number | null> {
      isCalled = true;
      call.resolve();
      running ??= loop();
      return running;
    },
    /** Starts nothing more; `run` ends with what is in flight. */
    stop(): void {
      isStopped = true;
    },
  };

  async function loop(): Promise<number | null> {
    try {
      for (;;) {
        isCalled = false;
        call = Promise.withResolvers();
        const next = await startDue();
        if (inFlight.size > 0) await Promise.race([call.promise, ...inFlight.values()]);
        else if (!isCalled) return next;
        if (failure) throw failure;
      }
    } finally {
      failure = null;
      running = null;
    }
  }

  async function startDue(): Promise<number | null> {
    const subscription = await abonnements.find(id);
    if (!subscription || subscription.pause || isStopped || !(await post.bail.holds(leaseOf(post.bail, id).nom)))
      return null;
    if (subscription.curseur !== read.from) read = { from: subscription.curseur, to: subscription.curseur };
    let heads = await waiting();
    while (heads.filter(isDue).length < roomFor(subscription) && (await readOn(subscription))) heads = await waiting();
    start(subscription, heads.filter(isDue));
    return nextAttempt(subscription, heads[0]);
  }

  function roomFor(subscription: Subscription): number {
    if (restUntil(subscription) > now()) return 0;
    return (isAiling(subscription) ? 1 : AT_ONCE) - inFlight.size;
  }

  function now(): number {
    return post.clock().getTime();
  }

  function isDue({ prochaineLe }: Delivery): boolean {
    return Date.parse(prochaineLe) <= now();
  }

  function waiting(): Promise<Delivery[]> {
    return abonnements.heads(id, [...inFlight.keys()], AT_ONCE);
  }

  /** As many as there is room for: what was in flight when they were looked for may have ended since. */
  function start(subscription: Subscription, due: Delivery[]): void {
    const free = due.filter(({ sujet }) => !inFlight.has(sujet));
    for (const delivery of free.slice(0, Math.max(0, roomFor(subscription)))) {
      const isFirst = inFlight.size === 0;
      if (!isFirst && !slots.take()) return;
      const end = () => {
        inFlight.delete(delivery.sujet);
        isCalled = true;
        if (!isFirst) slots.give();
      };
      inFlight.set(delivery.sujet, deliver(post, subscription, delivery).catch(keep).finally(end));
    }
  }

  function keep(error: unknown): void {
    failure = error;
  }

  /** Takes the next page of the journal; false at its end, or when too much waits. */
  async function readOn(subscription: Subscription): Promise<boolean> {
    const last = await evenements.last();
    if (read.to >= last || (await abonnements.backlog(id)).attente > QUEUE - PAGE) return false;
    await setImmediate();
    const instant = post.clock();
    const filter = { types: subscription.types, dossiers: visibleTo(subscription, dayOf(instant)) } as const;
    const { lignes, jusqua } = await evenements.after(read.to, PAGE, filter);
    read.to = jusqua;
    if (lignes.length === 0 && jusqua - read.from < UNWRITTEN) return true;
    const events = lignes.map((line) => ({ rang: line.rang, sujet: subjectOf(line) }));
    const isKept = await abonnements.enqueue(id, { depuis: read.from, jusqua }, events, instant.toISOString());
    read = isKept ? { from: jusqua, to: jusqua } : { from: -1, to: -1 };
    return isKept;
  }
}

/** Serves one subscription, whatever becomes of the others. */
export type Courier = ReturnType<typeof createCourier>;

/** Room for `count`, that several share. */
export function createSlots(count: number) {
  let left = count;
  return {
    /** False when there is none left. */
    take(): boolean {
      if (left === 0) return false;
      left -= 1;
      return true;
    },
    give(): void {
      left += 1;
    },
  };
}
