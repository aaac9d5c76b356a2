import { type Html, html } from '../../web/html.ts';
import { nombre } from '../ui/words.ts';
import { arrondi, type Dessin, enLignes, type Feuille, figure, INTERLIGNE, largeurDe, type Propos } from './sheet.ts';

/** A line of a chart of bars. */
interface Barre {
  libelle: string;
  valeur: number;
  /** What is written at its end; the number itself unless told. */
  texte?: string;
  /** The rank of its pattern. */
  motif?: number;
  /** Where it leads, and what is said of that. */
  vers?: string | undefined;
}

const LIBELLE = 300;
const EPAISSEUR = 16;
const MARGE = 8;

/** Horizontal bars, one per line, in the order given: how many there are of each thing. */
export function barres(propos: Propos, lignes: readonly Barre[]): Html {
  const plusGrande = Math.max(1, ...lignes.map(({ valeur }) => valeur));
  const lien = lignes.some(({ vers }) => vers !== undefined);
  return figure(propos, (feuille) => dessin(lignes, plusGrande, feuille), lien);
}

function dessin(lignes: readonly Barre[], plusGrande: number, feuille: Feuille): Dessin {
  const { largeur, etroite } = feuille;
  const gauche = etroite ? 0 : LIBELLE + 12;
  const bout = Math.max(...lignes.map((ligne) => largeurDe(texteDe(ligne), true)));
  const place = largeur - gauche - bout - MARGE;
  let y = 0;
  const corps = lignes.map((ligne) => {
    const words = enLignes(ligne.libelle, etroite ? largeur : LIBELLE);
    const haut = etroite ? words.length * INTERLIGNE + 4 + EPAISSEUR + 12 : Math.max(28, words.length * INTERLIGNE + 9);
    const centre = etroite ? y + words.length * INTERLIGNE + 4 + EPAISSEUR / 2 : y + haut / 2;
    const ligneHaut = etroite ? y + 13 : y + (haut - words.length * INTERLIGNE) / 2 + 13;
    const longueur = arrondi((ligne.valeur / plusGrande) * place);
    const drawn = html`${ligne.vers !== undefined && html`<rect class="fond" y="${arrondi(y)}" width="${largeur}" height="${arrondi(haut - 2)}" rx="3"/>`}<text>${words.map(
      (word, rank) => html`<tspan x="0" y="${arrondi(ligneHaut + rank * INTERLIGNE)}">${word} </tspan>`,
    )}</text>${barre(ligne, { x: gauche, y: centre - EPAISSEUR / 2, longueur }, feuille)}<text class="gras" x="${arrondi(gauche + longueur + MARGE)}" y="${arrondi(centre + 4.5)}">${texteDe(ligne)}</text>`;
    y += haut;
    return ligne.vers === undefined ? html`<g>${drawn}</g>` : html`<a href="${ligne.vers}">${drawn}</a>`;
  });
  return { hauteur: y, corps: html`${corps}` };
}

function barre(
  { valeur, motif = 0 }: Barre,
  { x, y, longueur }: { x: number; y: number; longueur: number },
  feuille: Feuille,
): Html {
  const width = valeur > 0 ? Math.max(2, longueur) : 0;
  return html`<rect class="s${motif}" x="${x}" y="${arrondi(y)}" width="${width}" height="${EPAISSEUR}" fill="${feuille.motif(motif)}"/>`;
}

function texteDe({ valeur, texte }: Barre): string {
  return texte ?? nombre(valeur);
}
