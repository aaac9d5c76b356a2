import { findProcedure } from '../../../machines/index.ts';
import type { Procedure } from '../../../machines/procedure.ts';
import { acteurs } from '../../../machines/step.ts';
import { type Chart, chartOf, type Etat, type Transition } from '../../diagrams/chart.ts';
import { type Html, html } from '../../web/html.ts';
import type { Problem } from '../../web/problem.ts';
import type { Shown, Visit } from '../shell/screen.ts';
import { panel, properties } from '../ui/blocks.ts';
import { linkButton } from '../ui/button.ts';
import { plural } from '../ui/words.ts';
import { conditions, destination, entering, formOf, leaving, natureOf, stepAddress } from './etapes.ts';
import { addressOf, procedurePage, sourceMark } from './frame.ts';

/** One step: who acts, what ends it and on which conditions, what leads to it. */
export function stepPage(visit: Visit): Promise<Shown> | Shown {
  const { id = '', etape: path = '' } = visit.params;
  const procedure = findProcedure(id);
  const chart = procedure && chartOf(procedure);
  const etat = chart?.etats.find((one) => one.id === path && one.acteur !== null);
  if (!chart || !etat) return { refusal: unknownStep };
  const jours = etat.acteur && visit.services.reglages.delaisJours(visit.services.today())[etat.acteur];
  return procedurePage(visit, 'etapes', (found) => ({
    title: etat.libelle,
    actions: waiting(found, etat),
    body: body(found, chart, etat, jours),
  }));
}

const unknownStep: Problem = {
  status: 404,
  code: 'etape-inconnue',
  title: 'Étape inconnue',
  detail: 'Cette procédure n’a pas d’étape de ce nom : cherchez-la dans la liste de ses étapes.',
};

function body(procedure: Procedure, chart: Chart, etat: Etat, jours: number | null): Html {
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
      ['Formulaire', formOf(etat.formulaire)],
      ['Texte', sourceMark(etat.source)],
      ['Délai habituel', isAwaited && jours !== null ? delayOf(jours) : null],
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

function delayOf(jours: number): Html {
  return html`${plural(jours, 'jour')} <span class="doux petit">réglage de ce service, qui ne promet rien : le texte n’écrit aucun délai</span>`;
}

function regionLink(procedure: Procedure, { etats }: Chart, { id }: Etat): Html {
  const [region = ''] = id.split('.');
  return html`<a href="${addressOf(procedure, 'etapes')}#region-${region}">${etats.find((one) => one.id === region)?.libelle}</a>`;
}

function facts(procedure: Procedure, chart: Chart, transitions: readonly Transition[], none: string): Html {
  if (transitions.length === 0) return html`<p class="doux">${none}</p>`;
  return html`<ul class="faits">${transitions.map(
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
  return isStep ? html`<a href="${stepAddress(procedure, one.vers)}">${libelle}</a>` : libelle;
}

function sources(procedure: Procedure, chart: Chart, etat: Etat, into: readonly Transition[]): Html {
  const opening = etat.initial && isOpened(chart, etat);
  return html`<ul class="faits">${opening && html`<li><p><b>L’ouverture du dossier</b> <span class="doux petit">tout dossier commence ici</span></p></li>`}${into.map(
    (one) => {
      const from = chart.etats.find(({ id }) => id === one.de);
      const name = from?.acteur ? html`<a href="${stepAddress(procedure, one.de)}">${from.libelle}</a>` : from?.libelle;
      return html`<li><p><b>${one.libelle}</b> ${who(one)}</p><p class="mene">depuis ${name}</p></li>`;
    },
  )}${!opening && into.length === 0 && html`<li class="doux">Rien n’y mène.</li>`}</ul>`;
}

/** Whether a case begins there: each part around it does too. */
function isOpened({ etats }: Chart, { id }: Etat): boolean {
  return etats.filter((one) => id.startsWith(`${one.id}.`)).every(({ initial }) => initial);
}
