import { type Arrow, type Box, INITIAL_RADIUS, type Picture, type Point, type Rect } from '../layout/geometry.ts';
import { escaped } from './escape.ts';
import { arrowClass, content, DEFINITIONS, frame, joints, line, place, way } from './shapes.ts';
import { STYLESHEET } from './style.ts';

/** What a live picture tells of a state. */
export interface StateMark {
  aspect: 'courant' | 'passe' | 'estompe' | null;
  /** In the room that a step keeps free: ten characters, such as a date. */
  texte?: string;
  compte?: number;
}

/** What a live picture tells of a transition. */
interface TransitionMark {
  aspect?: 'prise' | 'estompe';
  /** Why it is refused now. */
  raison?: string;
  compte?: number;
}

/** What changes from one picture of a machine to another; nothing of it moves anything. */
interface Marks {
  /** By state. */
  etats?: ReadonlyMap<string, StateMark>;
  /** By transition of the chart. */
  transitions?: ReadonlyMap<string, TransitionMark>;
  sousTitre?: string;
  theme?: 'clair' | 'sombre';
}

/** A picture drawn once, to be marked as often as asked. */
export interface Drawing {
  /** The SVG, marked. */
  draw(marks?: Marks): string;
}

/** Draws all that does not change; marking it is then a concatenation. */
export function drawingOf(picture: Picture): Drawing {
  const { width, height, titre, description, boxes, arrows, initials, texts, sousTitre } = picture;
  const size = `viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"`;
  const head = `<svg xmlns="http://www.w3.org/2000/svg" class="pi" ${size} role="img" aria-labelledby="pi-t pi-d"`;
  const opening = [
    `><title id="pi-t">${escaped(titre)}</title><desc id="pi-d">${escaped(description)}</desc>`,
    `<style>${STYLESHEET}</style>${DEFINITIONS}<rect class="bg" width="${width}" height="${height}"/>`,
  ].join('');
  const drawnBoxes = boxes.map(boxOf);
  const drawnArrows = arrows.map(arrowOf);
  const dots = initials.map(({ x, y }) => `<circle class="z" cx="${x}" cy="${y}" r="${INITIAL_RADIUS}"/>`);
  const closing = `${joints(arrows)}${dots.join('')}${texts.map(line).join('')}`;
  return {
    draw({ etats = NONE, transitions = NONE, sousTitre: told, theme }: Marks = {}) {
      let below = '';
      for (const box of drawnBoxes) below += box(etats);
      let above = '';
      for (const arrow of drawnArrows) above += arrow(transitions);
      const subtitle = told ? line({ ...sousTitre, text: told, style: 'sousTitre' }) : '';
      const themed = theme ? ` data-theme="${theme}"` : '';
      return `${head}${themed}${opening}${below}<g class="l">${above}</g>${closing}${subtitle}</svg>\n`;
    },
  };
}

const NONE: ReadonlyMap<string, never> = new Map<string, never>();

/** A box, waiting for the mark of its state. */
function boxOf(box: Box): (marks: NonNullable<Marks['etats']>) => string {
  const drawn = frame(box) + content(box);
  return (marks) => {
    const mark = marks.get(box.id);
    if (!mark) return drawn;
    const { aspect, texte, compte } = mark;
    const told = texte && box.libre ? endAligned(texte, box.libre) : '';
    const counted = compte === undefined ? '' : counter(compte, { x: box.rect.x + box.rect.width, y: box.rect.y });
    return `<g${aspect ? ` class="${aspect}"` : ''}>${drawn}${told}${counted}</g>`;
  };
}

/** An arrow, waiting for the marks of its transitions; unmarked, one that joins another stops there, so that no line is drawn twice. */
function arrowOf(arrow: Arrow): (marks: NonNullable<Marks['transitions']>) => string {
  const { points, transitions, label } = arrow;
  const name = arrowClass(arrow);
  const path = (more: string) => `<path${attribute('class', [name, more])} d="${way(points)}"/>`;
  const texts = label ? label.texts.map(line).join('') : '';
  const [start, corner] = points as [Point, Point];
  const isJoining = arrow.joints.some(({ x, y }) => x === corner.x && y === corner.y);
  const stub = `<path${attribute('class', [name, 't'])} d="${way([start, corner])}"/>`;
  const plain = (isJoining ? stub : path('')) + texts;
  return (marks) => {
    const mark = transitions.map((id) => marks.get(id)).find((found) => found !== undefined);
    if (!mark) return plain;
    const { aspect = '', raison, compte } = mark;
    const counted = compte === undefined ? '' : counter(compte, start);
    if (raison === undefined) return `<g>${path(aspect)}${texts}${counted}</g>`;
    const sign = `<circle class="bs" cx="${start.x}" cy="${start.y}" r="3.5"/>`;
    return `<g><title>${escaped(raison)}</title>${path('bloque')}${texts}${sign}${counted}</g>`;
  };
}

function attribute(name: string, values: readonly string[]): string {
  const value = values.filter(Boolean).join(' ');
  return value && ` ${name}="${value}"`;
}

function endAligned(text: string, { x, y, width, height }: Rect): string {
  return `<text class="tm" text-anchor="end" x="${x + width}" y="${y + height - 3}">${escaped(text)}</text>`;
}

/** A number in a pill, over a point. */
function counter(count: number, { x, y }: Point): string {
  const width = 8 + 7 * `${count}`.length;
  const pill = `<rect class="cp" ${place({ x: x - width / 2, y: y - 7, width, height: 14 })} rx="7"/>`;
  return `${pill}<text class="ti" x="${x}" y="${y + 3.5}">${count}</text>`;
}
