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
  renvoi: '',
  cadre: 'n',
  libre: '',
  couloir: 'co',
  jalon: 'ja',
  pilule: 'e',
  fiche: 'fi',
  barre: 'ba',
};
const natureClasses = {
  obligatoire: 'o',
  recommandee: 'r',
  facultative: 'f',
  attente: 'w',
  acquise: 'a',
  echec: 'x',
} as const;
const arrowClasses: Record<Arrow['genre'], string> = {
  suite: 'm',
  fait: '',
  derive: 'd',
  initial: '',
  condition: 'k',
  retour: 'rt',
};

/** What is drawn once and pointed to: an arrow head, a loop, the mark of each actor. */
export const DEFINITIONS = [
  '<defs><marker id="pi-f" viewBox="0 0 8 8" refX="7.5" refY="4" markerWidth="7.5" markerHeight="7.5" ',
  'markerUnits="userSpaceOnUse" orient="auto"><path d="M0 .5L8 4L0 7.5z"/></marker>',
  '<path id="pi-r" fill="none" stroke="currentColor" stroke-width="1.2" d="M7.5 2.2A3.6 3.6 0 1 0 8.6 5.5M8.6 0V3H5.6"/>',
  '<path id="pi-ok" fill="none" stroke="currentColor" stroke-width="2" d="M1 6.5L4.5 10L11 2"/>',
  '<path id="pi-w" fill="none" stroke="currentColor" stroke-width="1.3" d="M1.5 .5H10.5M1.5 11.5H10.5M2.5 .5V2.5L9.5 9.5V11.5M9.5 .5V2.5L2.5 9.5V11.5"/>',
  ...(Object.keys(sigles) as Acteur[]).map(insigne),
  '</defs>',
].join('');

/** A rectangle; steps that nothing leaves have two borders. */
export function frame(box: Box): string {
  const { genre, rect, nature } = box;
  if (genre === 'libre' || genre === 'renvoi') return '';
  const classes = [boxClasses[genre], nature ? natureClasses[nature] : '', 's'].filter(Boolean).join(' ');
  if (genre === 'jalon') return `<path class="${classes}" d="${chevron(rect)}"/>`;
  if (genre === 'fiche') return `<path class="${classes}" d="${dogEared(rect)}"/>`;
  const radius = genre === 'pilule' ? rect.height / 2 : (radii[genre] ?? 0);
  const outer = `<rect class="${classes}" ${place(rect)} rx="${radius}"/>`;
  if (genre !== 'finale') return outer;
  const { x, y, width, height } = rect;
  return `${outer}<rect class="u" ${place({ x: x + 2.5, y: y + 2.5, width: width - 5, height: height - 5 })} rx="7"/>`;
}

/** Of the corners of a rectangle. */
const radii: Partial<Record<Box['genre'], number>> = {
  panneau: 8,
  phase: 6,
  volet: 6,
  etape: 4,
  finale: 9,
  entree: 9,
  cadre: 4,
};

/** An arrow that the next goes on from. */
function chevron({ x, y, width, height }: Rect): string {
  const [end, middle] = [x + width, y + height / 2];
  return `M${x} ${y}H${end - 8}L${end} ${middle}L${end - 8} ${y + height}H${x}L${x + 8} ${middle}z`;
}

/** A sheet of paper with a folded corner. */
function dogEared({ x, y, width, height }: Rect): string {
  const end = x + width;
  return `M${x} ${y}H${end - 5}L${end} ${y + 5}V${y + height}H${x}zM${end - 5} ${y}V${y + 5}H${end}`;
}

/** What stands in a box. */
export function content({ insignes, signes, texts }: Box): string {
  const marks = insignes.map((insigne) => use(nameOfMark(insigne.acteur), insigne));
  return marks.join('') + signes.map((point) => use(signNames[point.signe], point)).join('') + texts.map(line).join('');
}

const signNames = { boucle: 'pi-r', acquis: 'pi-ok', attente: 'pi-w' } as const;

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
