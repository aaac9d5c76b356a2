import type { Etat } from '../../chart.ts';
import { type Box, emptyBox, type Point } from '../geometry.ts';
import type { Notes } from '../words.ts';
import { CARD_WIDTH, type Card, phaseTitle, shownAs, stepCard, titleCard } from './card.ts';
import type { Row } from './rows.ts';

/** States one under another: cards in line, frames around them. */
export interface Stack {
  boxes: Box[];
  initials: Point[];
  exits: Exit[];
  /** The outermost borders; cards stand from 0 to CARD_WIDTH. */
  left: number;
  right: number;
  bottom: number;
  middle: number;
}

/** Where the arrow of a row may leave. */
interface Exit {
  row: Row;
  y: number;
}

/** What a stack is made of. */
export interface Material {
  etats: readonly Etat[];
  numeros: ReadonlyMap<string, number>;
  rows: ReadonlyMap<string, Row[]>;
  notes: Notes;
}

const GAP = 9;
/** Above what is entered first: its mark and its arrow. */
export const INITIAL_GAP = 22;
const FRAME = 8;

/** Stacks states from a height on; `everywhere` is what may happen whichever of them is active. */
export function stackOf(
  children: readonly Etat[],
  top: number,
  material: Material,
  everywhere: readonly Row[] = [],
): Stack {
  const stack: Stack = {
    boxes: [],
    initials: [],
    exits: [],
    left: 0,
    right: CARD_WIDTH,
    bottom: top,
    middle: CARD_WIDTH / 2,
  };
  const [first] = everywhere;
  if (first) addMark(stack, first.de, everywhere, material);
  for (const etat of children) {
    const isFirst = etat.initial && !isBeside(etat, material);
    if (isFirst) stack.initials.push({ x: CARD_WIDTH / 2, y: stack.bottom + 7 });
    const y = stack.bottom + (isFirst ? INITIAL_GAP : GAP);
    if (etat.acteur === null) addFrame(stack, etat, y, material);
    else addStep(stack, etat, y, material);
  }
  return stack;
}

function addMark(stack: Stack, id: string, rows: readonly Row[], { notes }: Material): void {
  const card = titleCard([{ text: 'depuis toute étape :', style: 'detail' }], rows, notes);
  const rect = { x: 0, y: stack.bottom, width: CARD_WIDTH, height: card.height };
  stack.boxes.push({ ...emptyBox(`tout:${id}`, 'entree', rect), ...inside(card, rect) });
  addExits(stack, card, stack.bottom);
  stack.bottom += card.height;
}

function addStep(stack: Stack, etat: Etat, y: number, { etats, numeros, rows, notes }: Material): void {
  const { id, parent, genre } = etat;
  const around = etats.find((other) => other.id === parent)?.source ?? '';
  const card = stepCard(etat, { numero: numeros.get(id) ?? 0, around }, rows.get(id) ?? [], notes);
  const rect = { x: 0, y, width: CARD_WIDTH, height: card.height };
  const box = emptyBox(id, genre === 'finale' ? 'finale' : 'etape', rect);
  stack.boxes.push({ ...box, parent, nature: shownAs(etat), ...inside(card, { x: 0, y }) });
  addExits(stack, card, y);
  stack.bottom = y + card.height;
}

function addFrame(stack: Stack, etat: Etat, y: number, material: Material): void {
  const { id, parent } = etat;
  const rows = material.rows.get(id) ?? [];
  const title = titleCard(phaseTitle(etat), rows, material.notes);
  const children = material.etats.filter((child) => child.parent === id);
  const inner = stackOf(children, y + title.height - GAP + 5, material);
  const [left, right, bottom] = [inner.left - FRAME, inner.right + FRAME, inner.bottom + FRAME];
  const rect = { x: left, y, width: right - left, height: bottom - y };
  const box = emptyBox(id, isBeside(etat, material) ? 'volet' : 'phase', rect);
  stack.boxes.push({ ...box, parent, ...inside(title, { x: left, y }) }, ...inner.boxes);
  stack.initials.push(...inner.initials);
  addExits(stack, title, y);
  stack.exits.push(...inner.exits);
  stack.left = Math.min(stack.left, left);
  stack.right = Math.max(stack.right, right);
  stack.bottom = bottom;
}

function addExits(stack: Stack, { exits }: Card, top: number): void {
  stack.exits.push(...exits.map(({ row, y }) => ({ row, y: top + y })));
}

function inside({ texts, insignes, signes, libre }: Card, { x, y }: Point) {
  const shift = <P extends Point>(point: P): P => ({ ...point, x: point.x + x, y: point.y + y });
  return {
    texts: texts.map(shift),
    insignes: insignes.map(shift),
    signes: signes.map(shift),
    libre: libre && shift(libre),
  };
}

/** Active beside others, as every child of a parallel state. */
function isBeside({ parent }: Etat, { etats }: Material): boolean {
  return etats.find(({ id }) => id === parent)?.genre === 'parallele';
}
