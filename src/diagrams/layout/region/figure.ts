import { type Chart, type Etat, inWords, type Transition } from '../../chart.ts';
import { isBelow, spreadOf } from '../ladder/rows.ts';

/** What is drawn of a region whose every arrow goes from state to state. */
export interface Figure {
  region: Etat;
  /** Its states, parents before children, without itself. */
  etats: Etat[];
  /** The rank of each step in the region, by which others point to it. */
  numeros: ReadonlyMap<string, number>;
  /** One per pair of states. */
  fleches: Lien[];
  /** What leads to one state from many or from any: a mark that says whence. */
  entrees: Entree[];
  /** What changes no state. */
  surPlace: Transition[];
}

/** Transitions drawn as one. */
interface Lien {
  id: string;
  de: string;
  vers: string;
  transitions: Transition[];
}
interface Entree extends Lien {
  depuis: string;
}

/** From so many states on, arrows to one state become a mark. */
const MANY = 3;

/** The figure of one region of a chart. */
export function figureOf(chart: Chart, region: Etat): Figure {
  const etats = chart.etats.filter(({ id }) => isBelow(id, region.id));
  const numeros = new Map(etats.filter(({ acteur }) => acteur !== null).map(({ id }, rank) => [id, rank + 1]));
  const inside = chart.transitions.filter(({ de }) => de === region.id || isBelow(de, region.id));
  const spread = inside.flatMap((transition) => spreadOf(transition, etats));
  const moving = spread.filter(({ de, vers }) => de !== vers);
  const groups = [...Map.groupBy(moving, causeOf).values()];
  const isMark = (group: Transition[]) => group.length >= MANY || group.some(({ de, vers }) => isBelow(vers, de));
  return {
    region,
    etats,
    numeros,
    fleches: liens(groups.filter((group) => !isMark(group)).flat()),
    entrees: entreesOf(groups.filter(isMark), numeros),
    surPlace: spread.filter(({ de, vers }) => de === vers),
  };
}

function causeOf({ fait, vers, condition }: Transition): string {
  return [vers, fait, condition && inWords(condition)].join('\n');
}

function liens(transitions: readonly Transition[]): Lien[] {
  return [...Map.groupBy(transitions, ({ de, vers }) => `${de}>${vers}`)].map(([id, group]) => {
    const [{ de, vers }] = group as [Transition];
    return { id, de, vers, transitions: group };
  });
}

function entreesOf(groups: Transition[][], numeros: ReadonlyMap<string, number>): Entree[] {
  const told = groups.map((group) => ({ group, depuis: origin(group, numeros) }));
  const merged = Map.groupBy(told, ({ group: [first], depuis }) => `${depuis}>${first?.vers}`);
  return [...merged].map(([id, same]) => {
    const transitions = same.flatMap(({ group }) => group);
    const [{ vers }] = transitions as [Transition];
    return { id, de: `entree:${id}`, vers, transitions, depuis: same[0]?.depuis ?? '' };
  });
}

/** « depuis toute étape », « depuis 2, 4 à 6 ». */
function origin(group: readonly Transition[], numeros: ReadonlyMap<string, number>): string {
  if (group.some(({ de, vers }) => isBelow(vers, de))) return 'depuis toute étape :';
  const from = group.flatMap(({ de }) => [...numeros].filter(([id]) => id === de || isBelow(id, de)));
  const ranks = [...new Set(from.map(([, rank]) => rank))].sort((a, b) => a - b);
  return `depuis ${runs(ranks).map(told).join(', ')} :`;
}

function runs(ranks: readonly number[]): [first: number, last: number][] {
  const found: [number, number][] = [];
  for (const rank of ranks) {
    const last = found.at(-1);
    if (last?.[1] === rank - 1) last[1] = rank;
    else found.push([rank, rank]);
  }
  return found;
}

function told([first, last]: [number, number]): string {
  if (last === first) return `${first}`;
  return last - first > 1 ? `${first} à ${last}` : `${first}, ${last}`;
}
