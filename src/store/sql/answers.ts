import { type Head, receiptOf, type Seals } from '../seals.ts';
import type { KeptAnswer, Store } from '../store.ts';
import { columns } from './columns.ts';
import { one, run, type Works } from './work.ts';

/** An answer as it is kept: `rang` is the last line of what it answers, null for none. */
export type Answered = KeptAnswer & { rang: number | null };
export const ANSWER = columns<Answered>('auteur', 'cle', 'empreinte', 'reponse', 'le', 'rang');

const find = one<[string, string], Answered>(`SELECT ${ANSWER.shown} FROM reponse WHERE auteur = ? AND cle = ?`);
const line = one<[number], Head>('SELECT rang, mac FROM journal WHERE rang = ?');

/** What is asked of the answers that are kept. */
export function answerWorks(seals: Seals): Works<Pick<Store, 'answerTo' | 'forgetAnswers'>> {
  return {
    *answerTo(auteur, cle) {
      const found = yield* find(auteur, cle);
      if (!found) return null;
      const { rang, ...answer } = found;
      const head = rang === null ? null : yield* line(rang);
      return { ...answer, recu: head && receiptOf(head, seals.sign(head)) };
    },
    forgetAnswers: run<[string]>('DELETE FROM reponse WHERE le < ?'),
  };
}
