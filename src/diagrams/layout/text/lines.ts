import { memo } from '../../../memo.ts';
import type { Point, Text } from '../geometry.ts';
import { charWidths, UNKNOWN_WIDTH } from './char-widths.ts';

/** One line as it is written. */
export interface SetLine {
  text: string;
  style: StyleName;
}

/** Lines one under another: the widest, and the height of all. */
interface Block {
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

const wrapped = memo<readonly SetLine[]>();

/** A text in as few lines as `width` allows, then as even as they can be. */
export function wrap(text: string, style: StyleName, width: number): SetLine[] {
  return [...wrapped(`${style} ${width} ${text}`, () => wrapOnce(text, style, width))];
}

function wrapOnce(text: string, style: StyleName, width: number): SetLine[] {
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
function leadingOf(style: StyleName): number {
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

/** The hands that texts are written in: size in units of the sheet, of which an A3 page holds 1984 at most, so that 10 prints at 6 pt. */
export const styles = {
  titre: { size: 24, gras: true },
  sousTitre: { size: 13, gras: false },
  panneau: { size: 13, gras: true },
  phase: { size: 11, gras: true },
  etape: { size: 11, gras: false },
  detail: { size: 10, gras: false },
  fait: { size: 10, gras: false },
  condition: { size: 10, gras: false },
  insigne: { size: 11, gras: true },
  fiche: { size: 11, gras: true },
} as const;
export type StyleName = keyof typeof styles;

/** From one baseline to the next, in sizes of the font. */
const LEADING = 1.2;

/** Of the size of a font, how far its baseline is below the top of a line. */
const ASCENT = 0.95;

/** Lines written one under another, from a left edge. */
export class Column {
  readonly texts: Text[] = [];
  readonly left: number;
  bottom: number;

  constructor({ x, y }: Point) {
    this.left = x;
    this.bottom = y;
  }

  /** Writes lines further down; gives where they start and end. */
  add(lines: readonly SetLine[], indent = 0): { top: number; bottom: number } {
    const top = this.bottom;
    for (const { text, style } of lines) {
      this.texts.push({ x: this.left + indent, y: Math.round(this.bottom + styles[style].size * ASCENT), text, style });
      this.bottom += leadingOf(style);
    }
    return { top, bottom: this.bottom };
  }

  space(height: number): void {
    this.bottom += height;
  }
}
