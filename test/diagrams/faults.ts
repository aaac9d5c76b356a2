import type { Arrow, Box, Picture, Point, Rect, Text } from '../../src/diagrams/layout/geometry.ts';
import { styles, widthOf } from '../../src/diagrams/layout/text/lines.ts';

interface Segment {
  from: Point;
  to: Point;
  arrow: Arrow;
}

/** 6 pt on an A3 page, lying, of 420 mm. */
const LEAST_SIZE = 6 / ((420 / 25.4) * 72);

/** Boxes that overlap without one standing in the other. */
export function overlaps({ boxes }: Picture): string[] {
  return pairs(boxes)
    .filter(([a, b]) => meet(a.rect, b.rect) && ![a, b].every((one) => isGround(one) || one.genre === 'barre'))
    .filter(([a, b]) => !(holds(a, b, boxes) && contains(a.rect, b.rect)))
    .filter(([a, b]) => !(holds(b, a, boxes) && contains(b.rect, a.rect)))
    .map(([a, b]) => `${a.id} × ${b.id}`);
}

/** Lines of text, marks and free rooms that leave their box, or lie on each other. */
export function spilled({ boxes, texts, width, height }: Picture): string[] {
  const sheet = { x: 0, y: 0, width, height };
  const samples = boxes.filter(({ id, parent }) => id.startsWith('legende:') && parent === null);
  const isOut = (text: Text) => !contains(sheet, roomOf(text)) || samples.some(({ rect }) => meet(rect, roomOf(text)));
  const outside = texts.filter(isOut).map(({ text }) => text);
  return [...outside, ...boxes.flatMap((box) => spilledIn(box, boxes))];
}

/** Lines of text that lie on each other, wherever they are. */
export function overwritten(picture: Picture): string[] {
  return pairs(everyText(picture))
    .filter(([a, b]) => meet(roomOf(a), roomOf(b)))
    .map(([a, b]) => `${a.text} × ${b.text}`);
}

/** Words that a line crosses. */
export function crossed(picture: Picture): string[] {
  const segments = segmentsOf(picture);
  return everyText(picture).flatMap((text) =>
    segments.filter((segment) => touches(segment, roomOf(text))).map(({ arrow }) => `${text.text} × ${arrow.id}`),
  );
}

/** Words of arrows that lie on a box, or on other words. */
export function covered({ boxes, arrows }: Picture): string[] {
  const labels = arrows.flatMap(({ id, label }) => (label ? [{ id, rect: label.rect }] : []));
  const onBoxes = labels.flatMap(({ id, rect }) =>
    boxes
      .filter((box) => !isGround(box) && meet(box.rect, rect) && !contains(box.rect, rect))
      .map((box) => `${id} × ${box.id}`),
  );
  const onSteps = labels.flatMap(({ id, rect }) =>
    boxes.filter((box) => !isFrame(box) && meet(box.rect, rect)).map((box) => `${id} × ${box.id}`),
  );
  const onOthers = pairs(labels)
    .filter(([a, b]) => meet(a.rect, b.rect))
    .map(([a, b]) => `${a.id} × ${b.id}`);
  return [...onBoxes, ...onSteps, ...onOthers];
}

/** Arrows that do not go from border to border. */
export function loose({ boxes, arrows, initials }: Picture): string[] {
  const rectOf = (id: string) => boxes.find((box) => box.id === id)?.rect;
  return arrows
    .filter(({ id }) => !id.startsWith('legende:'))
    .filter(({ de, vers, points, genre }) => {
      const [start, end] = [points[0] as Point, points.at(-1) as Point];
      const [source, target] = [rectOf(de), rectOf(vers)];
      const leaves = source
        ? isOnBorder(start, source)
        : genre !== 'initial' || initials.some((dot) => isNear(dot, start));
      return !(
        leaves &&
        target &&
        isOnBorder(end, target) &&
        points.every((point, rank) => isSquare(point, points[rank - 1]))
      );
    })
    .map(({ id }) => id);
}

/** Arrows that pass over a box in which neither of their ends stands. */
export function trespassing(picture: Picture): string[] {
  const { boxes } = picture;
  return segmentsOf(picture).flatMap(({ from, to, arrow }) =>
    boxes
      .filter((box) => box.id !== 'legende' && !isGround(box) && touches({ from, to, arrow }, inset(box.rect)))
      .filter((box) => ![arrow.de, arrow.vers].some((id) => isIn(id, box, boxes)) && !isAround(box, arrow))
      .map((box) => `${arrow.id} × ${box.id}`),
  );
}

/** Arrows to different states of which parts lie on each other. */
export function merged(picture: Picture): string[] {
  return pairs(segmentsOf(picture))
    .filter(([a, b]) => a.arrow.vers !== b.arrow.vers && isAlong(a, b))
    .map(([a, b]) => `${a.arrow.id} × ${b.arrow.id}`);
}

/** What stands outside of the sheet, or is printed under 6 pt on A3. */
export function unreadable(picture: Picture): string[] {
  const { boxes, arrows, width, height } = picture;
  const sheet = { x: 0, y: 0, width, height };
  const rects = [...boxes.map(({ rect }) => rect), ...arrows.flatMap(({ label }) => (label ? [label.rect] : []))];
  const points = arrows.flatMap((arrow) => arrow.points).map((point) => ({ ...point, width: 0, height: 0 }));
  const out = [...rects, ...points].filter((rect) => !contains(sheet, rect)).map((rect) => JSON.stringify(rect));
  const small = everyText(picture).filter(({ style }) => styles[style].size / width < LEAST_SIZE);
  return [...out, ...small.map(({ text }) => text)];
}

