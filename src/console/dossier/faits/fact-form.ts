import type { Fact } from '../../../../machines/event.ts';
import { type Form, formOf } from '../../forms/form.ts';

const forms = new WeakMap<Fact, Form>();

/** The form of a fact: its day, then its own fields. Made once. */
export function factForm(fact: Fact): Form {
  const known = forms.get(fact) ?? formOf(fact.schema, { sauf: ['type'], prefixe: 'fait' });
  forms.set(fact, known);
  return known;
}
