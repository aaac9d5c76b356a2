import { findProcedure } from '../../../machines/index.ts';
import type { Procedure } from '../../../machines/procedure.ts';
import { acteurs, type Nature, natures } from '../../../machines/step.ts';
import { type Delai, delaiOf } from '../../delays.ts';
import { cleDelai } from '../../desk/reglages/delais.ts';
import {
  type Asked,
  type Chart,
  type ConditionTree,
  chartOf,
  conditionsIn,
  type Etat,
  type Transition,
} from '../../diagrams/chart.ts';
import { regionsOf } from '../../diagrams/layout/pictures.ts';
import { aleasOf } from '../../engine/graph/planned.ts';
import { anonyme } from '../../identity/identity.ts';
import { droitDe } from '../../web/access/policy.ts';
import { type Html, html } from '../../web/html.ts';
import type { Problem } from '../../web/problem.ts';
import { formName } from '../formulaires/catalogue.ts';
import type { Visit } from '../shell/screen.ts';
import type { Shown } from '../shell/shown.ts';
import { panel, pill, properties, type Shade } from '../ui/blocks.ts';
import { linkButton } from '../ui/button.ts';
import { column, table, titleColumn } from '../ui/table.ts';
import { delayWords } from '../ui/words.ts';
import { addressOf, procedurePage, sourceMark, stepAddress } from './frame.ts';

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
    const regions = regionsOf(chart);
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
    (etat: Etat) => html`<a id="etape-${etat.id}" href="${stepAddress(procedure.id, etat.id)}">${etat.libelle}</a>`,
  ),
  column('Qui agit', ({ acteur }) => acteur && acteurs[acteur]),
  column('Nature', ({ nature }) => nature && natureOf(nature)),
  column('S’achève par', (etat) => ends(procedure, chart, etat)),
  column('Formulaire', ({ formulaire }) => formName(formulaire)),
  column('§', ({ source }) => sourceMark(source)),
])}</section>`;
}

/** What a step asks, as a word on its colour. */
function natureOf(nature: Nature): Html {
  return pill(shades[nature], natures[nature]);
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
function leaving({ transitions }: Chart, { id }: Pick<Etat, 'id'>): Transition[] {
  const around = id.split('.').map((_, rank, names) => names.slice(0, names.length - rank).join('.'));
  return around.flatMap((place) => transitions.filter(({ de }) => de === place));
}

/** What leads to a step: to itself, or to a part that begins with it. */
function entering(chart: Chart, { id }: Pick<Etat, 'id'>): Transition[] {
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
function conditions(condition: ConditionTree | null): Html | null {
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
function destination({ etats }: Chart, { vers, de, sansCible }: Transition): string {
  if (sansCible || vers === de) return 'sans changer d’étape';
  return etats.find(({ id }) => id === vers)?.libelle ?? vers;
}

/** One step: who acts, what ends it and on which conditions, what leads to it. */
export function stepPage(visit: Visit): Promise<Shown> | Shown {
  const { id = '', etape: path = '' } = visit.params;
  const procedure = findProcedure(id);
  const chart = procedure && chartOf(procedure);
  const etat = chart?.etats.find((one) => one.id === path && one.acteur !== null);
  if (!chart || !etat) return { refusal: unknownStep };
  const attendu = { acteur: etat.acteur ?? '', etape: etat.id };
  const delai = delaiOf(visit.services.reglages.delais(visit.services.today()), attendu, id);
  return procedurePage(visit, 'etapes', (found) => ({
    title: etat.libelle,
    actions: visit.identite === anonyme ? null : waiting(found, etat),
    body: body(found, chart, etat, etat.nature === 'acquise' ? null : delayPart(visit, etat, delai)),
  }));
}

const unknownStep: Problem = {
  status: 404,
  code: 'etape-inconnue',
  title: 'Étape inconnue',
  detail: 'Cette procédure n’a pas d’étape de ce nom : cherchez-la dans la liste de ses étapes.',
};

function body(procedure: Procedure, chart: Chart, etat: Etat, delai: Html | null): Html {
  const [out, into] = [leaving(chart, etat), entering(chart, etat)];
  const stays = out.filter((one) => one.sansCible || one.vers === etat.id);
  const own = out.filter((one) => !stays.includes(one) && (one.de === etat.id || one.de === etat.parent));
  const around = out.filter((one) => !own.includes(one) && !stays.includes(one));
  const isAwaited = etat.nature !== 'acquise';
  return html`${panel(
    'En bref',
    properties([
      ['Qui agit', etat.acteur && acteurs[etat.acteur]],
      ['Nature', etat.nature && natureOf(etat.nature)],
      ['Partie', regionLink(procedure, chart, etat)],
      ['Formulaire', formName(etat.formulaire)],
      ['Texte', sourceMark(etat.source)],
      ['Délai habituel', delai],
    ]),
  )}
