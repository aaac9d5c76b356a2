import { tellSource } from '../../../../machines/source.ts';
import { acteurs } from '../../../../machines/step.ts';
import { attrs, type Html, html } from '../../../web/html.ts';
import { callout } from '../../ui/blocks.ts';
import { actionForm, button, linkButton, type Weight } from '../../ui/button.ts';
import { icon } from '../../ui/icon.ts';
import { toFrenchDays } from '../../ui/words.ts';
import { blankOrder, drawOrder } from '../commande/form.ts';
import { drawFact, factPath, formTelling, isDateOnly, ORDER, orderPath, receiverOf } from '../faits/form.ts';
import type { Cible, Fait } from '../read/case.ts';
import type { ActContext } from './page.ts';

/**
 * How a fact is told: at once when its day is enough, by its form otherwise; what undoes, never at once (A29); what is refused says what is
 * missing.
 */
export function factAction(places: ActContext, fait: Fait, poids: Weight): Html {
  const libelle = html`<span class="libelle">${fait.libelle}</span>`;
  if (!fait.accepte)
    return html`<div class="acte refuse">${libelle}${whyNot(places, fait, bearerOf(places, fait))}</div>`;
  if (!places.mayAct) return html`<div class="acte">${libelle}</div>`;
  const receiver = receiverOf(fait, places.cible);
  if (fait.type === ORDER && poids === 'principal') return orderHere(places, receiver, fait);
  const telling = formTelling(receiver, fait.type);
  if (telling !== null)
    return html`<div class="acte rang">${linkButton(fait.libelle, telling.href, poids, 'document')}${
      telling.sansFormulaire &&
      html`<a class="petit" href="${factPath(receiver, fait.type)}">Sans remplir le formulaire ici<span class="sr"> : ${fait.libelle}</span></a>`
    }</div>`;
  if (fait.sorte === 'alea') return byLink(places, receiver, fait, 'discret');
  const procedure = places.procedureOf(receiver);
  const asksWhom = places.designes.length > 0;
  if (!procedure || !isDateOnly(procedure, fait.type, asksWhom))
    return poids === 'principal' ? byForm(places, receiver, fait) : byLink(places, receiver, fait, poids);
  return oneClick(places, receiver, fait, poids);
}

/** What goes on to the next dossier of the list once an act is recorded. */
export const NEXT = { name: 'action', value: 'suivant', icon: 'suite' } as const;

/** What may be joined where the pieces of a dossier are not read. */
const NEW_ALONE = { pieces: [], formulaire: null };

/** The act that comes first is filled in where it stands. */
function byForm(places: ActContext, receiver: Cible, fait: Fait): Html {
  const asked = places.ask(receiver, fait.type);
  if (!asked) return byLink(places, receiver, fait, 'principal');
  return html`<div class="acte a-remplir"><h3 class="libelle">${fait.libelle}</h3>${
    receiver.genre === 'groupement' && callout('info', 'Cela vaut pour tous les sites du groupement.')
  }${drawFact(asked, {
    seen: places.seen,
    back: places.back,
    joinable: receiver.genre === 'dossier' ? NEW_ALONE : null,
    more: html`${places.next !== null && button('Enregistrer et suivant', 'second', NEXT)}`,
  })}</div>`;
}

function orderHere(places: ActContext, receiver: Cible, { libelle }: Fait): Html {
  const { seen, back, today } = places;
  const typed = blankOrder(today);
  return html`<div class="acte a-remplir"><h3 class="libelle">${libelle}</h3>${drawOrder({ action: orderPath(receiver), seen, back, typed })}</div>`;
}

/** The form of an act opens in its place, or on its page where nothing else can be done. */
function byLink(places: ActContext, receiver: Cible, fait: Fait, poids: Weight): Html {
  const href = places.formOf(receiver, fait.type);
  return html`<div class="acte"><a class="bouton ${poids}" href="${href}" hx-get="${href}" hx-target="closest .acte" hx-select=".a-placer">${icon(fait.sorte === 'alea' ? 'attention' : 'crayon')}${fait.libelle}</a></div>`;
}

