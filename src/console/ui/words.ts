import { daysBetween } from '../../days.ts';
import type { Delai } from '../../delays.ts';
import { type Html, html } from '../../web/html.ts';

const MOMENT = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Paris' });
const JOUR = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'UTC' });
const COURT = new Intl.DateTimeFormat('fr-FR', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
const HEURE = new Intl.DateTimeFormat('fr-FR', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Paris' });

/** The first of a month is « 1er », every other day a number. */
function firstSaid(format: Intl.DateTimeFormat, instant: string): string {
  return format.format(new Date(instant)).replace(/^1 /, '1er ');
}

/** An instant (ISO) as people say it in France: « 24 novembre 2026 à 08:30 ». */
export function moment(instant: string): string {
  return firstSaid(MOMENT, instant);
}

/** The hour of an instant (ISO): « 08:30 ». */
export function hour(instant: string): string {
  return HEURE.format(new Date(instant));
}

/** A day (YYYY-MM-DD) in full: « 24 novembre 2026 », « 1er décembre 2026 ». */
export function longDay(jour: string): string {
  return firstSaid(JOUR, jour);
}

/** A day (YYYY-MM-DD) for tables: « 24 nov. 2026 », readable by programs. */
export function shortDay(jour: string): Html {
  return html`<time datetime="${jour}">${firstSaid(COURT, jour)}</time>`;
}

/** How long ago, in words: « aujourd’hui », « hier », « depuis 12 jours », « depuis 3 mois ». */
export function timeSince(debut: string, aujourdhui: string): string {
  const jours = daysBetween(debut, aujourdhui);
  if (jours <= 0) return 'aujourd’hui';
  if (jours === 1) return 'hier';
  if (jours < 60) return `depuis ${jours} jours`;
  return `depuis ${Math.floor(jours / 30.44)} mois`;
}

/** How long ahead, in words: « aujourd’hui », « demain », « dans 12 jours », « il y a 3 jours ». */
export function timeUntil(fin: string, aujourdhui: string): string {
  const jours = daysBetween(aujourdhui, fin);
  if (jours === 0) return 'aujourd’hui';
  if (jours === 1) return 'demain';
  if (jours === -1) return 'hier';
  const duree = Math.abs(jours) < 60 ? `${Math.abs(jours)} jours` : `${Math.floor(Math.abs(jours) / 30.44)} mois`;
  return jours > 0 ? `dans ${duree}` : `il y a ${duree}`;
}

/** Until when somebody is away: « absent jusqu’au 12 déc. 2026 »; nothing when he is here. */
export function absentUntil(au: string | undefined): string {
  return au === undefined ? '' : `absent jusqu’au ${firstSaid(COURT, au)}`;
}

const NOMBRE = new Intl.NumberFormat('fr-FR');

/** A number as it is written in France: « 12 345 ». */
export function frenchNumber(valeur: number): string {
  return NOMBRE.format(valeur);
}

/** How many of a thing: « 1 dossier », « 12 dossiers », « aucun dossier ». */
export function plural(valeur: number, un: string, plusieurs = `${un}s`, aucun = `aucun ${un}`): string {
  if (valeur === 0) return aucun;
  return `${frenchNumber(valeur)} ${valeur === 1 ? un : plusieurs}`;
}

/** « 10 jours ouvrés, en retard après 15 ». */
export function delayWords({ usuel, limite, ouvres }: Delai): string {
  const words = ouvres ? plural(usuel, 'jour ouvré', 'jours ouvrés') : plural(usuel, 'jour');
  return limite === usuel ? words : `${words}, en retard après ${limite}`;
}

const ET = new Intl.ListFormat('fr-FR');

/** Several of a thing, one after the other: « a, b et c ». */
export function listed(words: readonly string[]): string {
  return ET.format(words);
}

/** « Alix Durand ». */
export function fullName({ prenom, nom }: { prenom: string; nom: string }): string {
  return `${prenom} ${nom}`;
}

/** A SIRET by groups, as it is read aloud: « 260 110 218 00047 ». */
export function spacedSiret(siret: string): string {
  return siret.replace(/^(\d{3})(\d{3})(\d{3})(\d{5})$/, '$1 $2 $3 $4');
}

/** What a role is called. */
export const roleNames = {
  agent: 'Agent',
  superviseur: 'Superviseur',
  editeur: 'Éditeur',
  lecteur: 'Lecteur',
} as const;

const TYPED = /^(\d{1,2})[/.\s-](\d{1,2})[/.\s-](\d{4}|\d{2})$|^(\d{2})(\d{2})(\d{4})$/;
const ISO = /\b(\d{4})-(\d{2})-(\d{2})\b/g;

/** A day as it is typed in France (5/1/2026, 05.01.26, 05012026) as YYYY-MM-DD; anything else as it came. */
export function toIsoDay(typed: string): string {
  const [, ...parts] = TYPED.exec(typed.trim()) ?? [];
  const [jour, mois, annee] = parts.filter((part) => part !== undefined);
  if (jour === undefined || mois === undefined || annee === undefined) return typed.trim();
  return `${annee.padStart(4, '20')}-${mois.padStart(2, '0')}-${jour.padStart(2, '0')}`;
}

/** A text where each day (YYYY-MM-DD) is written as in France: 05/01/2026; what is no day stays. */
export function toFrenchDays(text: string): string {
  return text.replaceAll('AAAA-MM-JJ', 'JJ/MM/AAAA').replace(ISO, '$3/$2/$1');
}

/** Where a login was tried from, as attempts are counted: « le réseau 192.0.2.0/24 », « un poste connu ». */
export function placeWords(lieu: string): string {
  if (lieu.startsWith('appareil:')) return 'un poste connu';
  return lieu.includes('/') ? `le réseau ${lieu}` : 'un lieu inconnu';
}

/** An address with what it asks: what is absent, empty or off is not said. */
export function withQuery(path: string, asked: Readonly<Record<string, string | number | false | undefined>>): string {
  const said = Object.entries(asked).filter(([, value]) => value !== undefined && value !== '' && value !== false);
  const query = new URLSearchParams(said.map(([name, value]): [string, string] => [name, `${value}`])).toString();
  return query === '' ? path : `${path}?${query}`;
}
