import type { Erreur } from '../../result.ts';
import { type Html, html } from '../../web/html.ts';
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
  return html`<li><a href="#${idOf(form, nom)}">${labelIn(form, nom)}</a> : ${message}</li>`;
}

/** What a field is called among the others of its form: « Nom », or « Mandataire, Nom » where another is called the same. */
export function labelIn({ racine }: Form, nom: string): string {
  const titles = titlesTo(racine, nom.split('.'));
  const own = titles.at(-1) ?? '';
  const isLine = / \d+$/.test(titles.at(-2) ?? '');
  return titles.length > 1 && (isLine || timesNamed(racine, own) > 1) ? titles.slice(-2).join(', ') : own;
}

/** The titles of what a field stands in, then its own; a line of a list stands for its list. */
function titlesTo(field: Field, path: readonly string[]): string[] {
  const [cle, ...rest] = path;
  const inner = cle === undefined ? undefined : childOf(field, cle);
  if (!inner) return [];
  if (inner.genre === 'liste' && rest.length > 0) return titlesTo(inner, rest);
  const title = field.genre === 'liste' ? `${inner.titre} ${Number(cle) + 1}` : inner.titre;
  return [title, ...titlesTo(inner, rest)];
}

function timesNamed(field: Field, titre: string): number {
  const own = field.titre === titre ? 1 : 0;
  const within = innerFields(field).map((inner) => timesNamed(inner, titre));
  return within.reduce((sum, one) => sum + one, own);
}

function innerFields(field: Field): readonly Field[] {
  if (field.genre === 'groupe') return Object.values(field.champs);
  if (field.genre === 'question') return Object.values(field.champ.champs);
  return field.genre === 'liste' ? [field.element] : [];
}
