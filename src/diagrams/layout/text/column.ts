import type { Point, Text } from '../geometry.ts';
import { leadingOf, type SetLine } from './lines.ts';
import { styles } from './styles.ts';

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
