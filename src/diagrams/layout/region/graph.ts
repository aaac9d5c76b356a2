import type { Chart } from '../../chart.ts';
import { framed, type Place } from '../frame.ts';
import { crossings, type Fragment, moved } from '../geometry.ts';
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

/** A region as a graph: every arrow goes from state to state, its words beside it; null where arrows would cross. */
export async function graphPanel(chart: Chart, place: Place): Promise<Fragment | null> {
  const figure = figureOf(chart, place);
  const links = new Map([...figure.fleches, ...figure.entrees].map((link) => [link.id, link]));
  const tried: Fragment[] = [];
  let notes: readonly string[] = [];
  for (const options of figure.etats.some(({ acteur }) => acteur === null) ? NESTED : FLAT) {
    const draft = draftOf(figure, options);
    tried.push(placed(await laidOut(draft.graph), { ...draft, links }));
    notes = draft.notes;
  }
  const best = tried.reduce((found, other) => (isBetter(other, found) ? other : found));
  if (crossings(best).length > 0) return null;
  const lowered = moved(best, { x: 0, y: TITLE });
  return framed(place, { ...lowered, height: lowered.height + TITLE }, notes, 0);
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
  return [crossings(fragment).length, above.length, width * height];
}
