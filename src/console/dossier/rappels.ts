import { acteurs } from '../../../machines/step.ts';
import { addDays, french } from '../../days.ts';
import type { Services } from '../../services.ts';
import { type Html, html } from '../../web/html.ts';
import { localPath, post, redirect, type Screen, type Shown, type Visit } from '../shell/screen.ts';
import { callout, pill } from '../ui/blocks.ts';
import { postButton } from '../ui/button.ts';
import { plural, shortDay, timeUntil } from '../ui/words.ts';
import { daysOf, proposedFor, relancerScreens } from './relancer.ts';

type Relance = Awaited<ReturnType<Services['suivi']['relances']>>[number];

/** Days that are chosen by a click. */
export const chips = [
  { label: 'Pour demain', jours: 1 },
  { label: 'Dans 7 j', jours: 7 },
  { label: 'Dans 15 j', jours: 15 },
] as const;

/** What puts a follow-up off. */
export function rappelScreens(): Screen[] {
  return [post('/dossiers/:id/relances/:relance/report', 'dossiers.faits', postpone), ...relancerScreens()];
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
