import type { Fact } from '../../../../machines/event.ts';
import { tellSource } from '../../../../machines/source.ts';
import { acteurs } from '../../../../machines/step.ts';
import type { Refusal } from '../../../engine/refusal.ts';
import type { Erreur } from '../../../result.ts';
import type { Services } from '../../../services.ts';
import { type Html, html } from '../../../web/html.ts';
import { drawForm } from '../../forms/draw.ts';
import type { Form } from '../../forms/form.ts';
import type { Typed } from '../../forms/typed.ts';
import type { Page } from '../../shell/screen.ts';
import { encart } from '../../ui/blocks.ts';
import { bouton, lienBouton } from '../../ui/button.ts';
import { jourLong } from '../../ui/words.ts';
import { type Places, whyNot } from '../etapes/fact.ts';
import { followed } from '../follow.ts';
import { nameOf } from '../frame.ts';
import { type CaseRead, type Cible, type Fait, pathOf } from '../read/case.ts';
import { linesAfter } from '../read/lines.ts';
import { familyOf, type Nouvelles } from '../read/told.ts';
import { factPath } from './form.ts';

/** How many acts of others are told: the last ones. */
const TOLD = 20;

/** A fact that is being told of a case, as typed so far. */
export interface Draft {
  affaire: CaseRead;
  type: string;
  fact: Fact;
  form: Form;
  typed: Typed;
  places: Places;
}

/** Why the machine takes no such fact now, and the ways out. */
export type FactRefusal = Pick<Fait, 'manque' | 'deblocages'>;

/** What is told beside a form that was sent, or that cannot be. */
export interface Said {
  statut?: number;
  erreurs?: readonly Erreur[];
  /** Why the machine refuses it, and the ways out. */
  refus?: FactRefusal | null;
  /** That its day comes before what it stands on, and both ways out. */
  anterieur?: Html | null;
  /** What others did since it was drawn. */
  nouvelles?: Nouvelles | null;
  focus?: string | null;
  /** Whom else it is told to, when it is told to more than this case. */
  portee?: string | null;
}

/** The page where one fact is told. */
export function factPage({ affaire, type, fact, form, typed, places }: Draft, said: Said): Page {
  const { erreurs = [], refus = null, anterieur = null, nouvelles = null, portee = null } = said;
  const vu = nouvelles?.vu ?? places.vu;
  const isStale = nouvelles !== null;
  return {
    titre: fact.libelle,
    rubrique: 'journee',
    fil: [
      { libelle: 'Ma journée', vers: '/' },
      { libelle: nameOf(affaire), vers: pathOf(affaire.cible) },
    ],
    sousTitre: html`<ul class="identite"><li>${acteurs[fact.acteur]}</li><li>${tellSource(fact.source)}</li></ul>`,
    statut: said.statut ?? 200,
    aCorriger: erreurs.length > 0 || refus !== null || anterieur !== null,
    corps: html`${followed(affaire.cible, vu)}
<div id="fait" data-partie${said.statut !== undefined && html` data-saisi`}>${portee !== null && encart('info', portee)}
${isStale && staleNotice(nouvelles)}
${anterieur}
${refus && refusal(places, refus, said.statut !== undefined && !isStale)}
<div class="panneau">${drawForm(form, typed, {
      action: factPath(affaire.cible, type),
      parDefaut: 'enregistrer',
      caches: { vu: `${vu}`, retour: places.retour },
      erreurs,
      focus: said.focus ?? null,
      boutons: html`${bouton(isStale ? 'Enregistrer quand même' : 'Enregistrer', 'principal', { nom: 'action', valeur: 'enregistrer', signe: 'coche' })}
${isStale && html`<a class="bouton second" href="${pathOf(affaire.cible)}" target="_blank" rel="noopener">Revoir le dossier (nouvel onglet)</a>`}
${lienBouton('Annuler', places.retour, 'discret')}`,
    })}</div></div>`,
  };
}

/** What was just sent and refused takes the focus; what is merely not possible yet is read in its place. */
function refusal(places: Places, refus: FactRefusal, isAnswer: boolean): Html {
  const told = encart('faute', whyNot(places, refus), 'Pas encore possible');
  return isAnswer ? html`<div role="alert" tabindex="-1" autofocus>${told}</div>` : told;
}

function staleNotice({ lignes }: Nouvelles): Html {
  const told = encart(
    'attention',
    html`<p>Rien de ce que vous avez saisi n’est perdu, et rien n’est encore enregistré. Depuis que vous avez ouvert cette page :</p>
${lignes.length > TOLD && html`<p>${lignes.length - TOLD} faits plus anciens sont au journal.</p>`}
<ul class="nouvelles">${lignes.slice(-TOLD).map(({ texte, quand }) => html`<li>${texte}, ${quand}</li>`)}</ul>
<p>Vérifiez que votre saisie convient toujours, puis enregistrez.</p>`,
    'Le dossier a changé entre-temps',
  );
  return html`<div role="alert" tabindex="-1" autofocus>${told}</div>`;
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
  return html`<div role="alert" tabindex="-1" autofocus>${encart(
    'faute',
    html`<p>Ce fait, daté du ${jourLong(date)}, s’appuie sur « ${anterieur.libelle} », daté du ${jourLong(anterieur.date)}. L’une des deux dates est fausse :</p>
<ul><li><a href="#${champ}">corrigez la date saisie ici</a></li>
<li>ou <a href="${place}">corrigez celle de « ${anterieur.libelle} »</a>, puis revenez.</li></ul>`,
    'Dates dans le désordre',
  )}</div>`;
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
