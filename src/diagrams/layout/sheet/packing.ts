import { type Fragment, moved, type Point, type Rect } from '../geometry.ts';

/** Between two panels. */
const GAP = 12;
/** How many widths are tried at first, and what of the width of the best way known later. */
const WIDTHS = 32;
const PARTS = [1, 0.99, 0.98, 0.96, 0.94, 0.9];

/** Panels in their places, and the room they take. */
interface Packed {
  panels: Fragment[];
  width: number;
  height: number;
}

interface Way {
  places: Place[];
  width: number;
  height: number;
  /** The least width of a sheet that holds it. */
  size: number;
}

/** What a sheet is like: its width for a height of 1, and what it needs besides. */
interface Proportions {
  ratio: number;
  beside: number;
  above: number;
}

/** Sets panels where they leave least of a sheet empty; each may come in several shapes. */
export function packed(shapes: readonly (readonly Fragment[])[], proportions: Proportions): Packed {
  const found = refined(roughly(shapes, proportions), shapes, proportions);
  const { places, width, height } = found;
  return { panels: stretched(places, { width, height }, GAP), width, height };
}

/** The best of some orders and widths, shape after shape. */
function roughly(shapes: readonly (readonly Fragment[])[], proportions: Proportions): Way {
  const better = (list: readonly Fragment[], known: Way | null) =>
    ORDERS.reduce((best, order) => bestOf(list.toSorted(order), widthsOf(list), { proportions, best }), known);
  let list = shapes.flatMap((some) => some[0] ?? []);
  let found = better(list, null);
  for (let isBetter = true; isBetter; ) {
    isBetter = false;
    const from = list;
    for (const other of shapes.flatMap((some, rank) => some.map((shape) => from.with(rank, shape)))) {
      const way = better(other, found);
      if (way === found) continue;
      [list, found, isBetter] = [other, way, true];
    }
  }
  if (!found) throw new Error('There is nothing to set on the sheet');
  return found;
}

const ORDERS: ((a: Fragment, b: Fragment) => number)[] = [
  (a, b) => b.height - a.height || b.width - a.width,
  (a, b) => b.width * b.height - a.width * a.height,
  (a, b) => b.width - a.width || b.height - a.height,
  (a, b) => b.width + b.height - a.width - a.height,
];

function widthsOf(list: readonly Fragment[]): number[] {
  const area = list.reduce((total, { width, height }) => total + width * height, 0);
  const least = Math.max(...list.map(({ width }) => width), Math.sqrt(area));
  return Array.from({ length: WIDTHS }, (_, rank) => Math.round(least * (1 + (rank * 0.66) / WIDTHS)));
}

/** The same with panels in other turns or shapes, as long as that makes the sheet smaller. */
function refined(start: Way, shapes: readonly (readonly Fragment[])[], proportions: Proportions): Way {
  let found = start;
  for (let isBetter = true; isBetter; ) {
    const before = found;
    const widths = PARTS.map((part) => Math.round((before.size - 1) * part));
    for (const other of neighbours(
      before.places.map(({ panel }) => panel),
      shapes,
    )) {
      found = bestOf(other, widths, { proportions, best: before }) ?? before;
      if (found !== before) break;
    }
    isBetter = found !== before;
  }
  return found;
}

/** The same panels, one in another shape, or two in each other’s turn. */
function* neighbours(list: readonly Fragment[], shapes: readonly (readonly Fragment[])[]): Generator<Fragment[]> {
  for (const [rank, panel] of list.entries()) {
    const others = shapes.find((some) => some.includes(panel)) ?? [];
    for (const other of others) if (other !== panel) yield list.with(rank, other);
  }
  for (const [rank, panel] of list.entries()) {
    for (let turn = 0; turn < list.length; turn++) yield list.toSpliced(rank, 1).toSpliced(turn, 0, panel);
  }
}

/** What is known, or panels packed in less room. */
function bestOf(
  list: readonly Fragment[],
  widths: readonly number[],
  known: { proportions: Proportions; best: Way | null },
): Way | null {
  return widths.reduce((best, width) => packedIn(list, width, { ...known, best }) ?? best, known.best);
}

/** Each panel as high up as it goes, then as far left; null as soon as it takes as much room as what is known. */
function packedIn(
  panels: readonly Fragment[],
  width: number,
  known: { proportions: Proportions; best: Way | null },
): Way | null {
  const { ratio, beside, above } = known.proportions;
  const way: Way = { places: [], width: 0, height: 0, size: 0 };
  for (const panel of panels) {
    const at = placeOf(panel, way, width);
    way.places.push({ panel, at });
    way.width = Math.max(way.width, at.x + panel.width);
    way.height = Math.max(way.height, at.y + panel.height);
    way.size = Math.max(way.width + beside, (way.height + above) * ratio);
    if (known.best && way.size >= known.best.size) return null;
  }
  return way;
}

function placeOf(panel: Fragment, { places, height }: Way, width: number): Point {
  let best = { x: 0, y: places.length > 0 ? height + GAP : 0 };
  for (const x of [0, ...places.map((place) => place.at.x + place.panel.width + GAP)]) {
    if (x + panel.width > width) continue;
    for (const y of [0, ...places.map((place) => place.at.y + place.panel.height + GAP)]) {
      const isHigher = y < best.y || (y === best.y && x < best.x);
      if (isHigher && places.every((place) => isClear(panel, { x, y }, place))) best = { x, y };
    }
  }
  return best;
}

function isClear(panel: Fragment, { x, y }: Point, { panel: other, at }: Place): boolean {
  const isBeside = x >= at.x + other.width + GAP || at.x >= x + panel.width + GAP;
  return isBeside || y >= at.y + other.height + GAP || at.y >= y + panel.height + GAP;
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
