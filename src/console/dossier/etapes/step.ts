import { explainSource, tellSource } from '../../../../machines/source.ts';
import { type Html, html } from '../../../web/html.ts';
import { formName } from '../../formulaires/catalogue.ts';
import { callout, pill, type Shade } from '../../ui/blocks.ts';
import { icon } from '../../ui/icon.ts';
import { listed, longDay, plural } from '../../ui/words.ts';
import { formPath } from '../faits/form.ts';
import { type Delai, delayOf, isChoice } from '../read/board.ts';
import { type Etape, type Fait, factOf } from '../read/case.ts';
import { factAction } from './fact.ts';
import type { ActContext } from './page.ts';

/** The step that comes first, set out whole: who, since when, in which form, what is missing, and its main act. */
export function firstStep(places: ActContext, etape: Etape, acte: Fait | null): Html {
  const answers = answersOf(etape);
  const rest = etape.faits.filter((fait) => fait !== acte && !answers.includes(fait));
  const [others, undoing] = [rest.filter((fait) => !undoes(fait)), rest.filter(undoes)];
  const pour = whose(places, etape);
  const delai = delayOf(etape, places.today, places.compte);
  return html`<section class="panneau premiere" id="prochaine" data-touche="e" aria-labelledby="titre-prochaine">
<p class="surtitre">${places.minimum === 0 ? `Tout ce qui est obligatoire est fait. ${isChoice(etape) ? 'Reste à décider' : 'Reste conseillé'}` : 'Prochaine étape'}</p>
<h2 id="titre-prochaine" tabindex="-1">${etape.libelle}</h2>
<p class="rang">${degree(etape)}${late(places, etape)}</p>
<dl class="faits-etape">
<div><dt>${icon('personne')}Qui doit agir</dt><dd><strong>${etape.acteurLibelle}</strong></dd></div>
${pour && html`<div><dt>${icon('personne')}Pour</dt><dd>${pour}</dd></div>`}
<div><dt>${icon('horloge')}Depuis</dt><dd>${longDay(etape.depuis)}, ${agoWords(delai)}<br><span class="petit doux">${delayWords(etape, delai)}</span></dd></div>
${etape.formulaire && html`<div><dt>${icon('document')}Formulaire</dt><dd><a href="${formPath(places.cible, etape.formulaire)}">${formName(etape.formulaire)}</a></dd></div>`}
<div><dt>${icon('procedure')}Procédure</dt><dd>${tellSource(etape.source)}<br><span class="petit doux">${explainSource(etape.source)}</span></dd></div>
</dl>
${asked(places, etape) && html`<p class="doux">${asked(places, etape)}</p>`}
${returnedFor(places, etape)}
${questionOf(places, etape)}
${acte && html`<div class="acte-principal">${answers.length > 0 && html`<p class="doux">Sinon, la démarche :</p>`}${factAction(places, acte, 'principal')}</div>`}
${others.length > 0 && html`<div class="autres-actes"><h3>${othersTitle(etape, acte)}</h3>${others.map((fait) => factAction(places, fait, 'second'))}</div>`}
${undoing.length > 0 && html`<details class="actes" id="actes-contraires"><summary>Si cela tourne mal</summary><div>${undoing.map((fait) => factAction(places, fait, 'discret'))}</div></details>`}
</section>`;
}

/** A loss, an end, a departure: what nobody hopes for (A29). */
function undoes({ sorte }: Fait): boolean {
  return sorte === 'alea';
}

/** How far a step is asked for, the facts that it serves named. */
function asked({ cible, procedureOf }: ActContext, etape: Etape): string | null {
  const procedure = procedureOf(cible);
  return exigenceWords(etape, (fait) => (procedure ? factOf(procedure, fait).libelle : fait));
}

function othersTitle(etape: Etape, acte: Fait | null): string {
  if (isChoice(etape)) return 'À décider';
  return acte?.accepte ? 'Ou bien' : 'Aussi à cette étape';
}

/** Whom a step is about, where several administrateurs techniques are designated: the one in charge. */
function whose({ designes }: ActContext, { id }: Etape): string | null {
  return id.startsWith('administrateurTechnique.') ? (designes[0]?.nom ?? null) : null;
}

/** A step among others, under the title of its region: what it asks for at once, the rest folded. */
export function otherStep(places: ActContext, etape: Etape): Html {
  const delai = delayOf(etape, places.today, places.compte);
  const formulaire = etape.formulaire && html` · ${formName(etape.formulaire)}`;
  const pour = whose(places, etape);
  return html`<li class="etape" id="${stepId(etape)}">
<div class="ligne"><h4>${etape.libelle}</h4><p class="rang">${degree(etape)}${late(places, etape)}</p></div>
<p class="petit doux">${etape.acteurLibelle}${pour && html` · pour ${pour}`} · ${sinceWords(delai)}${formulaire} · ${tellSource(etape.source)}</p>
${asked(places, etape) && html`<p class="petit doux">${asked(places, etape)}</p>`}
${returnedFor(places, etape)}
${questionOf(places, etape)}
${acts(places, etape)}</li>`;
}

