import { z } from 'zod';
import type { Services } from '../../services.ts';
import { type Html, html } from '../../web/html.ts';
import { parcours, presentationOf } from '../procedure/frame.ts';
import { filterLine, type Options, selectInput } from '../ui/field.ts';
import { withQuery } from '../ui/words.ts';

/** Periods that one looks back on, in months; « tout » for ever. */
const periods = {
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
export function filtersOf({ parcours: procedure, groupement, periode }: Requete, jour: string): Filtres {
  const depuis = periode === 'tout' ? null : firstDay(jour, Number(periode) - 1);
  return { procedure: procedure ?? null, groupement: groupement ?? null, depuis };
}

/** The query string of the page. */
export function queryOf(requete: Requete): string {
  return withQuery('', requete).slice(1);
}

/** Where the worklist is narrowed to the same cases, and to a step. */
export function listPath({ parcours: procedure, groupement }: Requete, more: Record<string, string> = {}): string {
  return withQuery('/', { onglet: 'tous', procedure, groupement, ...more });
}

/** « les 12 derniers mois » */
export function periodWords({ periode }: Requete): string {
  return periode === 'tout' ? 'depuis toujours' : `sur les ${periode} derniers mois`;
}

/** What narrows the page, as a form. */
export function filterBar(requete: Requete, groupements: readonly { id: string; nom: string }[]): Html {
  const paths = parcours.map((one) => [one.id, presentationOf(one).short] as const);
  const groups = groupements.map(({ id, nom }) => [id, nom] as const);
  const since = Object.entries(periods).sort(([a], [b]) => (Number(a) || 99) - (Number(b) || 99));
  const select = (id: keyof Requete, label: string, options: Options) =>
    selectInput({ id, label, options, chosen: requete[id] });
  return filterLine(
    '/pilotage',
    html`
${select('parcours', 'Parcours', [['', 'Tous'], ...paths])}
${groups.length > 0 && select('groupement', 'Groupement', [['', 'Tous, et sans groupement'], ...groups])}
${select('periode', 'Période', since)}
${select('horizon', 'Fins de certificats', Object.entries(horizons))}
`,
  );
}

/** The first day of the month that many months before. */
function firstDay(jour: string, mois: number): string {
  const date = new Date(`${jour.slice(0, 7)}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() - mois);
  return date.toISOString().slice(0, 10);
}
