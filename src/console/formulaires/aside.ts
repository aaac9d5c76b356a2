import { type Html, html } from '../../web/html.ts';
import { callout, panel } from '../ui/blocks.ts';
import { icon } from '../ui/icon.ts';
import { hour, moment, plural } from '../ui/words.ts';
import { control } from './control.ts';
import type { DraftState, FilledForm } from './filled-form.ts';
import type { Point } from './point.ts';

/** What stands beside a form: what became of the draft, and whether it is ready. */
export function asideOf(travail: FilledForm): Html {
  return html`<aside class="a-cote pile" aria-label="État du formulaire">
${travail.agit && draftState(travail.garde)}
${readiness(travail)}
</aside>`;
}

/** Who typed last, and when; replaced after each keeping. */
function draftState({ par, modifieLe }: DraftState): Html {
  if (modifieLe === null)
    return draft(
      html`${icon('info')}<span>Prérempli d’après le dossier. Ce que vous saisissez est gardé au fur et à mesure.</span>`,
    );
  return draft(html`${icon('coche')}<span>Brouillon enregistré par ${par} le ${moment(modifieLe)}.</span>`);
}

/** The same just after a keeping that the agent did not ask for. */
export function justKept({ modifieLe }: DraftState): Html {
  return draft(html`${icon('coche')}<span>Brouillon enregistré à ${modifieLe && hour(modifieLe)}.</span>`);
}

function draft(corps: Html): Html {
  return html`<div id="brouillon" role="status"><p class="brouillon">${corps}</p></div>`;
}

/** Why what was typed could not be kept. */
export function notKept(texte: string): Html {
  return html`<div id="brouillon" role="status">${callout('attention', html`<p>${texte}</p>`, 'Brouillon non enregistré')}</div>`;
}

/** « Prêt à envoyer ? »; replaced with the draft. */
export function readiness({ imprime, affaire, saisie, jour }: FilledForm, isOutOfBand = false): Html {
  const points = control({ imprime, affaire, saisie, jour });
  const faults = points.filter(({ etat }) => etat === 'faute').length;
  const doubts = points.filter(({ etat }) => etat === 'attention').length;
  return html`<div id="controle"${isOutOfBand && html` hx-swap-oob="true"`}>${panel(
    'Prêt à envoyer ?',
    html`<p class="verdict ${verdictTone(faults, doubts)}">${verdict(faults, doubts)}</p>
<ul class="points">${points.map(pointLine)}</ul>`,
  )}</div>`;
}

function verdictTone(faults: number, doubts: number): string {
  if (faults > 0) return 'faute';
  return doubts > 0 ? 'attention' : 'bien';
}

function verdict(faults: number, doubts: number): string {
  if (faults > 0) return `Pas encore : ${plural(faults, 'point')} à régler.`;
  return doubts > 0
    ? `Oui, après avoir vérifié ${plural(doubts, 'point')}.`
    : 'Oui : rien ne devrait le faire retourner.';
}

const signs = { bon: 'coche', attention: 'attention', faute: 'croix' } as const;
const stateWords = { bon: 'Bon', attention: 'À vérifier', faute: 'À régler' } as const;

function pointLine({ title, etat, text, link }: Point): Html {
  return html`<li class="${etat}">${icon(signs[etat])}<div><p class="titre"><span class="sr">${stateWords[etat]} : </span>${title}</p>${
    text && html`<p>${text}</p>`
  }${link && html`<p><a href="${link.vers}">${link.libelle}</a></p>`}</div></li>`;
}
