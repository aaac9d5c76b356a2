import ical, { ICalEventTransparency } from 'ical-generator';
import { z } from 'zod';
import { findFact } from '../../../machines/index.ts';
import { acteurs } from '../../../machines/step.ts';
import { addDays } from '../../days.ts';
import { etapesConnues } from '../../desk/work/codes.ts';
import type { Services } from '../../services.ts';
import { originOf } from '../../web/access/credentials.ts';
import type { Limits } from '../../web/access/limits.ts';
import { type Html, html } from '../../web/html.ts';
import type { Door } from '../../web/mount.ts';
import { refuse, show } from '../shell/answer.ts';
import { get, type Page, post, redirect, type Screen, type Shown, type Visit } from '../shell/screen.ts';
import { underJournee } from '../shell/trail.ts';
import { disclosure, emptyState, secretField } from '../ui/blocks.ts';
import { linkButton, postButton } from '../ui/button.ts';
import { type IconName, icon } from '../ui/icon.ts';
import { longDay, moment, plural } from '../ui/words.ts';

const right = 'moi.lire';

/** Which month, or which day, is shown: the present month unless told. */
const Requete = z.object({
  mois: z
    .string()
    .regex(/^20\d\d-(0[1-9]|1[0-2])$/)
    .optional()
    .catch(undefined),
  jour: z.iso.date().optional().catch(undefined),
});
type Requete = z.output<typeof Requete>;

/** The days that count for somebody, and the link by which their own calendar reads them. */
export function calendrierScreens(): Screen[] {
  return [
    get('/calendrier', right, calendarPage, { query: Requete }),
    post('/calendrier/lien', right, giveLink),
    post('/calendrier/lien/retrait', right, endLink),
  ];
}

/** The link is told once: what is kept of it opens nothing. */
async function giveLink(visit: Visit): Promise<Shown> {
  const { services, identite, request, apart } = visit;
  if (apart) return redirect('/calendrier', 'Une démonstration n’a pas de lien d’agenda.', 'attention');
  const token = await services.identites.giveAgenda(identite);
  const page: Page = {
    title: 'Votre lien d’agenda',
    ...underJournee({ label: 'Calendrier', href: '/calendrier' }),
    body: html`${secretField({
      label: 'Lien d’abonnement',
      value: `${originOf(services, request)}/agenda/${token}/parcours-igc.ics`,
      notice: html`<p>Collez-le dans votre agenda, à « S’abonner à un calendrier » ou « Ajouter depuis Internet ». Qui a ce lien lit vos
échéances : ne le transmettez pas. L’ancien lien, s’il y en avait un, n’ouvre plus rien.</p>`,
    })}
<p>${linkButton('Revenir au calendrier', '/calendrier')}</p>`,
  };
  return page;
}

async function endLink({ services, identite }: Visit): Promise<Shown> {
  const isDone = await services.identites.endAgenda(identite);
  return redirect('/calendrier', isDone ? 'Le lien n’ouvre plus rien.' : 'Il n’y avait plus de lien.');
}

