import { attrs, type Html, html } from '../../web/html.ts';
import { hiddenField } from '../ui/button.ts';
import { type FieldNotes, labelled, notesOf, type Options, option, optionsOf } from '../ui/field.ts';
import { icon } from '../ui/icon.ts';
import {
  answerName,
  type CheckField,
  type ChoiceField,
  type Field,
  type GroupField,
  type ListField,
  lengthName,
  type QuestionField,
  type TextField,
  within,
} from './field.ts';
import type { Form } from './form.ts';
import { addAction, lengthOf, NONE, removeAction, TICKED, type Typed } from './typed.ts';

/** As many choices as may be seen at once, and the letters that half a line has room for; others are in a list that opens. */
const SEEN_AT_ONCE = 3;
const HALF_LINE = 24;

/** A field under its name, with what it holds within. */
export function drawField(pen: Pen, field: Field, nom: string): Html {
  switch (field.kind) {
    case 'text':
      return drawText(pen, field, nom);
    case 'choice':
      return isSeenAtOnce(field) ? drawRadios(pen, field, nom) : drawSelect(pen, field, nom);
    case 'check':
      return drawCheck(pen, field, nom);
    case 'group':
      return drawGroup(pen, field, nom);
    case 'list':
      return drawList(pen, field, nom);
    case 'question':
      return drawQuestion(pen, field, nom);
  }
}

function isSeenAtOnce({ isRequired, options, none, width }: ChoiceField): boolean {
  const letters = options.reduce((sum, { label }) => sum + label.length, 0);
  return isRequired && none === null && options.length <= SEEN_AT_ONCE && (width > 3 || letters <= HALF_LINE);
}

function drawText(pen: Pen, field: TextField, nom: string): Html {
  const { label, isRequired, isLong, max, width } = field;
  const id = idOf(pen.form, nom);
  const value = pen.typed[nom] ?? '';
  const { attributes, below } = pen.extras[nom] ?? {};
  const own = attrs({ id, name: nom, required: isRequired, maxlength: max });
  const spec = {
    ...notesIn(pen, nom, helpOf(field)),
    label: html`${label}${optionalMark(isRequired)}`,
    classes: `l${width}`,
    block: `${id}-bloc`,
  };
  return labelled(spec, (described) => {
    const all = html`${own}${described}${attributes}${focus(pen, nom)}`;
    const control = isLong
      ? html`<textarea${all} rows="${Math.min(Math.max(3, Math.ceil(value.length / 80) + 1), 12)}">${value}</textarea>`
      : html`<input${all}${attrs({ ...lineOf(field), value })}>`;
    return html`${control}${below}`;
  });
}

/** Days are typed as text: what is half typed comes back, and no browser asks for them in English. */
export function lineOf({ type, inputmode }: TextField) {
  const email = type === 'email' ? { spellcheck: 'false', autocapitalize: 'none' } : {};
  return { type: type === 'date' ? 'text' : type, inputmode, ...email };
}

function helpOf({ help, type, example }: TextField): string | null {
  const format = type === 'date' ? 'Au format JJ/MM/AAAA.' : example && `Exemple : ${example}`;
  return [help, format].filter(Boolean).join(' ') || null;
}

function drawSelect(pen: Pen, field: ChoiceField, nom: string): Html {
  const { label, isRequired, help, width } = field;
  const id = idOf(pen.form, nom);
  const options = choicesOf(field, isRequired ? 'Choisir…' : 'Non précisé', pen.typed[nom]);
  const spec = { ...notesIn(pen, nom, help), label: html`${label}${optionalMark(isRequired)}`, classes: `l${width}` };
  return labelled(spec, (described) => {
    const all = html`${attrs({ id, name: nom, required: isRequired })}${described}${focus(pen, nom)}`;
    return html`<select${all}>${options}</select>`;
  });
}

/** What may be chosen, after what stands for nothing yet. */
export function choicesOf({ options, none }: ChoiceField, nothing: string, chosen: string | undefined): Html {
  const first: Options = none === null ? [] : [[NONE, none]];
  return optionsOf([['', nothing], ...first, ...options.map(({ value, label }) => [value, label] as const)], chosen);
}

function drawRadios(pen: Pen, { label, isRequired, help, options, width }: ChoiceField, nom: string): Html {
  const { notes, described } = notesOf(notesIn(pen, nom, help));
  return html`<fieldset class="champ choix l${width}" role="radiogroup"${described}><legend>${label}${optionalMark(isRequired)}</legend>
${notes}<div class="options">${radios(pen, nom, options)}</div></fieldset>`;
}

/** The first has the id of the field, for the summary of faults. */
function radios(pen: Pen, nom: string, options: readonly { value: string; label: string }[], name = nom): Html {
  const id = idOf(pen.form, nom);
  return html`${options.map(({ value, label }, rang) => {
    const own = rang === 0 ? id : `${id}-${rang + 1}`;
    const isFocused = rang === 0 && pen.focus === nom;
    const all = { type: 'radio', id: own, name, value, checked: pen.typed[name] === value } as const;
    return option(label, { ...all, autofocus: isFocused, 'data-focus': isFocused });
  })}`;
}

function drawCheck(pen: Pen, { label, help, isDemanded }: CheckField, nom: string): Html {
  const id = idOf(pen.form, nom);
  const { notes, described } = notesOf(notesIn(pen, nom, help));
  const checked = pen.typed[nom] !== undefined;
  const own = attrs({ type: 'checkbox', id, name: nom, value: TICKED, checked, required: isDemanded });
  return html`<div class="champ case l6"><label class="option" for="${id}"><input${own}${described}${focus(pen, nom)}> <span>${label}</span></label>
${notes}</div>`;
}