${panel(isAwaited ? 'Ce qui l’achève' : 'Ce qui la fait quitter', facts(procedure, chart, own, 'Rien : on n’en repart pas.'))}
${around.length > 0 ? panel('Ce qui peut arriver à cette étape comme à d’autres', facts(procedure, chart, around, '')) : null}
${stays.length > 0 ? panel('Ce qui s’enregistre sans changer d’étape', facts(procedure, chart, stays, '')) : null}
${panel('Ce qui y mène', sources(procedure, chart, etat, into))}`;
}

/** The cases that await it; those of a groupement are no lines of the worklist. */
function waiting({ id, genre }: Procedure, etat: Etat): Html | null {
  if (etat.nature === 'acquise' || genre === 'groupement') return null;
  const query = new URLSearchParams({ onglet: 'tous', etape: etat.id, ...(genre === 'dossier' && { procedure: id }) });
  return linkButton('Les dossiers qui l’attendent', `/?${query}`, 'second', 'journee');
}

function delayPart({ identite, params }: Visit, { id }: Etat, delai: Delai): Html {
  const path = findProcedure(params['id'] ?? '');
  const key = cleDelai(`etape.${id}`, path?.genre === 'dossier' ? path.id : undefined);
  const maySet = droitDe('reglages.poser', identite) === 'tous' && path?.genre !== 'groupement';
  return html`${delayWords(delai)} <span class="doux petit">réglage de ce service, qui ne promet rien : le texte n’écrit aucun délai</span>${maySet && html` <a class="petit" href="/administration/reglages/${encodeURIComponent(key)}">Régler celui de cette étape</a>`}`;
}

function regionLink(procedure: Procedure, { etats }: Chart, { id }: Etat): Html {
  const [region = ''] = id.split('.');
  return html`<a href="${addressOf(procedure, 'etapes')}#region-${region}">${etats.find((one) => one.id === region)?.libelle}</a>`;
}

function facts(procedure: Procedure, chart: Chart, transitions: readonly Transition[], none: string): Html {
  if (transitions.length === 0) return html`<p class="doux">${none}</p>`;
  return html`<ul class="pile faits">${transitions.map(
    (one) => html`<li><p><b>${one.libelle}</b> ${who(one)}</p>
${isStaying(one) ? null : html`<p class="mene">→ ${link(procedure, chart, one)}</p>`}
${one.condition && html`<p class="petit">Conditions :</p>${conditions(one.condition)}`}</li>`,
  )}</ul>`;
}

function who({ acteur, derive, source }: Transition): Html {
  const told = derive ? 'de lui-même' : acteur && acteurs[acteur];
  return html`<span class="doux petit">${told}${source && html`, ${sourceMark(source)}`}</span>`;
}

function isStaying({ sansCible, de, vers }: Transition): boolean {
  return sansCible || de === vers;
}

function link(procedure: Procedure, chart: Chart, one: Transition): Html | string {
  const target = chart.etats.find(({ id }) => id === one.vers);
  const libelle = destination(chart, one);
  const isStep = target?.acteur !== null && target !== undefined && !isStaying(one);
  return isStep ? html`<a href="${stepAddress(procedure.id, one.vers)}">${libelle}</a>` : libelle;
}

function sources(procedure: Procedure, chart: Chart, etat: Etat, into: readonly Transition[]): Html {
  const opening =
    etat.initial && chart.etats.filter((one) => etat.id.startsWith(`${one.id}.`)).every(({ initial }) => initial);
  return html`<ul class="pile faits">${opening && html`<li><p><b>L’ouverture du dossier</b> <span class="doux petit">tout dossier commence ici</span></p></li>`}${into.map(
    (one) => {
      const from = chart.etats.find(({ id }) => id === one.de);
      const name = from?.acteur
        ? html`<a href="${stepAddress(procedure.id, one.de)}">${from.libelle}</a>`
        : from?.libelle;
      return html`<li><p><b>${one.libelle}</b> ${who(one)}</p><p class="mene">depuis ${name}</p></li>`;
    },
  )}${!opening && into.length === 0 && html`<li class="doux">Rien n’y mène.</li>`}</ul>`;
}
