import {
  type Arrow,
  type Box,
  INITIAL_RADIUS,
  type Picture,
  type Point,
  type Rect,
  type Text,
} from '../layout/geometry.ts';
import { widthOf } from '../layout/text/lines.ts';
import { captionOf, noEntry, type Sample } from './caption.ts';
import { escaped } from './escape.ts';
import { arrowClass, content, DEFINITIONS, frame, joints, line, place, way } from './shapes.ts';
import { stylesheet } from './style.ts';

/** What a live picture tells of a state. */
export interface StateMark {
  aspect: 'courant' | 'passe' | 'estompe' | null;
  /** In the room that a step keeps free: ten characters, such as a date. */
  texte?: string;
  compte?: number;
  /** How much of what is measured, from 1 to 5. */
  teinte?: number;
  /** What is read when it is pointed at. */
  infobulle?: string;
  /** Over its upper border: since when one stands there, or the day on which it was done. */
  pastille?: { texte: string; ton: 'fait' | 'ici' | 'retard' };
  /** Along its lower border: how many of `total` are behind, and are there. */
  barre?: { faits: number; ici: number; total: number };
}

/** What a live picture tells of a transition. */
export interface TransitionMark {
  aspect?: 'prise' | 'estompe' | 'change' | 'retire';
  /** Why it is refused now. */
  raison?: string;
  compte?: number;
}

/** What changes from one picture of a machine to another; nothing of it moves anything. */
export interface Marks {
  /** By state. */
  etats?: ReadonlyMap<string, StateMark> | undefined;
  /** By transition of the chart. */
  transitions?: ReadonlyMap<string, TransitionMark>;
  sousTitre?: string | undefined;
  /** In place of those of the machine. */
  titre?: string;
  description?: string;
  /** What the marks mean. */
  legende?: readonly Sample[];
  theme?: 'clair' | 'sombre' | undefined;
  /** In a page, which brings the styles: where each state leads; null for nowhere. */
  lien?: ((id: string) => Lien | null) | undefined;
}

/** Where a state leads, and its whole name. */
export interface Lien {
  href: string;
  nom: string;
}

/** A picture drawn once, to be marked as often as asked. */
export interface Drawing {
  /** The SVG, marked. */
  draw(marks?: Marks): string;
}

/** Draws all that does not change; marking it is then a concatenation. */
export function drawingOf(picture: Picture): Drawing {
  const { width, height, boxes, arrows, initials, texts } = picture;
  const head = '<svg xmlns="http://www.w3.org/2000/svg" class="pi"';
  const drawnBoxes = boxes.map((box) => ({ box, mark: boxOf(box) }));
  const drawnArrows = arrows.map(arrowOf);
  const dots = initials.map(({ x, y }) => `<circle class="z" cx="${x}" cy="${y}" r="${INITIAL_RADIUS}"/>`);
  const [title] = texts.filter(({ style }) => style === 'titre');
  const closing = `${joints(arrows)}${dots.join('')}${texts
    .filter((text) => text !== title)
    .map(line)
    .join('')}`;
  return {
    draw({ etats = NONE, transitions = NONE, theme, legende = [], lien, ...told }: Marks = {}) {
      const { sousTitre, titre = picture.titre, description = picture.description } = told;
      const caption = captionOf(picture, sousTitre, legende);
      const full = height + caption.height;
      const size = `viewBox="0 0 ${width} ${full}" width="${width}" height="${full}"`;
      const roles = `role="${lien ? 'group' : 'img'}" aria-labelledby="pi-t" aria-describedby="pi-d"${theme ? ` data-theme="${theme}"` : ''}`;
      const named = `<title id="pi-t">${escaped(titre)}</title><desc id="pi-d">${escaped(description)}</desc>`;
      const style = `${lien ? '' : `<style>${stylesheet(theme)}</style>`}${DEFINITIONS}`;
      let below = `<rect class="bg" width="${width}" height="${full}"/>`;
      let last = '';
      for (const { box, mark } of drawnBoxes) {
        const drawn = mark(etats);
        below += lien ? linked(drawn.below, lien, { box, told: etats.get(box.id)?.infobulle }) : drawn.below;
        last += drawn.above;
      }
      let above = '';
      for (const arrow of drawnArrows) above += arrow(transitions);
      const heading = title ? line({ ...title, ...fitted(titre, width - 2 * title.x) }) : '';
      return `${head} ${size} ${roles}>${named}${style}${below}<g class="l">${above}</g>${closing}${heading}${last}${caption.markup}</svg>\n`;
    },
  };
}

const NONE: ReadonlyMap<string, never> = new Map<string, never>();

/** What leads to the page of a state, named by what is written there, then whole; lines are words apart to who hears them. */
function linked(
  markup: string,
  linkOf: NonNullable<Marks['lien']>,
  { box: { id, cible }, told }: { box: Box; told: string | undefined },
): string {
  const lien = linkOf(cible ?? id);
  if (lien === null) return markup;
  if (cible !== null)
    return `<a href="#dessin-${cible}" aria-label="${wordsOf(markup)}, mène à : ${escaped(lien.nom)}">${markup}</a>`;
  const name = `${wordsOf(markup)} : ${escaped(lien.nom)}`;
  const spaced = markup.replaceAll('</text><text', ' </text><text');
  const described = told === undefined ? '' : ` aria-description="${escaped(told)}"`;
  return `<a href="${escaped(lien.href)}" id="dessin-${id}" aria-label="${name}"${described}>${spaced}</a>`;
}

/** What is read of markup, still escaped: what is told to whoever points at it is not written there. */
function wordsOf(markup: string): string {
  const bare = markup.replaceAll(/<title>[^<]*<\/title>/g, '').replaceAll(/<[^>]+>/g, ' ');
  return bare.replaceAll(/\s+/g, ' ').trim();
}

