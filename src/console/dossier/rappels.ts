import { acteurs } from '../../../machines/step.ts';
import { addDays, dayOf, french } from '../../days.ts';
import { RelanceDemandee } from '../../desk/suivi.ts';
import { auteurOf } from '../../identity/identity.ts';
import { parseThen } from '../../result.ts';
import type { Services } from '../../services.ts';
import { type Html, html } from '../../web/html.ts';
import { whatFalls } from '../calendrier/calendrier.ts';
import { localPath, post, redirect, type Screen, type Shown, type Visit } from '../shell/screen.ts';
import { callout, pill } from '../ui/blocks.ts';
import { postButton } from '../ui/button.ts';
import { icon } from '../ui/icon.ts';
import { plural, shortDay, timeUntil } from '../ui/words.ts';

type Relance = Awaited<ReturnType<Services['suivi']['relances']>>[number];
type Retard = Awaited<ReturnType<Services['travail']['retards']>>[number];

/** Days that are chosen by a click. */
export const chips = [
  { label: 'Pour demain', jours: 1 },
  { label: 'Dans 7 j', jours: 7 },
  { label: 'Dans 15 j', jours: 15 },
] as const;

/** Who was called back is left alone for so many days. */
const LEFT_ALONE_DAYS = 7;
/** The canned mail that calls somebody back, where one is theirs. */
const mails: Partial<Record<Retard['acteur'], string>> = {
  representantLegal: 'relance-representant',
  editeur: 'relance-editeur',
};

/** What puts a follow-up off, and what is done where a usual delay has passed. */
export function rappelScreens(): Screen[] {
  const right = 'dossiers.faits';
  return [
    post('/dossiers/:id/relances/:relance/report', right, postpone),
    post('/dossiers/:id/retards', right, callBack),
  ];
}

/** « Demain », « Dans 7 j » : puts a follow-up off, and comes back to `back`. */
export function postponeButtons(place: string, { id }: Pick<Relance, 'id'>, back: string): Html {
  const put = (label: string, jours: number) =>
    postButton(label, `${place}/relances/${id}/report`, { jours: `${jours}`, retour: back }, 'discret');
  return html`${put('Demain', 1)}${put('Dans 7 j', 7)}`;
}

/** Whom to call back because a usual delay has passed, unless that is planned or was just done; null for nobody. */
async function proposedRelances({ travail, today }: Services, id: string, relances: readonly Relance[]) {
  const jour = today();
  const since = addDays(jour, -LEFT_ALONE_DAYS);
  const isCalled = (acteur: string) =>
    relances.some((one) => one.acteur === acteur && (one.faiteLe === null || dayOf(new Date(one.faiteLe)) > since));
  const late = (await travail.retards(id)).filter(({ acteur }) => !isCalled(acteur));
  const first = [...Map.groupBy(late, ({ acteur }) => acteur).values()].flatMap(([one]) => one ?? []);
  if (first.length === 0) return null;
  return callout(
    'attention',
    html`<ul class="a-relancer">${first.map((one) => proposal(id, one, jour))}</ul>`,
    'À relancer',
  );
}

function proposal(id: string, { etape, acteur, limite }: Retard, jour: string): Html {
  const place = `/dossiers/${id}`;
  const mail = mails[acteur];
  return html`<li><p><strong>${acteurs[acteur]}</strong> : ${stepName(etape)} <span class="doux">(attendu pour le ${shortDay(limite)}, ${timeUntil(limite, jour)})</span></p>
<div class="rang"><a class="bouton second petit" href="${place}/courriel${mail && `?modele=${mail}`}">${icon('envoyer')}Écrire le courriel</a>
${postButton('C’est fait', `${place}/retards`, { etape }, 'discret')}${postButton('Rappel demain', `${place}/retards`, { etape, jours: '1' }, 'discret')}${postButton('Dans 7 j', `${place}/retards`, { etape, jours: '7' }, 'discret')}</div></li>`;
}

async function postpone({ services, params, body }: Visit): Promise<Shown> {
  const { id = '', relance = '' } = params;
  const jours = daysOf(body.get('jours'));
  const to = localPath(body.get('retour') ?? `/dossiers/${id}/notes`);
  if (jours === null) return redirect(to, 'Choisissez de un à 366 jours.', 'attention');
  const isDone = await services.suivi.postpone(id, relance, jours);
  return isDone
    ? redirect(to, `La relance est remise au ${frenchDay(services.today(), jours)}.`)
    : redirect(to, 'Rien n’a changé : cette relance est faite.', 'attention');
}

/** Without a number of days, somebody was called back today. */
async function callBack({ services, params, body, identite }: Visit): Promise<Shown> {
  const { id = '' } = params;
  const to = `/dossiers/${id}`;
  const late = (await services.travail.retards(id)).find(({ etape }) => etape === body.get('etape'));
  if (!late) return redirect(to, 'Ce n’est plus attendu, ou plus en retard : rien n’est à relancer.', 'attention');
  const jours = daysOf(body.get('jours'));
  const pourLe = addDays(services.today(), jours ?? 0);
  const asked = { pourLe, quoi: `Relancer : ${stepName(late.etape)}`, acteur: late.acteur, compteId: identite.id };
  const kept = await parseThen(RelanceDemandee, asked, (demande) =>
    services.suivi.plan(id, demande, auteurOf(identite)),
  );
  if (!kept.ok) return { refusal: kept.error };
  if (jours === null) await services.suivi.settle(id, kept.value.id, true, auteurOf(identite));
  return redirect(
    to,
    jours === null ? 'La relance est notée comme faite.' : `Rappel noté pour le ${frenchDay(services.today(), jours)}.`,
  );
}

function stepName(etape: string): string {
  return whatFalls({ sorte: 'delai', quoi: etape });
}

function daysOf(text: string | null | undefined): number | null {
  const jours = Number(text ?? 0);
  return Number.isInteger(jours) && jours >= 1 && jours <= 366 ? jours : null;
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
  const proposed = acts ? await proposedRelances(services, id, relances) : null;
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
