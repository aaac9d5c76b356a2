import { z } from 'zod';
import { findFact } from '../../../machines/index.ts';
import { acteurs } from '../../../machines/step.ts';
import { addDays } from '../../days.ts';
import { etapesConnues } from '../../desk/work/codes.ts';
import type { Services } from '../../services.ts';
import { originOf } from '../../web/access/credentials.ts';
import { type Html, html } from '../../web/html.ts';
import { get, post, type Screen, type Visit } from '../shell/screen.ts';
import { type Page, redirect, type Shown, underJournee } from '../shell/shown.ts';
import { disclosure, emptyState, secretField } from '../ui/blocks.ts';
import { type Hidden, linkButton, postButton } from '../ui/button.ts';
import { type IconName, icon } from '../ui/icon.ts';
import { longDay, moment, plural } from '../ui/words.ts';

const right = 'moi.lire';

/** Which month, or which day, is shown: the present month unless told; of one’s own dossiers, or of a groupement. */
export const Requete = z.object({
  mois: z
    .string()
    .regex(/^20\d\d-(0[1-9]|1[0-2])$/)
    .optional()
    .catch(undefined),
  jour: z.iso.date().optional().catch(undefined),
  groupement: z.uuid().optional().catch(undefined),
});
/** The same, read. */
export type Requete = z.output<typeof Requete>;

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
  const { services, identite, request, apart, body } = visit;
  if (apart) return redirect('/calendrier', 'Une démonstration n’a pas de lien d’agenda.', 'attention');
  const token = await services.identites.giveAgenda(identite);
  const groupement = z.uuid().safeParse(body.get('groupement')).data;
  const page: Page = {
    title: 'Votre lien d’agenda',
    ...underJournee({ label: 'Calendrier', href: '/calendrier' }),
    body: html`${secretField({
      label: 'Lien d’abonnement',
      value: `${originOf(services, request)}/agenda/${token}/parcours-igc.ics${groupement === undefined ? '' : suffixOf({ id: groupement })}`,
      notice: html`<p>Collez-le dans votre agenda, à « S’abonner à un calendrier » ou « Ajouter depuis Internet ». Qui a ce lien lit vos
échéances et celles des groupements : ne le transmettez pas. L’ancien lien, s’il y en avait un, n’ouvre plus rien.</p>`,
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
async function calendarPage(visit: Visit<Requete>): Promise<Shown> {
  const { services, identite, query, apart } = visit;
  const groupement = query.groupement ? await services.find({ genre: 'groupement', id: query.groupement }) : null;
  if (groupement && !groupement.ok) return { refusal: groupement.error };
  const of = groupement?.value ?? null;
  const today = services.today();
  const first = `${query.jour?.slice(0, 7) ?? query.mois ?? today.slice(0, 7)}-01`;
  const [du, au] = query.jour ? [query.jour, query.jour] : [mondayOf(first), addDays(mondayOf(first), 41)];
  const jours = await services.travail.jours({ de: whoseDays(identite.id, of?.id), du, au, limite: AT_MOST });
  const link = apart ? null : linkPart(await services.identites.agendaSince(identite.id), of);
  const trail = of ? underJournee({ label: of.denomination, href: `/groupements/${of.id}` }) : underJournee();
  if (query.jour) {
    const toMonth = { label: 'Calendrier', href: placeOfMonth(first, of) };
    return {
      title: capital(longDay(query.jour)),
      ...underJournee(toMonth),
      body: dayWhole(jours),
    };
  }
  return {
    title: of ? `Calendrier · ${of.denomination}` : 'Calendrier',
    ...trail,
    isWide: true,
    body: html`${today.startsWith(first.slice(0, 7)) && thisWeek(jours, today)}${turnOf(first, today, of)}
${monthTable(first, today, { falling: Map.groupBy(jours, ({ jour }) => jour), of })}
${jours.length === 0 && emptyState('calendrier', 'Rien ce mois-ci', 'Viennent ici les fins de cartes et de certificats de vos dossiers, leurs délais habituels et vos relances.')}
${legend()}${link}`,
  };
}

type Groupement = { id: string; denomination: string } | null;

/** Whose days are read: those of a groupement where one is told. */
export function whoseDays(compteId: string, groupementId: string | undefined) {
  return groupementId === undefined ? { compteId } : { groupementId };
}

function placeOfMonth(day: string, of: Groupement): string {
  return `/calendrier?mois=${day.slice(0, 7)}${of ? `&groupement=${of.id}` : ''}`;
}

/** A week of no more than that is shown at once. */
const UNFOLDED = 5;

/** What falls from this Monday to Sunday, day by day, among what is read of the month; null where nothing does. */
function thisWeek(jours: readonly Jour[], today: string): Html | null {
  const monday = mondayOf(today);
  const falling = Map.groupBy(
    jours.filter(({ jour }) => jour >= monday && jour <= addDays(monday, 6)),
    ({ jour }) => jour,
  );
  if (falling.size === 0) return null;
  const days = [...falling].map(
    ([day, some]) => html`<h2>${capital(`${WEEK[weekday(day)]} ${longDay(day)}`)}</h2>${dayWhole(some)}`,
  );
  const all = [...falling.values()].flat().length;
  return disclosure(`Ce qui tombe cette semaine (${all})`, html`${days}`, { id: 'semaine', isOpen: all <= UNFOLDED });
}

function turnOf(first: string, today: string, of: Groupement): Html {
  const link = (month: string, rel: 'prev' | 'next', label: Html) =>
    html`<a class="bouton second petit" rel="${rel}" href="${placeOfMonth(month, of)}">${label}</a>`;
  const isNow = today.startsWith(first.slice(0, 7));
  return html`<nav class="mois rang" aria-label="Mois"><h2>${capital(MONTH.format(new Date(first)))}</h2>
${link(addDays(first, -1), 'prev', html`${icon('retour')}Mois précédent`)}${!isNow && html`<a class="bouton second petit" href="${placeOfMonth(today, of)}">Ce mois-ci</a>`}${link(addDays(first, 31), 'next', html`Mois suivant${icon('suite')}`)}</nav>`;
}

function monthTable(
  first: string,
  today: string,
  { falling, of }: { falling: ReadonlyMap<string, Jour[]>; of: Groupement },
): Html {
  const start = mondayOf(first);
  const month = first.slice(0, 7);
  const weeks = [0, 1, 2, 3, 4, 5]
    .map((week) => [0, 1, 2, 3, 4, 5, 6].map((day) => addDays(start, week * 7 + day)))
    .filter((days) => days.some((day) => day.startsWith(month)));
  const cell = (day: string) =>
    day.startsWith(month)
      ? html`<td class="${day === today ? 'aujourdhui' : ''}${falling.has(day) ? ' occupe' : ''}"${day === today && html` aria-current="date"`}>${dayCell(day, falling.get(day) ?? [], of)}</td>`
      : html`<td class="dehors"></td>`;
  return html`<table class="calendrier"><caption class="sr">${capital(MONTH.format(new Date(first)))}, échéances jour par jour</caption>
<thead><tr>${WEEK.map((name) => html`<th scope="col">${capital(name)}</th>`)}</tr></thead>
<tbody>${weeks.map((days) => html`<tr>${days.map(cell)}</tr>`)}</tbody></table>`;
}

function dayCell(day: string, jours: readonly Jour[], of: Groupement): Html {
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
  }${more > 0 && html`<a class="petit" href="/calendrier?jour=${day}${of && `&groupement=${of.id}`}">et ${plural(more, 'autre')}</a>`}`;
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

/** Where one’s own calendar is told to read these days; those of a groupement are at the same secret address, its id after it. */
function linkPart(creeLe: string | null, of: Groupement): Html {
  const why = html`<p>Votre agenda (Outlook, Thunderbird, Google, téléphone) lit ces jours par un lien secret, qu’il relit seul. Il y trouve le nom de
l’établissement et ce qui tombe ; ni le nom d’une personne, ni le texte de vos relances.</p>${of && html`<p>Pour ce groupement, ajoutez à la fin de votre lien : <code>${suffixOf(of)}</code></p>`}`;
  const hidden: Hidden = of ? { groupement: of.id } : {};
  const body =
    creeLe === null
      ? postButton('Créer un lien', '/calendrier/lien', hidden)
      : html`<p>Un lien existe depuis le ${moment(creeLe)}. Perdu ? Créez-en un autre : l’ancien n’ouvrira plus rien.</p>
<div class="rang">${postButton('Remplacer le lien', '/calendrier/lien', hidden)}${postButton('Retirer le lien', '/calendrier/lien/retrait', {}, 'discret')}</div>`;
  return disclosure('Voir ces jours dans votre agenda', html`${why}${body}`, { id: 'lien-agenda' });
}

function suffixOf({ id }: { id: string }): string {
  return `?groupement=${id}`;
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

/** A day that counts for somebody. */
export type Jour = Awaited<ReturnType<Services['travail']['jours']>>[number];

/** What each kind of day is called, and how many of them one reads. */
const sortes: Readonly<Record<Jour['sorte'], { label: string; sign: IconName }>> = {
  fin: { label: 'Fin d’une carte ou d’un certificat, préavis', sign: 'carte' },
  delai: { label: 'Fin d’un délai', sign: 'horloge' },
  relance: { label: 'Relance', sign: 'envoyer' },
};

const steps = new Map(etapesConnues.map(({ id, libelle }) => [id, libelle]));

/** What falls on it, without the name of anybody; what a follow-up says is an agent’s own text. */
export function whatFalls({ sorte, quoi }: Pick<Jour, 'sorte' | 'quoi'>): string {
  if (sorte === 'fin') return findFact(quoi)?.libelle ?? quoi;
  return sorte === 'delai' ? (steps.get(quoi) ?? quoi) : quoi;
}

/** Who is awaited or to be called; empty for an end. */
export function whoOf({ acteur }: Pick<Jour, 'acteur'>): string {
  return acteur === null ? '' : (acteurs[acteur as keyof typeof acteurs] ?? acteur);
}

/** The page of the dossier that says more. */
export function placeOf({ sorte, dossierId }: Pick<Jour, 'sorte' | 'dossierId'>): string {
  return `/dossiers/${dossierId}${sorte === 'relance' ? '/notes#relances' : ''}`;
}