/** What a refused fact lacks, and the shortest ways out, each act a link to its own form. */
export function whyNot(
  places: ActContext,
  { manque, deblocages }: Pick<Fait, 'manque' | 'deblocages'>,
  bearer: Cible = places.cible,
): Html {
  return html`<ul class="manque">${manque.map(
    ({ libelle, acteur, source }) =>
      html`<li>${libelle} <span class="doux">(${acteurs[acteur as keyof typeof acteurs] ?? acteur}, ${tellSource(source)})</span></li>`,
  )}</ul>
${deblocages.some((acts) => acts.length > 0) ? waysOut(places, deblocages, bearer) : wayByDossier(places, bearer)}`;
}

/** What stops a certificate alone is settled by the first acts of its dossier’s own way. */
function wayByDossier(places: ActContext, bearer: Cible): Html | null {
  const { dossier } = places;
  if (bearer.genre !== 'certificat' || dossier === null) return null;
  const { facts = {} } = places.procedureOf(dossier.cible) ?? {};
  const acts = dossier.chemin.map(({ type }) => type).filter((type) => Object.hasOwn(facts, type));
  return acts.length > 0 ? waysOut(places, [acts], dossier.cible) : null;
}

function waysOut(places: ActContext, deblocages: Fait['deblocages'], bearer: Cible): Html {
  const ways = deblocages.filter((acts) => acts.length > 0);
  const [only] = ways;
  if (ways.length === 1 && only)
    return html`<p class="issue">Le plus court pour y arriver :</p>${wayOut(places, only, bearer)}`;
  return html`<p class="issue">Le plus court pour y arriver, au choix :</p><ul class="detours">${ways.map(
    (acts) => html`<li>${wayOut(places, acts, bearer)}</li>`,
  )}</ul>`;
}

/** What opens the way of a fact is told to the case that bears its step: a groupement opens nothing of its sites’. */
function bearerOf({ cible }: ActContext, fait: Fait): Cible {
  const receiver = receiverOf(fait, cible);
  return receiver.genre === 'groupement' ? cible : receiver;
}

function wayOut(places: ActContext, acts: readonly string[], bearer: Cible): Html {
  const { facts = {} } = places.procedureOf(bearer) ?? {};
  return html`<ol class="detour">${acts.map((type) => {
    const fact = facts[type];
    if (!fact) return html`<li>${type}</li>`;
    const { libelle, acteur, source, derive } = fact;
    const isTold = places.mayAct && !derive;
    return html`<li>${
      isTold ? html`<a href="${places.formOf(bearer, type)}">${libelle}</a>` : libelle
    } <span class="doux">(${acteurs[acteur]}, ${tellSource(source)})</span></li>`;
  })}</ol>`;
}

function oneClick(places: ActContext, receiver: Cible, { type, libelle, sorte }: Fait, poids: Weight): Html {
  const id = `date-${receiver.id}-${type}`.replaceAll('.', '-');
  const form = places.formOf(receiver, type);
  const day = {
    id,
    class: 'jour',
    name: 'date',
    type: 'text',
    inputmode: 'numeric',
    autocomplete: 'off',
    required: true,
  };
  return actionForm(
    { action: form, hidden: { vu: `${places.seen}`, retour: places.back }, attributes: { class: 'acte direct' } },
    html`${button(libelle, poids, { icon: 'coche' })}
<span class="quand"><label for="${id}"><span class="sr">${libelle}, </span>le</label>
<input${attrs({ ...day, value: toFrenchDays(places.today) })}></span>${
      sorte === 'constat' &&
      html`<a class="petit" href="${form}">Préciser depuis quand<span class="sr"> : ${libelle}</span></a>`
    }`,
  );
}
