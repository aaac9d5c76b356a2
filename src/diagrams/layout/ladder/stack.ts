import type { Etat } from '../../chart.ts';
import { type Box, emptyBox, type Point, type Text } from '../geometry.ts';
import { widthOf } from '../text/lines.ts';
import type { Notes } from '../words.ts';
import { CARD_WIDTH, type Card, originCard, phaseTitle, shownAs, stepCard, titleCard } from './card.ts';
import type { Numbers, Origin, Row, Rows } from './rows.ts';

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

/** Where the arrow of a row leaves, and the number that it ends on; null where it goes on to what it leads to. */
export interface Exit {
  row: Row;
  y: number;
  renvoi: string | null;
}

/** What a stack is made of. */
export interface Material {
  etats: readonly Etat[];
  numbers: Numbers;
  rows: Rows;
  notes: Notes;
}

const GAP = 8;
/** Above what is entered first: its mark and its arrow. */
export const INITIAL_GAP = 22;
const FRAME = 8;
/** From a card to the number that tells where a row leads, and the height of that number in its pill. */
const STUB = 12;
const PILL = { height: 12, padding: 2 };

/** Stacks states from a height on, then what may happen in many of them. */
export function stackOf(
  children: readonly Etat[],
  top: number,
  material: Material,
  partout: readonly Origin[] = [],
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
  for (const etat of children) {
    const isFirst = etat.initial && !isBeside(etat, material);
    if (isFirst) stack.initials.push({ x: CARD_WIDTH / 2, y: stack.bottom + 7 });
    const y = stack.bottom + (isFirst ? INITIAL_GAP : GAP);
    if (etat.acteur === null) addFrame(stack, etat, y, material);
    else addStep(stack, etat, y, material);
  }
  if (partout.length > 0) addOrigins(stack, partout, material);
  return stack;
}

function addOrigins(stack: Stack, origins: readonly Origin[], material: Material): void {
  const card = originCard(origins, material.notes);
  const id = `tout:${origins[0]?.rows[0]?.de}`;
  const rect = { x: 0, y: stack.bottom + 2 * GAP, width: CARD_WIDTH, height: card.height };
  stack.boxes.push({ ...emptyBox(id, 'entree', rect), ...inside(card, rect) });
  addExits(stack, card, { id, parent: origins[0]?.rows[0]?.de ?? null, y: rect.y, right: CARD_WIDTH }, material);
  stack.bottom = rect.y + card.height;
}

function addStep(stack: Stack, etat: Etat, y: number, material: Material): void {
  const { etats, numbers, rows, notes } = material;
  const { id, parent, genre } = etat;
  const around = etats.find((other) => other.id === parent)?.source ?? '';
  const card = stepCard(etat, { numero: numbers.of(id), around }, rows.parEtat.get(id) ?? [], notes);
  const rect = { x: 0, y, width: CARD_WIDTH, height: card.height };
  const box = emptyBox(id, genre === 'finale' ? 'finale' : 'etape', rect);
  stack.boxes.push({ ...box, parent, nature: shownAs(etat), ...inside(card, { x: 0, y }) });
  addExits(stack, card, { id, parent, y, right: CARD_WIDTH }, material);
  stack.bottom = y + card.height;
}

function addFrame(stack: Stack, etat: Etat, y: number, material: Material): void {
  const { id, parent } = etat;
  const rows = material.rows.parEtat.get(id) ?? [];
  const title = titleCard(phaseTitle(etat), rows, material.notes);
  const children = material.etats.filter((child) => child.parent === id);
  const inner = stackOf(children, y + title.height - GAP + 5, material);
  const [left, right, bottom] = [inner.left - FRAME, inner.right + FRAME, inner.bottom + FRAME];
  const rect = { x: left, y, width: right - left, height: bottom - y };
  const box = emptyBox(id, isBeside(etat, material) ? 'volet' : 'phase', rect);
  stack.boxes.push({ ...box, parent, ...inside(title, { x: left, y }) }, ...inner.boxes);
  stack.initials.push(...inner.initials);
  stack.exits.push(...inner.exits);
  stack.left = Math.min(stack.left, left);
  stack.right = Math.max(stack.right, right);
  addExits(stack, title, { id, parent, y, right }, material);
  stack.bottom = bottom;
}

/** The box that rows leave: where it starts, and its right border. */
interface Leaving {
  id: string;
  parent: string | null;
  y: number;
  right: number;
}

function addExits(stack: Stack, { exits }: Card, from: Leaving, { numbers }: Material): void {
  for (const { row, y } of exits) {
    const at = { ...from, y: from.y + y };
    const vers = row.trait === 'renvoi' ? row.vers : null;
    stack.exits.push({ row, y: at.y, renvoi: vers === null ? null : addPill(stack, vers, { ...at, numbers }) });
  }
}

/** A number beside what leads to its step; gives the id of its box. */
function addPill(stack: Stack, vers: string, from: Leaving & { numbers: Numbers }): string {
  const { id, parent, y, right, numbers } = from;
  const text = numbers.of(vers);
  const width = Math.ceil(widthOf(text, 'detail')) + 2 * PILL.padding;
  const rect = { x: right + STUB, y: y - PILL.height / 2, width, height: PILL.height };
  const pill = emptyBox(`renvoi:${id}:${y}`, 'renvoi', rect);
  const texts: Text[] = [{ x: rect.x + PILL.padding, y: y + 3, text, style: 'detail' }];
  stack.boxes.push({ ...pill, parent, texts, cible: numbers.first(vers) });
  stack.right = Math.max(stack.right, rect.x + width);
  return pill.id;
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
