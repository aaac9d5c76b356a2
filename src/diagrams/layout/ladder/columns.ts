import type { Etat } from '../../chart.ts';
import { type Card, phaseTitle, titleCard } from './card.ts';
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
  const everywhere = material.rows.get(region.id) ?? [];
  const mark = stackOf([], top, material, everywhere);
  if (count === 1) return { stacks: [stackOf(children, top, material, everywhere)], opened: null, lanes: top };
  const [first] = children;
  const opened = first?.acteur === null && openedColumns(first, children.slice(1), { mark, top, material, count });
  if (opened) return opened;
  const parts = evenest(children, count, material);
  if (!parts) return null;
  const below = top + (count > 2 ? LANE * LANES : 0);
  const stacks = parts.map((part, rank) => stackOf(part, below, material, rank === 0 ? everywhere : []));
  return { stacks, opened: null, lanes: top };
}

interface Frame {
  mark: Stack;
  top: number;
  material: Material;
  count: number;
}

/** The first state opened over all columns but the last, where those that follow it stand. */
function openedColumns(etat: Etat, others: readonly Etat[], { mark, top, material, count }: Frame): Columns | null {
  const inside = material.etats.filter(({ parent }) => parent === etat.id);
  const parts = evenest(inside, others.length > 0 ? count - 1 : count, material);
  const rows = material.rows.get(etat.id) ?? [];
  if (!parts || rows.some(({ vers }) => vers !== null)) return null;
  const card = titleCard(phaseTitle(etat), rows, material.notes);
  const frameTop = mark.bottom + INITIAL_GAP;
  const lanes = frameTop + card.height;
  const stacks = parts.map((part) => stackOf(part, lanes + LANE * (LANES - 1), material));
  const bottom = Math.max(...stacks.map((stack) => stack.bottom)) + FRAME;
  const [first, last] = [stacks[0] as Stack, stacks.at(-1) as Stack];
  first.left -= FRAME;
  last.right += FRAME;
  first.boxes.unshift(...mark.boxes);
  first.exits.unshift(...mark.exits);
  first.initials.unshift({ x: first.middle, y: mark.bottom + 7 });
  const beside = others.length > 0 ? [stackOf(others, top, material)] : [];
  const opened = { etat, card, top: frameTop, bottom, count: parts.length };
  return { stacks: [...stacks.map((stack) => ({ ...stack, bottom })), ...beside], opened, lanes };
}

/** The most even way to cut a list of states in so many columns, in its order. */
function evenest(children: readonly Etat[], count: number, material: Material): (readonly Etat[])[] | null {
  const heightOf = (part: readonly Etat[]) => stackOf(part, 0, material).bottom;
  const ways = cuts(children, count).map((parts) => ({ parts, height: Math.max(...parts.map(heightOf)) }));
  const [first, ...others] = ways;
  if (!first) return null;
  return others.reduce((best, way) => (way.height < best.height ? way : best), first).parts;
}

function cuts<T>(list: readonly T[], count: number): (readonly T[])[][] {
  if (count === 1) return [[list]];
  const ranks = list.map((_, rank) => rank).slice(1);
  return ranks.flatMap((rank) => cuts(list.slice(rank), count - 1).map((rest) => [list.slice(0, rank), ...rest]));
}
