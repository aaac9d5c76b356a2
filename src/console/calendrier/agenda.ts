import ical, { ICalEventTransparency } from 'ical-generator';
import { addDays } from '../../days.ts';
import type { Services } from '../../services.ts';
import type { Limits } from '../../web/access/limits.ts';
import type { Door } from '../../web/mount.ts';
import { refuse, show } from '../shell/answer.ts';
import { get, type Screen, type Visit } from '../shell/screen.ts';
import type { Shown } from '../shell/shown.ts';
import { type Jour, placeOf, Requete, whatFalls, whoOf, whoseDays } from './calendrier.ts';

/** How far the feed looks back and ahead, in days, and how many days it holds at most. */
const PAST = 31;
const AHEAD = 400;
const FED_AT_MOST = 2_000;
/** Calendars ask again that often: once in four hours, in seconds. */
const AGAIN_S = 4 * 3_600;

/** The days of an account, or of a groupement, for a calendar program, at a secret address. */
export const feedScreen: Screen = get('/agenda/:jeton/parcours-igc.ics', 'moi.lire', feed, {
  query: Requete.pick({ groupement: true }),
});

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

async function feed({ services, identite, query }: Visit<Pick<Requete, 'groupement'>, unknown>): Promise<Shown> {
  const jour = services.today();
  const jours = await services.travail.jours({
    de: whoseDays(identite.id, query.groupement),
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
