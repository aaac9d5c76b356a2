import { acteurs } from '../../../machines/step.ts';
import { addDays, french } from '../../days.ts';
import { CourrielEcrit } from '../../desk/messagerie/envoi.ts';
import { RelanceDemandee } from '../../desk/suivi.ts';
import { EN_LISTE, modeleDe, type Proposition } from '../../desk/work/propositions.ts';
import { auteurOf } from '../../identity/identity.ts';
import { parseThen } from '../../result.ts';
import type { Services } from '../../services.ts';
import { type Html, html } from '../../web/html.ts';
import { toProblem } from '../../web/problem.ts';
import { localPath, post, type Screen, type Visit } from '../shell/screen.ts';
import { redirect, type Shown } from '../shell/shown.ts';
import { callout, disclosure, pill } from '../ui/blocks.ts';
import { actionForm, button, postButton } from '../ui/button.ts';
import { plural, shortDay, timeUntil, withQuery } from '../ui/words.ts';
import { fillMail } from './courriels/letter.ts';

type Relance = Awaited<ReturnType<Services['suivi']['relances']>>[number];

/** Days that are chosen by a click. */
export const chips = [
  { label: 'Pour demain', jours: 1 },
  { label: 'Dans 7 j', jours: 7 },
  { label: 'Dans 15 j', jours: 15 },
] as const;

/** What puts a follow-up off, and what is done where somebody is to be called back. */
export function rappelScreens(): Screen[] {
  return [
    post('/dossiers/:id/relances/:relance/report', 'dossiers.faits', postpone),
    post('/dossiers/:id/retards', 'dossiers.faits', callBack),
  ];
}

/** « Demain », « Dans 7 j » : puts a follow-up off, and comes back to `back`. */
export function postponeButtons(place: string, { id }: Pick<Relance, 'id'>, back: string): Html {
  const put = (label: string, jours: number) =>
    postButton(label, `${place}/relances/${id}/report`, { jours: `${jours}`, retour: back }, 'discret');
  return html`${put('Demain', 1)}${put('Dans 7 j', 7)}`;
}

async function postpone({ services, params, body }: Visit): Promise<Shown> {
  const { id = '', relance = '' } = params;
  const jours = daysOf(body.get('jours'));
  const to = localPath(body.get('retour') ?? `/dossiers/${id}/notes`);
  if (!jours) return redirect(to, 'Choisissez de un à 366 jours.', 'attention');
  const isDone = await services.suivi.postpone(id, relance, jours);
  return isDone
    ? redirect(to, `La relance est remise au ${frenchDay(services.today(), jours)}.`)
    : redirect(to, 'Rien n’a changé : cette relance est faite.', 'attention');
}

function frenchDay(today: string, jours: number): string {
  return french(addDays(today, jours));
}

/** The day of a follow-up, which stands out once it has come. */
export function dueDay({ pourLe }: Pick<Relance, 'pourLe'>, aujourdhui: string): Html {
  const when = timeUntil(pourLe, aujourdhui);
  if (pourLe > aujourdhui) return html`${shortDay(pourLe)} <span class="doux">(${when})</span>`;
  return html`${shortDay(pourLe)} ${pill(pourLe < aujourdhui ? 'faute' : 'attention', when, 'horloge')}`;
}

/** Whom a follow-up is to call. */
export function acteur({ acteur: id }: Pick<Relance, 'acteur'>): string {
  return acteurs[id as keyof typeof acteurs] ?? id;
}

/** The follow-ups of a dossier whose day has come, and for who acts those that are proposed; null when there is none. */
export async function dossierRelances(services: Services, id: string, acts = false): Promise<Html | null> {
  const relances = await services.suivi.relances(id);
  const proposed = acts ? await proposedFor(services, id) : null;
  const due = dueRelances(id, relances, services.today());
  return proposed || due ? html`${due}${proposed}` : null;
}

function dueRelances(id: string, relances: readonly Relance[], jour: string): Html | null {
  const due = relances.filter(({ faiteLe, pourLe }) => faiteLe === null && pourLe <= jour);
  if (due.length === 0) return null;
  return callout(
    'attention',
    html`<ul>${due.map((one) => html`<li>${one.quoi} <span class="doux">(${acteur(one)})</span>, ${dueDay(one, jour)}</li>`)}</ul>
<p><a href="/dossiers/${id}/notes#relances">Voir les relances</a></p>`,
    plural(due.length, 'relance à faire', 'relances à faire'),
  );
}

