import { type Html, html } from '../../web/html.ts';
import { pli } from '../parts/blocs.ts';
import { definitions } from './motifs.ts';

/** What is drawn on a sheet of its own width. */
export interface Dessin {
  hauteur: number;
  corps: Html;
}

/** How a sheet is drawn: its width, and whether it is that of a phone. */
export interface Feuille {
  largeur: number;
  etroite: boolean;
  /** Of a pattern, as a `fill`. */
  motif(rang: number): string;
}

/** What every chart says beside its drawing. */
export interface Propos {
  /** Unique on the page. */
  id: string;
  titre: string;
  /** What the drawing shows, in a sentence, for who does not see it. */
  resume: string;
  /** The same figures as a table, with its caption. */
  tableau: Html;
  /** Under the drawing: what its signs mean. */
  legende?: Html | null;
  /** Where the table may be taken as a file. */
  csv?: string | undefined;
}

const LARGE = 760;
const ETROITE = 320;

/**
 * A chart, drawn twice: for a wide place and for a phone, of which the style shows one; and its table. A drawing that holds links is a
 * group, since what is in an image is told to nobody.
 */
export function figure(propos: Propos, dessiner: (feuille: Feuille) => Dessin, lien = false): Html {
  const { id, tableau, legende = null, csv } = propos;
  return html`<figure class="graphe" id="${id}">
${feuille(propos, { largeur: LARGE, etroite: false }, { dessiner, lien })}
${feuille(propos, { largeur: ETROITE, etroite: true }, { dessiner, lien })}
${legende && html`<figcaption>${legende}</figcaption>`}
${pli('Voir les chiffres', html`${tableau}${csv !== undefined && html`<p><a href="${csv}" download>Télécharger ces chiffres (CSV)</a></p>`}`)}
</figure>`;
}

function feuille(
  { id, titre, resume }: Propos,
  { largeur, etroite }: Pick<Feuille, 'largeur' | 'etroite'>,
  { dessiner, lien }: { dessiner: (feuille: Feuille) => Dessin; lien: boolean },
): Html {
  const nom = `${id}-${etroite ? 'e' : 'l'}`;
  const { hauteur, corps } = dessiner({ largeur, etroite, motif: (rang) => `url(#${nom}-m${rang})` });
  return html`<svg class="${etroite ? 'etroite' : 'etendue'}" viewBox="0 0 ${largeur} ${Math.ceil(hauteur)}" role="${lien ? 'group' : 'img'}" aria-labelledby="${nom}-t" aria-describedby="${nom}-d"><title id="${nom}-t">${titre}</title><desc id="${nom}-d">${resume}</desc>${definitions(nom)}${corps}</svg>`;
}
