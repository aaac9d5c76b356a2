import type { CellState, MatrixCell } from '../../../engine/answers/matrix.ts';
import { motsDeCellule } from '../../../web/csv.ts';
import { Html, html } from '../../../web/html.ts';
import { stepId } from '../../dossier/etapes/step.ts';
import { pill } from '../../ui/blocks.ts';
import { type IconName, icon } from '../../ui/icon.ts';
import type { Matrix, MatrixSite } from '../frame.ts';
import { addressOf, isLacking, lacking, type SitesQuery } from './filters.ts';

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
