import { formulaires } from '../../../machines/formulaires/index.ts';
import type { Procedure } from '../../../machines/procedure.ts';
import { acteurs, type Nature, natures } from '../../../machines/step.ts';
import {
  type Asked,
  type Chart,
  type ConditionTree,
  chartOf,
  conditionsIn,
  type Etat,
  type Transition,
} from '../../diagrams/chart.ts';
import { aleasOf } from '../../engine/graph/planned.ts';
import { type Html, html } from '../../web/html.ts';
import type { Shown, Visit } from '../shell/screen.ts';
import { pill, type Shade } from '../ui/blocks.ts';
import { column, table, titleColumn } from '../ui/table.ts';
import { addressOf, procedurePage, sourceMark } from './frame.ts';

const shades: Record<Nature, Shade> = {
  obligatoire: 'accent',
  attente: 'attention',
  recommandee: 'neutre',
  facultative: 'neutre',
  acquise: 'bien',
};

/** Every step of a procedure, part by part. */
export function stepsPage(visit: Visit): Promise<Shown> {
  return procedurePage(visit, 'etapes', (procedure) => {
    const chart = chartOf(procedure);
    const regions = chart.etats.filter(({ parent }) => parent === null);
    return {
      body: html`<nav class="sommaire" aria-label="Les parties de la procédure"><ul>${regions.map(
        ({ id, libelle }) => html`<li><a href="#region-${id}">${libelle}</a></li>`,
      )}</ul></nav>
<p class="doux">Les parties avancent en même temps ; une étape peut attendre ce qu’une autre partie apporte. Chaque étape a sa page : ce qui l’achève, et à quelles conditions.</p>
${regions.map((region) => part(procedure, chart, region))}`,
    };
  });
}

function part(procedure: Procedure, chart: Chart, region: Etat): Html {
  const steps = chart.etats.filter(({ id, acteur }) => acteur !== null && id.startsWith(`${region.id}.`));
  return html`<section class="panneau" id="region-${region.id}"><div class="tete"><h2>${region.libelle}</h2>${sourceMark(region.source)}</div>
${table(`Étapes de « ${region.libelle} »`, steps, [
  titleColumn(
    'Étape',
    (etat: Etat) => html`<a id="etape-${etat.id}" href="${stepAddress(procedure, etat.id)}">${etat.libelle}</a>`,
  ),
  column('Qui agit', ({ acteur }) => acteur && acteurs[acteur]),
  column('Nature', ({ nature }) => nature && natureOf(nature)),
  column('S’achève par', (etat) => ends(procedure, chart, etat)),
  column('Formulaire', ({ formulaire }) => formOf(formulaire)),
  column('§', ({ source }) => sourceMark(source)),
])}</section>`;
}

/** Where a step is told. */
export function stepAddress(procedure: Pick<Procedure, 'id'>, etape: string): string {
  return `${addressOf(procedure)}/etapes/${etape}`;
}

/** What a step asks, as a word on its colour. */
export function natureOf(nature: Nature): Html {
  return pill(shades[nature], natures[nature]);
}

/** How a form is called: « 413 », or its title when it has no number. */
export function formOf(formulaire: string | null): string | null {
  if (formulaire === null || !Object.hasOwn(formulaires, formulaire)) return null;
  const { numero, titre } = formulaires[formulaire as keyof typeof formulaires];
  return numero === null ? titre : `Formulaire ${numero}`;
}

/** The facts that lead on from a step itself; those that undo other parts as well are told on its own page. */
function ends(procedure: Procedure, chart: Chart, etat: Etat): Html | null {
  if (etat.nature === 'acquise') return null;
  const undoing = aleasOf(procedure);
  const own = leaving(chart, etat).filter(
    ({ de, vers, sansCible, fait }) =>
      !sansCible && vers !== etat.id && !undoing.has(fait ?? '') && (de === etat.id || de === etat.parent),
  );
  const facts = [...Map.groupBy(own, ({ libelle }) => libelle)];
  if (facts.length === 0) return null;
  return html`<ul class="nu">${facts.map(([libelle, some]) => {
    const count = Math.max(...some.map(({ condition }) => conditionsIn(condition).length));
    return html`<li>${libelle}${count > 0 && html` <span class="doux petit">(${count === 1 ? '1 condition' : `${count} conditions`})</span>`}</li>`;
  })}</ul>`;
}

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
  return html`<ul class="conditions">${asksOf(condition)}</ul>`;
}

function asksOf(condition: ConditionTree): Html | Html[] {
  if ('et' in condition) return condition.et.flatMap(asksOf);
  if (!('ou' in condition)) return asked(condition);
  return html`<li>L’un ou l’autre :<ul>${condition.ou.map((one) =>
    'et' in one ? html`<li>tout cela :<ul>${asksOf(one)}</ul></li>` : asksOf(one),
  )}</ul></li>`;
}

function asked({ etiquette, libelle, acteur, source }: Asked): Html {
  const told = etiquette.replaceAll(/\bAT\b/g, 'administrateur technique');
  const words = `${told.charAt(0).toUpperCase()}${told.slice(1)}`;
  return html`<li>${words} <span class="doux petit">(${acteurs[acteur]}, ${sourceMark(source)}) – sinon : « ${libelle} »</span></li>`;
}

/** Where a transition leads, in words. */
export function destination({ etats }: Chart, { vers, de, sansCible }: Transition): string {
  if (sansCible || vers === de) return 'sans changer d’étape';
  return etats.find(({ id }) => id === vers)?.libelle ?? vers;
}
