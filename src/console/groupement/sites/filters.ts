import { fold } from '../../../fold.ts';
import { type Html, html } from '../../../web/html.ts';
import { icone } from '../../ui/icon.ts';
import { nombre } from '../../ui/words.ts';
import type { Matrix, MatrixSite } from '../frame.ts';

/** What the page of sites is asked. */
export interface Demande {
  filtre: string;
  q: string;
  page: number;
  par: 'page' | 'tous';
  vue: 'mots' | 'detail';
}

/** A way to keep some sites. */
interface Filtre {
  libelle: string;
  garde(site: MatrixSite): boolean;
}

const communs: Readonly<Record<string, Filtre>> = {
  tous: { libelle: 'Tous les sites', garde: () => true },
  bloques: {
    libelle: 'Bloqués',
    garde: ({ statut, cellules }) =>
      statut === 'enCours' && Object.values(cellules).some(({ etat }) => etat === 'bloque'),
  },
  'attend-ans': {
    libelle: 'Attendent l’ANS',
    garde: ({ statut, cellules }) =>
      statut === 'enCours' &&
      Object.values(cellules).some(({ etat, acteur }) => etat === 'attente' && acteur === 'ans'),
  },
  'en-service': { libelle: 'En service', garde: ({ statut }) => statut === 'enService' },
  abandonnes: { libelle: 'Abandonnés', garde: ({ statut }) => statut === 'abandonne' },
};

const RESTE = 'reste:';

/** Keeps the sites that still lack a prerequisite. */
export const lacking = (colonne: string) => `${RESTE}${colonne}`;

/** How a filter reads in French; null for none of ours. */
function filterOf({ colonnes }: Pick<Matrix, 'colonnes'>, id: string): Filtre | null {
  if (Object.hasOwn(communs, id)) return communs[id] ?? null;
  const colonne = colonnes.find((one) => lacking(one.id) === id);
  if (!colonne) return null;
  return { libelle: `Reste à faire : ${colonne.libelle}`, garde: (site) => isLacking(site, colonne.id) };
}

/** An abandoned site owes nothing. */
export function isLacking({ statut, cellules }: MatrixSite, colonne: string): boolean {
  return statut === 'enCours' && cellules[colonne]?.etat !== 'fait';
}

/** The sites that answer what is asked. */
export function keptSites(matrix: Matrix, { filtre, q }: Pick<Demande, 'filtre' | 'q'>): MatrixSite[] {
  const { garde } = filterOf(matrix, filtre) ?? (communs['tous'] as Filtre);
  const words = fold(q).split(' ');
  return matrix.sites.filter((site) => {
    if (!garde(site)) return false;
    const { denomination, siret, finess, commune } = site;
    const text = fold([denomination, siret, finess, commune].join(' '));
    return words.every((word) => text.includes(word));
  });
}

/** An address of the page of sites, with another filter, search or page. */
export function addressOf(base: string, demande: Demande, changed: Partial<Demande>): string {
  const plain: Demande = { filtre: 'tous', q: '', page: 1, par: 'page', vue: 'mots' };
  const wanted = { ...demande, page: 1, ...changed };
  const said = Object.entries(wanted).filter(([name, value]) => value !== plain[name as keyof Demande]);
  const query = new URLSearchParams(said.map(([name, value]): [string, string] => [name, `${value}`])).toString();
  return query === '' ? base : `${base}?${query}`;
}

/** Filters as links with how many sites each keeps, and the search. */
export function filters(matrix: Matrix, demande: Demande, base: string): Html {
  const asked = filterOf(matrix, demande.filtre) ? demande.filtre : 'tous';
  const ids = [...Object.keys(communs), ...(Object.hasOwn(communs, asked) ? [] : [asked])];
  const shown = ids
    .map((id) => ({ id, filtre: filterOf(matrix, id) as Filtre }))
    .map(({ id, filtre }) => ({ id, libelle: filtre.libelle, compte: matrix.sites.filter(filtre.garde).length }))
    .filter(({ id, compte }) => compte > 0 || id === asked || id === 'tous');
  return html`<div class="tri-sites"><nav class="filtres-sites" aria-label="Filtrer les sites"><ul>${shown.map(
    ({ id, libelle, compte }) =>
      html`<li><a href="${addressOf(base, demande, { filtre: id })}"${id === asked && html` aria-current="true"`}>${libelle} <span class="compte">${nombre(compte)}</span></a></li>`,
  )}</ul></nav>
<form class="cherche-site" role="search" aria-label="Dans les sites" method="get" action="${base}"><label class="sr" for="site">Chercher un site</label>
<input id="site" name="q" type="search" value="${demande.q}" placeholder="Nom, commune, SIRET, FINESS" autocomplete="off">
${demande.filtre !== 'tous' && html`<input type="hidden" name="filtre" value="${demande.filtre}">`}
<button class="bouton second petit">${icone('recherche')}<span>Chercher</span></button></form></div>`;
}
