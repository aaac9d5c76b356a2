import type { Erreur } from '../../result.ts';
import { attrs, type Html, html } from '../../web/html.ts';
import { icon } from './icon.ts';
import { toFrenchDays } from './words.ts';

/** What is said beside a field: what helps to fill it, what is wrong with it, what deserves a second look. */
export interface FieldNotes {
  id: string;
  help?: string | null | undefined;
  faults?: readonly string[];
  doubts?: readonly string[];
}

/** The notes of a field, and the attributes by which it is read with them; a group is not `aria-invalid`, which its role has not. */
export function notesOf({ id, help, faults = [], doubts = [] }: FieldNotes, isGroup = false) {
  const said = [
    { kind: 'aide', texts: help ? [help] : [] },
    { kind: 'faute', texts: faults },
    { kind: 'doute', texts: doubts },
  ].filter(({ texts }) => texts.length > 0);
  const ids = said.map(({ kind }) => `${id}-${kind}`).join(' ');
  return {
    notes: html`${said.map(
      ({ kind, texts }) =>
        html`<p class="${kind}" id="${id}-${kind}">${kind === 'doute' && html`<strong>À vérifier.</strong> `}${texts.join(' ')}</p>`,
    )}`,
    described: attrs({ 'aria-invalid': faults.length > 0 && !isGroup && 'true', 'aria-describedby': ids || null }),
  };
}

/** A field under its label, with its notes above or `under` what is filled in. */
interface Labelled extends FieldNotes {
  label: Html | string;
  /** More classes of the whole. */
  classes?: string;
  /** The id of the whole, which htmx replaces. */
  block?: string;
  isUnder?: boolean;
}

/** Draws a field: `control` is given the attributes by which it is read with its notes. */
export function labelled(field: Labelled, control: (described: Html) => Html): Html {
  const { id, label, classes, block, isUnder = false } = field;
  const { notes, described } = notesOf(field);
  const whole = attrs({ class: classes ? `champ ${classes}` : 'champ', id: block });
  return html`<div${whole}><label for="${id}">${label}</label>
${!isUnder && notes}${control(described)}${isUnder && notes}</div>`;
}

type Attributes = Parameters<typeof attrs>[0];

/** A line to fill in, which is sent under its id unless it has a name. */
export interface Line extends Labelled {
  name?: string;
  value?: string | number | null | undefined;
  /** Those of the input: its type, what browsers fill it with. */
  attributes?: Attributes;
}

/** A line to fill in. */
export function lineInput(line: Line): Html {
  const { id, name = id, value = '', attributes = {} } = line;
  return labelled(
    line,
    (described) => html`<input${attrs({ id, name, value: value ?? '', ...attributes })}${described}>`,
  );
}

/** A day, typed as in France; `value` is YYYY-MM-DD, or what was typed. */
export function dayInput({ value, attributes = {}, ...line }: Line & { value: string | undefined }): Html {
  const own = { class: 'court', type: 'text', inputmode: 'numeric', autocomplete: 'off', placeholder: 'JJ/MM/AAAA' };
  return lineInput({ ...line, value: toFrenchDays(value ?? ''), attributes: { ...own, ...attributes } });
}

/** A file to bring, or several, with the `button` that reads it at once. */
interface FileLine extends Labelled {
  name?: string;
  /** The ends of the names that are taken: « .csr,.pem ». */
  accept: string;
  isMultiple?: boolean;
  isRequired?: boolean;
  button?: Html;
}

/** Where a file is brought. */
export function fileInput({ name, accept, isMultiple, isRequired, button, ...field }: FileLine): Html {
  const { id } = field;
  const own = { id, name: name ?? id, type: 'file', multiple: isMultiple, required: isRequired, accept };
  return labelled(field, (described) =>
    button
      ? html`<div class="rang ligne-depot"><input${attrs(own)}${described}>
${button}</div>`
      : html`<input${attrs(own)}${described}>`,
  );
}

/** What may be chosen, by what is sent. */
export type Options = readonly (readonly [value: string, label: string])[];

/** A list that opens, with what is chosen. */
interface Select extends Labelled {
  name?: string;
  chosen?: string | undefined;
  options: Options | Html;
}

/** A choice among a few. */
export function selectInput(select: Select): Html {
  const { id, name = id, options, chosen } = select;
  const shown = Array.isArray(options) ? optionsOf(options, chosen) : options;
  return labelled(select, (described) => html`<select${attrs({ id, name })}${described}>${shown}</select>`);
}

