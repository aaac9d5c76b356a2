const FORMAT = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Paris' });

/** An instant as people say it in France: « 24 novembre 2026 à 08:30 ». */
export function moment(instant: string): string {
  return FORMAT.format(new Date(instant));
}
