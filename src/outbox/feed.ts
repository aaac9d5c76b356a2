import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import { err, ok, type Result } from '../result.ts';
import type { EventFilter } from '../store/events.ts';
import type { Store } from '../store/store.ts';
import { type CaseEvent, type KeyEvent, toCloudEvent } from './cloud-event.ts';

/** What is asked of the feed: events after a rang, waiting up to `attendreMs` for the first one while `signal` allows. */
export interface FeedQuery extends EventFilter {
  apres: number;
  limite: number;
  attendreMs: number;
  /** Whether it is the feed of a sandbox. */
  essai?: boolean;
  signal: AbortSignal;
}

/** Events in order; the next page begins at `curseur`, whether it is empty or not. */
export interface FeedPage {
  evenements: (CaseEvent | KeyEvent)[];
  curseur: string;
}

/** Events after a place, each once and none missing; refuses a place that this journal has not reached. */
export async function readFeed(
  store: Pick<Store, 'evenements' | 'onCommit'>,
  query: FeedQuery,
): Promise<Result<FeedPage, { code: 'curseur-inconnu' }>> {
  if (query.apres > (await store.evenements.last())) return err({ code: 'curseur-inconnu' });
  const waiting = waitForCommits(store, query);
  try {
    let page = await readOn(store, query, query.apres);
    while (page.lignes.length === 0 && (await waiting.next())) page = await readOn(store, query, page.jusqua);
    return ok({
      evenements: page.lignes.map((line) => toCloudEvent(line, query.essai)),
      curseur: cursorAt(page.jusqua),
    });
  } finally {
    waiting.stop();
  }
}

/** Looks on until something is found, or the end; other work goes on between. */
async function readOn({ evenements }: Pick<Store, 'evenements'>, { limite, ...filter }: FeedQuery, apres: number) {
  let page = await evenements.after(apres, limite, filter);
  while (page.lignes.length === 0 && page.jusqua < (await evenements.last())) {
    await setImmediate();
    page = await evenements.after(page.jusqua, limite, filter);
  }
  return page;
}

/** Listens from now on; `next` is true at a commit, one already heard included, and false when the time is over. */
function waitForCommits({ onCommit }: Pick<Store, 'onCommit'>, { attendreMs, signal }: FeedQuery) {
  if (attendreMs === 0) return { next: () => Promise.resolve(false), stop: () => {} };
  let heard = Promise.withResolvers<boolean>();
  let isOver = false;
  const end = () => {
    isOver = true;
    heard.resolve(false);
  };
  const unlisten = onCommit(() => heard.resolve(true));
  const timer = setTimeout(end, attendreMs);
  signal.addEventListener('abort', end);
  if (signal.aborted) end();

  return {
    async next(): Promise<boolean> {
      const isCommitted = (await heard.promise) && !isOver;
      heard = Promise.withResolvers<boolean>();
      return isCommitted;
    },
    stop() {
      unlisten();
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
    },
  };
}

const MARK = 'evt1:';
const MESSAGE = 'Ce curseur n’est pas d’ici : reprenez tel quel celui de la dernière réponse.';

/** The place after the event `rang` of the feed, as an opaque text. */
export function cursorAt(rang: number): string {
  return Buffer.from(`${MARK}${rang}`).toString('base64url');
}

/** A cursor as it was given, read back as a rang. */
export const Cursor = z
  .string()
  .max(64, MESSAGE)
  .transform((text, context) => {
    const rang = Number(Buffer.from(text, 'base64url').toString().slice(MARK.length));
    if (Number.isSafeInteger(rang) && rang >= 0 && cursorAt(rang) === text) return rang;
    context.addIssue({ code: 'custom', message: MESSAGE });
    return z.NEVER;
  })
  .meta({ title: 'Curseur' });
