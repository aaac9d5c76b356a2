import { type Fragment, moved, type Point } from '../geometry.ts';

/** Between two panels. */
const GAP = 12;
/** How many widths of sheet are tried, from the least that the area allows to half as much again. */
const WIDTHS = 32;

/** Panels in their places, and the room they take. */
export interface Packed {
  panels: Fragment[];
  width: number;
  height: number;
}

interface Way {
  places: { panel: Fragment; at: Point }[];
  width: number;
  height: number;
}

/** Sets panels where they leave least of a sheet of that ratio empty; each may come in several shapes. */
export function packed(shapes: readonly (readonly Fragment[])[], ratio: number, margins: number): Packed {
  const sizeOf = ({ width, height }: Way) => Math.max(width, (height + margins) * ratio);
  const smallest = (ways: readonly Way[]) => ways.reduce((best, way) => (sizeOf(way) < sizeOf(best) ? way : best));
  const tried = (choice: readonly Fragment[]) => ({ choice, way: smallest(waysOf(choice)) });
  let found = tried(shapes.flatMap(([first]) => first ?? []));
  for (let isBetter = true; isBetter; ) {
    const { choice } = found;
    const others = shapes.flatMap((list, rank) => list.map((shape) => tried(choice.with(rank, shape))));
    const next = others.reduce((best, other) => (sizeOf(other.way) < sizeOf(best.way) ? other : best));
    isBetter = sizeOf(next.way) < sizeOf(found.way);
    if (isBetter) found = next;
  }
  const { places, width, height } = found.way;
  return { panels: places.map(({ panel, at }) => moved(panel, at)), width, height };
}

/** Panels by several orders in several widths. */
function waysOf(panels: readonly Fragment[]): Way[] {
  const orders = [
    panels.toSorted((a, b) => b.height - a.height || b.width - a.width),
    panels.toSorted((a, b) => b.width * b.height - a.width * a.height),
    panels.toSorted((a, b) => b.width - a.width || b.height - a.height),
    panels.toSorted((a, b) => b.width + b.height - a.width - a.height),
  ];
  return orders.flatMap((order) => widthsOf(panels).map((width) => packedIn(order, width)));
}

function widthsOf(panels: readonly Fragment[]): number[] {
  const widest = Math.max(...panels.map(({ width }) => width));
  const area = panels.reduce((total, { width, height }) => total + width * height, 0);
  const least = Math.max(widest, Math.sqrt(area));
  return Array.from({ length: WIDTHS }, (_, rank) => Math.round(least * (1 + (rank * 0.66) / WIDTHS)));
}

/** Each panel as high up as it goes, then as far left. */
function packedIn(panels: readonly Fragment[], width: number): Way {
  const way: Way = { places: [], width: 0, height: 0 };
  for (const panel of panels) {
    const at = placeOf(panel, way, width);
    way.places.push({ panel, at });
    way.width = Math.max(way.width, at.x + panel.width);
    way.height = Math.max(way.height, at.y + panel.height);
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

function isClear(panel: Fragment, { x, y }: Point, { panel: other, at }: Way['places'][number]): boolean {
  const isBeside = x >= at.x + other.width + GAP || at.x >= x + panel.width + GAP;
  return isBeside || y >= at.y + other.height + GAP || at.y >= y + panel.height + GAP;
}
