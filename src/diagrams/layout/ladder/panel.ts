import type { Chart } from '../../chart.ts';
import { framed, type Place } from '../frame.ts';
import {
  type Arrow,
  type Box,
  crossings,
  emptyBox,
  type Fragment,
  INITIAL_RADIUS,
  movedBox,
  type Point,
} from '../geometry.ts';
import { Notes } from '../words.ts';
import { type Columns, columnsOf } from './columns.ts';
import { type Bus, type Route, type Routes, routesOf, type Tap } from './routes.ts';
import { isBelow, Numbers, type Row, rowsOf, lineOf as sortOf } from './rows.ts';
import type { Exit, Material, Stack } from './stack.ts';

const PADDING = 8;
const TITLE = 28;

/**
 * A region as a ladder: its steps in columns, every arrow leaving from the words that say what it takes; null when it has too few. Of two lines
 * that would cross, what is not aimed at leads to a number, or else the longer.
 */
export function panelOf(chart: Chart, place: Place, count: number): Fragment | null {
  const toNumbers = new Set<string>();
  for (;;) {
    const ladder = ladderOf(chart, place, { count, toNumbers });
    const crossing = ladder ? crossings(ladder) : [];
    if (crossing.length === 0) return ladder;
    const aside = crossing.flat().filter(({ genre }) => genre !== 'suite');
    const given = aside.length > 0 ? aside : crossing.map(longer);
    for (const { transitions } of given) for (const id of transitions) toNumbers.add(id);
  }
}

function longer([one, other]: readonly [Arrow, Arrow]): Arrow {
  return lengthOf(one) > lengthOf(other) ? one : other;
}

function lengthOf({ points }: Arrow): number {
  return points.slice(1).reduce((sum, { x, y }, rank) => {
    const { x: left, y: top } = points[rank] as Point;
    return sum + Math.abs(x - left) + Math.abs(y - top);
  }, 0);
}

function ladderOf(
  chart: Chart,
  place: Place,
  { count, toNumbers }: { count: number; toNumbers: ReadonlySet<string> },
): Fragment | null {
  const { region, rang } = place;
  const etats = chart.etats.filter(({ id }) => id === region.id || isBelow(id, region.id));
  const notes = new Notes();
  const numbers = new Numbers(rang, etats);
  const material: Material = { etats, numbers, rows: rowsOf(chart, region, { numbers, toNumbers }), notes };
  const columns = columnsOf(region, TITLE, material, count);
  const routes = columns && routesOf(columns);
  return routes && framed(place, wired(columns, routes), notes.textes, PADDING);
}

/** Between lanes, and between a lane and a border. */
const LANE = 8;

/** Columns side by side, and every line between them. */
function wired(columns: Columns, { routes, gutters }: Routes): Fragment {
  const { stacks } = columns;
  const plan = new Plan(stacks, gutters);
  const inColumns = stacks.flatMap((stack, rank) =>
    stack.boxes.map((box) => movedBox(box, { x: plan.offset(rank), y: 0 })),
  );
  const boxes = [...openedBox(columns, plan), ...inColumns];
  const dots = stacks.flatMap((stack, rank) => stack.initials.map(({ x, y }) => ({ x: x + plan.offset(rank), y })));
  return {
    width: plan.width,
    height: Math.max(...stacks.map(({ bottom }) => bottom)),
    boxes,
    initials: dots,
    texts: [],
    arrows: [
      ...dots.map((dot) => initialArrow(dot, boxes)),
      ...routes.map((route) => lineOf(route, plan, boxes)),
      ...stacks.flatMap(({ exits }) => exits.flatMap((exit) => stubOf(exit, boxes))),
    ],
  };
}

/** Where everything stands from left to right. */
class Plan {
  readonly width: number;
  private readonly starts: number[] = [];
  private readonly offsets: number[] = [];
  readonly gutters: readonly Bus[][];

  constructor(stacks: readonly Stack[], gutters: readonly Bus[][]) {
    this.gutters = gutters;
    let x = 0;
    for (const [rank, buses] of gutters.entries()) {
      const { left, right } = stacks[rank] ?? { left: 0, right: 0 };
      this.starts.push(x);
      x += LANE * (buses.length + 1);
      this.offsets.push(x - left);
      x += right - left;
    }
    this.width = x;
  }

