import type { FactType } from '../../../machines/index.ts';
import { tellSource } from '../../../machines/source.ts';
import type { Erreur } from '../../result.ts';
import { type Html, html } from '../../web/html.ts';
import { reasons } from '../dossier/etapes/step.ts';
import { factPath } from '../dossier/faits/form.ts';
import { nameOf } from '../dossier/frame.ts';
import { drawForm } from '../forms/draw.ts';
import { drawRead } from '../forms/read.ts';
import type { Page } from '../shell/screen.ts';
import { callout, pill } from '../ui/blocks.ts';
import { button, linkButton } from '../ui/button.ts';
import { shortDay as dayOf, longDay } from '../ui/words.ts';
import { asideOf } from './aside.ts';
import { isStanding, type Partie, parties, stageOf } from './catalogue.ts';
import { examine } from './control.ts';
import { type FilledForm, isAsRecorded } from './filled-form.ts';
import { type SentFollowUp, sendingOf } from './sending.ts';

/** What is told beside a form that was sent. */
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

/** Where a form of a dossier is. */
export function formPath({ affaire, imprime }: Pick<FilledForm, 'affaire' | 'imprime'>): string {
  return `/dossiers/${affaire.cible.id}/formulaires/${imprime.id}`;
}

/** The page of a form: its fields, and beside them what is missing and what became of the draft. */
export function formPage(travail: FilledForm, dit: Feedback = {}): Page {
  const { imprime, affaire, agit } = travail;
  const erreurs = dit.erreurs ?? [];
  return {
    title: imprime.nom === imprime.titre ? imprime.nom : `${imprime.nom} — ${imprime.titre}`,
    section: 'journee',
    isWide: true,
    trail: [
      { label: 'Ma journée', href: '/' },
      { label: nameOf(affaire), href: `/dossiers/${affaire.cible.id}` },
    ],
    subtitle: html`<span>${nameOf(affaire)}</span><span>${tellSource(imprime.source)}</span>`,
    actions: linkButton('Imprimer', `${formPath(travail)}/impression`, 'second', 'document'),
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
  const action = formPath(travail);
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
  return html`<div class="pied-partie">${button(
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
  const first =
    touched.length > 0 ? `Corrigez la ${touched.map((partie) => `partie ${partie}`).join(' et la ')}, puis f` : 'F';
  return callout(
    'faute',
    html`${reasons(retour, '', isSettled)}
<p>${first}aites viser une nouvelle partie 3 et signer à nouveau.</p>`,
    `Retourné par l’ANS le ${longDay(retour.le)}`,
  );
}
