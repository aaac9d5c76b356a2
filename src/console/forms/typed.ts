import { toFrenchDays, toIsoDay } from '../ui/words.ts';
import { answerName, type Field, fieldAt, type ListField, lengthName, type QuestionField, within } from './field.ts';
import type { Form } from './form.ts';

/** What was typed, by flat names; a box that is not ticked is not in it. */
export type Typed = Readonly<Record<string, string>>;

/** What a browser posted, as the shell reads it. */
interface Posted {
  get(nom: string): string | undefined;
}

type Pair = readonly [nom: string, typed: string];

/** What is sent for « none », where it is an answer. */
export const NONE = 'aucun';
/** What is sent for a ticked box. */
export const TICKED = 'oui';

/** What was posted for the fields of a form, as typed. */
export function typedOf(champs: Posted, { root }: Form): Typed {
  const names = namesOf(root, '', (nom) => champs.get(nom));
  const posted = names.map((nom) => [nom, champs.get(nom)?.replaceAll('\r\n', '\n')] as const);
  return Object.fromEntries(posted.filter((pair): pair is [string, string] => pair[1] !== undefined));
}

/** How many lines a list has, as typed. */
export function lengthOf({ min, max }: { min: number; max: number }, typed: string | undefined): number {
  const length = Number.parseInt(typed ?? `${min}`, 10);
  return Number.isNaN(length) ? min : Math.min(Math.max(length, 0), max);
}

/** What the schema of a form is given to parse. */
export function readTyped({ root }: Form, typed: Typed): Record<string, unknown> {
  return readField(root, '', typed) as Record<string, unknown>;
}

/** What is typed for a value; what the form does not ask for is left out. */
export function write({ root }: Form, value: unknown): Typed {
  return Object.fromEntries(writeField(root, '', value));
}

/** A form before anybody types: what stands by default, and as many lines as lists must have. */
export function blank(form: Form): Typed {
  return write(form, undefined);
}

/** The names of all that a form asks for; lists say how long they are. */
function namesOf(field: Field, nom: string, at: (nom: string) => string | undefined): string[] {
  switch (field.kind) {
    case 'group':
      return Object.entries(field.fields).flatMap(([cle, inner]) => namesOf(inner, within(nom, cle), at));
    case 'list': {
      const length = lengthOf({ ...field, min: 0 }, at(lengthName(nom)));
      const lines = Array.from({ length }, (_, rang) => namesOf(field.element, within(nom, rang), at));
      return [lengthName(nom), ...lines.flat()];
    }
    case 'question':
      return [answerName(nom), ...namesOf(field.group, nom, at)];
    default:
      return [nom];
  }
}

function readField(field: Field, nom: string, typed: Typed): unknown {
  switch (field.kind) {
    case 'text': {
      const value = typed[nom] ?? '';
      if (value.trim() === '') return field.initial === '' ? field.empty : '';
      return field.type === 'date' ? toIsoDay(value) : value;
    }
    case 'choice': {
      const value = typed[nom] ?? '';
      if (value === '') return undefined;
      return field.none !== null && value === NONE ? null : value;
    }
    case 'check':
      return typed[nom] !== undefined;
    case 'group':
      return readGroup(field.fields, nom, typed);
    case 'list': {
      const length = lengthOf({ ...field, min: 0 }, typed[lengthName(nom)]);
      return Array.from({ length }, (_, rang) => readField(field.element, within(nom, rang), typed));
    }
    case 'question':
      return readQuestion(field, nom, typed);
  }
}

function readGroup(champs: Readonly<Record<string, Field>>, nom: string, typed: Typed): Record<string, unknown> {
  const read = Object.entries(champs).map(([cle, inner]) => [cle, readField(inner, within(nom, cle), typed)] as const);
  return Object.fromEntries(read.filter(([, value]) => value !== undefined));
}

