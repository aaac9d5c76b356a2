import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Sender } from '../outbox/sender.ts';
import type { Services } from '../services.ts';
import type { Store } from '../store/store.ts';
import { type Folders, openFolders } from './folders.ts';
import { openSandbox, type Sandbox } from './sandbox.ts';

const SWEEP_MS = 60_000;
const IDLE_MS = 5 * 60_000;
const OPEN_AT_ONCE = 16;
/** How many a turn opens to send: each has a minute at least before another takes its place. */
const DUE_AT_ONCE = OPEN_AT_ONCE / 2;
/** Some 20,000 dossiers. */
const MOST_BYTES = 200 * 1024 * 1024;

/** Where sandboxes are, and how the store of one is opened. */
export interface SandboxOptions {
  folder: string;
  open(file: string): Store;
  clock(): Date;
  /** Where establishments are looked up: what is public is the same in a sandbox. */
  repertoire?: Services['repertoire'];
  /** How webhooks leave; nothing does where nobody says. */
  sender?: { create(): Sender; onError(error: unknown): void };
  /** How much one may hold: 200 MB unless told. */
  octets?: number;
}

/** The sandboxes of keys under a folder, each a store of its own, open while it is used. */
export function createSandboxes(options: SandboxOptions) {
  const opened = new Map<string, Sandbox>();
  const closing = new Map<string, { sandbox: Sandbox; closed: Promise<void> }>();
  /** When something is to be sent from one that is closed, in milliseconds. */
  const due = new Map<string, number>();
  let folders: Folders | null = null;
  const timer = setInterval(() => sweep(Date.now() - IDLE_MS), SWEEP_MS).unref();

  return {
    /** Acts in the sandbox of a key, a new one if it has none. */
    async use<T>(cleId: string, act: (services: Services) => Promise<T>): Promise<T> {
      const sandbox = await enter(cleId);
      try {
        await sandbox.catchUp();
        return await act(sandbox.services);
      } finally {
        leave(sandbox);
      }
    },
    /** Forgets the sandbox of a key without opening it, which a damaged one would not bear. */
    forget(cleId: string): void {
      due.delete(cleId);
      const sandbox = opened.get(cleId);
      const held = sandbox ?? closing.get(cleId)?.sandbox;
      if (held) forget(cleId, held);
      if (sandbox?.busy === 0) shut(sandbox.folder, sandbox);
      if (held) return;
      folders ??= openFolders(options.folder);
      const folder = folders.of(cleId);
      folders.forget(folder);
      folders.remove(folder);
    },
    /** Whether the sandbox of a key has as much in it as one may; it is emptied, or left. */
    isFull(cleId: string): boolean {
      const folder = opened.get(cleId)?.folder;
      const size = (name: string) => statSync(join(folder ?? '', name), { throwIfNoEntry: false })?.size ?? 0;
      return folder !== undefined && size('base.sqlite') + size('base.sqlite-wal') > (options.octets ?? MOST_BYTES);
    },
    /** Closes those unused since `before`, in ms, and opens those that have something to send; gives how many stay. */
    sweep,
    /** Closes them all; nobody acts any more. */
    async close(): Promise<void> {
      clearInterval(timer);
      for (const [cleId, sandbox] of opened) shut(cleId, sandbox);
      await Promise.all([...closing.values()].map(({ closed }) => closed));
    },
  };

  async function enter(cleId: string): Promise<Sandbox> {
    for (let last = closing.get(cleId); last; last = closing.get(cleId)) await last.closed;
    const sandbox = opened.get(cleId) ?? openFor(cleId);
    opened.delete(cleId);
    opened.set(cleId, sandbox);
    sandbox.busy += 1;
    return sandbox;
  }

  /** Those that have waited longest; each stays open for its turn of idleness, and sends meanwhile. */
  function openDue(): void {
    const now = options.clock().getTime();
    const first = [...due].filter(([, instant]) => instant <= now).sort(([, one], [, other]) => one - other);
    for (const [cleId] of first.slice(0, DUE_AT_ONCE)) enter(cleId).then(leave, () => due.delete(cleId));
  }

  function openFor(cleId: string): Sandbox {
    due.delete(cleId);
    folders ??= openFolders(options.folder);
    const idle = opened.entries().find(([, { busy }]) => busy === 0);
    if (opened.size >= OPEN_AT_ONCE && idle) shut(...idle);
    return openSandbox(folders.of(cleId), options, (sandbox) => forget(cleId, sandbox));
  }

  function forget(cleId: string, sandbox: Sandbox): void {
    sandbox.isForgotten = true;
    folders?.forget(sandbox.folder);
    if (opened.get(cleId) === sandbox) opened.delete(cleId);
  }

  function leave(sandbox: Sandbox): void {
    sandbox.busy -= 1;
    sandbox.leftAt = Date.now();
    if (sandbox.isForgotten && sandbox.busy === 0) shut(sandbox.folder, sandbox);
  }

  function sweep(before: number): number {
    for (const [cleId, sandbox] of opened) if (sandbox.busy === 0 && sandbox.leftAt <= before) shut(cleId, sandbox);
    openDue();
    return opened.size;
  }

  /**
   * A forgotten one is closed under the name of its folder: its key may already have another. What cannot be closed or removed is
   * told to the next who opens it, or removed at the next start.
   */
  function shut(name: string, sandbox: Sandbox): void {
    opened.delete(name);
    const closed = sandbox
      .close()
      .then((next) => {
        if (sandbox.isForgotten) folders?.remove(sandbox.folder);
        else if (next !== null) due.set(name, next);
      })
      .catch(() => undefined)
      .finally(() => closing.delete(name));
    closing.set(name, { sandbox, closed });
  }
}
export type Sandboxes = ReturnType<typeof createSandboxes>;
