import { sujets } from '../../../../machines/index.ts';
import { tellSource } from '../../../../machines/source.ts';
import { acteurs } from '../../../../machines/step.ts';
import { attrs, type Html, html } from '../../../web/html.ts';
import { callout, disclosure } from '../../ui/blocks.ts';
import { actionForm, button, linkButton, type Weight } from '../../ui/button.ts';
import { icon } from '../../ui/icon.ts';
import { toFrenchDays } from '../../ui/words.ts';
import { blankOrder, drawOrder } from '../commande/form.ts';
import { drawFact, factPath, formTelling, isDateOnly, ORDER, orderPath, receiverOf } from '../faits/form.ts';
import { DESIGNATION, factsAbout, takesAnother } from '../read/administrateurs.ts';
import type { Board } from '../read/board.ts';
import type { CaseRead, Cible, Fait } from '../read/case.ts';
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
    { action: form, hidden: { vu: `${places.seen}`, retour: places.back }, attributes: { class: 'acte direct rang' } },
    html`${button(libelle, poids, { icon: 'coche' })}
<span class="quand"><label for="${id}"><span class="sr">${libelle}, </span>le</label>
<input${attrs({ ...day, value: toFrenchDays(places.today) })}></span>${
      sorte === 'constat' &&
      html`<a class="petit" href="${form}">Préciser depuis quand<span class="sr"> : ${libelle}</span></a>`
    }`,
  );
}

/** A part of the menu: what it is about, and how each of its facts is told. */
interface ActGroup {
  title: Html | string;
  acts: Html[];
}

/** What may happen without a step that waits for it, by subject; what is told of one administrateur technique, under his name. */
export function otherFacts(places: ActContext, affaire: CaseRead, { autres }: Board): Html | null {
  const more = another(places, affaire);
  const groupes = [
    ...bySubject(places, more.length === 0 ? autres : autres.filter(({ type }) => type !== DESIGNATION)),
    ...byPerson(places, affaire),
    ...more,
    ...byCertificate(places, autres),
  ];
  const count = groupes.reduce((sum, { acts }) => sum + acts.length, 0);
  if (count === 0) return null;
  return disclosure(
    `Autre chose s’est passé : perte, fin, changement (${count})`,
    html`<p class="doux">Ce qui peut arriver sans qu’une étape l’attende. Pour corriger une erreur de saisie, passez par le journal ou par « Parties et cartes ».</p>
${groupes.map(({ title, acts }) => html`<div class="autres-faits"><h3>${title}</h3>${acts}</div>`)}`,
    { id: 'autres-faits' },
  );
}

function bySubject(places: ActContext, autres: readonly Fait[]): ActGroup[] {
  const { cible, designes, procedureOf } = places;
  const facts = procedureOf(cible)?.facts ?? {};
  const asksWhom = (type: string) => designes.length > 0 && Object.hasOwn(facts[type]?.champs ?? {}, 'administrateur');
  const own = autres.filter((fait) => {
    const receiver = receiverOf(fait, cible);
    if (cible.genre === 'certificat') return receiver.id === cible.id;
    return receiver.genre !== 'certificat' && !asksWhom(fait.type);
  });
  const groups = Map.groupBy(own, ({ type }) => sujets[type.split('.')[0] as keyof typeof sujets]);
  const order = Object.values<string>(sujets);
  return [...groups]
    .sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
    .map(([title, faits]) => ({ title, acts: faits.map((fait) => factAction(places, fait, 'second')) }));
}

function byPerson({ designes, procedureOf, cible, today, mayAct, formOf }: ActContext, affaire: CaseRead): ActGroup[] {
  const facts = procedureOf(cible)?.facts ?? {};
  return designes.map(({ id, nom }) => ({
    title: `Administrateur technique : ${nom}`,
    acts: factsAbout(affaire, id, today).map((type) => {
      const libelle = facts[type]?.libelle ?? type;
      const told = mayAct ? linkButton(libelle, formOf(cible, type, id), 'second', 'crayon') : libelle;
      return html`<div class="acte">${told}</div>`;
    }),
  }));
}

/** One more administrateur technique, beside those who are designated. */
function another({ cible, today, mayAct, formOf, procedureOf }: ActContext, affaire: CaseRead): ActGroup[] {
  if (!mayAct || cible.genre !== 'dossier' || !takesAnother(affaire, today)) return [];
  const libelle = procedureOf(cible)?.facts[DESIGNATION]?.libelle ?? DESIGNATION;
  const told = linkButton(libelle, formOf(cible, DESIGNATION), 'second', 'crayon');
  return [{ title: 'Autre administrateur technique', acts: [html`<div class="acte">${told}</div>`] }];
}

function byCertificate(places: ActContext, autres: readonly Fait[]): ActGroup[] {
  const { cible, certificats } = places;
  if (cible.genre === 'certificat') return [];
  const theirs = autres.filter((fait) => receiverOf(fait, cible).genre === 'certificat');
  return [...Map.groupBy(theirs, (fait) => receiverOf(fait, cible).id)].map(([id, faits]) => ({
    title: html`<a href="/certificats/${id}">${certificats.get(id) ?? 'Certificat'}</a>`,
    acts: faits.map((fait) => factAction(places, fait, 'second')),
  }));
}
