import type { Store } from '../store/store.ts';
import { type Courier, createCourier, createSlots } from './courier.ts';
import type { Post } from './delivery.ts';
import { leaseholder } from './lease.ts';

const SHARED_SLOTS = 32;
const HEARTBEAT_MS = 1_000;
const FORGET_EVERY_MS = 3_600_000;
const REMEMBERED_MS = 30 * 24 * 3_600_000;
const FORGOTTEN_AT_ONCE = 10_000;

/** Sends what subscriptions are owed. What is known of them is in the store alone: a restart goes on where it stopped. */
export function createDispatcher(
  asked: Omit<Post, 'bail'> & { store: Pick<Store, 'baux'>; onCommit(listener: () => void): () => void },
) {
  const post = { ...asked, bail: leaseholder(asked.store.baux) };
  const couriers = new Map<string, Courier>();
  const working = new Set<Promise<unknown>>();
  const slots = createSlots(SHARED_SLOTS);
  let stopListening = () => {};
  let tell: ((error: unknown) => void) | null = null;
  let forgotten = 0;

  return {
    /** Sends what is due until nothing is; gives the instant of the next attempt, null for none. */
    work(): Promise<Date | null> {
      const turn = workOnce();
      inBackground(turn);
      return turn;
    },
    /** Works from now on, at each commit and second; `onError` is told what stops a courier until the next second. */
    start(onError: (error: unknown) => void): void {
      tell = onError;
      const unlisten = post.onCommit(wake);
      const heartbeat = setInterval(() => {
        wake();
        inBackground(forget());
      }, HEARTBEAT_MS);
      stopListening = () => {
        unlisten();
        clearInterval(heartbeat);
      };
      wake();
    },
    /** Looks at once whether something is due. */
    wake,
    /** Stops; what was in flight will be sent again. */
    async close(): Promise<void> {
      tell = null;
      stopListening();
      for (const courier of couriers.values()) courier.stop();
      post.sender.close();
      await Promise.allSettled(working);
      await post.bail.release();
    },
  };

  async function workOnce(): Promise<Date | null> {
    const all = await current();
    const next = (await Promise.all(all.map((courier) => courier.run()))).filter((instant) => instant !== null);
    return next.length === 0 ? null : new Date(Math.min(...next));
  }

  function wake(): void {
    if (tell) inBackground(runAll());
  }

  async function runAll(): Promise<void> {
    for (const courier of await current()) inBackground(courier.run());
  }

  function inBackground(work: Promise<unknown>): void {
    const ended = work.catch((error: unknown) => tell?.(error)).finally(() => working.delete(ended));
    working.add(ended);
  }

  async function current(): Promise<Courier[]> {
    const subscriptions = await post.store.abonnements.list();
    const ids = new Set(subscriptions.map(({ id }) => id));
    for (const id of couriers.keys()) if (!ids.has(id)) couriers.delete(id);
    for (const id of ids) if (!couriers.has(id)) couriers.set(id, createCourier(id, post, slots));
    return subscriptions.filter(({ pause }) => pause === null).flatMap(({ id }) => couriers.get(id) ?? []);
  }

  async function forget(): Promise<void> {
    const now = post.clock().getTime();
    if (now - forgotten < FORGET_EVERY_MS) return;
    forgotten = now;
    await post.store.abonnements.forget(new Date(now - REMEMBERED_MS).toISOString(), FORGOTTEN_AT_ONCE);
  }
}

/** What sends events: one courier per subscription, in this process. */
export type Dispatcher = ReturnType<typeof createDispatcher>;
