import type { Etat } from '../../chart.ts';
import { type Card, phaseTitle, titleCard } from './card.ts';
import type { Origin } from './rows.ts';
import { INITIAL_GAP, type Material, type Stack, stackOf } from './stack.ts';

/** The states of a region from left to right, from the heights given; an opened state stands around the first columns. */
export interface Columns {
  stacks: Stack[];
  opened: Opened | null;
  /** Height of the first free lane above the columns, for what passes over one of them. */
  lanes: number;
}

/** A state whose children stand in several columns. */
interface Opened {
  etat: Etat;
  card: Card;
  top: number;
  bottom: number;
  /** So many columns stand in it. */
  count: number;
}

const FRAME = 8;
/** So many lanes are free above columns. */
export const LANES = 3;
const LANE = 8;

/** The states of a region in so many columns, as even as they can be; null when it has too few. */
export function columnsOf(region: Etat, top: number, material: Material, count: number): Columns | null {
  const children = material.etats.filter(({ parent }) => parent === region.id);
  const { partout } = material.rows;
  if (count === 1) return { stacks: [stackOf(children, top, material, partout)], opened: null, lanes: top };
  const [first] = children;
  const opened = first?.acteur === null && openedColumns(first, children.slice(1), { top, material, count });
  if (opened) return opened;
  const below = top + (count > 2 ? LANE * LANES : 0);
  const stacks = evenest(children, below, { count, material, partout });
  return stacks && { stacks, opened: null, lanes: top };
}

interface Frame {
  top: number;
  material: Material;
  count: number;
}

/** The first state opened over all columns but the last, where those that follow it stand. */
function openedColumns(etat: Etat, others: readonly Etat[], { top, material, count }: Frame): Columns | null {
  const inside = material.etats.filter(({ parent }) => parent === etat.id);
  const { parEtat, partout } = material.rows;
  const rows = parEtat.get(etat.id) ?? [];
  if (rows.some(({ vers }) => vers !== null) || (others.length === 0 && partout.length > 0)) return null;
  const card = titleCard(phaseTitle(etat), rows, material.notes);
  const frameTop = top + INITIAL_GAP;
  const lanes = frameTop + card.height;
  const below = lanes + LANE * (LANES - 1);
  const stacks = evenest(inside, below, { count: others.length > 0 ? count - 1 : count, material, partout: [] });
  if (!stacks) return null;
  const bottom = Math.max(...stacks.map((stack) => stack.bottom)) + FRAME;
  const [first, last] = [stacks[0] as Stack, stacks.at(-1) as Stack];
  first.left -= FRAME;
  last.right += FRAME;
  first.initials.unshift({ x: first.middle, y: top + 7 });
  const beside = others.length > 0 ? [stackOf(others, top, material, partout)] : [];
  const opened = { etat, card, top: frameTop, bottom, count: stacks.length };
  return { stacks: [...stacks.map((stack) => ({ ...stack, bottom })), ...beside], opened, lanes };
}

interface Cut {
  count: number;
  material: Material;
  partout: readonly Origin[];
}

/** The most even way to cut a list of states in so many columns, in its order. */
function evenest(children: readonly Etat[], top: number, { count, material, partout }: Cut): Stack[] | null {
  const stacked = (parts: readonly (readonly Etat[])[]) =>
    parts.map((part, rank) => stackOf(part, top, material, rank === count - 1 ? partout : []));
  const heightOf = (stacks: readonly Stack[]) => Math.max(...stacks.map(({ bottom }) => bottom));
  const [first, ...others] = cuts(children, count).map(stacked);
  if (!first) return null;
  return others.reduce((best, way) => (heightOf(way) < heightOf(best) ? way : best), first);
}

function cuts<T>(list: readonly T[], count: number): (readonly T[])[][] {
  if (count === 1) return [[list]];
  const ranks = list.map((_, rank) => rank).slice(1);
  return ranks.flatMap((rank) => cuts(list.slice(rank), count - 1).map((rest) => [list.slice(0, rank), ...rest]));
}
