import { charWidths, UNKNOWN_WIDTH } from '../../diagrams/layout/text/char-widths.ts';

/** The size of what is written on charts, in units of the drawing. */
export const TAILLE = 13;
/** From one baseline to the next. */
export const INTERLIGNE = 17;

/** How wide a text is at most, whichever of the usual sans-serif fonts draws it. */
export function largeurDe(texte: string, gras = false, taille = TAILLE): number {
  const widths = gras ? charWidths.gras : charWidths.normal;
  const sum = [...texte].reduce((total, character) => total + (widths.get(character) ?? UNKNOWN_WIDTH), 0);
  return (sum * taille) / 1_000;
}

/** A text in lines that are no wider than `largeur`; a word that is wider than that alone is cut. */
export function enLignes(texte: string, largeur: number, gras = false): string[] {
  const lines: string[] = [];
  for (const word of joined(texte)
    .split(' ')
    .flatMap((one) => pieces(one, largeur, gras))) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
    if (lines.length > 0 && largeurDe(longer, gras) <= largeur) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** French keeps its signs with their word. */
function joined(text: string): string {
  return text.replaceAll(/ (?=[:;?!»·])|(?<=[«§]) /g, '\u00a0');
}

function pieces(word: string, width: number, gras: boolean): string[] {
  if (largeurDe(word, gras) <= width) return [word];
  const cut: string[] = [''];
  for (const character of word) {
    const longer = `${cut.at(-1)}${character}`;
    if (largeurDe(longer, gras) <= width || cut.at(-1) === '') cut[cut.length - 1] = longer;
    else cut.push(character);
  }
  return cut;
}
