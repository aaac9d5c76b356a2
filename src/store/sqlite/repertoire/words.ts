import { fold } from '../../../fold.ts';

const SAINT = /\bsaint(e?)(s?)\b/g;

/** The words of a name as they are indexed and searched: no case nor accent, SAINT as ST; single letters are left out. */
export function wordsOf(text: string): string[] {
  return fold(text)
    .replace(SAINT, 'st$1$2')
    .split(' ')
    .filter((word) => word.length > 1 || /\d/.test(word));
}

/** What is searched as a number: digits alone, however they are grouped, at least four; A and B are those of Corsica. */
export function numberIn(text: string): string | null {
  const glued = text.replace(/[\s.\-\u00A0\u202F]/g, '').toUpperCase();
  return /^(\d{4,14}|2[AB]\d{2,7})$/.test(glued) ? glued : null;
}
