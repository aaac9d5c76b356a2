import { type Fragment, moved, type Point, type Rect } from '../geometry.ts';

/** Between two panels. */
const GAP = 9;

/** Panels in their places, and the room they take. */
interface Packed {
  panels: Fragment[];
  width: number;
  height: number;
}

/** What a sheet is like: its width for a height of 1, and what it needs besides. */
interface Proportions {
  ratio: number;
  beside: number;
  above: number;
}

/**
 * Sets panels in columns, read down then to the right in the order given, in the least sheet; each may come in several shapes, what is in a
 * column may stand side by side in it, and the last, their key, stands before or after them.
 */
export function packed(shapes: readonly (readonly Fragment[])[], { ratio, beside, above }: Proportions): Packed {
  const sizeOf = ({ width, height }: Way) => Math.max(width + beside, (height + above) * ratio);
  const [panels, key] = [shapes.slice(0, -1), shapes.slice(-1)];
  const found = [shapes, [...key, ...panels]]
    .flatMap((order) => new Orders(order).ways(0, order.length, LEVELS))
    .reduce<Way | null>((best, way) => (best && sizeOf(best) <= sizeOf(way) ? best : way), null);
  if (!found) throw new Error('There is nothing to set on the sheet');
  const { width, height } = found;
  return { panels: stretched(placesOf(found, { x: 0, y: 0 }), { width, height }, GAP), width, height };
}

/** Panels and the room that they take: one alone, or two ways side by side or one under another. */
interface Way {
  width: number;
  height: number;
  of: Fragment | { sens: 'x' | 'y'; ways: readonly [Way, Way] };
}

/** How deep columns and rows stand in each other. */
const LEVELS = 4;

/** The ways to set panels in their order. */
class Orders {
  private readonly shapes: readonly (readonly Fragment[])[];
  private readonly known = new Map<string, readonly Way[]>();

  constructor(shapes: readonly (readonly Fragment[])[]) {
    this.shapes = shapes;
  }

  /** Of the panels from one to another: columns at an even level, rows of them at an odd one; each wider and lower than the one before it. */
  ways(from: number, to: number, level: number): readonly Way[] {
    if (to === from + 1) return (this.shapes[from] ?? []).map(alone);
    if (level === 0) return [];
    const key = `${from}-${to}-${level}`;
    const known = this.known.get(key) ?? this.found(from, to, level);
    this.known.set(key, known);
    return known;
  }

  private found(from: number, to: number, level: number): readonly Way[] {
    const sens = level % 2 === 0 ? 'x' : 'y';
    const cuts = Array.from({ length: to - from - 1 }, (_, rank) => from + rank + 1);
    const cut = cuts.flatMap((at) => {
      const rest = this.ways(at, to, level);
      return this.ways(from, at, level - 1).flatMap((one) => rest.map((other) => together(sens, [one, other])));
    });
    return lowest([...cut, ...this.ways(from, to, level - 1)]);
  }
}

function alone(panel: Fragment): Way {
  return { width: panel.width, height: panel.height, of: panel };
}

function together(sens: 'x' | 'y', ways: readonly [Way, Way]): Way {
  const [one, other] = ways;
  if (sens === 'x')
    return { width: one.width + GAP + other.width, height: Math.max(one.height, other.height), of: { sens, ways } };
  return { width: Math.max(one.width, other.width), height: one.height + GAP + other.height, of: { sens, ways } };
}

function placesOf({ of: panel }: Way, at: Point): Place[] {
  if (!('sens' in panel)) return [{ panel, at }];
  const [one, other] = panel.ways;
  const next = panel.sens === 'x' ? { x: at.x + one.width + GAP, y: at.y } : { x: at.x, y: at.y + one.height + GAP };
  return [...placesOf(one, at), ...placesOf(other, next)];
}

/** What no other is both narrower and lower than, from the narrowest to the lowest. */
function lowest(ways: readonly Way[]): Way[] {
  const kept: Way[] = [];
  for (const way of ways.toSorted((a, b) => a.width - b.width || a.height - b.height)) {
    if (way.height < (kept.at(-1)?.height ?? Number.POSITIVE_INFINITY)) kept.push(way);
  }
  return kept;
}

/** A panel and where it stands. */
interface Place {
  panel: Fragment;
  at: Point;
}

/** A panel that would grow by more stays as it is. */
const MOST = 110;

/** Panels in their places, each grown to the right, then down, as far as the next or the border when that is near. */
function stretched(places: readonly Place[], room: { width: number; height: number }, gap: number): Fragment[] {
  const rects = places.map(({ panel: { width, height }, at: { x, y } }): Rect => ({ x, y, width, height }));
  for (const rect of rects) {
    const beside = rects.filter((other) => other.x >= rect.x + rect.width && isAcross(rect, other, 'y', 'height'));
    rect.width = near(rect.width, Math.min(room.width, ...beside.map(({ x }) => x - gap)) - rect.x);
  }
  for (const rect of rects) {
    const below = rects.filter((other) => other.y >= rect.y + rect.height && isAcross(rect, other, 'x', 'width'));
    rect.height = near(rect.height, Math.min(room.height, ...below.map(({ y }) => y - gap)) - rect.y);
  }
  return places.map(({ panel, at }, rank) => moved(grown(panel, rects[rank] as Rect), at));
}

function near(size: number, grownSize: number): number {
  return grownSize - size > MOST ? size : grownSize;
}

/** Only the frame of a region or of the legend grows, when it stands around all the rest. */
function grown(panel: Fragment, { width, height }: Rect): Fragment {
  const [frame, ...inside] = panel.boxes;
  if (frame?.genre !== 'panneau' && frame?.id !== 'legende') return panel;
  if (frame.rect.width !== panel.width || frame.rect.height !== panel.height) return panel;
  return { ...panel, width, height, boxes: [{ ...frame, rect: { ...frame.rect, width, height } }, ...inside] };
}

function isAcross(a: Rect, b: Rect, at: 'x' | 'y', size: 'width' | 'height'): boolean {
  return a[at] < b[at] + b[size] && b[at] < a[at] + a[size];
}