function drawGroup(pen: Pen, { label, help, fields }: GroupField, nom: string): Html {
  const { notes, described } = notesOf(notesIn(pen, nom, help), true);
  if (pen.folded.includes(nom)) {
    const isFilled = Object.keys(fields).some((cle) => Boolean(pen.typed[within(nom, cle)]?.trim()));
    return html`<details class="groupe l6" id="${idOf(pen.form, nom)}"${isFilled && html` open`}><summary><h2>${label}</h2></summary>
${notes}<div class="champs">${inner(pen, fields, nom)}</div>${pen.footers[nom]}</details>`;
  }
  return html`<fieldset class="groupe l6" id="${idOf(pen.form, nom)}" tabindex="-1"${described}><legend>${legend(nom, label)}</legend>
${notes}<div class="champs">${inner(pen, fields, nom)}</div>${pen.footers[nom]}</fieldset>`;
}

/** What stands at the top of a form is a heading of the page. */
function legend(nom: string, titre: string): Html | string {
  return nom.includes('.') ? titre : html`<h2>${titre}</h2>`;
}

function inner(pen: Pen, champs: GroupField['fields'], nom: string): Html[] {
  return Object.entries(champs).map(([cle, field]) => drawField(pen, field, within(nom, cle)));
}

function drawList(pen: Pen, field: ListField, nom: string): Html {
  const { label, help, isRequired, max } = field;
  const { notes, described } = notesOf(notesIn(pen, nom, help), true);
  const length = lengthOf(field, pen.typed[lengthName(nom)]);
  const lines = Array.from({ length }, (_, rang) => drawLine(pen, field, within(nom, rang), length > field.min));
  return html`<fieldset class="liste l6" id="${idOf(pen.form, nom)}" tabindex="-1"${described}${focus(pen, nom)}><legend>${legend(nom, label)}${optionalMark(isRequired)}</legend>
${notes}${hiddenField(lengthName(nom), length)}
${lines}
${length < max && html`<p class="ajout">${listButton(pen, addAction(nom), html`${icon('plus')}${field.addLabel}`)}</p>`}</fieldset>`;
}

function drawLine(pen: Pen, { element }: ListField, nom: string, isRemovable: boolean): Html {
  const titre = `${element.label} ${Number(nom.slice(nom.lastIndexOf('.') + 1)) + 1}`;
  const remove =
    isRemovable && listButton(pen, removeAction(nom), html`${icon('croix')}Retirer<span class="sr"> : ${titre}</span>`);
  if (element.kind !== 'group')
    return html`<div class="ligne">${drawField(pen, { ...element, label: titre }, nom)}${remove}</div>`;
  const { notes, described } = notesOf(notesIn(pen, nom, element.help), true);
  return html`<fieldset class="ligne" id="${idOf(pen.form, nom)}" tabindex="-1"${described}${focus(pen, nom)}><legend>${titre}</legend>
${remove}${notes}<div class="champs">${inner(pen, element.fields, nom)}</div></fieldset>`;
}

/** Works by sending the form; with htmx the form alone comes back. */
function listButton({ form, action }: Pen, value: string, corps: Html): Html {
  const target = `#${formId(form)}`;
  return html`<button class="bouton discret petit" name="action" value="${value}" hx-post="${action}" hx-target="${target}" hx-select="${target}" hx-swap="outerHTML">${corps}</button>`;
}

/** The fields of a « yes » are hidden by the style sheet until then, and sent all the same. */
function drawQuestion(pen: Pen, { label, help, answers, group, isRequired }: QuestionField, nom: string): Html {
  const { notes, described } = notesOf(notesIn(pen, nom, help));
  return html`<div class="question l6"><fieldset class="champ choix" role="radiogroup"${described}><legend>${label}${optionalMark(isRequired)}</legend>
${notes}<div class="options">${radios(pen, nom, answers, answerName(nom))}</div></fieldset>
<div class="suite champs">${inner(pen, group.fields, nom)}</div></div>`;
}

function focus(pen: Pen, nom: string): Html | null {
  return pen.focus === nom ? html` autofocus data-focus` : null;
}

/** What a screen adds to a field of its own: attributes of htmx, and what stands under it. */
export interface Extra {
  attributes?: Html;
  below?: Html | null;
}

/** What is said of the fields of a form, by name; the name '' is for what is no field’s. */
export type Messages = ReadonlyMap<string, readonly string[]>;

/** What fields are drawn with; extras, groups folded until something is in them and footers, by names. */
export interface Pen {
  form: Form;
  typed: Typed;
  /** Where the form is sent. */
  action: string;
  focus: string | null;
  extras: Readonly<Record<string, Extra>>;
  folded: readonly string[];
  footers: Readonly<Record<string, Html>>;
  faults: Messages;
  doubts: Messages;
}

/** The id of a form, which htmx replaces. */
export function formId({ prefix }: Form): string {
  return `${prefix}-formulaire`;
}

/** The id of a field, which the summary of faults links to. */
export function idOf({ prefix }: Form, nom: string): string {
  return `${prefix}-${nom.replaceAll('.', '-')}`;
}

function notesIn({ form, faults, doubts }: Pen, nom: string, help: string | null): FieldNotes {
  return { id: idOf(form, nom), help, faults: faults.get(nom) ?? [], doubts: doubts.get(nom) ?? [] };
}

/** « (facultatif) », in words, for what need not be answered. */
function optionalMark(requis: boolean): Html | null {
  return requis ? null : html` <span class="facultatif">(facultatif)</span>`;
}
