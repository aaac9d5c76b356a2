import { type Html, html } from '../../http/html.ts';
import type { Erreur } from '../../result.ts';
import { childOf, saidOf } from './faults.ts';
import type { Field } from './field.ts';
import type { Form } from './form.ts';
import { idOf } from './pen.ts';

/** All that is wrong, once, each with a link to its field; what is no field’s is said without. */
export function drawSummary(form: Form, erreurs: readonly Erreur[], titre = 'À corriger'): Html | null {
  const said = [...saidOf(form, erreurs)];
  if (said.length === 0) return null;
  const lines = said.flatMap(([nom, messages]) => messages.map((message) => lineOf(form, nom, message)));
  return html`<div class="fautes" role="alert" tabindex="-1" autofocus><h2>${titre}</h2><ul>${lines}</ul></div>`;
}

function lineOf(form: Form, nom: string, message: string): Html {
  if (nom === '') return html`<li>${message}</li>`;
  return html`<li><a href="#${idOf(form, nom)}">${labelOf(form.racine, nom.split('.'))}</a> : ${message}</li>`;
}

/** « Logiciel 2, Version déployée »: a field, after the line of a list that it is in. */
export function labelOf(field: Field, path: readonly string[], titles: readonly string[] = []): string {
  const [cle, ...rest] = path;
  const inner = cle === undefined ? undefined : childOf(field, cle);
  if (!inner || cle === undefined) return titles.slice(-2).join(', ') || field.titre;
  const isLine = field.genre === 'liste';
  const isLast = rest.length === 0;
  const title = isLine ? `${inner.titre} ${Number(cle) + 1}` : inner.titre;
  return labelOf(inner, rest, isLine || isLast ? [...titles, title] : titles);
}
