import { z } from 'zod';
import type { Services } from '../../services.ts';
import { type Html, html } from '../../web/html.ts';
import { parcours, presentationOf } from '../procedure/presentation.ts';

/** Periods that one looks back on, in months; « tout » for ever. */
const periodes = {
  3: '3 derniers mois',
  6: '6 derniers mois',
  12: '12 derniers mois',
  24: '24 derniers mois',
  tout: 'Depuis toujours',
} as const;
/** How far ahead ends of certificates are told, in months. */
const horizons = { 12: '12 mois', 24: '24 mois', 36: '36 mois' } as const;

/** What the whole page is narrowed to. */
export const Requete = z.object({
  parcours: z
    .enum(parcours.map(({ id }) => id) as [string, ...string[]])
    .optional()
    .catch(undefined),
  groupement: z.uuid().optional().catch(undefined),
  periode: z.enum(['3', '6', '12', '24', 'tout']).default('12').catch('12'),
  horizon: z.enum(['12', '24', '36']).default('36').catch('36'),
});
export type Requete = z.output<typeof Requete>;
type Filtres = Parameters<Services['pilotage']>[0];

/** What is asked on the day `jour`: whole months, that of today included. */
export function filtresOf({ parcours: procedure, groupement, periode }: Requete, jour: string): Filtres {
  const depuis = periode === 'tout' ? null : firstDay(jour, Number(periode) - 1);
  return { procedure: procedure ?? null, groupement: groupement ?? null, depuis };
}

/** The query string of the page, with a part changed. */
export function queryOf(requete: Requete, changes: Partial<Requete> = {}): string {
  const told = Object.entries({ ...requete, ...changes }).filter(([, value]) => value !== undefined && value !== '');
  return new URLSearchParams(told as [string, string][]).toString();
}

/** Where the worklist is narrowed to the same cases, and to a step. */
export function listeOf({ parcours: procedure, groupement }: Requete, more: Record<string, string> = {}): string {
  const told = { onglet: 'tous', ...(procedure && { procedure }), ...(groupement && { groupement }), ...more };
  return `/?${new URLSearchParams(told)}`;
}

/** « les 12 derniers mois » */
export function periodeDite({ periode }: Requete): string {
  return periode === 'tout' ? 'depuis toujours' : `sur les ${periode} derniers mois`;
}

/** What narrows the page, as a form. */
export function formulaire(requete: Requete, groupements: readonly { id: string; nom: string }[]): Html {
  return html`<form class="filtre-ligne" method="get" action="/pilotage">
${liste('parcours', 'Parcours', [['', 'Tous'], ...parcours.map((one) => [one.id, presentationOf(one).court] as const)], requete.parcours)}
${groupements.length > 0 ? liste('groupement', 'Groupement', [['', 'Tous, et sans groupement'], ...groupements.map(({ id, nom }) => [id, nom] as const)], requete.groupement) : null}
${liste(
  'periode',
  'Période',
  Object.entries(periodes).sort(([a], [b]) => (Number(a) || 99) - (Number(b) || 99)),
  requete.periode,
)}
${liste('horizon', 'Fins de certificats', Object.entries(horizons), requete.horizon)}
<button class="bouton second petit">Afficher</button></form>`;
}

function liste(
  nom: string,
  libelle: string,
  choix: readonly (readonly [valeur: string, libelle: string])[],
  choisi: string | undefined,
): Html {
  return html`<div class="champ"><label for="${nom}">${libelle}</label><select id="${nom}" name="${nom}">${choix.map(
    ([valeur, told]) => html`<option value="${valeur}"${valeur === (choisi ?? '') && html` selected`}>${told}</option>`,
  )}</select></div>`;
}

/** The first day of the month that many months before. */
function firstDay(jour: string, mois: number): string {
  const date = new Date(`${jour.slice(0, 7)}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() - mois);
  return date.toISOString().slice(0, 10);
}
