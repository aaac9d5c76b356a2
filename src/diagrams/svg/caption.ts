import type { Picture, Rect } from '../layout/geometry.ts';
import { pour, widthOf } from '../layout/text/lines.ts';
import type { Sample } from './samples.ts';
import { line } from './shapes.ts';

/** What a marked picture says of itself: beside its title where there is room, else under the sheet, which becomes higher. */
export interface Caption {
  markup: string;
  /** What is added to the sheet. */
  height: number;
}

const ROW = 18;
const GAP = 16;
const LABEL = 5;
const MARGIN = 18;
const LINE = 16;

/** A subtitle and the key of the marks. */
export function captionOf(picture: Picture, told: string | undefined, key: readonly Sample[]): Caption {
  const { width, height, sousTitre } = picture;
  const isFree = !isTaken(picture);
  const titled = told === undefined ? '' : line({ ...sousTitre, text: told, style: 'sousTitre' });
  const isBeside = isFree && (told === undefined || widthOf(told, 'sousTitre') <= sousTitre.width);
  const beside = keyed(key, { ...sousTitre, y: sousTitre.y - 34 });
  const isKeyBeside = isFree && beside.rows < 2;
  const below = keyed(isKeyBeside ? [] : key, { x: MARGIN, y: height - 6, width: width - 2 * MARGIN });
  const lines = isBeside || told === undefined ? [] : pour(told, 'sousTitre', width - 2 * MARGIN);
  const top = height - 6 + below.rows * ROW;
  const under = lines.map(({ text, style }, rank) => line({ x: MARGIN, y: top + 10 + rank * LINE, text, style }));
  const added = below.rows * ROW + lines.length * LINE;
  return {
    markup: `${isBeside ? titled : under.join('')}${isKeyBeside ? beside.markup : below.markup}`,
    height: added > 0 ? added + 4 : 0,
  };
}

/** The heading of a small sheet reaches into the room of the caption. */
function isTaken({ texts, sousTitre, width }: Picture): boolean {
  return texts.some(({ x, y, text, style }) => y <= sousTitre.y && x + widthOf(text, style) > width / 2 - 8);
}

/** Samples with their words, in rows. */
function keyed(key: readonly Sample[], { x, y, width }: Pick<Rect, 'x' | 'y' | 'width'>) {
  let [left, rows, markup] = [x, key.length > 0 ? 1 : 0, ''];
  for (const sample of key) {
    const taken = sample.width + LABEL + widthOf(sample.words, 'detail');
    if (left > x && left + taken > x + width) [left, rows] = [x, rows + 1];
    const top = y + (rows - 1) * ROW;
    const words = {
      x: Math.round(left + sample.width + LABEL),
      y: top + 11,
      text: sample.words,
      style: 'detail',
    } as const;
    markup += `<g transform="translate(${Math.round(left)} ${top})">${sample.markup}</g>${line(words)}`;
    left += taken + GAP;
  }
  return { markup, rows };
}
