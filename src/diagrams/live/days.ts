/** A day (YYYY-MM-DD) as it is written in French: 12/02/2026. */
export function frenchDay(day: string): string {
  return day.split('-').reverse().join('/');
}