/** What an account is to call back by today, for the top of its worklist; null when there is nothing. */
export async function ownRelances({ suivi, today }: Services, compteId: string): Promise<Html | null> {
  const jour = today();
  const { lignes, total } = await suivi.relancesDues(compteId, jour);
  if (total === 0) return null;
  const shown = lignes.slice(0, 5);
  return callout(
    'attention',
    html`<ul>${shown.map(
      (one) =>
        html`<li class="rang"><span><a href="/dossiers/${one.instanceId}/notes#relances">${one.denomination}</a> : ${one.quoi} <span class="doux">(${acteur(one)})</span>, ${dueDay(one, jour)}</span>${postponeButtons(`/dossiers/${one.instanceId}`, one, '/')}</li>`,
    )}</ul>
${total > shown.length && html`<p>${plural(total - shown.length, 'autre relance', 'autres relances')} à faire après celles-ci.</p>`}`,
    `Vous avez ${plural(total, 'relance à faire', 'relances à faire')}`,
  );
}

/** How many a list shows at once; the others are folded, so many of them at most. */
const SHOWN = 2;

const FOLDED = 50;

/** Whom to call back about the dossiers that an account has, for the top of its worklist; null for nobody. */
export async function ownPropositions({ travail, today }: Services, compteId: string): Promise<Html | null> {
  const all = (await travail.propositions({ compteId })).filter(
    ({ sorte, palier }) => sorte === 'fin' || palier >= EN_LISTE,
  );
  if (all.length === 0) return null;
  const lines = all.slice(0, SHOWN + FOLDED).map((one) => proposal(one, today(), '/'));
  const [shown, folded] = [lines.slice(0, SHOWN), lines.slice(SHOWN)];
  const list = (some: readonly Html[]) => html`<ul class="a-relancer">${some}</ul>`;
  const others = folded.length > 0 && disclosure(plural(folded.length, 'autre', 'autres'), list(folded));
  const title = plural(all.length, 'relance proposée', 'relances proposées');
  return callout('attention', html`${list(shown)}${others}`, title);
}

/** Whom to call back about a dossier; null for nobody. */
async function proposedFor({ travail, today }: Services, dossierId: string): Promise<Html | null> {
  const all = await travail.propositions({ dossierId });
  if (all.length === 0) return null;
  const lines = all.map((one) => proposal(one, today(), `/dossiers/${dossierId}`));
  return callout('attention', html`<ul class="a-relancer">${lines}</ul>`, 'À relancer');
}

/** From the page of a dossier its name is not told again. */
function proposal(one: Proposition, jour: string, back: string): Html {
  const { dossierId, denomination, acteur, objet, texte, aReprendre } = one;
  const place = `/dossiers/${dossierId}`;
  const action = `${place}/retards`;
  const hidden = { etape: objet, retour: back };
  const name = back !== place && html`<a href="${place}">${denomination}</a> : `;
  const what = texte.slice(texte.indexOf(' : ') + 3);
  const gestures = aReprendre
    ? postButton('Je m’en charge', action, { ...hidden, jours: '0' })
    : actionForm(
        { action, hidden: { ...hidden, courriel: 'oui' }, attributes: { class: 'seul' } },
        button('Relancer par courriel', 'second', { isSmall: true, icon: 'envoyer' }),
      );
  const later = (label: string, jours: string) => postButton(label, action, { ...hidden, jours }, 'discret');
  return html`<li><p>${name}${aReprendre && 'à reprendre par une personne, '}<strong>${acteurs[acteur]}</strong> : ${what} <span class="doux">(${whenOf(one)}, ${timeUntil(one.jour, jour)})</span></p>
<div class="rang">${gestures}${postButton('C’est fait', action, hidden, 'discret')}${back === place && later('Rappel demain', '1')}${later('Dans 7 j', '7')}</div></li>`;
}

