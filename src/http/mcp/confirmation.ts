import { createHmac, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import { canonicalJson } from '../../engine/canonical-json.ts';
import type { FaitDit } from '../../engine/parse-fact.ts';
import type { Problem } from '../../web/problem.ts';
import { holding } from '../waits.ts';

/** How long what was shown may be confirmed. */
const WITHIN_MS = 5 * 60_000;

/** A fact that somebody would tell to a case. */
interface Proposed {
  auteur: string;
  objet: string;
  fait: FaitDit;
}

/** Words that confirm what was shown, to who gives them back with the same fact: nothing is kept meanwhile. */
export function createConfirmations() {
  const secret = randomBytes(32);
  const seal = ({ auteur, objet, fait }: Proposed, shown: string) =>
    createHmac('sha256', secret)
      .update(canonicalJson([auteur, objet, fait, shown]))
      .digest('base64url');
  return {
    /** The word for a fact on a case at that version. */
    give(proposed: Proposed, version: number, now: number): string {
      const shown = `${version}.${now + WITHIN_MS}`;
      return `${shown}.${seal(proposed, shown)}`;
    },
    /** The version at which it was shown; null when the word is not for that, or comes late. */
    read(proposed: Proposed, word: string, now: number): number | null {
      const [, shown = '', version, end, given = ''] = /^((\d{1,15})\.(\d{1,15}))\.([\w-]+)$/.exec(word) ?? [];
      const due = Buffer.from(seal(proposed, shown));
      const isOurs = due.length === given.length && timingSafeEqual(due, Buffer.from(given));
      return isOurs && Number(end) >= now ? Number(version) : null;
    },
  };
}

/** What is told of a word that confirms nothing. */
export const wrongConfirmation: Problem = {
  status: 422,
  code: 'confirmation-refusee',
  title: 'Confirmation refusée',
  detail:
    'Cette confirmation n’est pas celle de ce fait sur ce dossier, ou date de plus de 5 minutes : rappelez l’outil sans elle, et montrez ce qu’il répond.',
};

/** What is told of who would not. */
export const notConfirmed: Problem = {
  status: 409,
  code: 'fait-non-confirme',
  title: 'Fait non confirmé',
  detail: 'La personne n’a pas confirmé : rien n’est enregistré.',
};

/** Whose answer is awaited, to which call. */
interface Call {
  auteur: string;
  session: string;
  appel: string | number;
}

/** Where what a person answers comes back: by another request than that which waits for it. */
export function createQuestions() {
  const waiting = new Map<string, Call & { settle(answer: unknown): void }>();
  return {
    /** What is answered to a question that `send` sends under an id; undefined for nothing in time, null when too many already wait. */
    ask(call: Call, signal: AbortSignal, send: (id: string) => Promise<void>): Promise<unknown> {
      return holding({ qui: call.auteur, attendreMs: WITHIN_MS }, async (attendreMs) => {
        if (attendreMs === 0) return null;
        const { promise, resolve } = Promise.withResolvers<unknown>();
        const id = randomUUID();
        const timer = setTimeout(resolve, attendreMs);
        const leave = () => resolve(undefined);
        signal.addEventListener('abort', leave);
        if (signal.aborted) leave();
        waiting.set(id, { ...call, settle: resolve });
        try {
          await send(id);
          return await promise;
        } finally {
          waiting.delete(id);
          clearTimeout(timer);
          signal.removeEventListener('abort', leave);
        }
      });
    },
    /** Whether somebody waited for that answer. */
    answer(auteur: string, id: unknown, answer: unknown): boolean {
      const found = waiting.get(`${id}`);
      if (found?.auteur !== auteur) return false;
      found.settle(answer);
      return true;
    },
    /** The call is given up, and its question with it. */
    cancel({ auteur, session, appel }: Call): void {
      for (const one of waiting.values())
        if (one.auteur === auteur && one.session === session && one.appel === appel) one.settle(undefined);
    },
  };
}
