import type { Sender } from '../outbox/sender.ts';
import type { Services } from '../services.ts';
import type { Places } from '../store/places.ts';
import { openSandbox, type Sandbox } from './sandbox.ts';

const SWEEP_MS = 60_000;
const IDLE_MS = 5 * 60_000;
const OPEN_AT_ONCE = 16;
/** How many a turn opens to send: each has a minute at least before another takes its place. */
const DUE_AT_ONCE = OPEN_AT_ONCE / 2;
/** Some 20,000 dossiers. */
const MOST_BYTES = 200 * 1024 * 1024;

/** Where sandboxes are, and what they share. */
export interface SandboxOptions {
  /** Closed with them. */
  places: Places;
  clock(): Date;
  /** Where establishments are looked up: what is public is the same in a sandbox. */
  repertoire?: Services['repertoire'];
  autorites?: Services['autorites'];
  /** How webhooks leave; nothing does where nobody says. */
  sender?: { create(): Sender; onError(error: unknown): void };
  /** How much one may hold: 200 MB unless told. */
  octets?: number;
}

/** A sandbox that this node opens, or has opened. */
interface Held {
  cleId: string;
  opening: Promise<Sandbox>;
  /** How many act in it now. */
  busy: number;
  /** When the last one left, in milliseconds. */
  leftAt: number;
  isForgotten: boolean;
}

/** The sandboxes of keys, each in a place and a store of its own, open while it is used. */
export function createSandboxes({ places, ...options }: SandboxOptions) {
  const opened = new Map<string, Held>();
  /** By its key, which waits for it; a forgotten one by itself, as its key may already have another. */
  const closing = new Map<string | Held, { held: Held; closed: Promise<void> }>();
  /** When something is to be sent from one that is closed, in milliseconds. */
  const due = new Map<string, number>();
  const timer = setInterval(() => sweep(Date.now() - IDLE_MS), SWEEP_MS).unref();

  return {
    /** Acts in the sandbox of a key, a new one if it has none. */
    async use<T>(cleId: string, act: (services: Services) => Promise<T>): Promise<T> {
      const held = await enter(cleId);
      const sandbox = await held.opening;
      try {
        await sandbox.catchUp();
        return await act(sandbox.services);
      } catch (error) {
        throw await sandbox.place.explain(error);
      } finally {
        leave(held);
      }
    },
    /** Forgets the sandbox of a key without opening it, which a damaged one would not bear. */
    forget,
    /** Whether the sandbox of a key has as much in it as one may; it is emptied, or left. */
    async isFull(cleId: string): Promise<boolean> {
      const sandbox = await opened.get(cleId)?.opening;
      return sandbox !== undefined && (await sandbox.place.octets()) > (options.octets ?? MOST_BYTES);
    },
    /** Closes those unused since `before`, in ms, and opens those that have something to send; gives how many stay. */
    sweep,
    /** Closes them all; nobody acts any more. */
    async close(): Promise<void> {
      clearInterval(timer);
      for (const held of opened.values()) shut(held);
      await Promise.all([...closing.values()].map(({ closed }) => closed));
      await places.close();
    },
  };

  /** Whoever enters is in the place that its key has then, whatever node it was forgotten by. */
  async function enter(cleId: string): Promise<Held> {
    for (;;) {
      for (let last = closing.get(cleId); last; last = closing.get(cleId)) await last.closed;
      const held = opened.get(cleId) ?? openFor(cleId);
      opened.delete(cleId);
      opened.set(cleId, held);
      held.busy += 1;
      let isThere = false;
      try {
        isThere = await (await held.opening).renew();
        if (isThere) return held;
        drop(held);
      } finally {
        if (!isThere) leave(held);
      }
    }
  }

  /** Those that have waited longest; each stays open for its turn of idleness, and sends meanwhile. */
  function openDue(): void {
    const now = options.clock().getTime();
    const first = [...due].filter(([, instant]) => instant <= now).sort(([, one], [, other]) => one - other);
    for (const [cleId] of first.slice(0, DUE_AT_ONCE)) enter(cleId).then(leave, () => due.delete(cleId));
  }

  function openFor(cleId: string): Held {
    due.delete(cleId);
    const idle = opened.values().find(({ busy }) => busy === 0);
    if (opened.size >= OPEN_AT_ONCE && idle) shut(idle);
    const heard = { forget: () => forget(cleId), lost: () => drop(held) };
    const opening = places.of(cleId).then((place) => openSandbox(place, options, heard));
    const held: Held = { cleId, opening, busy: 0, leftAt: 0, isForgotten: false };
    opening.catch(() => {
      if (opened.get(cleId) === held) opened.delete(cleId);
    });
    return held;
  }

  async function forget(cleId: string): Promise<void> {
    due.delete(cleId);
    const place = await places.forget(cleId);
    if (!place) return;
    const held = opened.get(cleId) ?? closing.get(cleId)?.held;
    const sandbox = await held?.opening.catch(() => null);
    if (held && sandbox?.place.nom === place.nom && isHere(held)) drop(held);
    else await place.remove();
  }

  function isHere(held: Held): boolean {
    return opened.get(held.cleId) === held || closing.get(held.cleId)?.held === held;
  }

  /** It is left to those who are in it, then closed and removed. */
  function drop(held: Held): void {
    held.isForgotten = true;
    if (opened.get(held.cleId) !== held) return;
    opened.delete(held.cleId);
    if (held.busy === 0) shut(held);
  }

  function leave(held: Held): void {
    held.busy -= 1;
    held.leftAt = Date.now();
    if (held.isForgotten && held.busy === 0) shut(held);
  }

  function sweep(before: number): number {
    for (const held of opened.values()) if (held.busy === 0 && held.leftAt <= before) shut(held);
    openDue();
    return opened.size;
  }

  /** What cannot be closed or removed is told to the next who opens it, or removed at a next start. */
  function shut(held: Held): void {
    if (opened.get(held.cleId) === held) opened.delete(held.cleId);
    const name = held.isForgotten ? held : held.cleId;
    const closed = held.opening
      .then(async (sandbox) => {
        const next = await sandbox.close();
        if (held.isForgotten) await sandbox.place.remove();
        else if (next !== null) due.set(held.cleId, next);
      })
      .catch(() => undefined)
      .finally(() => closing.delete(name));
    closing.set(name, { held, closed });
  }
}
export type Sandboxes = ReturnType<typeof createSandboxes>;
