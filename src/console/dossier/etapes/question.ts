import { type Html, html } from '../../../web/html.ts';
import type { Etape, Fait } from '../read/case.ts';
import { factAction } from './fact.ts';
import type { Places } from './places.ts';

/** The facts of a step that answer its question: what is found to be so already, or not (A29); none while none may be recorded. */
export function answersOf({ question, faits }: Etape): Fait[] {
  const found = question === null ? [] : faits.filter(({ sorte }) => sorte === 'constat');
  return found.some(({ accepte }) => accepte) ? found : [];
}

/** What one should find out at a step, with each answer that may be recorded; null where nothing is asked. */
export function questionOf(places: Places, etape: Etape): Html | null {
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
