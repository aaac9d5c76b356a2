const DAY_MS = 86_400_000;
/** The day of what has not happened, or has not ended. */
export const NEVER = 0xffff;

/** A day (YYYY-MM-DD) as a number: those since 1970, which are enough for cases. */
export function dayNumber(day: string): number {
  const days = Date.parse(`${day}T00:00:00Z`) / DAY_MS;
  return Math.min(NEVER - 1, Math.max(0, days));
}

/** The same the other way round. */
export function dayText(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** The months (YYYY-MM) from that of a day to that of another (YYYY-MM-DD), both told. */
export function monthsBetween(first: string, last: string): string[] {
  const months: string[] = [];
  let [year = 0, month = 1] = first.slice(0, 7).split('-').map(Number);
  for (let name = first.slice(0, 7); name <= last.slice(0, 7); ) {
    months.push(name);
    month += 1;
    if (month > 12) [year, month] = [year + 1, 1];
    name = `${year}-${String(month).padStart(2, '0')}`;
  }
  return months;
}
