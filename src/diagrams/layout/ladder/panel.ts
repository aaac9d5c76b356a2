import type { Chart, Etat } from '../../chart.ts';
import { framed } from '../frame.ts';
import { type Arrow, type Box, emptyBox, type Fragment, INITIAL_RADIUS, movedBox, type Point } from '../geometry.ts';
import { Notes } from '../words.ts';
import { type Columns, columnsOf } from './columns.ts';
import { type Bus, type Route, type Routes, routesOf, type Tap } from './routes.ts';
import { isBelow, rowsOf } from './rows.ts';
import type { Material, Stack } from './stack.ts';

const PADDING = 8;
const TITLE = 28;

/** A region as a ladder: its steps in columns, every arrow leaving from the words that say what it takes; null when it has too few. */
export function panelOf(chart: Chart, region: Etat, count: number): Fragment | null {
  const etats = chart.etats.filter(({ id }) => id === region.id || isBelow(id, region.id));
  const steps = etats.filter(({ acteur }) => acteur !== null);
  const notes = new Notes();
  const numeros = new Map(steps.map(({ id }, rank) => [id, rank + 1]));
  const material: Material = { etats, numeros, rows: rowsOf(chart, region), notes };
  const columns = columnsOf(region, TITLE, material, count);
  const routes = columns && routesOf(columns);
  if (!routes) return null;
  return framed(region, wired(columns, routes), notes.textes, PADDING);
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
    arrows: [...dots.map((dot) => initialArrow(dot, boxes)), ...routes.map((route) => lineOf(route, plan, boxes))],
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

function lineOf({ row, vers, legs }: Route, plan: Plan, boxes: readonly Box[]): Arrow {
  const [first, last] = [legs[0], legs.at(-1)];
  const source = boxes.find(({ id }) => id === row.de || id === `tout:${row.de}`);
  const target = boxes.find(({ id }) => id === vers);
  if (!source || !target || !first || !last) throw new Error(`No arrow leads from ${row.de} to ${vers}`);
  const bends = legs.flatMap(({ gutter, from, to }) => {
    const x = plan.laneOf(gutter, vers);
    return [from, to].map((tap) => ({ x, y: tap.y, isJoint: plan.isJoint(gutter, vers, tap) }));
  });
  const ids = row.transitions.map(({ id }) => id);
  return {
    id: ids.join(' '),
    transitions: ids,
    de: source.id,
    vers,
    label: null,
    points: [border(source, first.from), ...bends.map(({ x, y }) => ({ x, y })), border(target, last.to)],
    joints: bends.filter(({ isJoint }) => isJoint).map(({ x, y }) => ({ x, y })),
    genre: row.transitions.every(({ derive }) => derive) ? 'derive' : 'fait',
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
