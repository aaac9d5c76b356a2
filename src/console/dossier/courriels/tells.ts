import { hash } from 'node:crypto';
import { motifsRetour } from '../../../../machines/etablissement/formulaire-413-facts.ts';
import { findFact } from '../../../../machines/index.ts';
import { dayOf } from '../../../days.ts';
import { proposalsOf } from '../../../mail/proposals.ts';
import type { ReceivedMail } from '../../../mail/received.ts';
import type { Services } from '../../../services.ts';
import { type Html, html } from '../../../web/html.ts';
import type { Form } from '../../forms/form.ts';
import { type Typed, write } from '../../forms/typed.ts';
import { formName } from '../../formulaires/catalogue.ts';
import type { Visit } from '../../shell/screen.ts';
import { callout } from '../../ui/blocks.ts';
import { linkButton } from '../../ui/button.ts';
import { withQuery } from '../../ui/words.ts';
import { factPath } from '../faits/form.ts';
import { waitingPieces } from '../joined.ts';
import { linkToForm } from '../pieces.ts';
import { type CaseRead, type Cible, takes } from '../read/case.ts';

/** Its field in the form of a fact: the line of the mail that tells it. */
const BY_MAIL = 'courriel';

/** What the words of a mail may tell, each a form that is filled in, and decided by whoever reads it; nothing where they tell nothing. */
export function mayTell(affaire: CaseRead, mail: Pick<ReceivedMail, 'subject' | 'text'>, rang: number): Html | null {
  const { facts, reasons } = proposalsOf(mail);
  const taken = facts.filter(({ type }) => takes(affaire, type));
  if (taken.length === 0) return null;
  const motifs = reasons.map(({ code }) => code).join();
  const lines = taken.map(({ type, said }) => {
    const fact = findFact(type);
    const asksReasons = Object.hasOwn(fact?.champs ?? {}, 'motifs') && motifs !== '';
    const href = withQuery(factPath(affaire.cible, type), { [BY_MAIL]: rang, ...(asksReasons && { motifs }) });
    const why = reasons.map((one) => html`<li>${motifsRetour[one.code]} : « ${one.said} »</li>`);
    return html`<li><p>« ${said} »</p>${asksReasons && html`<ul>${why}</ul>`}<div class="rang">${linkButton(fact?.libelle ?? type, href, 'second', 'coche')}</div></li>`;
  });
  return callout('info', html`<ul class="a-relancer">${lines}</ul>`, 'Ce courriel semble dire');
}

/** The line of the mail by which a fact is told; null where none is. */
export function mailOf({ query, body }: Pick<Visit, 'query' | 'body'>): number | null {
  const rang = Number(body.get(BY_MAIL) ?? query[BY_MAIL] ?? Number.NaN);
  return Number.isInteger(rang) && rang > 0 ? rang : null;
}

/** The form of a fact as the mail that tells it fills it in: its day, and the reasons that its words propose. */
export async function filledByMail(
  { services, query }: Pick<Visit, 'services' | 'query'>,
  { cible, rang }: { cible: Cible; rang: number },
  form: Form,
  typed: Typed,
): Promise<Typed> {
  const found = await services.messagerie.echanges(cible);
  const one = found.ok ? found.value.find((echange) => echange.rang === rang) : undefined;
  if (one?.sorte !== 'recu') return typed;
  const codes = (query['motifs'] ?? '').split(',').filter((code) => code !== '');
  const said = { date: dayOf(new Date(one.le)), ...(codes.length > 0 && { motifs: codes.map((code) => ({ code })) }) };
  return { ...typed, ...write(form, said) };
}

/** The printed forms that a mail brings back, each where its signature or its sending is told; nothing once that is. */
export async function bringsBack(
  services: Services,
  cible: Cible,
  { attachments }: ReceivedMail,
): Promise<Html | null> {
  const joined = new Set(attachments.map(({ bytes }) => hash('sha256', bytes)));
  const waiting = (await waitingPieces(services, cible)).filter(({ document }) => joined.has(document));
  const forms = [...new Set(waiting.flatMap(({ imprimes }) => imprimes.map(({ formulaire }) => formulaire)))];
  if (forms.length === 0) return null;
  const lines = forms.map(
    (formulaire) => html`<li>${formName(formulaire) ?? formulaire} : ${linkToForm(cible.id, formulaire)}</li>`,
  );
  return callout('info', html`<ul>${lines}</ul>`, 'Ce courriel rapporte, imprimé d’ici');
}
