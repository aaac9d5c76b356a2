import { type Html, html } from '../../web/html.ts';
import type { Said } from './faults.ts';
import type { Form } from './form.ts';
import type { Typed } from './typed.ts';

/** What a screen adds to a field of its own: attributes of htmx, and what stands under it. */
export interface Plus {
  attributs?: Html;
  dessous?: Html | null;
}

/** What fields are drawn with. */
export interface Pen {
  form: Form;
  typed: Typed;
  /** Where the form is sent. */
  action: string;
  focus: string | null;
  /** More attributes of fields, and what stands under them, by their names. */
  plus: Readonly<Record<string, Plus>>;
  /** At the bottom of groups, by their names. */
  pieds: Readonly<Record<string, Html>>;
  fautes: Said;
  doutes: Said;
}

/** The id of a form, which htmx replaces. */
export function formId({ prefixe }: Form): string {
  return `${prefixe}-formulaire`;
}

/** The id of a field, which the summary of faults links to. */
export function idOf({ prefixe }: Form, nom: string): string {
  return `${prefixe}-${nom.replaceAll('.', '-')}`;
}

/** What is said beside a field, and the attributes by which it is read with it. */
export interface Beside {
  textes: Html;
  attributs: Html;
}

/** The help, faults and doubts of a field; a group is not `aria-invalid`, which its role has not. */
export function beside({ form, fautes, doutes }: Pen, nom: string, aide: string | null, isGroup = false): Beside {
  const id = idOf(form, nom);
  const faults = fautes.get(nom) ?? [];
  const doubts = doutes.get(nom) ?? [];
  const told: (readonly [string, string, readonly string[]])[] = [
    ['aide', `${id}-aide`, aide === null ? [] : [aide]],
    ['faute', `${id}-faute`, faults],
    ['doute', `${id}-doute`, doubts],
  ];
  const shown = told.filter(([, , texts]) => texts.length > 0);
  const described = shown.map(([, one]) => one).join(' ');
  return {
    textes: html`${shown.map(
      ([classe, one, texts]) =>
        html`<p class="${classe}" id="${one}">${classe === 'doute' && html`<strong>À vérifier.</strong> `}${texts.join(' ')}</p>`,
    )}`,
    attributs: html`${faults.length > 0 && !isGroup && html` aria-invalid="true"`}${described !== '' && html` aria-describedby="${described}"`}`,
  };
}

/** « (facultatif) », in words, for what need not be answered. */
export function mention(requis: boolean): Html | null {
  return requis ? null : html` <span class="facultatif">(facultatif)</span>`;
}
