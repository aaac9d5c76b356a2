import type { Form } from './form.ts';

/** What every field of a form is known by. */
interface Known {
  /** French, as it is read beside the field. */
  label: string;
  help: string | null;
  /** Whether it must be answered; what must not is said to be « facultatif ». */
  isRequired: boolean;
  /** What an empty answer means: not said, or said to be none. */
  empty: null | undefined;
  /** How many of the six columns it takes on a wide screen. */
  width: Width;
}

/** Of six. */
type Width = 2 | 3 | 4 | 6;

/** A line, or a text of several. */
export interface TextField extends Known {
  kind: 'text';
  type: 'text' | 'email' | 'tel' | 'date';
  isLong: boolean;
  max: number | null;
  inputmode: 'numeric' | 'tel' | 'email' | null;
  example: string | null;
  /** What it says before anybody types. */
  initial: string;
}

/** One of a few, or none of them where that is an answer. */
export interface ChoiceField extends Known {
  kind: 'choice';
  options: readonly { value: string; label: string }[];
  /** How « none » is said, when it is an answer. */
  none: string | null;
  initial: string;
}

/** A box to tick; `exigee` when only a ticked one is accepted. */
export interface CheckField extends Known {
  kind: 'check';
  isDemanded: boolean;
  initial: boolean;
}

/** Fields that go together, under a legend. */
export interface GroupField extends Known {
  kind: 'group';
  fields: Readonly<Record<string, Field>>;
}

/** As many of a field as there are. */
export interface ListField extends Known {
  kind: 'list';
  element: Field;
  /** What the button that adds one says. */
  addLabel: string;
  min: number;
  max: number;
}

/** Fields that are asked for once a question is answered by yes. */
export interface QuestionField extends Known {
  kind: 'question';
  group: GroupField;
  /** What may be answered, and what each answer stands for. */
  answers: readonly { value: Answer; label: string }[];
}

/** `oui` asks for the fields; `non` says that there is none; `inconnu` says nothing. */
export type Answer = 'oui' | 'non' | 'inconnu';

/** What holds one value. */
export type Leaf = TextField | ChoiceField | CheckField;

/** A field of a form, drawn from its schema. */
export type Field = Leaf | GroupField | ListField | QuestionField;

/** The name under which the answer to a question is sent. */
export const answerName = (nom: string) => `${nom}.reponse`;
/** The name under which the length of a list is sent. */
export const lengthName = (nom: string) => `${nom}.length`;
/** The name of a field within another; the form itself has none. */
export const within = (nom: string, cle: string | number) => (nom === '' ? `${cle}` : `${nom}.${cle}`);

/** How a field is typed. */
interface Habit {
  width?: Width;
  inputmode?: TextField['inputmode'];
  type?: TextField['type'];
}

const digits = { inputmode: 'numeric', width: 3 } as const;

/** How fields are typed, by their keys: what no schema says. */
const habits: Readonly<Record<string, Habit>> = {
  siret: digits,
  /** Corsica's begin with letters. */
  finess: { width: 3 },
  rpps: digits,
  codePostal: { inputmode: 'numeric', width: 2 },
  commune: { width: 4 },
  dsi: { width: 3 },
  nom: { width: 3 },
  prenom: { width: 3 },
  fonction: { width: 3 },
  courriel: { width: 3 },
  telephone: { type: 'tel', inputmode: 'tel', width: 3 },
  type: { width: 3 },
  typeCarte: { width: 3 },
  rattachement: { width: 3 },
  numero: { width: 3 },
  fin: { width: 3 },
  date: { width: 2 },
  debut: { width: 3 },
  depuis: { width: 3 },
  lieu: { width: 4 },
  editeur: { width: 3 },
  solution: { width: 3 },
  version: { width: 3 },
  numeroSerie: { width: 3 },
  contrat: { width: 3 },
  upn: { width: 3 },
};

/** How a field of that key is typed. */
export function habitOf(cle: string): Habit {
  return habits[cle] ?? {};
}

/** What may be said of a field beside its name. */
interface Details {
  help?: string;
  /** True unless told. */
  isRequired?: boolean;
  /** Of six; 6 unless told. */
  width?: Width;
  example?: string;
}

const known = (label: string, { help, isRequired = true, width = 6 }: Details) =>
  ({ label, help: help ?? null, isRequired, empty: undefined, width }) as const;

/** A line. */
export function line(
  titre: string,
  { type = 'text', ...more }: Details & { type?: TextField['type']; inputmode?: TextField['inputmode'] } = {},
): TextField {
  const { example = null, inputmode = type === 'email' ? 'email' : null } = more;
  return { kind: 'text', ...known(titre, more), type, isLong: false, max: null, inputmode, example, initial: '' };
}

/** A day. */
export function dayField(titre: string, more: Details = {}): TextField {
  return line(titre, { width: 3, ...more, type: 'date', inputmode: 'numeric' });
}

/** A text of several lines. */
export function longText(titre: string, more: Details = {}): TextField {
  return { ...line(titre, more), isLong: true };
}

/** One of a few. */
export function choice(titre: string, libelles: Readonly<Record<string, string>>, more: Details = {}): ChoiceField {
  const options = Object.entries(libelles).map(([value, label]) => ({ value, label }));
  return { kind: 'choice', ...known(titre, more), options, none: null, initial: '' };
}

/** A box to tick. */
export function check(titre: string, aide?: string): CheckField {
  return {
    kind: 'check',
    ...known(titre, aide ? { help: aide } : {}),
    isRequired: false,
    isDemanded: false,
    initial: false,
  };
}

/** Boxes, as many as one likes; `ticked` reads them. */
export function checks(titre: string, libelles: Readonly<Record<string, string>>, more: Details = {}): GroupField {
  const champs = Object.fromEntries(Object.entries(libelles).map(([code, libelle]) => [code, check(libelle)]));
  return { kind: 'group', ...known(titre, more), fields: champs };
}

/** The codes of the boxes that were ticked. */
export function ticked(read: unknown): string[] {
  return Object.entries(read as Record<string, boolean>).flatMap(([code, isTicked]) => (isTicked ? [code] : []));
}

/** A form of such fields. */
export function formOfFields(champs: Readonly<Record<string, Field>>, prefixe = 'champ'): Form {
  return { root: { kind: 'group', ...known('', {}), fields: champs }, prefix: prefixe };
}

/** The field under a key: of a group, of a question once answered, of a line of a list. */
export function childOf(field: Field, cle: string): Field | undefined {
  if (field.kind === 'list') return /^\d+$/.test(cle) ? field.element : undefined;
  if (field.kind === 'question') return childOf(field.group, cle);
  return field.kind === 'group' && Object.hasOwn(field.fields, cle) ? field.fields[cle] : undefined;
}

/** The field of that name within another; none where the name leads nowhere. */
export function fieldAt(field: Field, nom: string): Field | undefined {
  return nom.split('.').reduce<Field | undefined>((inner, cle) => inner && childOf(inner, cle), field);
}
