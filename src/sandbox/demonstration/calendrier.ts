import { DAY_MS } from '../../days.ts';
import type { Le } from './histoire.ts';

/** When the desk works: nine in Paris, in winter. */
const HEURE_MS = 8 * 3_600_000;

/** That morning, so many days before `now`; on a weekend, the Friday before. */
export function morning(now: Date, ilYA: number): Date {
  const midnight = Math.floor(now.getTime() / DAY_MS) * DAY_MS;
  const day = new Date(midnight - ilYA * DAY_MS + HEURE_MS);
  const weekday = day.getUTCDay();
  const back = weekday === 0 ? 2 : Number(weekday === 6);
  return new Date(day.getTime() - back * DAY_MS);
}

/** Days told from `now`. */
export function daysFrom(now: Date): Le {
  return (jours) => morning(now, -jours).toISOString().slice(0, 10);
}