/** A title in one line, in a smaller hand where it would leave the sheet. */
function fitted(text: string, width: number): Pick<Text, 'text' | 'style'> {
  return { text, style: widthOf(text, 'titre') <= width ? 'titre' : 'panneau' };
}

/** A box, waiting for the mark of its state; what is counted or dated stands over all lines. */
function boxOf(box: Box): (marks: NonNullable<Marks['etats']>) => { below: string; above: string } {
  const drawn = frame(box) + content(box);
  return (marks) => {
    const mark = marks.get(box.id);
    if (!mark) return { below: drawn, above: '' };
    const { aspect, texte, teinte, infobulle } = mark;
    const names = [aspect ?? '', teinte ? `c${teinte} ct` : ''];
    const hover = infobulle ? `<title>${escaped(infobulle)}</title>` : '';
    const told = texte && box.libre ? endAligned(texte, box.libre) : '';
    return { below: `<g${attribute('class', names)}>${hover}${drawn}${told}</g>`, above: overLines(mark, box.rect) };
  };
}

function overLines({ compte, pastille, barre }: StateMark, rect: Rect): string {
  const counted = compte === undefined ? '' : counter(compte, { x: rect.x + rect.width - 12, y: rect.y });
  return counted + (pastille ? dated(pastille, rect) : '') + (barre ? progress(barre, rect) : '');
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
    const mark = together(transitions.map((id) => marks.get(id)));
    if (!mark) return plain;
    const { aspect = '', raison, compte } = mark;
    const counted = compte === undefined ? '' : counter(compte, beside(start, corner, compte));
    if (raison !== undefined)
      return `<g><title>${escaped(raison)}</title>${path('bloque')}${texts}${noEntry(start.x, start.y)}${counted}</g>`;
    const shown = aspect === 'estompe' && isJoining ? stub.replace('"', '"estompe ') : path(aspect);
    return `<g>${shown}${texts}${counted}</g>`;
  };
}

/** What an arrow tells that shows several transitions: dimmed when all are, blocked when no other leads on. */
function together(marks: readonly (TransitionMark | undefined)[]): TransitionMark | null {
  const told = marks.filter((mark) => mark !== undefined);
  if (told.length < 2 && marks.length < 2) return told[0] ?? null;
  if (told.length === 0) return null;
  const raisons = [...new Set(told.flatMap(({ raison }) => raison ?? []))];
  const comptes = told.flatMap(({ compte }) => compte ?? []);
  const isDimmed = marks.every((mark) => mark?.aspect === 'estompe');
  const seen = (['prise', 'change', 'retire'] as const).find((one) => told.some(({ aspect }) => aspect === one));
  const aspect = seen ?? (isDimmed ? 'estompe' : undefined);
  return {
    ...(aspect && { aspect }),
    ...(raisons.length > 0 && { raison: raisons.join(' ') }),
    ...(comptes.length > 0 && { compte: comptes.reduce((sum, one) => sum + one, 0) }),
  };
}

/** Where a number stands on an arrow: past its start, on the side to which it leaves. */
function beside({ x, y }: Point, corner: Point, count: number): Point {
  const shift = widthOfPill(count) / 2 + 1;
  if (corner.x === x) return { x, y: y + Math.sign(corner.y - y) * 8 };
  return { x: x + Math.sign(corner.x - x) * shift, y };
}

function attribute(name: string, values: readonly string[]): string {
  const value = values.filter(Boolean).join(' ');
  return value && ` ${name}="${value}"`;
}

function endAligned(text: string, { x, y, width, height }: Rect): string {
  return `<text class="tm" text-anchor="end" x="${x + width}" y="${y + height - 3}">${escaped(text)}</text>`;
}

/** Words in a pill over the upper border of a box; what is done bears its sign too. */
function dated({ texte, ton }: NonNullable<StateMark['pastille']>, { x, y, width }: Rect): string {
  const sign = ton === 'fait' ? 14 : 0;
  const room = Math.ceil(widthOf(texte, 'insigne')) + 14 + sign;
  const [left, top] = [x + width - room + 4, y - 11];
  const pill = `<rect ${place({ x: left, y: top, width: room, height: 16 })} rx="8"/>`;
  const words = `<text class="ti" x="${left + (room + sign) / 2}" y="${top + 12}">${escaped(texte)}</text>`;
  const mark = sign > 0 ? `<use href="#pi-ok" x="${left + 6}" y="${top + 2}"/>` : '';
  return `<g class="p-${ton}">${pill}${mark}${words}</g>`;
}

/** A bar along the lower border: what is behind, what is there, what is to come. */
function progress({ faits, ici, total }: NonNullable<StateMark['barre']>, { x, y, width, height }: Rect): string {
  const [room, unit] = [width - 24, (width - 24) / Math.max(1, total)];
  const at = { x: x + 12, y: y + height - 7, width: room, height: 5 };
  const parts = [
    `<rect class="b-venir" ${place(at)}/>`,
    `<rect class="b-ici" ${place({ ...at, width: Math.round(unit * (faits + ici)) })}/>`,
    `<rect class="b-fait" ${place({ ...at, width: Math.round(unit * faits) })}/>`,
  ];
  return parts.join('');
}

/** A number in a pill, around a point. */
function counter(count: number, { x, y }: Point): string {
  const width = widthOfPill(count);
  const pill = `<rect class="cp" ${place({ x: x - width / 2, y: y - 6, width, height: 12 })} rx="6"/>`;
  return `${pill}<text class="ti" x="${x}" y="${y + 3.5}">${count}</text>`;
}

function widthOfPill(count: number): number {
  return 8 + 6 * `${count}`.length;
}
