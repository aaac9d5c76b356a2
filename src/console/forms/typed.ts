import { toFrenchDays, toIsoDay } from '../ui/words.ts';
import { answerName, type ChoiceField, type Field, lengthName, type QuestionField, within } from './field.ts';
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
export function typedOf(champs: Posted, { racine }: Form): Typed {
  const names = namesOf(racine, '', (nom) => champs.get(nom));
  const posted = names.map((nom) => [nom, champs.get(nom)?.replaceAll('\r\n', '\n')] as const);
  return Object.fromEntries(posted.filter((pair): pair is [string, string] => pair[1] !== undefined));
}

/** How many lines a list has, as typed. */
export function lengthOf({ min, max }: { min: number; max: number }, typed: string | undefined): number {
  const length = Number.parseInt(typed ?? `${min}`, 10);
  return Number.isNaN(length) ? min : Math.min(Math.max(length, 0), max);
}

/** What the schema of a form is given to parse. */
export function readTyped({ racine }: Form, typed: Typed): Record<string, unknown> {
  return readField(racine, '', typed) as Record<string, unknown>;
}

/** What is typed for a value; what the form does not ask for is left out. */
export function write({ racine }: Form, value: unknown): Typed {
  return Object.fromEntries(writeField(racine, '', value));
}

/** A form before anybody types: what stands by default, and as many lines as lists must have. */
export function blank(form: Form): Typed {
  return write(form, undefined);
}

/** The names of all that a form asks for; lists say how long they are. */
function namesOf(field: Field, nom: string, at: (nom: string) => string | undefined): string[] {
  switch (field.genre) {
    case 'groupe':
      return Object.entries(field.champs).flatMap(([cle, inner]) => namesOf(inner, within(nom, cle), at));
    case 'liste': {
      const length = lengthOf({ ...field, min: 0 }, at(lengthName(nom)));
      const lines = Array.from({ length }, (_, rang) => namesOf(field.element, within(nom, rang), at));
      return [lengthName(nom), ...lines.flat()];
    }
    case 'question':
      return [answerName(nom), ...namesOf(field.champ, nom, at)];
    default:
      return [nom];
  }
}

function readField(field: Field, nom: string, typed: Typed): unknown {
  switch (field.genre) {
    case 'texte': {
      const value = typed[nom] ?? '';
      if (value.trim() === '') return field.defaut === '' ? field.vide : '';
      return field.type === 'date' ? toIsoDay(value) : value;
    }
    case 'choix':
      return readChoice(field, typed[nom] ?? '');
    case 'case':
      return typed[nom] !== undefined;
    case 'groupe':
      return readGroup(field.champs, nom, typed);
    case 'liste': {
      const length = lengthOf({ ...field, min: 0 }, typed[lengthName(nom)]);
      return Array.from({ length }, (_, rang) => readField(field.element, within(nom, rang), typed));
    }
    case 'question':
      return readQuestion(field, nom, typed);
  }
}

function readChoice({ aucun }: ChoiceField, value: string): string | null | undefined {
  if (value === '') return undefined;
  return aucun !== null && value === NONE ? null : value;
}

function readGroup(champs: Readonly<Record<string, Field>>, nom: string, typed: Typed): Record<string, unknown> {
  const read = Object.entries(champs).map(([cle, inner]) => [cle, readField(inner, within(nom, cle), typed)] as const);
  return Object.fromEntries(read.filter(([, value]) => value !== undefined));
}

function readQuestion({ champ }: QuestionField, nom: string, typed: Typed): unknown {
  const reponse = typed[answerName(nom)];
  if (reponse === 'oui') return readGroup(champ.champs, nom, typed);
  return reponse === 'non' ? null : undefined;
}

function writeField(field: Field, nom: string, value: unknown): Pair[] {
  switch (field.genre) {
    case 'texte': {
      const text = typeof value === 'string' ? value : field.defaut;
      return [[nom, field.type === 'date' ? toFrenchDays(text) : text]];
    }
    case 'choix':
      return [[nom, value === null && field.aucun !== null ? NONE : `${value ?? field.defaut}`]];
    case 'case':
      return (value ?? field.defaut) ? [[nom, TICKED]] : [];
    case 'groupe':
      return writeGroup(field.champs, nom, value);
    case 'liste': {
      const items = Array.isArray(value) ? value : Array.from({ length: field.min }, () => undefined);
      const lines = items.flatMap((item, rang) => writeField(field.element, within(nom, rang), item));
      return [[lengthName(nom), `${items.length}`], ...lines];
    }
    case 'question':
      return [[answerName(nom), answerOf(field, value)], ...writeGroup(field.champ.champs, nom, value)];
  }
}

function writeGroup(champs: Readonly<Record<string, Field>>, nom: string, value: unknown): Pair[] {
  const given = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  return Object.entries(champs).flatMap(([cle, inner]) => writeField(inner, within(nom, cle), given[cle]));
}

function answerOf({ reponses }: QuestionField, value: unknown): string {
  if (value === null) return 'non';
  if (value !== undefined) return 'oui';
  return reponses.some(({ valeur }) => valeur === 'inconnu') ? 'inconnu' : '';
}
