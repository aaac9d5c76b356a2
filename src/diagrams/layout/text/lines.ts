import { charWidths, UNKNOWN_WIDTH } from './char-widths.ts';
import { LEADING, type StyleName, styles } from './styles.ts';

/** One line as it is written. */
export interface SetLine {
  text: string;
  style: StyleName;
}

/** Lines one under another: the widest, and the height of all. */
export interface Block {
  lines: SetLine[];
  width: number;
  height: number;
}

/** How wide a text is at most, whichever of the usual sans-serif fonts draws it. */
export function widthOf(text: string, style: StyleName): number {
  const { size, gras } = styles[style];
  const widths = gras ? charWidths.gras : charWidths.normal;
  const sum = [...text].reduce((total, character) => total + (widths.get(character) ?? UNKNOWN_WIDTH), 0);
  return (sum * size) / 1_000;
}

/** A text in lines of `width` at most, each as long as it can be. */
export function pour(text: string, style: StyleName, width: number): SetLine[] {
  return fill(joined(text).split(' '), style, width).map((line) => ({ text: line, style }));
}

/** A text in as few lines as `width` allows, then as even as they can be. */
export function wrap(text: string, style: StyleName, width: number): SetLine[] {
  const words = joined(text).split(' ');
  const lines = fill(words, style, width);
  for (let narrow = width - 6; narrow > 0; narrow -= 6) {
    const narrower = fill(words, style, narrow);
    if (narrower.length > lines.length || isOver(narrower, style, narrow)) break;
    lines.splice(0, lines.length, ...narrower);
  }
  return lines.map((line) => ({ text: line, style }));
}

/** The room that lines take. */
export function blockOf(lines: SetLine[]): Block {
  return {
    lines,
    width: Math.ceil(Math.max(0, ...lines.map(({ text, style }) => widthOf(text, style)))),
    height: Math.ceil(lines.reduce((total, { style }) => total + leadingOf(style), 0)),
  };
}

/** From the top of a line to the top of the next. */
export function leadingOf(style: StyleName): number {
  return styles[style].size * LEADING;
}

/** French keeps its signs and its § with their word. */
function joined(text: string): string {
  return text.replaceAll(/ (?=[:;?!»·])|(?<=[«§]) |(?<=§\S+) (?=étape)/g, '\u00a0');
}

function fill(words: readonly string[], style: StyleName, width: number): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
    if (lines.length > 0 && widthOf(longer, style) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

function isOver(lines: readonly string[], style: StyleName, width: number): boolean {
  return lines.some((line) => widthOf(line, style) > width);
}
