/** A day, in milliseconds. */
export const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const parisDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' });
let minute = Number.NaN;
let day = '';

/** The day in metropolitan France, YYYY-MM-DD; told anew once a minute, since telling it costs 5 µs. */
export function dayOf(instant: Date): string {
  const now = Math.floor(instant.getTime() / MINUTE_MS);
  if (now !== minute) {
    day = parisDay.format(instant);
    minute = now;
  }
  return day;
}

/** When a day (YYYY-MM-DD) begins in metropolitan France, as an instant (ISO): an hour sooner in summer. */
export function beginningOf(date: string): string {
  const [summer, winter] = [`${date}T00:00:00+02:00`, `${date}T00:00:00+01:00`] as const;
  return parisDay.format(new Date(summer)) === date ? summer : winter;
}

/** The last day that has begun on French soil, YYYY-MM-DD: that of Wallis, twelve hours ahead all the year. */
export function lastDayOf(instant: Date): string {
  return new Date(instant.getTime() + DAY_MS / 2).toISOString().slice(0, 10);
}

/** A day (YYYY-MM-DD) as it is read in France: 31/12/2027. */
export function french(day: string): string {
  return day.split('-').reverse().join('/');
}

/** The day (YYYY-MM-DD) so many days after another. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** How many days from one day (YYYY-MM-DD) to another, negative when it is past. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}
