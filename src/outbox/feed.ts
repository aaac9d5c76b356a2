import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import { err, ok, type Result } from '../result.ts';
import type { EventFilter } from '../store/events.ts';
import type { Store } from '../store/store.ts';
import { lookAtCommits, type Wait } from '../wait.ts';
import { type CaseEvent, type KeyEvent, toCloudEvent } from './cloud-event.ts';

/** What is asked of the feed: events after a rang, waiting up to `attendreMs` for the first one while `signal` allows. */
export interface FeedQuery extends EventFilter, Wait {
  apres: number;
  limite: number;
  /** Whether it is the feed of a sandbox. */
  essai?: boolean;
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
  let from = query.apres;
  const look = async () => {
    const page = await readOn(store, query, from);
    from = page.jusqua;
    return page;
  };
  const { lignes, jusqua } = await lookAtCommits(store, query, look, (page) => page.lignes.length > 0);
  return ok({ evenements: lignes.map((line) => toCloudEvent(line, query.essai)), curseur: cursorAt(jusqua) });
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
