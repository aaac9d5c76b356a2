import type { Acteur } from '../../../machines/step.ts';
import type { Arrow, Box, Point, Rect, Text } from '../layout/geometry.ts';
import { INSIGNE } from '../layout/ladder/card.ts';
import { styles } from '../layout/text/lines.ts';
import { escaped } from './escape.ts';
import { nameOfMark, sigles, textClasses } from './style.ts';

/** The class of a box, by what it is; that of a step says what it asks. */
const boxClasses: Record<Box['genre'], string> = {
  panneau: 'pn',
  phase: 'h',
  volet: 'h v',
  etape: 'e',
  finale: 'e',
  entree: 'n v',
  cadre: 'n',
  libre: '',
  absent: 'pn v',
};
const natureClasses = { obligatoire: 'o', recommandee: 'r', facultative: 'f', attente: '', acquise: 'a' } as const;
const arrowClasses: Record<Arrow['genre'], string> = { fait: '', derive: 'd', initial: '', condition: 'k' };

/** What is drawn once and pointed to: an arrow head, a loop, the mark of each actor. */
export const DEFINITIONS = [
  '<defs><marker id="pi-f" viewBox="0 0 8 8" refX="7.5" refY="4" markerWidth="7.5" markerHeight="7.5" ',
  'markerUnits="userSpaceOnUse" orient="auto"><path d="M0 .5L8 4L0 7.5z"/></marker>',
  '<path id="pi-r" fill="none" stroke="currentColor" stroke-width="1.2" d="M7.5 2.2A3.6 3.6 0 1 0 8.6 5.5M8.6 0V3H5.6"/>',
  ...(Object.keys(sigles) as Acteur[]).map(insigne),
  '</defs>',
].join('');

/** A rectangle; steps that nothing leaves have two borders. */
export function frame(box: Box): string {
  const { genre, rect, nature, differe } = box;
  if (genre === 'libre') return '';
  const classes = [boxClasses[genre], nature ? natureClasses[nature] : '', differe ? 'q' : '', 's']
    .filter(Boolean)
    .join(' ');
  const radius = { panneau: 8, phase: 6, volet: 6, etape: 4, finale: 9, entree: 9, cadre: 4, libre: 0, absent: 4 }[
    genre
  ];
  const outer = `<rect class="${classes}" ${place(rect)} rx="${radius}"/>`;
  if (genre !== 'finale') return outer;
  const { x, y, width, height } = rect;
  return `${outer}<rect class="u" ${place({ x: x + 2.5, y: y + 2.5, width: width - 5, height: height - 5 })} rx="7"/>`;
}

/** What stands in a box. */
export function content({ insignes, boucles, texts }: Box): string {
  const marks = insignes.map((insigne) => use(nameOfMark(insigne.acteur), insigne));
  return marks.join('') + boucles.map((point) => use('pi-r', point)).join('') + texts.map(line).join('');
}

/** A line of text. */
export function line({ x, y, text, style }: Text): string {
  const name = textClasses[style];
  return `<text${name && ` class="${name}"`} x="${x}" y="${y}">${escaped(text)}</text>`;
}

/** The class of an arrow. */
export function arrowClass({ genre }: Arrow): string {
  return arrowClasses[genre];
}

/** The way of an arrow. */
export function way([start, ...rest]: readonly Point[]): string {
  if (!start) return '';
  let at = start;
  const steps = rest.map((point) => {
    const step = point.y === at.y ? `H${point.x}` : `V${point.y}`;
    at = point;
    return step;
  });
  return `M${start.x} ${start.y}${steps.join('')}`;
}

/** Every point where arrows join, as one path of round dots. */
export function joints(arrows: readonly Arrow[]): string {
  const dots = new Set(arrows.flatMap((arrow) => arrow.joints).map(({ x, y }) => `M${x} ${y}h0`));
  return dots.size > 0 ? `<path class="j" d="${[...dots].join('')}"/>` : '';
}

/** The attributes of a rectangle. */
export function place({ x, y, width, height }: Rect): string {
  return `x="${x}" y="${y}" width="${width}" height="${height}"`;
}

function use(id: string, { x, y }: Point): string {
  return `<use href="#${id}" x="${x}" y="${y}"/>`;
}

function insigne(acteur: Acteur): string {
  const { width, height } = INSIGNE;
  const font = `font-size="${styles.insigne.size}" font-weight="700" text-anchor="middle"`;
  const pill = `<rect width="${width}" height="${height}" rx="7" fill="currentColor"/>`;
  return `<g id="${nameOfMark(acteur)}">${pill}<text x="${width / 2}" y="11" ${font}>${sigles[acteur]}</text></g>`;
}