function readQuestion({ group }: QuestionField, nom: string, typed: Typed): unknown {
  const reponse = typed[answerName(nom)];
  if (reponse === 'oui') return readGroup(group.fields, nom, typed);
  return reponse === 'non' ? null : undefined;
}

function writeField(field: Field, nom: string, value: unknown): Pair[] {
  switch (field.kind) {
    case 'text': {
      const text = typeof value === 'string' ? value : field.initial;
      return [[nom, field.type === 'date' ? toFrenchDays(text) : text]];
    }
    case 'choice':
      return [[nom, value === null && field.none !== null ? NONE : `${value ?? field.initial}`]];
    case 'check':
      return (value ?? field.initial) ? [[nom, TICKED]] : [];
    case 'group':
      return writeGroup(field.fields, nom, value);
    case 'list': {
      const items = Array.isArray(value) ? value : Array.from({ length: field.min }, () => undefined);
      const lines = items.flatMap((item, rang) => writeField(field.element, within(nom, rang), item));
      return [[lengthName(nom), `${items.length}`], ...lines];
    }
    case 'question':
      return [[answerName(nom), answerOf(field, value)], ...writeGroup(field.group.fields, nom, value)];
  }
}

function writeGroup(champs: Readonly<Record<string, Field>>, nom: string, value: unknown): Pair[] {
  const given = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  return Object.entries(champs).flatMap(([cle, inner]) => writeField(inner, within(nom, cle), given[cle]));
}

function answerOf({ answers }: QuestionField, value: unknown): string {
  if (value === null) return 'non';
  if (value !== undefined) return 'oui';
  return answers.some((answer) => answer.value === 'inconnu') ? 'inconnu' : '';
}

const ADD = 'ajouter:';
const REMOVE = 'retirer:';

/** What the button that adds a line to a list sends as `action`. */
export const addAction = (nom: string) => `${ADD}${nom}`;
/** What the button that removes a line, by its name, sends as `action`. */
export const removeAction = (nom: string) => `${REMOVE}${nom}`;

/** What a form becomes by « Ajouter » or « Retirer », and the name of the field to go to; null for any other button. */
export function applyAction(form: Form, typed: Typed, action: string | null | undefined) {
  if (action?.startsWith(ADD)) return add(form, typed, action.slice(ADD.length));
  if (action?.startsWith(REMOVE)) return remove(form, typed, action.slice(REMOVE.length));
  return null;
}

function add({ root }: Form, typed: Typed, nom: string) {
  const list = listAt(root, nom);
  if (!list) return null;
  const length = lengthOf({ ...list, min: 0 }, typed[lengthName(nom)]);
  const longer = Math.min(length + 1, list.max);
  return { typed: { ...typed, [lengthName(nom)]: `${longer}` }, nom: within(nom, longer - 1) };
}

/** The lines after the one removed move up. */
function remove({ root }: Form, typed: Typed, line: string) {
  const [, nom = '', digits = ''] = /^(.+)\.(\d+)$/.exec(line) ?? [];
  const list = listAt(root, nom);
  if (!list) return null;
  const length = lengthOf({ ...list, min: 0 }, typed[lengthName(nom)]);
  const rang = Number(digits);
  if (rang >= length) return null;
  const moved = Object.entries(typed).flatMap(([name, value]) => moveUp(name, nom, rang).map((kept) => [kept, value]));
  return { typed: { ...Object.fromEntries(moved), [lengthName(nom)]: `${length - 1}` }, nom };
}

/** The new name of a field when a line of a list goes; none for the fields of that line. */
function moveUp(name: string, list: string, removed: number): string[] {
  if (!name.startsWith(`${list}.`)) return [name];
  const [line = '', ...rest] = name.slice(list.length + 1).split('.');
  const rang = Number(line);
  if (Number.isNaN(rang) || rang < removed) return [name];
  return rang === removed ? [] : [[list, rang - 1, ...rest].join('.')];
}

function listAt(root: Field, nom: string): ListField | null {
  const field = fieldAt(root, nom);
  return field?.kind === 'list' ? field : null;
}
