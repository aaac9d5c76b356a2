import type { Chart, Etat } from '../../chart.ts';
import { framed } from '../frame.ts';
import { type Fragment, moved, type Point } from '../geometry.ts';
import { draftOf, figureOf, type Options } from './draft.ts';
import { common, laidOut, placed } from './elk.ts';

const TITLE = 30;

/** Ways of looking at a region, of which the one where fewest arrows cross is kept, then the smallest. */
const NESTED: Options[] = [
  manner('DEPTH_FIRST', 'LINEAR_SEGMENTS', 'NETWORK_SIMPLEX'),
  manner('DEPTH_FIRST', 'NETWORK_SIMPLEX', 'NETWORK_SIMPLEX'),
  manner('GREEDY', 'NETWORK_SIMPLEX', 'NETWORK_SIMPLEX'),
];
/** ELK 0.12.1 fails on the model's order where states hold others. */
const FLAT: Options[] = [
  ...NESTED,
  manner('MODEL_ORDER', 'LINEAR_SEGMENTS', 'NETWORK_SIMPLEX'),
  manner('MODEL_ORDER', 'LINEAR_SEGMENTS', 'LONGEST_PATH'),
];

/** A region as a graph: every arrow goes from state to state, its words beside it. */
export async function graphPanel(chart: Chart, region: Etat): Promise<Fragment> {
  const figure = figureOf(chart, region);
  const links = new Map([...figure.fleches, ...figure.entrees].map((link) => [link.id, link]));
  const tried: Fragment[] = [];
  let notes: readonly string[] = [];
  for (const options of figure.etats.some(({ acteur }) => acteur === null) ? NESTED : FLAT) {
    const draft = draftOf(figure, options);
    tried.push(placed(await laidOut(draft.graph), { ...draft, links }));
    notes = draft.notes;
  }
  const best = tried.reduce((found, other) => (isBetter(other, found) ? other : found));
  const lowered = moved(best, { x: 0, y: TITLE });
  return framed(region, { ...lowered, height: lowered.height + TITLE }, notes, 0);
}

function manner(cycles: string, places: string, layers: string): Options {
  return {
    ...common,
    'elk.direction': 'DOWN',
    'elk.layered.cycleBreaking.strategy': cycles,
    'elk.layered.nodePlacement.strategy': places,
    'elk.layered.layering.strategy': layers,
  };
}

function isBetter(a: Fragment, b: Fragment): boolean {
  const [[crossed, start, area], [otherCrossed, otherStart, otherArea]] = [faults(a), faults(b)];
  if (crossed !== otherCrossed) return crossed < otherCrossed;
  return start === otherStart ? area < otherArea : start < otherStart;
}

/** How many times arrows cross, how many steps stand above the first, the area. */
function faults(fragment: Fragment): [crossed: number, start: number, area: number] {
  const { boxes, initials, width, height } = fragment;
  const first = Math.min(...initials.map(({ y }) => y));
  const above = boxes.filter(({ genre, rect }) => genre === 'etape' && rect.y < first);
  return [crossings(fragment), above.length, width * height];
}

/** How many times arrows cross. */
function crossings({ arrows }: Fragment): number {
  const segments = arrows.flatMap(({ points }, rank) =>
    points.slice(1).map((to, at) => ({ rank, from: points[at] as Point, to })),
  );
  const upright = segments.filter(({ from, to }) => from.x === to.x);
  const level = segments.filter(({ from, to }) => from.y === to.y);
  return upright.flatMap((one) =>
    level.filter(
      (other) =>
        one.rank !== other.rank &&
        isBetween(one.from.x, other.from.x, other.to.x) &&
        isBetween(other.from.y, one.from.y, one.to.y),
    ),
  ).length;
}

function isBetween(value: number, a: number, b: number): boolean {
  return value > Math.min(a, b) && value < Math.max(a, b);
}
