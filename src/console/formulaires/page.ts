import type { FactType } from '../../../machines/index.ts';
import { tellSource } from '../../../machines/source.ts';
import type { Erreur } from '../../result.ts';
import { type Html, html } from '../../web/html.ts';
import { reasons } from '../dossier/etapes/step.ts';
import { factPath } from '../dossier/faits/form.ts';
import { nameOf, underCase } from '../dossier/frame.ts';
import { joinFields } from '../dossier/joined.ts';
import { drawForm } from '../forms/draw.ts';
import { drawRead } from '../forms/read.ts';
import type { Page } from '../shell/shown.ts';
import { callout, panel, pill } from '../ui/blocks.ts';
import { button, linkButton } from '../ui/button.ts';
import { icon } from '../ui/icon.ts';
import { shortDay as dayOf, hour, listed, longDay, moment, plural } from '../ui/words.ts';
import { isStanding, type Partie, parties, stageOf } from './catalogue.ts';
import { control, examine } from './control.ts';
import { type DraftState, type FilledForm, isAsRecorded } from './filled-form.ts';
import type { Point } from './returns.ts';
import { type SentFollowUp, sendingOf } from './sending.ts';

interface Feedback {
  status?: number;
  erreurs?: readonly Erreur[];
  /** Why it was not taken, when it is no field’s fault. */
  refusal?: Html | null;
  focus?: string | null;
  /** The version that is kept now, when it is not that of the desk. */
  version?: number;
  sent?: SentFollowUp | null;
}

/** What records at once the parts of form 413 that are whole. */
export const TOUTES = 'parties';

/** The page of a form: its fields, and beside them what is missing and what became of the draft. */
export function formPage(travail: FilledForm, dit: Feedback = {}): Page {
  const { imprime, affaire, agit } = travail;
  const erreurs = dit.erreurs ?? [];
  return {
    title: imprime.intitule,
    isWide: true,
    ...underCase(affaire),
    subtitle: html`<span>${nameOf(affaire)}</span><span>${tellSource(imprime.source)}</span>`,
    actions: html`${linkButton('Imprimer', `${travail.path}/impression`, 'second', 'document')}
${linkButton('À signer (PDF)', `${travail.path}/papier.pdf`, 'second', 'crayon')}
${linkButton('Sur l’imprimé de l’ANS', `${travail.path}/imprime`, 'discret')}`,
    status: dit.status ?? 200,
    hasFaults: erreurs.length > 0 || Boolean(dit.refusal),
    body: html`${dit.refusal}
${returned(travail)}
${closed(travail)}
<div class="deux formulaire"><div class="pile">
${agit ? fields(travail, dit) : readOnly(travail)}
${agit && imprime.id === 'formulaire-413' && sendingOf(travail, dit.sent ?? null)}
</div>
${travail.estOuvert && asideOf(travail)}</div>`,
  };
}

function fields(travail: FilledForm, dit: Feedback): Html {
  const { imprime, typed, garde, saisie } = travail;
  const action = travail.path;
  const isInParts = imprime.id === 'formulaire-413';
  const isWhole = parties.every((partie) => partie === 'partie2' || isAsRecorded(travail, partie));
  const { avertissements } = examine({ imprime, saisie });
  return drawForm(imprime.form, typed, {
    action,
    defaultAction: 'brouillon',
    erreurs: dit.erreurs ?? [],
    avertissements,
    focus: dit.focus ?? null,
    isFramed: true,
    folded: ['partie2'],
    attributes: {
      'hx-post': `${action}/brouillon`,
      'hx-trigger': 'input delay:1500ms, change delay:1500ms',
      'hx-target': '#brouillon',
      'hx-swap': 'outerHTML',
      'hx-sync': 'this:replace',
    },
    head: html`${versionField(dit.version ?? garde.version)}
<p class="doux consigne">Tout est à remplir, sauf ce qui est dit facultatif.</p>`,
    below: isInParts ? null : joinFields(travail.joinable, imprime.id, false),
    footers: isInParts ? Object.fromEntries(parties.map((partie) => [partie, partFoot(travail, partie)])) : {},
    buttons: html`${!isInParts && button('Enregistrer l’envoi', 'principal', { name: 'action', value: 'envoyer', icon: 'envoyer' })}
${isInParts && !isWhole && button('Enregistrer les parties remplies', 'principal', { name: 'action', value: TOUTES, icon: 'coche' })}
${button('Enregistrer le brouillon', 'second', { name: 'action', value: 'brouillon' })}
${travail.garde.modifieLe !== null && button('Abandonner le brouillon', 'discret', { name: 'action', value: 'abandonner' })}`,
  });
}

