import { acteurs } from '../../../machines/step.ts';
import type { Asked, Chart, ConditionTree, Etat, Transition } from '../../diagrams/chart.ts';
import { type Html, html } from '../../web/html.ts';
import { paragraphe } from './paragraphe.ts';

/** What may happen at a step: what it tells itself, then what is told at any step of the parts that hold it. */
export function leaving({ transitions }: Chart, { id }: Pick<Etat, 'id'>): Transition[] {
  const around = id.split('.').map((_, rank, names) => names.slice(0, names.length - rank).join('.'));
  return around.flatMap((place) => transitions.filter(({ de }) => de === place));
}

/** What leads to a step: to itself, or to a part that begins with it. */
export function entering(chart: Chart, { id }: Pick<Etat, 'id'>): Transition[] {
  return chart.transitions.filter(
    ({ de, vers, sansCible }) => !sansCible && de !== id && (vers === id || begins(chart, vers, id)),
  );
}

function begins({ etats }: Chart, part: string, id: string): boolean {
  if (!id.startsWith(`${part}.`)) return false;
  const between = etats.filter(
    (etat) => (id === etat.id || id.startsWith(`${etat.id}.`)) && etat.id.startsWith(`${part}.`),
  );
  return between.every(({ initial }) => initial);
}

/** What a fact asks before it is taken, each with what is answered to whoever lacks it; null when it asks nothing. */
export function conditions(condition: ConditionTree | null): Html | null {
  if (condition === null) return null;
  return html`<ul class="conditions">${told(condition)}</ul>`;
}

function told(condition: ConditionTree): Html | Html[] {
  if ('et' in condition) return condition.et.flatMap(told);
  if (!('ou' in condition)) return asked(condition);
  return html`<li>L’un ou l’autre :<ul>${condition.ou.map((one) =>
    'et' in one ? html`<li>tout cela :<ul>${told(one)}</ul></li>` : told(one),
  )}</ul></li>`;
}

function asked({ etiquette, libelle, acteur, source }: Asked): Html {
  const told = etiquette.replaceAll(/\bAT\b/g, 'administrateur technique');
  const words = `${told.charAt(0).toUpperCase()}${told.slice(1)}`;
  return html`<li>${words} <span class="doux petit">(${acteurs[acteur]}, ${paragraphe(source)}) – sinon : « ${libelle} »</span></li>`;
}

/** Where a transition leads, in words. */
export function destination({ etats }: Chart, { vers, de, sansCible }: Transition): string {
  if (sansCible || vers === de) return 'sans changer d’étape';
  return etats.find(({ id }) => id === vers)?.libelle ?? vers;
}