/** Why a text is no well-formed XML; null when it is. */
export function malformed(xml: string): string | null {
  const open: string[] = [];
  for (const [tag, closing, name = '', attributes = '', self] of xml.matchAll(/<(\/?)([a-zA-Z]\w*)([^<>]*?)(\/?)>/g)) {
    if (closing) {
      if (open.pop() !== name) return tag;
    } else if (!/^(?:\s+[\w:-]+="[^"<&]*(?:&(?:amp|lt|gt|quot);[^"<&]*)*")*\s*$/.test(attributes)) return tag;
    else if (!self) open.push(name);
  }
  const text = xml.replaceAll(/<style>[^<]*<\/style>/g, '').replaceAll(/<[^<>]*>/g, '');
  if (/[<>]|&(?!(?:amp|lt|gt|quot);)/.test(text)) return text;
  return open.length > 0 ? `<${open.join('><')}>` : null;
}

function spilledIn({ id, rect, texts, insignes, libre, parent }: Box, boxes: readonly Box[]): string[] {
  const inside = boxes.filter((box) => box.parent === id);
  const marks = insignes.map(({ x, y }) => ({ x, y, width: 30, height: 15 }));
  const rooms = [...texts.map(roomOf), ...marks, ...(libre ? [libre] : [])];
  const out = rooms.filter((room) => !contains(rect, room) || inside.some((box) => meet(box.rect, room)));
  const kept = [...marks, ...(libre ? [libre] : [])];
  const over = kept.filter((mark) => texts.some((text) => meet(mark, roomOf(text))));
  return [...out, ...over].map((room) => `${parent ?? ''} ${id} ${JSON.stringify(room)}`);
}

function everyText({ boxes, arrows, texts }: Picture): Text[] {
  return [...texts, ...boxes.flatMap((box) => box.texts), ...arrows.flatMap(({ label }) => label?.texts ?? [])];
}

/** From the top of capitals to the foot of descenders, as wide as the widest font draws it. */
function roomOf({ x, y, text, style }: Text): Rect {
  const { size } = styles[style];
  return { x, y: y - size * 0.75, width: widthOf(text, style), height: size * 0.97 };
}

function segmentsOf({ arrows }: Picture): Segment[] {
  return arrows.flatMap((arrow) =>
    arrow.points.slice(1).map((to, rank) => ({ from: arrow.points[rank] as Point, to, arrow })),
  );
}

function touches({ from, to }: Segment, { x, y, width, height }: Rect): boolean {
  const isBeside = Math.max(from.x, to.x) <= x || Math.min(from.x, to.x) >= x + width;
  return !isBeside && !(Math.max(from.y, to.y) <= y || Math.min(from.y, to.y) >= y + height);
}

function isAlong(a: Segment, b: Segment): boolean {
  const isUpright = ({ from, to }: Segment) => from.x === to.x;
  if (isUpright(a) !== isUpright(b)) return false;
  const [at, along] = isUpright(a) ? (['x', 'y'] as const) : (['y', 'x'] as const);
  const least = Math.max(Math.min(a.from[along], a.to[along]), Math.min(b.from[along], b.to[along]));
  const most = Math.min(Math.max(a.from[along], a.to[along]), Math.max(b.from[along], b.to[along]));
  return Math.abs(a.from[at] - b.from[at]) < 3 && most - least > 3;
}

function isFrame({ genre }: Box): boolean {
  return genre === 'panneau' || genre === 'phase' || genre === 'volet' || isGround({ genre });
}

/** A lane, over which arrows and the bar pass: nothing but what stands in it is on it otherwise. */
function isGround({ genre }: Pick<Box, 'genre'>): boolean {
  return genre === 'couloir';
}

function isAround({ id, genre }: Box, { de }: Arrow): boolean {
  return genre === 'panneau' && de.endsWith(id);
}

function holds(around: Box, inside: Box, boxes: readonly Box[]): boolean {
  return isIn(inside.id, around, boxes) || (around.genre === 'panneau' && inside.genre === 'entree');
}

/** Whether a box is another, or stands in it. */
function isIn(id: string, around: Box, boxes: readonly Box[]): boolean {
  for (let at: string | null = id; at !== null; at = boxes.find((box) => box.id === at)?.parent ?? null) {
    if (at === around.id) return true;
  }
  return false;
}

function isOnBorder({ x, y }: Point, rect: Rect): boolean {
  const isAtSide = [rect.x, rect.x + rect.width].includes(x) && y >= rect.y && y <= rect.y + rect.height;
  return isAtSide || ([rect.y, rect.y + rect.height].includes(y) && x >= rect.x && x <= rect.x + rect.width);
}

function isNear(a: Point, b: Point): boolean {
  return Math.hypot(a.x - b.x, a.y - b.y) <= 7;
}

function isSquare(point: Point, before: Point | undefined): boolean {
  return !before || (point.x === before.x) !== (point.y === before.y);
}

function inset({ x, y, width, height }: Rect): Rect {
  return { x: x + 1, y: y + 1, width: width - 2, height: height - 2 };
}

function meet(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function contains(a: Rect, b: Rect): boolean {
  return a.x <= b.x && a.y <= b.y && a.x + a.width >= b.x + b.width && a.y + a.height >= b.y + b.height;
}

function pairs<T>(list: readonly T[]): [T, T][] {
  return list.flatMap((one, rank) => list.slice(rank + 1).map((other): [T, T] => [one, other]));
}
