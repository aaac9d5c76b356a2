import { childOf } from './faults.ts';
import { type Field, type ListField, lengthName, within } from './field.ts';
import type { Form } from './form.ts';
import { lengthOf, type Typed } from './typed.ts';

const ADD = 'ajouter:';
const REMOVE = 'retirer:';

/** What the button that adds a line to a list sends as `action`. */
export const addAction = (nom: string) => `${ADD}${nom}`;
/** What the button that removes a line, by its name, sends as `action`. */
export const removeAction = (nom: string) => `${REMOVE}${nom}`;

/** What a form becomes by « Ajouter » or « Retirer », and the name of the field to go to; null for any other button. */
export function applyAction(
  form: Form,
  typed: Typed,
  action: string | null | undefined,
): { typed: Typed; nom: string } | null {
  if (action?.startsWith(ADD)) return add(form, typed, action.slice(ADD.length));
  if (action?.startsWith(REMOVE)) return remove(form, typed, action.slice(REMOVE.length));
  return null;
}

function add({ root }: Form, typed: Typed, nom: string) {
  const list = listAt(root, nom.split('.'));
  if (!list) return null;
  const length = lengthOf({ ...list, min: 0 }, typed[lengthName(nom)]);
  const longer = Math.min(length + 1, list.max);
  return { typed: { ...typed, [lengthName(nom)]: `${longer}` }, nom: within(nom, longer - 1) };
}

/** The lines after the one removed move up. */
function remove({ root }: Form, typed: Typed, line: string) {
  const [, nom = '', digits = ''] = /^(.+)\.(\d+)$/.exec(line) ?? [];
  const list = listAt(root, nom.split('.'));
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

function listAt(field: Field, path: readonly string[]): ListField | null {
  const [cle, ...rest] = path;
  if (cle === undefined) return field.kind === 'list' ? field : null;
  const inner = childOf(field, cle);
  return inner ? listAt(inner, rest) : null;
}
