import { z } from 'zod';
import type { CellState, MatrixCell } from '../../../engine/answers/matrix.ts';
import { fold } from '../../../fold.ts';
import type { Services } from '../../../services.ts';
import { motsDeCellule } from '../../../web/csv.ts';
import { Html, html } from '../../../web/html.ts';
import { stepId } from '../../dossier/etapes/step.ts';
import type { Given } from '../../dossier/read/case.ts';
import { pill } from '../../ui/blocks.ts';
import { hiddenField } from '../../ui/button.ts';
import { searchBar } from '../../ui/field.ts';
import { type IconName, icon } from '../../ui/icon.ts';
import { frenchNumber, withQuery } from '../../ui/words.ts';

interface TableContext {
  base: string;
  query: SitesQuery;
  /** Whether sites may be chosen for an act. */
  isChoosing: boolean;
}

/** The sites against what each must have; the first column and the headings stay in sight. */
export function matrixTable(matrix: Matrix, sites: readonly MatrixSite[], cadre: TableContext): Html {
  const { colonnes } = matrix;
  const detail = cadre.query.vue === 'detail';
  return html`${cellSigns}<div class="defile matrice${detail && ' detail'}" role="region" aria-labelledby="legende-sites" tabindex="0">
<table class="donnees grande"><caption id="legende-sites" class="sr">Les sites et leurs prérequis</caption>
<thead><tr><th scope="col" class="site">Site</th>${colonnes.map((colonne) => heading(matrix, colonne, cadre))}<th scope="col" class="suite">À faire ensuite</th></tr></thead>
<tbody>${sites.map(
    (site) => html`<tr>${name(site, cadre)}${
      isFollowed(site) ? colonnes.map(({ id }) => cellOf(site, id, detail)) : unfollowed(site, colonnes.length)
    }${next(site)}</tr>
`,
  )}</tbody></table></div>
${!detail && legend()}`;
}

/** What each sign means, for whoever points at none. */
function legend(): Html {
  return html`<ul class="legende-matrice" aria-hidden="true">${(Object.keys(signs) as Shown[]).map(
    (etat) =>
      html`<li class="${etat}"><span>${sign(etat)}</span>${etat === 'retard' ? 'En retard' : motsDeCellule[etat]}</li>`,
  )}</ul>`;
}

/** How many sites have it, and those that lack it a click away. */
function heading({ sites }: Matrix, { id, libelle }: Matrix['colonnes'][number], { base, query }: TableContext): Html {
  const followed = sites.filter(({ statut }) => statut !== 'abandonne' && statut !== 'clos');
  const missing = followed.filter((site) => isLacking(site, id)).length;
  const count = `${followed.length - missing} sur ${followed.length}`;
  return html`<th scope="col"><span class="nom">${libelle}</span><span class="part">${
    missing === 0
      ? count
      : html`<a href="${addressOf(base, query, { filtre: lacking(id) })}" aria-label="${libelle} : ${count}, voir les ${missing} qui restent">${count}</a>`
  }</span></th>`;
}

/** The name opens the panel of the site. */
function name({ id, denomination, finess, commune }: MatrixSite, { isChoosing, query }: TableContext): Html {
  const panel = `${addressOf('', query, { page: query.page, site: id })}#panneau-site`;
  const link = html`<span><a href="${panel}"${id === query.site && html` aria-current="true"`}>${denomination}</a><span class="sous">${[finess, commune].filter(Boolean).join(' · ')}</span></span>`;
  if (!isChoosing) return html`<th scope="row" class="site">${link}</th>`;
  return html`<th scope="row" class="site"><span class="coche"><input type="checkbox" name="site" value="${id}" aria-label="Choisir ${denomination}">${link}</span></th>`;
}

function isFollowed({ statut }: MatrixSite): boolean {
  return !['abandonne', 'clos', 'quarantaine'].includes(statut);
}

function unfollowed({ statut }: MatrixSite, columns: number): Html {
  return html`<td colspan="${columns}" class="hors">${whyNotFollowed(statut)}</td>`;
}