function whenOf({ sorte, jour: last }: Proposition): Html {
  return html`${sorte === 'fin' ? 'fin le' : 'attendu pour le'} ${shortDay(last)}`;
}

/** Notes that somebody was called back; by mail, which then opens; or, with a number of days, that they are to be. */
async function callBack(visit: Visit): Promise<Shown> {
  const { services, params, body, identite } = visit;
  const { id = '' } = params;
  const to = localPath(body.get('retour') ?? `/dossiers/${id}`);
  const wanted = body.get('etape');
  const found = (await services.travail.propositions({ dossierId: id })).find(({ objet }) => objet === wanted);
  if (!found) return redirect(to, 'Ce n’est plus à relancer : c’est fait, prévu, ou plus attendu.', 'attention');
  const isMail = body.get('courriel') === 'oui';
  if (isMail && services.messagerie.adresse !== null) return await sendIt(visit, found, to);
  const jours = daysOf(body.get('jours'));
  const pourLe = addDays(services.today(), jours ?? 0);
  const asked = { pourLe, quoi: found.texte, acteur: found.acteur, compteId: identite.id };
  const kept = await parseThen(RelanceDemandee, asked, (demande) =>
    services.suivi.plan(id, demande, auteurOf(identite)),
  );
  if (!kept.ok) return { refusal: kept.error };
  if (jours !== null) return redirect(to, `Rappel noté pour le ${french(pourLe)}.`);
  await services.suivi.settle(id, kept.value.id, true, auteurOf(identite));
  if (!isMail) return redirect(to, 'La relance est notée comme faite.');
  return redirect(
    `/dossiers/${id}/courriel?modele=${modeleDe(found)}&ouvre=oui`,
    'La relance est notée comme faite, votre messagerie s’ouvre. Si le courriel ne part pas, « Notes et relances » la remet à faire.',
  );
}

/** Sends the mail of a proposition to whom it is about; where something is missing, it is written first. */
async function sendIt(visit: Visit, found: Proposition, to: string): Promise<Shown> {
  const { services, identite } = visit;
  const { dossierId: id, acteur, objet: etape } = found;
  const modele = modeleDe(found);
  const filled = await fillMail(visit, id, modele, acteur);
  if (!filled.ok) return { refusal: filled.error };
  const { a, objet, corps, aCompleter } = filled.value;
  const missing = withQuery(`/dossiers/${id}/courriel`, { modele, pour: acteur, etape });
  if (a === '' || aCompleter.length > 0)
    return redirect(missing, 'Complétez ce courriel, puis envoyez-le : la relance sera notée.', 'attention');
  const cle = `relance:${id}:${etape}:${services.today()}`;
  const act = { auteur: auteurOf(identite), version: null, demande: { cle, empreinte: cle, tell: () => '{}' } };
  const sent = await parseThen(CourrielEcrit, { a, objet, corps, modele }, (ecrit) =>
    services.messagerie.envoyer(id, ecrit, { signataire: identite.nom, act }),
  );
  if (!sent.ok && sent.error.code !== 'deja-repondu') {
    const { detail } = toProblem(sent.error);
    return redirect(missing, detail, 'attention');
  }
  await noteCalledBack(visit, id, etape);
  return redirect(to, `La relance part à ${a} : elle est dans les échanges du dossier.`);
}

/** Notes as done that somebody was called back about a step; nothing where it is no longer proposed. */
export async function noteCalledBack(visit: Visit, id: string, etape: string): Promise<void> {
  const { services, identite } = visit;
  const found = (await services.travail.propositions({ dossierId: id })).find(({ objet }) => objet === etape);
  if (!found) return;
  const asked = { pourLe: services.today(), quoi: found.texte, acteur: found.acteur, compteId: identite.id };
  const kept = await parseThen(RelanceDemandee, asked, (demande) =>
    services.suivi.plan(id, demande, auteurOf(identite)),
  );
  if (kept.ok) await services.suivi.settle(id, kept.value.id, true, auteurOf(identite));
}

/** A number of days from 0, today, to 366; null where none is said. */
function daysOf(text: string | null | undefined): number | null {
  const jours = Number(text ?? Number.NaN);
  return Number.isInteger(jours) && jours >= 0 && jours <= 366 ? jours : null;
}
