import type { Erreur } from '../../result.ts';
import { toFrenchDays } from '../ui/words.ts';
import { type Field, within } from './field.ts';
import type { Form } from './form.ts';

/** What is said of the fields of a form, by name; the name '' is for what is no field’s. */
export type Messages = ReadonlyMap<string, readonly string[]>;

/** Messages by the name of the field that each points at, or of the nearest one around it. */
export function messagesOf({ root }: Form, erreurs: readonly Erreur[]): Messages {
  const said = new Map<string, string[]>();
  for (const { pointeur, message } of erreurs) {
    const nom = nearest(root, partsOf(pointeur));
    said.set(nom, [...(said.get(nom) ?? []), toFrenchDays(message)]);
  }
  return said;
}

/** RFC 6901. */
function partsOf(pointeur: string): string[] {
  const parts = pointeur.split('/').slice(1);
  return parts.map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function nearest(field: Field, parts: readonly string[], nom = ''): string {
  const [cle, ...rest] = parts;
  const inner = cle === undefined ? undefined : childOf(field, cle);
  return inner && cle !== undefined ? nearest(inner, rest, within(nom, cle)) : nom;
}

/** The field under a key: of a group, of a question once answered, of a line of a list. */
export function childOf(field: Field, cle: string): Field | undefined {
  if (field.kind === 'list') return /^\d+$/.test(cle) ? field.element : undefined;
  if (field.kind === 'question') return childOf(field.group, cle);
  return field.kind === 'group' && Object.hasOwn(field.fields, cle) ? field.fields[cle] : undefined;
}
