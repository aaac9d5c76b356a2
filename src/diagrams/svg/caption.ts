import type { Picture, Rect } from '../layout/geometry.ts';
import { pour, widthOf } from '../layout/text/lines.ts';
import { escaped } from './escape.ts';
import { line } from './shapes.ts';

/** What a marked picture says of itself: beside its title where there is room, else under the sheet, which becomes higher. */
interface Caption {
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

/** What a mark looks like and what it means; drawn in a room of `width` by 14, from its top left corner. */
export interface Sample {
  words: string;
  width: number;
  markup: string;
}

const WIDTH = 34;
const CURRENT = '<g class="courant"><rect class="e a s" x="38" width="34" height="14" rx="4"/></g>';

/** The marks of a live picture. */
export const liveSamples: readonly Sample[] = [
  { words: 'étape en cours, à faire ou acquise (depuis quel jour)', ...step('courant', CURRENT, 72) },
  {
    words: 'étape passée (dernière entrée), fait enregistré',
    ...step('passe', arrow('prise'), 58),
  },
  { words: 'fait bloqué (raison au survol et dans la description)', ...blocked() },
  { words: 'hors de portée, sauf retour en arrière', ...step('estompe') },
];

/** The marks of a difference: each has a sign before its words too. */
export const differenceSamples: readonly Sample[] = [
  { words: '+ ajouté', ...step('passe', arrow('prise'), 58) },
  { words: '≠ changé, ou dont un fait change', ...step('courant', arrow('change'), 58) },
  { words: '− retiré', ...step('estompe', arrow('retire'), 58) },
];

/** A number over a state or an arrow. */
export function counted(words: string): Sample {
  return {
    words,
    width: 16,
    markup: '<rect class="cp" y="1" width="16" height="12" rx="6"/><text class="ti" x="8" y="10.5">n</text>',
  };
}

/** A bar in three parts. */
export function barred(words: string): Sample {
  const parts = [
    '<rect class="b-venir" y="4" width="60" height="6"/>',
    '<rect class="b-ici" y="4" width="40" height="6"/>',
    '<rect class="b-fait" y="4" width="22" height="6"/>',
  ];
  return { words, width: 60, markup: parts.join('') };
}

/** The shades of a measure, from the least to the most. */
export function shaded(words: string): Sample {
  const steps = [1, 2, 3, 4, 5].map(
    (rank) => `<g class="c${rank}"><rect class="e s" x="${(rank - 1) * 14}" width="14" height="14"/></g>`,
  );
  return { words, width: 70, markup: steps.join('') };
}

function step(aspect: string, more = '', width = WIDTH): Omit<Sample, 'words'> {
  const markup = `<g class="${aspect}"><rect class="e o s" width="${WIDTH}" height="14" rx="4"/></g>${more}`;
  return { width, markup };
}

function arrow(aspect: string): string {
  return `<g class="l"><path class="${aspect}" d="M36 7H58"/></g>`;
}

function blocked(): Omit<Sample, 'words'> {
  return { width: WIDTH, markup: `<g class="l"><path class="bloque" d="M5 7H${WIDTH}"/>${noEntry(5, 7)}</g>` };
}

/** The sign of what is blocked, over a point. */
export function noEntry(x: number, y: number): string {
  return `<circle class="bs" cx="${x}" cy="${y}" r="4.5"/><rect class="ti" x="${x - 2.5}" y="${y - 0.8}" width="5" height="1.6"/>`;
}

/** What is written in a step. */
export function written(text: string, words: string): Sample {
  return { words, width: 48, markup: `<text class="tm" x="48" y="11" text-anchor="end">${escaped(text)}</text>` };
}
