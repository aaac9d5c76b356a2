import { inWords, type Transition } from '../chart.ts';
import { type SetLine, wrap } from './text/lines.ts';

/** The conditions that are too long to stand beside a fact: each is written once, under its region, and pointed to by its rank. */
export class Notes {
  readonly textes: string[] = [];

  /** « note 2 ». */
  point(text: string): string {
    if (!this.textes.includes(text)) this.textes.push(text);
    return `note ${this.textes.indexOf(text) + 1}`;
  }
}

/** So many lines of condition stand beside a fact; more become a note. */
const MOST_LINES = 3;

/** What transitions say: each fact once, then what it asks, in brackets. */
export function wordsOf(transitions: readonly Transition[], width: number, notes: Notes): SetLine[] {
  const byFact = Map.groupBy(transitions, ({ libelle }) => libelle);
  return [...byFact].flatMap(([libelle, group]) => [
    ...wrap(shortened(libelle), 'fait', width),
    ...conditionsOf(group).flatMap((words, rank) => bracketed(words, { isNext: rank > 0, width, notes })),
  ]);
}

/** The glossary's abbreviation, which the legend recalls. */
export function shortened(text: string): string {
  return text.replaceAll('l’administrateur technique', 'l’AT').replaceAll(/administrateur technique/gi, 'AT');
}

/** A name as it stands inside a sentence: its first letter small, unless it begins an abbreviation. */
export function inSentence(text: string): string {
  return /^\p{Lu}\p{Lu}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}

/** None where one of them asks nothing. */
function conditionsOf(group: readonly Transition[]): string[] {
  if (group.some(({ condition }) => condition === null)) return [];
  return [...new Set(group.flatMap(({ condition }) => (condition ? [inWords(condition)] : [])))];
}

function bracketed(words: string, place: { isNext: boolean; width: number; notes: Notes }): SetLine[] {
  const { isNext, width, notes } = place;
  const before = isNext ? 'ou ' : '';
  const lines = wrap(`${before}[${words}]`, 'condition', width);
  return lines.length <= MOST_LINES ? lines : wrap(`${before}[${notes.point(words)}]`, 'condition', width);
}
