import { type Html, html } from '../../web/html.ts';
import { labelIn } from './draw.ts';
import { answerName, type Field, fieldAt, lengthName, within } from './field.ts';
import type { Form } from './form.ts';
import { lengthOf, NONE, type Typed } from './typed.ts';

/** What a form holds, to be read and printed: nothing can be changed. */
export function drawRead({ root }: Form, typed: Typed): Html {
  return html`<div class="lecture">${linesOf(root, '', typed, 2)}</div>`;
}

/** What one field holds, in words; null for what is no single field. */
export function shownAt({ root }: Form, nom: string, typed: Typed): string | null {
  const field = fieldAt(root, nom);
  return field ? shown(field, nom, typed) : null;
}

function shown(field: Field, nom: string, typed: Typed): string | null {
  const value = typed[nom] ?? '';
  if (field.kind === 'text') return value.trim();
  if (field.kind === 'check') return typed[nom] === undefined ? 'Non' : 'Oui';
  if (field.kind !== 'choice') return null;
  if (value === NONE) return field.none;
  return field.options.find((option) => option.value === value)?.label ?? '';
}

function linesOf({ fields }: Extract<Field, { kind: 'group' }>, nom: string, typed: Typed, niveau: number): Html[] {
  const entries = Object.entries(fields).map(([cle, field]) => ({ field, name: within(nom, cle) }));
  const plain = entries.filter(({ field, name }) => shown(field, name, typed) !== null);
  const nested = entries.filter(({ field, name }) => shown(field, name, typed) === null);
  const list = plain.map(
    ({ field, name }) => html`<div><dt>${field.label}</dt><dd>${shown(field, name, typed) || '—'}</dd></div>`,
  );
  return [
    html`${list.length > 0 && html`<dl class="resume">${list}</dl>`}`,
    ...nested.map(({ field, name }) => sectionOf(field, name, typed, niveau)),
  ];
}

function sectionOf(field: Field, nom: string, typed: Typed, niveau: number): Html {
  const title = heading(field.label, niveau);
  if (field.kind === 'group') return html`<section>${title}${linesOf(field, nom, typed, niveau + 1)}</section>`;
  if (field.kind === 'question') {
    const answer = field.answers.find(({ value }) => value === typed[answerName(nom)]);
    const isYes = answer?.value === 'oui';
    return html`<section>${title}<p>${answer?.label ?? '—'}</p>${isYes && linesOf(field.group, nom, typed, niveau + 1)}</section>`;
  }
  if (field.kind !== 'list') return html``;
  const { element } = field;
  const length = lengthOf({ ...field, min: 0 }, typed[lengthName(nom)]);
  const items = Array.from({ length }, (_, rang) => within(nom, rang));
  return html`<section>${title}${length === 0 && html`<p>—</p>`}${items.map((name, rang) =>
    sectionOf({ ...element, label: `${element.label} ${rang + 1}` }, name, typed, niveau + 1),
  )}</section>`;
}

function heading(titre: string, niveau: number): Html {
  if (niveau === 2) return html`<h2>${titre}</h2>`;
  return niveau === 3 ? html`<h3>${titre}</h3>` : html`<h4>${titre}</h4>`;
}

/** A field that two fillings of a form say differently, in words. */
export type Difference = ReturnType<typeof differences>[number];

/** What two fillings of a form say differently, in the order of the form. */
export function differences(form: Form, one: Typed, other: Typed) {
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
