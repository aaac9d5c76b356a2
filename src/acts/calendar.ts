const parisDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' });

/** The day in metropolitan France, YYYY-MM-DD. */
export function dayOf(instant: Date): string {
  return parisDay.format(instant);
}
