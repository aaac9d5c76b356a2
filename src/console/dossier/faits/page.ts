import { tellSource } from '../../../../machines/source.ts';
import { acteurs } from '../../../../machines/step.ts';
import type { Refusal } from '../../../engine/refusal.ts';
import type { Erreur } from '../../../result.ts';
import type { Services } from '../../../services.ts';
import { type Html, html } from '../../../web/html.ts';
import type { GroupField } from '../../forms/field.ts';
import type { Page } from '../../shell/screen.ts';
import { alert, callout } from '../../ui/blocks.ts';
import { button, linkButton } from '../../ui/button.ts';
import { longDay } from '../../ui/words.ts';
import { type ActContext, whyNot } from '../etapes/fact.ts';
import { followed } from '../follow.ts';
import { underCase } from '../frame.ts';
import { familyOf, type News } from '../news.ts';
import { type CaseRead, type Cible, type Fait, pathOf } from '../read/case.ts';
import { linesAfter } from '../read/lines.ts';
import { type AskedFact, drawFact } from './form.ts';

/** How many acts of others are told: the last ones. */
const SHOWN = 20;

/** A fact that is being told of a case, as typed so far. */
export interface Draft extends AskedFact {
  affaire: CaseRead;
  places: ActContext;
}

/** Why the machine takes no such fact now, and the ways out. */
export type FactRefusal = Pick<Fait, 'manque' | 'deblocages'>;

/** What is told beside a form that was sent, or that cannot be. */
export interface Feedback {
  status?: number;
  erreurs?: readonly Erreur[];
  /** Why the machine refuses it, and the ways out. */
  refusal?: FactRefusal | null;
  /** That its day comes before what it stands on, and both ways out. */
  anterieur?: Html | null;
  /** What others did since it was drawn. */
  news?: News | null;
  focus?: string | null;
  /** What an accident would undo, before it is told; null for what undoes nothing. */
  falls?: Html | null;
  /** Whether another dossier follows in the list that one came from. */
  hasNext?: boolean;
  /** Whom else it is told to, when it is told to more than this case. */
  scope?: string | null;
  /** Whether the form alone is wanted, to stand where it was asked for. */
  isInPlace?: boolean;
}

/** The page where one fact is told. */
export function factPage(draft: Draft, said: Feedback): Page {
  const { affaire, fact, form, places } = draft;
  const { erreurs = [], refusal: refus = null, anterieur = null, news = null, scope = null, falls = null } = said;
  const vu = news?.seen ?? places.seen;
  const isStale = news !== null;
  return {
    title: fact.libelle,
    ...underCase(affaire),
    subtitle: html`<ul class="identite"><li>${acteurs[fact.acteur]}</li><li>${tellSource(fact.source)}</li></ul>`,
    status: said.status ?? 200,
    hasFaults: erreurs.length > 0 || refus !== null || anterieur !== null,
    body: html`${followed(affaire.cible, vu)}
<div id="fait" data-partie${said.status !== undefined && html` data-saisi`}><div class="a-placer">${scope !== null && callout('info', scope)}
${isStale && staleNotice(news)}
${falls}
${anterieur}
${refus && refusal(places, refus, said.status !== undefined && !isStale)}
<div class="panneau"${said.isInPlace && html` data-saisi`}>${drawFact(draft, {
      seen: vu,
      back: places.back,
      erreurs,
      focus: said.focus ?? (said.isInPlace ? firstOf(form.root) : null),
      more: besideOf(draft, isStale, said),
      ...(isStale && { label: 'Enregistrer quand même' }),
    })}</div></div></div>`,
  };
}

/** The first field that is not filled beforehand, as the day is. */
function firstOf({ fields }: GroupField, within = ''): string {
  const [first] = Object.entries(fields).filter(([cle]) => cle !== 'date');
  if (!first) return `${within}date`;
  const [cle, field] = first;
  return field.kind === 'group' ? firstOf(field, `${within}${cle}.`) : `${within}${cle}`;
}

function besideOf({ affaire: { cible }, places: { back } }: Draft, isStale: boolean, { hasNext }: Feedback): Html {
  return html`${hasNext && !isStale && button('Enregistrer et suivant', 'second', { name: 'action', value: 'suivant', icon: 'suite' })}
${isStale && html`<a class="bouton second" href="${pathOf(cible)}" target="_blank" rel="noopener">Revoir le dossier (nouvel onglet)</a>`}
${linkButton('Annuler', back, 'discret')}`;
}

/** What was just sent and refused takes the focus; what is merely not possible yet is read in its place. */
function refusal(places: ActContext, refus: FactRefusal, isAnswer: boolean): Html {
  const told = callout('faute', whyNot(places, refus), 'Pas encore possible');
  return isAnswer ? alert(told) : told;
}

function staleNotice({ lines }: News): Html {
  const told = callout(
    'attention',
    html`<p>Rien de ce que vous avez saisi n’est perdu, et rien n’est encore enregistré. Depuis que vous avez ouvert cette page :</p>
${lines.length > SHOWN && html`<p>${lines.length - SHOWN} lignes plus anciennes sont au journal.</p>`}
<ul class="nouvelles">${lines.slice(-SHOWN).map(({ text, when }) => html`<li>${text}, ${when}</li>`)}</ul>
<p>Vérifiez que votre saisie convient toujours, puis enregistrez.</p>`,
    'Le dossier a changé entre-temps',
  );
  return alert(told);
}

/** A fact dated before what it stands on. */
type DateAnterieure = Extract<Refusal, { code: 'date-anterieure' }>;

/** Both ways out of dates in disorder: the day that was typed, `champ`, or that of the other fact, where its line is corrected. */
export async function datesOut(
  services: Services,
  { cible }: Pick<CaseRead, 'cible'>,
  { date, anterieur }: DateAnterieure,
  champ: string,
): Promise<Html> {
  const place = await lineOf(services, cible, anterieur);
  return alert(
    callout(
      'faute',
      html`<p>Ceci, daté du ${longDay(date)}, s’appuie sur « ${anterieur.libelle} », daté du ${longDay(anterieur.date)}. L’une des deux dates est fausse :</p>
<ul><li><a href="#${champ}">corrigez la date saisie ici</a></li>
<li>ou <a href="${place}">corrigez celle de « ${anterieur.libelle} »</a>, puis revenez.</li></ul>`,
      'Dates dans le désordre',
    ),
  );
}

/** Where the line that tells a fact is corrected; the journal where it is not found. */
async function lineOf(services: Services, cible: Cible, { type, date }: DateAnterieure['anterieur']): Promise<string> {
  const family = await familyOf(services, cible);
  const lines = await linesAfter(services, family, 0);
  const line = lines.findLast((one) => one.type === type && one.date === date);
  if (!line) return `${pathOf(family)}/journal`;
  const bearer: Cible = line.certificat ? { genre: 'certificat', id: line.certificat.id } : family;
  return `${pathOf(bearer)}/journal/${line.rang}/correction`;
}