/** The options of a list, the chosen one among them. */
export function optionsOf(options: Options, chosen = ''): Html {
  return html`${options.map(
    ([value, label]) => html`<option${attrs({ value, selected: value === chosen })}>${label}</option>`,
  )}`;
}

/** Fields that narrow what a page shows, on a line; works without a script. */
export function filterLine(action: string, fields: Html, label = 'Afficher'): Html {
  return html`<form class="filtre-ligne" method="get" action="${action}">${fields}<button class="bouton second petit">${label}</button></form>`;
}

/** Where some things are searched by a word. */
interface Search {
  action: string;
  /** What is searched, for who does not see where the bar stands. */
  region: string;
  id: string;
  label: string;
  placeholder: string;
  q: string;
  /** What is sent with it, unseen. */
  hidden?: Html | null | false;
}

/** A search among the lines of a page. */
export function searchBar({ action, region, id, label, placeholder, q, hidden = null }: Search): Html {
  const form = { class: 'cherche-site', role: 'search', 'aria-label': region, method: 'get', action };
  return html`<form${attrs(form)}><label class="sr" for="${id}">${label}</label>
<input${attrs({ id, name: 'q', type: 'search', value: q, placeholder, autocomplete: 'off' })}>
${hidden}
<button class="bouton second petit">${icon('recherche')}<span>Chercher</span></button></form>`;
}

/** The fields of a form of a few lines, each with what is wrong with it. */
export function lineInputs(lines: readonly Line[], erreurs: readonly Erreur[]): Html[] {
  return lines.map((line) => lineInput({ ...line, faults: faultsAt(erreurs, line.id).slice(0, 1) }));
}

/** What is wrong with a form, in the order of its lines, each fault a link to its own; nothing when all is well. */
export function faultSummary(lines: readonly Line[], erreurs: readonly Erreur[]): Html | null {
  if (erreurs.length === 0) return null;
  const told = lines.flatMap(({ id, label }) =>
    faultsAt(erreurs, id).map((message) => html`<li><a href="#${id}">${label}</a> : ${message}</li>`),
  );
  return faultBox('À corriger', html`<ul>${told}</ul>`);
}

/** What is wrong with one line, as what is to be corrected; nothing when all is well. */
export function atField(id: string, fault: string | null): Erreur[] {
  return fault === null ? [] : [{ pointeur: `/${id}`, message: fault }];
}

/** What is wrong with a line of a form. */
export function faultsAt(erreurs: readonly Erreur[], id: string): string[] {
  return erreurs.filter(({ pointeur }) => pointeur === `/${id}`).map(({ message }) => message);
}

/** Why a form was not taken, when it is no line’s fault. */
export function refusalNotice(message: string): Html {
  return faultBox(null, html`<p>${message}</p>`);
}

/** What is wrong with what was sent: it is read at once, and takes the focus. */
export function faultBox(title: string | null, body: Html): Html {
  return html`<div class="fautes" role="alert" tabindex="-1" autofocus>${title && html`<h2>${title}</h2>`}${body}</div>`;
}

/** The e-mail by which somebody comes in. */
export const courrielLine: Line = {
  id: 'courriel',
  label: 'Courriel',
  attributes: { type: 'email', autocomplete: 'username', spellcheck: 'false' },
};

/** A password that is chosen, typed twice so that nobody is locked out by a slip. */
export function newPassword(label: string): Line[] {
  const attributes = { type: 'password', autocomplete: 'new-password' };
  const help = '12 caractères au moins. Quelques mots à la suite font un bon mot de passe.';
  return [
    { id: 'motDePasse', label, help, attributes },
    { id: 'confirmation', label: 'Le même, une seconde fois', attributes },
  ];
}

/** What is told when it was not typed twice the same. */
export const passwordsDiffer: Erreur = {
  pointeur: '/confirmation',
  message: 'Les deux mots de passe diffèrent : saisissez deux fois le même.',
};

/** A box beside its label. */
interface Box {
  id: string;
  name?: string;
  value?: string;
  label: string;
  checked?: boolean;
  classes?: string;
}

/** A box to tick, under its id unless it has a name, « oui » unless it has a value. */
export function checkbox({ id, name = id, value = 'oui', label, checked = false, classes = 'coche' }: Box): Html {
  return html`<div class="${classes}"><input${attrs({ type: 'checkbox', id, name, value, checked })}><label for="${id}">${label}</label></div>`;
}

/** A radio or a box among others of its name, in its label. */
export function option(label: Html | string, own: Attributes & { type: 'radio' | 'checkbox' }): Html {
  return html`<label class="option"><input${attrs(own)}> <span>${label}</span></label>`;
}