function whyNotFollowed(statut: string): Html {
  if (statut === 'abandonne') return pill('neutre', 'Dossier abandonné');
  if (statut === 'clos') return pill('neutre', 'Établissement fermé');
  return pill('faute', 'Dossier en quarantaine', 'verrou');
}

function next({ statut, etape, acteur, restant }: MatrixSite): Html {
  if (statut === 'enService') return html`<td class="suite">${pill('bien', 'En service', 'coche')}</td>`;
  if (etape === null) return html`<td class="suite"></td>`;
  return html`<td class="suite">${etape}<span class="sous">${[acteur, restant !== null && `encore ${restant} à faire`].filter(Boolean).join(' · ')}</span></td>`;
}

type Shown = CellState | 'retard';

const signs: Readonly<Partial<Record<Shown, IconName>>> = {
  fait: 'coche',
  aFaire: 'crayon',
  attente: 'sablier',
  retard: 'horloge',
  bloque: 'verrou',
  recommande: 'info',
};

function sign(etat: Shown): Html | null {
  return signs[etat] ? html`<svg aria-hidden="true"><use href="#s-${etat}"/></svg>` : null;
}

/** The signs of the cells, drawn once for the whole table. */
const cellSigns = html`<svg class="sr" aria-hidden="true">${Object.entries(signs).map(([etat, nom]) => {
  const { text } = icon(nom);
  return new Html(text.replace('<svg class="icone"', `<symbol id="s-${etat}"`).replace('</svg>', '</symbol>'));
})}</svg>`;

/** What the detailed view says more of. */
const asks: ReadonlySet<CellState> = new Set(['aFaire', 'bloque', 'attente']);

/** One prerequisite of one site: a sign, and a word for who points at it, which lead to its step. */
function cellOf(site: MatrixSite, colonne: string, detail: boolean): Html {
  const cell = site.cellules[colonne];
  if (!cell) return html`<td></td>`;
  const { etat, etape, libelle, raison } = cell;
  const isLate = site.retards.has(etape) && etat !== 'fait';
  const shown = isLate && etat !== 'bloque' ? 'retard' : etat;
  const anchor = etape === null || etat === 'fait' ? '' : `#${stepId({ id: etape, certificat: null })}`;
  return html`<td class="${shown}"><a href="/dossiers/${site.id}${anchor}">${sign(shown)}<span>${wordOf(cell)}${isLate && ', en retard'}</span></a>${
    detail && asks.has(etat) && html`<p>${libelle}</p>`
  }${detail && raison && html`<p class="raison">${raison}</p>`}</td>`;
}

/** Whoever is waited for is named: it is not the same to remind the ANS and the éditeur. */
function wordOf({ etat, acteur }: MatrixCell): string {
  if (etat !== 'attente') return motsDeCellule[etat];
  if (acteur === 'ans') return 'Attend l’ANS';
  return acteur === 'editeur' ? 'Attend l’éditeur' : motsDeCellule[etat];
}

type MatrixRead = Given<ReturnType<Services['matrice']>>;
/** A site against what it must have. */
export type MatrixSite = MatrixRead['sites'][number] & {
  /** Its steps that last longer than they usually do. */
  retards: ReadonlySet<string>;
};
/** The sites of a groupement against what each must have. */
export interface Matrix extends Omit<MatrixRead, 'sites'> {
  sites: MatrixSite[];
}

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
const plain = SitesQuery.parse({});

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
const lacking = (colonne: string) => `${LACKING}${colonne}`;

/** How a filter reads in French; null for none of ours. */
function filterOf({ colonnes }: Pick<Matrix, 'colonnes'>, id: string): SiteFilter | null {
  if (Object.hasOwn(commonFilters, id)) return commonFilters[id] ?? null;
  const colonne = colonnes.find((one) => lacking(one.id) === id);
  if (!colonne) return null;
  return { label: `Reste à faire : ${colonne.libelle}`, keeps: (site) => isLacking(site, colonne.id) };
}

/** An abandoned site owes nothing. */
function isLacking({ statut, cellules }: MatrixSite, colonne: string): boolean {
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
  return html`<div class="rang tri-sites"><nav class="filtres-sites" aria-label="Filtrer les sites"><ul>${shown.map(
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