const MONTH = new Intl.DateTimeFormat('fr-FR', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const WEEK = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'] as const;
/** What is read of a month, and shown of a day beside the others; the page of the day has them all. */
const AT_MOST = 1_500;
const PER_DAY = 4;

/** A month of somebody’s days, or one of them whole. */
async function calendarPage(visit: Visit<Requete>): Promise<Page> {
  const { services, identite, query, apart } = visit;
  const today = services.today();
  const first = `${query.jour?.slice(0, 7) ?? query.mois ?? today.slice(0, 7)}-01`;
  const [du, au] = query.jour ? [query.jour, query.jour] : [mondayOf(first), addDays(mondayOf(first), 41)];
  const jours = await services.travail.jours({ compteId: identite.id, du, au, limite: AT_MOST });
  const link = apart ? null : linkPart(await services.identites.agendaSince(identite.id));
  if (query.jour) {
    const toMonth = { label: 'Calendrier', href: `/calendrier?mois=${first.slice(0, 7)}` };
    return {
      title: capital(longDay(query.jour)),
      ...underJournee(toMonth),
      body: dayWhole(jours),
    };
  }
  return {
    title: 'Calendrier',
    ...underJournee(),
    isWide: true,
    body: html`${turnOf(first, today)}
${monthTable(
  first,
  today,
  Map.groupBy(jours, ({ jour }) => jour),
)}
${jours.length === 0 && emptyState('calendrier', 'Rien ce mois-ci', 'Viennent ici les fins de cartes et de certificats de vos dossiers, leurs délais habituels et vos relances.')}
${legend()}${link}`,
  };
}

function turnOf(first: string, today: string): Html {
  const link = (month: string, rel: 'prev' | 'next', label: Html) =>
    html`<a class="bouton second petit" rel="${rel}" href="/calendrier?mois=${month.slice(0, 7)}">${label}</a>`;
  const isNow = today.startsWith(first.slice(0, 7));
  return html`<nav class="mois rang" aria-label="Mois"><h2>${capital(MONTH.format(new Date(first)))}</h2>
${link(addDays(first, -1), 'prev', html`${icon('retour')}Mois précédent`)}${!isNow && html`<a class="bouton second petit" href="/calendrier">Ce mois-ci</a>`}${link(addDays(first, 31), 'next', html`Mois suivant${icon('suite')}`)}</nav>`;
}

function monthTable(first: string, today: string, falling: ReadonlyMap<string, Jour[]>): Html {
  const start = mondayOf(first);
  const month = first.slice(0, 7);
  const weeks = [0, 1, 2, 3, 4, 5]
    .map((week) => [0, 1, 2, 3, 4, 5, 6].map((day) => addDays(start, week * 7 + day)))
    .filter((days) => days.some((day) => day.startsWith(month)));
  const cell = (day: string) =>
    day.startsWith(month)
      ? html`<td class="${day === today ? 'aujourdhui' : ''}${falling.has(day) ? ' occupe' : ''}"${day === today && html` aria-current="date"`}>${dayCell(day, falling.get(day) ?? [])}</td>`
      : html`<td class="dehors"></td>`;
  return html`<table class="calendrier"><caption class="sr">${capital(MONTH.format(new Date(first)))}, vos échéances jour par jour</caption>
<thead><tr>${WEEK.map((name) => html`<th scope="col">${capital(name)}</th>`)}</tr></thead>
<tbody>${weeks.map((days) => html`<tr>${days.map(cell)}</tr>`)}</tbody></table>`;
}

function dayCell(day: string, jours: readonly Jour[]): Html {
  const more = jours.length - PER_DAY;
  const number = html`<time datetime="${day}"><span class="sr">${longDay(day)}</span><span aria-hidden="true">${Number(day.slice(8))}</span><span class="long" aria-hidden="true"> ${WEEK[weekday(day)]}</span></time>`;
  return html`${number}${
    jours.length > 0 &&
    html`<ul>${jours
      .slice(0, PER_DAY)
      .map(
        (one) =>
          html`<li class="${one.sorte}"><a href="${placeOf(one)}">${icon(sortes[one.sorte].sign)}<span class="sr">${sortes[one.sorte].label} : </span>${one.denomination}<span class="quoi"> ${whatFalls(one)}</span></a></li>`,
      )}</ul>`
  }${more > 0 && html`<a class="petit" href="/calendrier?jour=${day}">et ${plural(more, 'autre')}</a>`}`;
}

function dayWhole(jours: readonly Jour[]): Html {
  if (jours.length === 0) return emptyState('calendrier', 'Rien ce jour-là');
  return html`<ul class="notifications">${jours.map(
    (one) =>
      html`<li class="${one.sorte}">${icon(sortes[one.sorte].sign)}<div><p><a href="${placeOf(one)}">${one.denomination}</a></p>
<p>${sortes[one.sorte].label} : ${whatFalls(one)}${whoOf(one) && html` <span class="doux">(${whoOf(one)})</span>`}</p></div></li>`,
  )}</ul>`;
}

function legend(): Html {
  return html`<ul class="legende-calendrier petit">${Object.values(sortes).map(({ label, sign }) => html`<li>${icon(sign)}${label}</li>`)}</ul>`;
}

/** Where one’s own calendar is told to read these days. */
function linkPart(creeLe: string | null): Html {
  const why = html`<p>Votre agenda (Outlook, Thunderbird, Google, téléphone) lit ces jours par un lien secret, qu’il relit seul. Il y trouve le nom de
l’établissement et ce qui tombe ; ni le nom d’une personne, ni le texte de vos relances.</p>`;
  const body =
    creeLe === null
      ? postButton('Créer un lien', '/calendrier/lien')
      : html`<p>Un lien existe depuis le ${moment(creeLe)}. Perdu ? Créez-en un autre : l’ancien n’ouvrira plus rien.</p>
<div class="rang">${postButton('Remplacer le lien', '/calendrier/lien')}${postButton('Retirer le lien', '/calendrier/lien/retrait', {}, 'discret')}</div>`;
  return disclosure('Voir ces jours dans votre agenda', html`${why}${body}`, { id: 'lien-agenda' });
}

/** Monday is 0. */
function weekday(day: string): number {
  return (new Date(day).getUTCDay() + 6) % 7;
}

function mondayOf(day: string): string {
  return addDays(day, -weekday(day));
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** How far the feed looks back and ahead, in days, and how many days it holds at most. */
const PAST = 31;
const AHEAD = 400;
const FED_AT_MOST = 2_000;
/** Calendars ask again that often: once in four hours, in seconds. */
const AGAIN_S = 4 * 3_600;

/** The days of an account for a calendar program, at a secret address. */
export const feedScreen: Screen = get('/agenda/:jeton/parcours-igc.ics', 'moi.lire', feed, { query: z.object({}) });

/** The door of calendars: the secret of the address lets in as its account, there alone; whoever tries others is counted. */
export function feedDoor({ services, limites }: { services: Services; limites: Limits }): Door<Screen> {
  return {
    readsAnyQuery: true,
    services,
    refuse,
    async enter(_, request, response) {
      const late = limites.comer(response, request);
      const found = late ? null : await services.identites.readAgenda(`${request.params['jeton'] ?? ''}`);
      if (found?.ok) return found.value;
      refuse(response, late ?? found?.error ?? { code: 'lien-inconnu' });
      return null;
    },
    place: (identite, act) => act({ services, identite, apart: false }),
    answer: async (screen, asked, response) =>
      show(await screen.answer({ ...asked, fragment: null } as Visit<never, never>), response),
  };
}

async function feed({ services, identite }: Visit<unknown, unknown>): Promise<Shown> {
  const jour = services.today();
  const jours = await services.travail.jours({
    compteId: identite.id,
    du: addDays(jour, -PAST),
    au: addDays(jour, AHEAD),
    limite: FED_AT_MOST,
  });
  return {
    content: calendarOf(jours, { now: services.now(), origin: services.urlPublique }),
    type: 'text/calendar; charset=utf-8',
    headers: { 'Cache-Control': 'private, no-store', 'Referrer-Policy': 'no-referrer' },
  };
}

/** As iCalendar (RFC 5545): whole days, none of which keeps anybody busy; texts of agents and names of persons stay in the console. */
function calendarOf(jours: readonly Jour[], { now, origin }: { now: Date; origin: string | null }): string {
  const calendar = ical({ name: 'Parcours IGC', prodId: '//Parcours IGC//Échéances//FR', ttl: AGAIN_S });
  for (const one of jours) {
    const event = calendar.createEvent({
      id: `${one.cle.replaceAll(' ', '-')}-${one.dossierId}@parcours-igc`,
      start: new Date(one.jour),
      end: new Date(addDays(one.jour, 1)),
      allDay: true,
      stamp: now,
      summary: `${titleOf(one)} : ${one.denomination}`,
      transparency: ICalEventTransparency.TRANSPARENT,
    });
    if (origin !== null) event.url(new URL(placeOf(one), origin).href);
  }
  return calendar.toString();
}

function titleOf(one: Jour): string {
  if (one.sorte === 'relance') return `Relance (${whoOf(one)})`;
  return one.sorte === 'delai' ? `Fin du délai, ${whatFalls(one)}` : whatFalls(one);
}

/** A day that counts for somebody. */
type Jour = Awaited<ReturnType<Services['travail']['jours']>>[number];

/** What each kind of day is called, and how many of them one reads. */
const sortes: Readonly<Record<Jour['sorte'], { label: string; sign: IconName }>> = {
  fin: { label: 'Fin d’une carte ou d’un certificat, préavis', sign: 'carte' },
  delai: { label: 'Fin d’un délai', sign: 'horloge' },
  relance: { label: 'Relance', sign: 'envoyer' },
};

const steps = new Map(etapesConnues.map(({ id, libelle }) => [id, libelle]));

/** What falls on it, without the name of anybody; what a follow-up says is an agent’s own text. */
function whatFalls({ sorte, quoi }: Pick<Jour, 'sorte' | 'quoi'>): string {
  if (sorte === 'fin') return findFact(quoi)?.libelle ?? quoi;
  return sorte === 'delai' ? (steps.get(quoi) ?? quoi) : quoi;
}

/** Who is awaited or to be called; empty for an end. */
function whoOf({ acteur }: Pick<Jour, 'acteur'>): string {
  return acteur === null ? '' : (acteurs[acteur as keyof typeof acteurs] ?? acteur);
}

/** The page of the dossier that says more. */
function placeOf({ sorte, dossierId }: Pick<Jour, 'sorte' | 'dossierId'>): string {
  return `/dossiers/${dossierId}${sorte === 'relance' ? '/notes#relances' : ''}`;
}
