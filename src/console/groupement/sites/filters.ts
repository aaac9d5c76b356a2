import { z } from 'zod';
import { fold } from '../../../fold.ts';
import { type Html, html } from '../../../web/html.ts';
import { hiddenField } from '../../ui/button.ts';
import { searchBar } from '../../ui/field.ts';
import { frenchNumber, withQuery } from '../../ui/words.ts';
import type { Matrix, MatrixSite } from '../frame.ts';

const page = z.coerce.number().int().min(1).max(10_000).catch(1).default(1);
const q = z.string().max(200).catch('').default('');

/** What the list of groupements is asked. */
export const ListQuery = z.object({ q, page });

/** What the page of sites is asked: among others, the id of the site whose panel is open, empty for none. */
export const SitesQuery = z.object({
  q,
  page,
  filtre: z.string().max(80).catch('tous').default('tous'),
  par: z.enum(['page', 'tous']).catch('page').default('page'),
  vue: z.enum(['mots', 'detail']).catch('mots').default('mots'),
  site: z.string().max(64).catch('').default(''),
});
export type SitesQuery = z.output<typeof SitesQuery>;

/** A way to keep some sites. */
interface SiteFilter {
  label: string;
  keeps(site: MatrixSite): boolean;
}

const commonFilters: Readonly<Record<string, SiteFilter>> = {
  tous: { label: 'Tous les sites', keeps: () => true },
  'en-retard': { label: 'En retard', keeps: ({ retards }) => retards.size > 0 },
  bloques: {
    label: 'Bloqués',
    keeps: ({ statut, cellules }) =>
      statut === 'enCours' && Object.values(cellules).some(({ etat }) => etat === 'bloque'),
  },
  'attend-ans': {
    label: 'Attendent l’ANS',
    keeps: ({ statut, cellules }) =>
      statut === 'enCours' &&
      Object.values(cellules).some(({ etat, acteur }) => etat === 'attente' && acteur === 'ans'),
  },
  'en-service': { label: 'En service', keeps: ({ statut }) => statut === 'enService' },
  abandonnes: { label: 'Abandonnés', keeps: ({ statut }) => statut === 'abandonne' },
};

const LACKING = 'reste:';

/** Keeps the sites that still lack a prerequisite. */
export const lacking = (colonne: string) => `${LACKING}${colonne}`;

/** How a filter reads in French; null for none of ours. */
function filterOf({ colonnes }: Pick<Matrix, 'colonnes'>, id: string): SiteFilter | null {
  if (Object.hasOwn(commonFilters, id)) return commonFilters[id] ?? null;
  const colonne = colonnes.find((one) => lacking(one.id) === id);
  if (!colonne) return null;
  return { label: `Reste à faire : ${colonne.libelle}`, keeps: (site) => isLacking(site, colonne.id) };
}

/** An abandoned site owes nothing. */
export function isLacking({ statut, cellules }: MatrixSite, colonne: string): boolean {
  return statut === 'enCours' && cellules[colonne]?.etat !== 'fait';
}

/** The sites that answer what is asked. */
export function keptSites(matrix: Matrix, { filtre, q }: Pick<SitesQuery, 'filtre' | 'q'>): MatrixSite[] {
  const { keeps } = filterOf(matrix, filtre) ?? (commonFilters['tous'] as SiteFilter);
  const words = fold(q).split(' ');
  return matrix.sites.filter((site) => {
    if (!keeps(site)) return false;
    const { denomination, siret, finess, commune } = site;
    const text = fold([denomination, siret, finess, commune].join(' '));
    return words.every((word) => text.includes(word));
  });
}

/** Which sites an act is for, sent unseen: those that were named, else those that the filter keeps. */
export function scopeFields({ sites, filtre, q }: { sites: readonly string[]; filtre: string; q: string }): Html {
  return html`${hiddenField('filtre', filtre)}${hiddenField('q', q)}${sites.map((id) => hiddenField('site', id))}`;
}

/** What of it is asked otherwise; undefined for what it is when nothing is asked. */
type Changed = { [Name in keyof SitesQuery]?: SitesQuery[Name] | undefined };

/** An address of the page of sites, with another filter, search or page. */
export function addressOf(base: string, demande: SitesQuery, changed: Changed): string {
  const plain: SitesQuery = { filtre: 'tous', q: '', page: 1, par: 'page', vue: 'mots', site: '' };
  const wanted = { ...demande, page: 1, site: '', ...changed };
  const said = Object.entries(wanted).filter(([name, value]) => value !== plain[name as keyof SitesQuery]);
  return withQuery(base, Object.fromEntries(said));
}

/** Filters as links with how many sites each keeps, and the search. */
export function filterBar(matrix: Matrix, demande: SitesQuery, base: string): Html {
  const asked = filterOf(matrix, demande.filtre) ? demande.filtre : 'tous';
  const ids = [...Object.keys(commonFilters), ...(Object.hasOwn(commonFilters, asked) ? [] : [asked])];
  const shown = ids
    .map((id) => ({ id, filtre: filterOf(matrix, id) as SiteFilter }))
    .map(({ id, filtre }) => ({ id, libelle: filtre.label, compte: matrix.sites.filter(filtre.keeps).length }))
    .filter(({ id, compte }) => compte > 0 || id === asked || id === 'tous');
  return html`<div class="tri-sites"><nav class="filtres-sites" aria-label="Filtrer les sites"><ul>${shown.map(
    ({ id, libelle, compte }) =>
      html`<li><a href="${addressOf(base, demande, { filtre: id })}"${id === asked && html` aria-current="true"`}>${libelle} <span class="compte">${frenchNumber(compte)}</span></a></li>`,
  )}</ul></nav>
${searchBar({
  action: base,
  q: demande.q,
  region: 'Dans les sites',
  id: 'site',
  label: 'Chercher un site',
  placeholder: 'Nom, commune, SIRET, FINESS',
  hidden: demande.filtre !== 'tous' && hiddenField('filtre', demande.filtre),
})}</div>`;
}
