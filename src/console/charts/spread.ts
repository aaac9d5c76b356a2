import { type Html, html } from '../../web/html.ts';
import { nombre } from '../ui/words.ts';
import {
  arrondi,
  type Dessin,
  echelle,
  enLignes,
  type Feuille,
  figure,
  INTERLIGNE,
  largeurDe,
  type Propos,
} from './sheet.ts';

/** How long a thing was: half of the cases took `mediane` days at most, nine in ten `centile90`; null when there are too few. */
interface Repartie {
  libelle: string;
  cas: number;
  mediane: number | null;
  centile90: number | null;
}

const LIBELLE = 280;

/** What was observed, line by line: a bar to the median, a line to the ninetieth percentile. */
export function repartition(propos: Propos, lignes: readonly Repartie[]): Html {
  return figure({ ...propos, legende: html`${CLEF}${propos.legende ?? null}` }, (feuille) => dessin(lignes, feuille));
}

const CLEF = html`<ul class="echantillons"><li><svg viewBox="0 0 34 14" width="34" height="14" aria-hidden="true"><rect class="s0 plein" x="1" y="3" width="16" height="8"/><path class="mediane" d="M17 0v14"/></svg>médiane : la moitié des cas</li><li><svg viewBox="0 0 34 14" width="34" height="14" aria-hidden="true"><path class="queue" d="M1 7H30"/><path class="centile" d="M26 3l4 4-4 4"/></svg>90e centile : neuf cas sur dix</li></ul>`;

function dessin(lignes: readonly Repartie[], feuille: Feuille): Dessin {
  const { largeur, etroite } = feuille;
  const { sommet, reperes } = echelle(Math.max(0, ...lignes.map(({ centile90 }) => centile90 ?? 0)), etroite ? 3 : 5);
  const bout = Math.max(...lignes.map((ligne) => largeurDe(chiffres(ligne))));
  const gauche = etroite ? 1 : LIBELLE + 12;
  const droite = etroite ? largeur - 12 : largeur - bout - 14;
  const at = (jours: number) => arrondi(gauche + (jours / sommet) * (droite - gauche));
  let y = 24;
  const corps = lignes.map((ligne) => {
    const words = enLignes(ligne.libelle, etroite ? largeur : LIBELLE);
    const text = etroite ? [...words, ...enLignes(chiffres(ligne), largeur)] : words;
    const haut = etroite ? text.length * INTERLIGNE + 30 : Math.max(28, text.length * INTERLIGNE + 9);
    const top = etroite ? y + 13 : y + (haut - text.length * INTERLIGNE) / 2 + 13;
    const middle = etroite ? y + text.length * INTERLIGNE + 13 : y + haut / 2;
    const drawn = html`<g>${text.map(
      (word, rank) =>
        html`<text${rank >= words.length && html` class="doux"`} y="${arrondi(top + rank * INTERLIGNE)}">${word}</text>`,
    )}${etroite ? null : html`<text class="doux" x="${arrondi(droite + 14)}" y="${arrondi(middle + 4.5)}">${chiffres(ligne)}</text>`}${marques(ligne, at, middle)}</g>`;
    y += haut;
    return drawn;
  });
  const axe = reperes.map(
    (repere) =>
      html`<path class="repere" d="M${at(repere)} 20V${arrondi(y)}"/><text class="doux" x="${at(repere)}" y="13" text-anchor="${ancre(repere, reperes, etroite)}">${repere === sommet ? `${nombre(repere)} j` : nombre(repere)}</text>`,
  );
  return { hauteur: y + 2, corps: html`${axe}${corps}` };
}

function ancre(repere: number, reperes: readonly number[], etroite: boolean): string {
  if (etroite && repere === 0) return 'start';
  return repere === reperes.at(-1) ? 'end' : 'middle';
}

function marques({ mediane, centile90 }: Repartie, at: (jours: number) => number, middle: number): Html | null {
  if (mediane === null || centile90 === null) return null;
  const [x0, x1, x2] = [at(0), at(mediane), at(centile90)];
  const y = arrondi(middle);
  return html`<path class="queue" d="M${x0} ${y}H${x2}"/><rect class="s0 plein" x="${x0}" y="${arrondi(middle - 5)}" width="${arrondi(x1 - x0)}" height="10"/><path class="mediane" d="M${x1} ${arrondi(middle - 8)}v16"/><path class="centile" d="M${arrondi(x2 - 4)} ${arrondi(middle - 5)}l5 5-5 5"/>`;
}

/** What is read of a line: « 8 j, 20 j (40 cas) ». */
function chiffres({ cas, mediane, centile90 }: Repartie): string {
  if (mediane === null || centile90 === null) return `trop peu de cas (${nombre(cas)})`;
  return `${nombre(mediane)} j · ${nombre(centile90)} j (${nombre(cas)} cas)`;
}
