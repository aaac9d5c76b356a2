import { type Html, html } from '../../web/html.ts';
import { labelIn } from './draw.ts';
import type { Form } from './form.ts';
import { shownAt } from './read.ts';
import type { Typed } from './typed.ts';

/** A field that two fillings of a form say differently, in words. */
export interface Difference {
  champ: string;
  un: string;
  autre: string;
}

/** What two fillings of a form say differently, in the order of the form. */
export function differences(form: Form, one: Typed, other: Typed): Difference[] {
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return names
    .filter((nom) => one[nom] !== other[nom])
    .flatMap((nom) => {
      const [un, autre] = [shownAt(form, nom, one), shownAt(form, nom, other)];
      if (un === null || autre === null || un === autre) return [];
      return [{ champ: labelIn(form, nom), un, autre }];
    });
}

/** A text beside another, the words that they do not share marked as removed or as added. */
export function marked(text: string, other: string, as: 'del' | 'ins'): Html {
  const [words, others] = [text.split(' '), other.split(' ')];
  let [start, end] = [0, 0];
  const least = Math.min(words.length, others.length);
  while (start < least && words[start] === others[start]) start++;
  while (end < least - start && words.at(-1 - end) === others.at(-1 - end)) end++;
  const middle = words.slice(start, words.length - end).join(' ');
  const [head, tail] = [words.slice(0, start).join(' '), words.slice(words.length - end).join(' ')];
  if (text === '') return html`—`;
  const changed = as === 'del' ? html`<del>${middle}</del>` : html`<ins>${middle}</ins>`;
  return html`${head} ${middle !== '' && changed} ${tail}`;
}