function acts(places: ActContext, etape: Etape): Html {
  const { exigence } = etape;
  const answers = answersOf(etape);
  const faits = etape.faits.filter((fait) => !answers.includes(fait));
  const isNearer = ({ restantApres }: Fait) => restantApres !== null && restantApres < (places.minimum ?? 0);
  const isOnTheWay = ({ type }: Fait) => places.dossier?.chemin.some((act) => act.type === type) ?? false;
  const nearer = faits.filter((fait) => fait.accepte && isNearer(fait));
  const blocked = faits.filter((fait) => !fait.accepte && isOnTheWay(fait));
  const isAsked = exigence.degre === 'obligatoire';
  const needed = isAsked ? [...nearer, ...(nearer.length === 0 ? blocked : [])] : [];
  const shown = (isChoice(etape) ? faits : needed).filter((fait) => !undoes(fait));
  const folded = faits.filter((fait) => !shown.includes(fait)).sort((a, b) => Number(b.accepte) - Number(a.accepte));
  return html`${shown.length > 0 && html`<div class="actes">${shown.map((fait) => factAction(places, fait, 'second'))}</div>`}
${
  folded.length > 0 &&
  html`<details class="actes" id="actes-${stepId(etape)}"><summary>${actsWords(folded, shown.length > 0)}</summary>
<div>${folded.map((fait) => factAction(places, fait, 'second'))}</div></details>`
}`;
}

/** The address of a step within its page. */
export function stepId({ id, certificat }: Pick<Etape, 'id' | 'certificat'>): string {
  return `etape-${certificat ? `${certificat}-` : ''}${id.replaceAll('.', '-')}`;
}

function degree(etape: Etape): Html {
  if (isChoice(etape)) return pill('attention', degreeWords(etape), 'attention');
  const teinte: Shade = etape.exigence.degre === 'obligatoire' && etape.nature !== 'attente' ? 'accent' : 'neutre';
  return pill(teinte, degreeWords(etape), etape.nature === 'attente' ? 'sablier' : undefined);
}

function late({ today, compte }: ActContext, etape: Etape): Html | null {
  const isAsked = etape.exigence.degre === 'obligatoire' || etape.nature === 'attente';
  const { retard } = delayOf(etape, today, compte);
  return isAsked && retard > 0 ? pill('attention', `En retard de ${plural(retard, 'jour')}`, 'horloge') : null;
}

function actsWords(faits: readonly Fait[], isMore: boolean): string {
  const possible = faits.filter(({ accepte }) => accepte).length;
  if (possible === 0) return 'Pas encore possible';
  return plural(
    possible,
    isMore ? 'autre possibilité' : 'possibilité',
    isMore ? 'autres possibilités' : 'possibilités',
  );
}

/** The facts of a step that answer its question: what is found to be so already, or not (A29); none while none may be recorded. */
function answersOf({ question, faits }: Etape): Fait[] {
  const found = question === null ? [] : faits.filter(({ sorte }) => sorte === 'constat');
  return found.some(({ accepte }) => accepte) ? found : [];
}

/** What one should find out at a step, with each answer that may be recorded; null where nothing is asked. */
function questionOf(places: ActContext, etape: Etape): Html | null {
  if (etape.question === null) return null;
  const answers = answersOf(etape);
  const isAnswered = etape.faits.some(({ sorte }) => sorte === 'constat');
  if (answers.length === 0 && isAnswered) return null;
  if (answers.length === 0) return html`<p class="question-etape"><strong>${etape.question}</strong></p>`;
  const isNoSaid = answers.some(isNo);
  return html`<div class="question-etape" role="group" aria-label="${etape.question}"><p><strong>${etape.question}</strong></p>
<ul class="reponses">${answers.map(
    (fait) =>
      html`<li><span class="reponse">${isNo(fait) ? 'Non' : 'Oui'}</span>${factAction(places, fait, 'second')}</li>`,
  )}${!isNoSaid && html`<li><span class="reponse">Non</span><span class="doux">rien à enregistrer</span></li>`}</ul></div>`;
}

/** « Aucun contrat avec l’ANS » says no. */
function isNo({ type }: Fait): boolean {
  return /\.absente?$/.test(type);
}

type Retour = NonNullable<Etape['retour']>;