  /** From the cards of a stack to those of the picture. */
  offset(column: number): number {
    return this.offsets[column] ?? 0;
  }

  /** Where the bus to a state stands in a gutter. */
  laneOf(gutter: number, vers: string): number {
    const rank = this.gutters[gutter]?.findIndex((bus) => bus.vers === vers) ?? 0;
    return (this.starts[gutter] ?? 0) + LANE * (rank + 1);
  }

  /** Whether a height is between two others where a bus is met. */
  isJoint(gutter: number, vers: string, { y }: Tap): boolean {
    const taps = this.gutters[gutter]?.find((bus) => bus.vers === vers)?.taps ?? [];
    return taps.some((tap) => tap.y < y) && taps.some((tap) => tap.y > y);
  }
}

function openedBox({ stacks, opened }: Columns, plan: Plan): Box[] {
  if (!opened) return [];
  const { etat, card, top, bottom, count } = opened;
  const x = plan.offset(0) + (stacks[0]?.left ?? 0);
  const rect = { x, y: top, width: plan.offset(count - 1) + (stacks[count - 1]?.right ?? 0) - x, height: bottom - top };
  const { texts, signes } = card;
  const box = { ...emptyBox(etat.id, 'phase', { ...rect, x: 0, y: 0 }), texts, signes, parent: etat.parent };
  return [movedBox(box, { x, y: top })];
}

/** From what a row stands in to the number of what it leads to. */
function stubOf({ row, y, renvoi }: Exit, boxes: readonly Box[]): Arrow[] {
  const pill = boxes.find(({ id }) => id === renvoi);
  const source = boxes.find(({ id }) => renvoi?.startsWith(`renvoi:${id}:`));
  if (!pill || !source) return [];
  const { id, transitions, genre } = told(row);
  const points = [border(source, { y, side: 'gauche' }), { x: pill.rect.x, y }];
  return [{ id, transitions, de: source.id, vers: pill.id, points, joints: [], label: null, genre }];
}

function told({ transitions, trait }: Row): Pick<Arrow, 'id' | 'transitions' | 'genre'> {
  const ids = transitions.map(({ id }) => id);
  const line = sortOf(transitions);
  return { id: ids.join(' '), transitions: ids, genre: trait === 'renvoi' && line === 'suite' ? 'fait' : line };
}

function lineOf({ row, vers, legs }: Route, plan: Plan, boxes: readonly Box[]): Arrow {
  const [first, last] = [legs[0], legs.at(-1)];
  const source = boxes.find(({ id }) => id === row.de);
  const target = boxes.find(({ id }) => id === vers);
  if (!source || !target || !first || !last) throw new Error(`No arrow leads from ${row.de} to ${vers}`);
  const bends = legs.flatMap(({ gutter, from, to }) => {
    const x = plan.laneOf(gutter, vers);
    return [from, to].map((tap) => ({ x, y: tap.y, isJoint: plan.isJoint(gutter, vers, tap) }));
  });
  return {
    ...told(row),
    de: source.id,
    vers,
    label: null,
    points: [border(source, first.from), ...bends.map(({ x, y }) => ({ x, y })), border(target, last.to)],
    joints: bends.filter(({ isJoint }) => isJoint).map(({ x, y }) => ({ x, y })),
  };
}

function border({ rect: { x, width } }: Box, { y, side }: Tap): Point {
  return { x: side === 'gauche' ? x + width : x, y };
}

function initialArrow({ x, y }: Point, boxes: readonly Box[]): Arrow {
  const below = boxes.filter(({ rect }) => rect.y > y && rect.x <= x && x <= rect.x + rect.width);
  const target = below.reduce((nearest, box) => (box.rect.y < nearest.rect.y ? box : nearest));
  const points = [
    { x, y: y + INITIAL_RADIUS },
    { x, y: target.rect.y },
  ];
  const nothing = { transitions: [], joints: [], label: null };
  return { id: `initial>${target.id}`, de: '', vers: target.id, points, ...nothing, genre: 'initial' };
}
