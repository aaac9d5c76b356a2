import { daysBetween } from '../../days.ts';
import { type Html, html } from '../../web/html.ts';

const MOMENT = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Paris' });
const JOUR = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'UTC' });
const COURT = new Intl.DateTimeFormat('fr-FR', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
const HEURE = new Intl.DateTimeFormat('fr-FR', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Paris' });

/** An instant (ISO) as people say it in France: « 24 novembre 2026 à 08:30 ». */
export function moment(instant: string): string {
  return MOMENT.format(new Date(instant));
}

/** The hour of an instant (ISO): « 08:30 ». */
export function heure(instant: string): string {
  return HEURE.format(new Date(instant));
}

/** A day (YYYY-MM-DD) in full: « 24 novembre 2026 ». */
export function jourLong(jour: string): string {
  return JOUR.format(new Date(jour));
}

/** A day (YYYY-MM-DD) for tables: « 24 nov. 2026 », readable by programs. */
export function jour(jour: string): Html {
  return html`<time datetime="${jour}">${COURT.format(new Date(jour))}</time>`;
}

/** How long ago, in words: « aujourd’hui », « hier », « depuis 12 jours », « depuis 3 mois ». */
export function depuis(debut: string, aujourdhui: string): string {
  const jours = daysBetween(debut, aujourdhui);
  if (jours <= 0) return 'aujourd’hui';
  if (jours === 1) return 'hier';
  if (jours < 60) return `depuis ${jours} jours`;
  return `depuis ${Math.floor(jours / 30.44)} mois`;
}

/** How long ahead, in words: « aujourd’hui », « demain », « dans 12 jours », « il y a 3 jours ». */
export function dans(fin: string, aujourdhui: string): string {
  const jours = daysBetween(aujourdhui, fin);
  if (jours === 0) return 'aujourd’hui';
  if (jours === 1) return 'demain';
  if (jours === -1) return 'hier';
  const duree = Math.abs(jours) < 60 ? `${Math.abs(jours)} jours` : `${Math.floor(Math.abs(jours) / 30.44)} mois`;
  return jours > 0 ? `dans ${duree}` : `il y a ${duree}`;
}
