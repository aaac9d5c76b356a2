import { type Field, lengthName, within } from '../forms/field.ts';
import type { Form } from '../forms/form.ts';
import { shownAt } from '../forms/read.ts';
import { lengthOf, type Typed } from '../forms/typed.ts';

/** A line of a form on paper: a title, or a field with what it says; null for what is to be written by hand, by all unless `estFacultatif`. */
export type PaperLine =
  | { genre: 'titre'; niveau: 2 | 3; texte: string; aide: string | null }
  | { genre: 'champ'; label: string; valeur: string | null; estFacultatif: boolean };

/** What is written, ticked or stamped on the day of the signature, and what tells that it was sent. */
const BY_HAND = /^(?:signature|envoi|remplissage)(?:\.|$)|^partie3\.(?:date|cachet)$/;

/** Whether a field, by its name, is left to the hand. */
export function isByHand(nom: string): boolean {
  return BY_HAND.test(nom);
}

/** What of a form is printed, thus signed: what is left to the hand is not. */
export function printedOf(typed: Typed): Typed {
  return Object.fromEntries(Object.entries(typed).filter(([nom, text]) => !isByHand(nom) && text.trim() !== ''));
}

/** A form line after line, in its order; a list that is empty has one element to fill in. */
export function linesOnPaper(form: Form, typed: Typed): PaperLine[] {
  return linesOf({ form, typed }, form.root, '', 2);
}

interface Printing {
  form: Form;
  typed: Typed;
}

function linesOf(
  printing: Printing,
  group: Extract<Field, { kind: 'group' }>,
  nom: string,
  niveau: 2 | 3,
): PaperLine[] {
  const fields = Object.entries(group.fields)
    .map(([cle, field]) => ({ field, name: within(nom, cle) }))
    .filter(({ name }) => !isByHand(name));
  const isPlain = ({ field }: { field: Field }) => ['text', 'choice', 'check'].includes(field.kind);
  return [
    ...fields.filter(isPlain).map(({ field, name }) => plain(printing, field, name)),
    ...fields.filter((one) => !isPlain(one)).flatMap(({ field, name }) => nested(printing, field, name, niveau)),
  ];
}

function plain({ form, typed }: Printing, field: Field, name: string): PaperLine {
  const { label, isRequired } = field;
  const line = { genre: 'champ', label, estFacultatif: !isRequired } as const;
  if (field.kind === 'check') return { ...line, valeur: typed[name] === undefined ? 'Non cochée' : 'Cochée' };
  const valeur = shownAt(form, name, typed) || null;
  if (valeur !== null || field.kind !== 'choice') return { ...line, valeur };
  const choices = field.options.map((option) => option.label).join(' / ');
  return { ...line, label: `${label} (${choices})`, valeur };
}

function nested(printing: Printing, field: Field, name: string, niveau: 2 | 3): PaperLine[] {
  const title = (texte: string): PaperLine => ({ genre: 'titre', niveau, texte, aide: field.help });
  if (field.kind === 'group') return [title(field.label), ...linesOf(printing, field, name, 3)];
  if (field.kind === 'question') return [title(field.label), ...linesOf(printing, field.group, name, 3)];
  if (field.kind !== 'list' || field.element.kind !== 'group') return [];
  const { element } = field;
  const length = Math.max(1, lengthOf({ ...field, min: 0 }, printing.typed[lengthName(name)]));
  return Array.from({ length }, (_, rang) => [
    title(`${element.label} ${rang + 1}`),
    ...linesOf(printing, element, within(name, rang), 3),
  ]).flat();
}
