import { type Columns, LANES } from './columns.ts';
import type { Row } from './rows.ts';

/** The way of a row's arrow: across one gutter, or across two and over the column between them. */
export interface Route {
  row: Row;
  vers: string;
  legs: Leg[];
}

/** Across one gutter: from a height to another, along the bus of the state it leads to. */
interface Leg {
  gutter: number;
  from: Tap;
  to: Tap;
}

/** Every arrow of a region, and the buses of each gutter from left to right: one before each column, one after the last. */
export interface Routes {
  routes: Route[];
  gutters: Bus[][];
}

/** Two lines across a gutter are told apart from so far on. */
const APART = 5;
/** From the top of a box to where arrows end. */
const ENTRY = 13;
const LANE = 8;

/** The ways of all arrows; null when one has none. */
export function routesOf(columns: Columns): Routes | null {
  const { stacks, opened } = columns;
  const places = new Map(stacks.flatMap(({ boxes }, rank) => boxes.map(({ id, rect }) => [id, { rank, top: rect.y }])));
  const ends = new Ends(columns);
  const routes: Route[] = [];
  for (const [rank, { exits }] of stacks.entries()) {
    for (const { row, y } of exits.filter(({ row: { vers }, renvoi }) => vers !== null && renvoi === null)) {
      const vers = `${row.vers}`;
      const target = vers === opened?.etat.id ? { rank: 0, top: opened.top } : places.get(vers);
      const gutters =
        target && guttersOf(rank, target.rank, { isDown: target.top > y, isOpened: vers === opened?.etat.id });
      if (!target || !gutters) return null;
      routes.push({ row, vers, legs: ends.legs(gutters, { vers, y, rank, target }) });
    }
  }
  if (ends.lanes.length > LANES) return null;
  const gutters = Array.from({ length: stacks.length + 1 }, (_, gutter) => busesOf(gutter, routes));
  return { routes, gutters };
}

/** Down on the right, up on the left, and between two columns what goes from one to the other; null further away. */
function guttersOf(from: number, to: number, way: { isDown: boolean; isOpened: boolean }): number[] | null {
  if (way.isOpened) return from === 0 ? [0] : null;
  if (from === to) return [way.isDown ? from + 1 : from];
  if (Math.abs(from - to) > 2) return null;
  if (Math.abs(from - to) === 1) return [Math.max(from, to)];
  return from > to ? [from, from - 1] : [from + 1, from + 2];
}

/** The ends of buses: lines to one state share them. */
class Ends {
  readonly columns: Columns;
  private readonly taps = new Map<string, Tap>();
  readonly lanes: string[] = [];

  constructor(columns: Columns) {
    this.columns = columns;
  }

  legs(
    gutters: readonly number[],
    place: { vers: string; y: number; rank: number; target: { rank: number; top: number } },
  ): Leg[] {
    const { vers, y, rank, target } = place;
    const [first, second] = gutters as [number, number?];
    const source: Tap = { y, side: rank < first ? 'gauche' : 'droite' };
    const last = second ?? first;
    const entry = this.tap(`${last}>${vers}`, {
      y: target.top + ENTRY,
      side: target.rank < last ? 'gauche' : 'droite',
    });
    if (second === undefined) return [{ gutter: first, from: source, to: entry }];
    const lane = this.laneOf(vers);
    const [out, back] = second < first ? (['gauche', 'droite'] as const) : (['droite', 'gauche'] as const);
    return [
      { gutter: first, from: source, to: this.tap(`${first}/${vers}`, { y: lane, side: out }) },
      { gutter: second, from: this.tap(`${second}/${vers}`, { y: lane, side: back }), to: entry },
    ];
  }

  private tap(key: string, tap: Tap): Tap {
    const known = this.taps.get(key) ?? tap;
    this.taps.set(key, known);
    return known;
  }

  private laneOf(vers: string): number {
    if (!this.lanes.includes(vers)) this.lanes.push(vers);
    return this.columns.lanes + LANE * this.lanes.indexOf(vers);
  }
}

function busesOf(gutter: number, routes: readonly Route[]): Bus[] {
  const inside = routes.flatMap(({ vers, legs }) =>
    legs.filter((leg) => leg.gutter === gutter).map((leg) => ({ vers, ...leg })),
  );
  const buses = [...Map.groupBy(inside, ({ vers }) => vers)].map(([vers, legs]) => ({
    vers,
    taps: [...new Set(legs.flatMap(({ from, to }) => [from, to]))],
  }));
  setApart(buses.flatMap(({ taps }) => taps));
  return ordered(buses);
}

/** Lines that come from both sides at the same height would look like one. */
function setApart(taps: readonly Tap[]): void {
  const fixed = taps.filter(({ side }) => side === 'gauche');
  for (const tap of taps.filter(({ side }) => side === 'droite')) {
    while (fixed.some(({ y }) => Math.abs(y - tap.y) < APART)) tap.y += 1;
  }
}

/** Where a bus meets the edge of its gutter: at a height, from the left or from the right. */
export interface Tap {
  y: number;
  side: 'gauche' | 'droite';
}

/** Lines that lead to one state and share a vertical. */
export interface Bus {
  vers: string;
  taps: Tap[];
}

/** The order of buses across a gutter, from left to right, in which fewest lines cross. */
function ordered(buses: readonly Bus[]): Bus[] {
  let best = [...buses].sort((a, b) => spanOf(a) - spanOf(b));
  let fewest = crossings(best);
  for (let isBetter = true; isBetter; ) {
    const [order, count] = bestSwap(best);
    isBetter = count < fewest;
    if (isBetter) [best, fewest] = [order, count];
  }
  return best;
}

function bestSwap(order: readonly Bus[]): [Bus[], number] {
  let best: [Bus[], number] = [[...order], Number.POSITIVE_INFINITY];
  for (let from = 0; from < order.length; from++) {
    for (let to = 0; to < order.length; to++) {
      const other = order.toSpliced(from, 1).toSpliced(to, 0, order[from] as Bus);
      const count = crossings(other);
      if (count < best[1]) best = [other, count];
    }
  }
  return best;
}

/** How many times a line across the gutter meets the vertical of another bus; short ways break ties. */
function crossings(order: readonly Bus[]): number {
  const met = order.flatMap(({ taps }, rank) =>
    taps.map(({ y, side }) => {
      const passed = side === 'gauche' ? order.slice(0, rank) : order.slice(rank + 1);
      return passed.filter((bus) => isWithin(y, bus)).length + passed.length / 1_000;
    }),
  );
  return met.reduce((total, count) => total + count, 0);
}

function isWithin(y: number, { taps }: Bus): boolean {
  const heights = taps.map((tap) => tap.y);
  return y > Math.min(...heights) - 3 && y < Math.max(...heights) + 3;
}

function spanOf({ taps }: Bus): number {
  const heights = taps.map(({ y }) => y);
  return Math.max(...heights) - Math.min(...heights);
}