/** Why the ANS returned a form: each reason leads to the field or the part of the form, `place`, that it touches; those that are settled say so. */
export function reasons({ motifs }: Pick<Retour, 'motifs'>, place: string, isSettled: (partie: number) => boolean) {
  return html`<ul class="motifs">${motifs.map(({ libelle, precision, partie, champ }) => {
    const said = html`${libelle}${precision && ` : ${precision}`}`;
    const where = `${place}#champ${(champ ?? `/partie${partie}`).replaceAll('/', '-')}`;
    if (isSettled(partie))
      return html`<li>${icon('coche')}<s>${said}</s> <span class="doux">réglé : partie ${partie} enregistrée</span></li>`;
    return html`<li>${said} <a href="${where}">Corriger en partie ${partie}<span class="sr"> : ${libelle}</span></a></li>`;
  })}</ul>`;
}

/** Why the ANS returned the form, as far as a step is concerned; null when it did not. */
function returnedFor({ cible }: ActContext, { retour, formulaire }: Etape): Html | null {
  if (retour === null || retour.motifs.length === 0) return null;
  const place = formPath(cible, formulaire ?? 'formulaire-413');
  return callout(
    'attention',
    reasons(retour, place, () => false),
    `Retourné par l’ANS le ${longDay(retour.le)}`,
  );
}

const degres = {
  obligatoire: 'Obligatoire',
  conditionnelle: 'Si besoin',
  recommandee: 'Recommandée',
  facultative: 'Facultative',
} as const;

/** How far a step is asked for, in a word; a wait says for whom. */
function degreeWords(etape: Etape): string {
  const { nature, acteurLibelle, exigence } = etape;
  if (isChoice(etape)) return 'À décider';
  if (nature === 'attente') return acteurLibelle === 'ANS' ? 'En attente de l’ANS' : `En attente : ${acteurLibelle}`;
  if (isSuspended({ nature, exigence })) return 'En suspens';
  return degres[nature === 'recommandee' ? 'recommandee' : exigence.degre];
}

/** The same in a sentence; null when the word says it all. */
function exigenceWords(etape: Etape, libelleOf: (fait: string) => string): string | null {
  const { nature, exigence } = etape;
  if (isChoice(etape)) return 'Jusque-là, ce certificat ne peut être ni retiré, ni installé, ni renouvelé.';
  if (isSuspended({ nature, exigence })) return 'Attend que soit levé, ailleurs, ce qui la bloque.';
  const { degre, parmi, seulementSi } = exigence;
  if (degre === 'obligatoire') return parmi.length > 1 ? 'L’un ou l’autre des actes proposés suffit.' : null;
  if (nature === 'recommandee') return 'Conseillée par la procédure, ne bloque rien.';
  if (degre === 'facultative') return 'Sans effet sur la suite.';
  const uses = seulementSi.map(
    ({ fait, quand }) => `« ${libelleOf(fait)} »${quand === null ? '' : `, ${whenWords(quand)}`}`,
  );
  return uses.length > 0 ? `Seulement si l’on veut ${listed(uses)}.` : null;
}

/** « si le mandataire signe », « avec contrat actif ». */
function whenWords(quand: string): string {
  return /^(?:le|la|les|l’)(?: |\b)/.test(quand) ? `si ${quand}` : `avec ${quand}`;
}

/** What must be done, where no way to the end is open. */
function isSuspended({ nature, exigence }: Pick<Etape, 'nature' | 'exigence'>): boolean {
  return nature === 'obligatoire' && exigence.degre === 'facultative';
}

/** « Possible depuis le 3 mars. Délai usuel : jusqu’au 17 mars » ; what waits for somebody else has none. */
function delayWords({ depuis, possibleDepuis, faits }: Etape, { delai }: Delai): string {
  if (possibleDepuis === null || delai === null)
    return faits.some(({ accepte }) => accepte)
      ? 'Aucun délai : la suite n’en dépend pas.'
      : 'Délai suspendu : cette étape attend quelqu’un d’autre.';
  const possible = possibleDepuis === depuis ? '' : `Possible depuis le ${longDay(possibleDepuis)}. `;
  const limite = delai.limite === delai.usuel ? '' : `, en retard après le ${longDay(delai.limite)}`;
  return `${possible}Délai usuel : jusqu’au ${longDay(delai.usuel)}${limite}`;
}

/** « depuis aujourd’hui », « depuis hier », « depuis 12 jours ». */
function sinceWords({ jours }: Delai): string {
  if (jours === 0) return 'depuis aujourd’hui';
  return jours === 1 ? 'depuis hier' : `depuis ${jours} jours`;
}

/** « aujourd’hui », « hier », « il y a 12 jours ». */
function agoWords({ jours }: Delai): string {
  if (jours === 0) return 'aujourd’hui';
  return jours === 1 ? 'hier' : `il y a ${jours} jours`;
}