/** What the next keeping follows; replaced after each. */
export function versionField(version: number, isOutOfBand = false): Html {
  return html`<input type="hidden" id="version" name="version" value="${version}"${isOutOfBand && html` hx-swap-oob="true"`}>`;
}

function partFoot(travail: FilledForm, partie: Partie): Html {
  const { enregistrees } = travail;
  const recorded = enregistrees[partie];
  const isSame = isAsRecorded(travail, partie);
  const state = recorded
    ? html`${pill(isSame ? 'bien' : 'attention', isSame ? 'Enregistrée' : 'Modifiée depuis', isSame ? 'coche' : 'crayon')} <span class="doux">le ${dayOf(recorded.date)}</span>`
    : pill('neutre', partie === 'partie2' ? 'Facultative' : 'À enregistrer');
  const nom = partie.replace('partie', 'partie ');
  return html`<div class="rang pied-partie">${button(
    recorded ? `Enregistrer à nouveau la ${nom}` : `Enregistrer la ${nom}`,
    'second',
    { name: 'action', value: partie, isSmall: true },
  )}<span class="rang">${state}</span></div>`;
}

function readOnly({ imprime, typed }: FilledForm): Html {
  return html`<section class="panneau">${drawRead(imprime.lecture, typed)}</section>`;
}

/** What became of a form 413 that the dossier no longer takes, and what may follow. */
function closed({ affaire, estOuvert, transmisLe }: FilledForm): Html | null {
  if (estOuvert) return null;
  const stage = stageOf(affaire);
  const again = html`<a href="${factPath(affaire.cible, 'formulaire413.repris' satisfies FactType)}">commencez une nouvelle demande</a>`;
  if (stage === 'accorde')
    return callout(
      'bien',
      html`<p>Pour habiliter un autre administrateur technique, ${again} : les habilitations données restent.</p>`,
      'Accordé par l’ANS',
    );
  if (stage === 'rejetee') return callout('faute', html`<p>Pour continuer, ${again}.</p>`, 'Rejeté par l’ANS');
  const quand = transmisLe === null ? '' : ` le ${longDay(transmisLe)}`;
  return callout('info', html`<p>S’il est retourné, il se corrigera ici.</p>`, `Envoyé à l’ANS${quand}`);
}

/** Why the ANS returned it, and the parts that its reasons touch; the visa serves one version. */
function returned({ retour, affaire }: FilledForm): Html | null {
  if (!retour) return null;
  const isSettled = (partie: number) => isStanding(affaire, `partie${partie}` as Partie);
  const touched = [...new Set(retour.motifs.map(({ partie }) => partie))].filter((partie) => partie !== 3).sort();
  const first = touched.length > 0 ? `Corrigez ${listed(touched.map((partie) => `la partie ${partie}`))}, puis f` : 'F';
  return callout(
    'faute',
    html`${reasons(retour, '', isSettled)}
<p>${first}aites viser une nouvelle partie 3 et signer à nouveau.</p>`,
    `Retourné par l’ANS le ${longDay(retour.le)}`,
  );
}

/** What stands beside a form: what became of the draft, and whether it is ready. */
function asideOf(travail: FilledForm): Html {
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
