import { formulaires } from '../../../../machines/formulaires/index.ts';
import { type Html, html } from '../../../http/html.ts';
import { jourLong } from '../../parts/dates.ts';
import { icone } from '../../parts/icones.ts';
import { pastille, type Teinte } from '../../parts/pastille.ts';
import { delayOf, mainFact } from '../read/board.ts';
import type { Etape, Fait } from '../read/case.ts';
import { factAction } from './fact.ts';
import type { Places } from './places.ts';
import { degreeWords, exigenceWords, lateWords, sinceWords } from './words.ts';

/** The step that comes first, set out whole: who, since when, in which form, what is missing, and its main act. */
export function firstStep(places: Places, etape: Etape, acte: Fait | null): Html {
  const others = etape.faits.filter((fait) => fait !== acte);
  const delai = delayOf(etape, places.jour);
  return html`<section class="panneau premiere" id="prochaine" aria-labelledby="titre-prochaine">
<p class="surtitre">Prochaine étape</p>
<h2 id="titre-prochaine" tabindex="-1">${etape.libelle}</h2>
<p class="rang">${degree(etape)}${late(etape, places.jour)}</p>
<dl class="faits-etape">
<div><dt>${icone('personne')}Qui doit agir</dt><dd><strong>${etape.acteurLibelle}</strong></dd></div>
<div><dt>${icone('horloge')}Depuis</dt><dd>${jourLong(etape.depuis)} <span class="doux">(${sinceWords(delai)} ; délai usuel jusqu’au ${jourLong(delai.usuel)})</span></dd></div>
${etape.formulaire && html`<div><dt>${icone('document')}Formulaire</dt><dd>${formName(etape.formulaire)}</dd></div>`}
<div><dt>${icone('procedure')}Procédure</dt><dd>${etape.source}</dd></div>
</dl>
${exigenceWords(etape) && html`<p class="doux">${exigenceWords(etape)}</p>`}
${acte && html`<div class="acte-principal">${factAction(places, acte, 'principal')}</div>`}
${others.length > 0 && html`<div class="autres-actes"><h3>${acte?.accepte ? 'Ou bien' : 'Autres actes de cette étape'}</h3>${others.map((fait) => factAction(places, fait, 'second'))}</div>`}
</section>`;
}

/** A step among others: in a line, its acts folded under it. */
export function otherStep(places: Places, etape: Etape): Html {
  const acte = mainFact(etape, new Set());
  const delai = delayOf(etape, places.jour);
  return html`<li class="etape" id="${stepId(etape)}">
<div class="ligne"><h3>${etape.libelle}</h3><p class="rang">${degree(etape)}${late(etape, places.jour)}</p></div>
<p class="petit doux">${etape.acteurLibelle} · ${sinceWords(delai)}${etape.formulaire && html` · ${formName(etape.formulaire)}`} · ${etape.source}</p>
${exigenceWords(etape) && html`<p class="petit doux">${exigenceWords(etape)}</p>`}
${
  etape.faits.length > 0 &&
  html`<details class="actes"${acte?.accepte && etape.exigence.degre === 'obligatoire' && html` open`}><summary>${actsWords(etape.faits)}</summary>
<div>${[...etape.faits].sort(acceptedFirst).map((fait) => factAction(places, fait, 'second'))}</div></details>`
}
</li>`;
}

/** The address of a step within its page. */
export function stepId({ id, certificat }: Etape): string {
  return `etape-${certificat ? `${certificat}-` : ''}${id.replaceAll('.', '-')}`;
}

/** « Formulaire 413 », « Contrat de structure ». */
export function formName(id: string): string {
  const form = Object.hasOwn(formulaires, id) ? formulaires[id as keyof typeof formulaires] : null;
  return form?.numero ? `Formulaire ${form.numero}` : (form?.titre ?? id);
}

function degree(etape: Etape): Html {
  const teinte: Teinte = etape.exigence.degre === 'obligatoire' && etape.nature !== 'attente' ? 'accent' : 'neutre';
  return pastille(teinte, degreeWords(etape), etape.nature === 'attente' ? 'sablier' : undefined);
}

function late(etape: Etape, jour: string): Html | null {
  const isAsked = etape.exigence.degre === 'obligatoire' || etape.nature === 'attente';
  const words = isAsked ? lateWords(delayOf(etape, jour)) : null;
  return words === null ? null : pastille('attention', words, 'horloge');
}

function actsWords(faits: readonly Fait[]): string {
  const possible = faits.filter(({ accepte }) => accepte).length;
  if (possible === 0)
    return faits.length === 1
      ? 'Pas encore possible : voir ce qui manque'
      : 'Pas encore possibles : voir ce qui manque';
  return possible === 1 ? 'Un acte possible' : `${possible} actes possibles`;
}

function acceptedFirst(a: Fait, b: Fait): number {
  return Number(b.accepte) - Number(a.accepte);
}
