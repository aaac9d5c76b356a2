import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk.bundled.js';
import type { Transition } from '../../chart.ts';
import { type Arrow, type Box, type Fragment, movedBox, type Point, type Rect } from '../geometry.ts';
import { Column } from '../text/column.ts';
import type { SetLine } from '../text/lines.ts';

/** What ELK moved about: boxes and labels by id, and what each edge shows. */
export interface Moved {
  boxes: ReadonlyMap<string, Box>;
  labels: ReadonlyMap<string, SetLine[]>;
  links: ReadonlyMap<string, { de: string; vers: string; transitions: readonly Transition[]; genre?: Arrow['genre'] }>;
}

/** The result of ELK as geometry, of integers. */
export function placed(graph: ElkNode, { boxes, labels, links }: Moved): Fragment {
  const nodes = everyNode(graph);
  const rects = new Map(nodes.map((node) => [node.id, rounded(node)]));
  const inside = nodes.flatMap(({ id }) => {
    const box = boxes.get(id);
    const rect = rects.get(id);
    if (!box || !rect) return [];
    const moved = movedBox(box, rect);
    return [{ ...moved, rect }];
  });
  const dots = nodes.filter(({ id }) => id.startsWith('initial:')).map(({ id }) => centre(rects.get(id) as Rect));
  const arrows = [graph, ...nodes].flatMap(({ edges = [] }) => edges).map((edge) => arrowOf(edge, labels, links));
  const { width = 0, height = 0 } = graph;
  return { width: Math.ceil(width), height: Math.ceil(height), boxes: inside, arrows, initials: dots, texts: [] };
}

function everyNode({ children = [] }: ElkNode): ElkNode[] {
  return children.flatMap((child) => [child, ...everyNode(child)]);
}

function arrowOf(
  { id, sections = [], labels = [] }: ElkExtendedEdge,
  words: Moved['labels'],
  links: Moved['links'],
): Arrow {
  const [section] = sections;
  if (!section) throw new Error(`ELK found no way for ${id}`);
  const points = [section.startPoint, ...(section.bendPoints ?? []), section.endPoint].map(whole);
  const link = links.get(id);
  const [label] = labels;
  const isInitial = id.startsWith('initial>');
  const transitions = link?.transitions ?? [];
  return {
    id,
    points: straightened(points),
    joints: [],
    de: link?.de ?? '',
    vers: link?.vers ?? id.slice('initial>'.length),
    transitions: transitions.map((transition) => transition.id),
    label: label ? labelled(rounded(label), words.get(id) ?? []) : null,
    genre: isInitial ? 'initial' : (link?.genre ?? (transitions.every(({ derive }) => derive) ? 'derive' : 'fait')),
  };
}

function labelled(rect: Rect, lines: readonly SetLine[]): Arrow['label'] {
  const column = new Column({ x: rect.x + 2, y: rect.y + 1 });
  column.add(lines);
  return { rect, texts: column.texts };
}

/** Whole points that a rounding has set a unit off each other’s line are set on it. */
function straightened(points: readonly Point[]): Point[] {
  const kept: Point[] = [];
  for (const point of points) {
    const last = kept.at(-1);
    if (!last) kept.push(point);
    else if (Math.abs(point.x - last.x) <= 1 && Math.abs(point.y - last.y) > 1) kept.push({ x: last.x, y: point.y });
    else if (Math.abs(point.y - last.y) <= 1 && Math.abs(point.x - last.x) > 1) kept.push({ x: point.x, y: last.y });
  }
  return kept;
}

function rounded({ x = 0, y = 0, width = 0, height = 0 }: Partial<Rect>): Rect {
  const [left, top] = [Math.round(x), Math.round(y)];
  return { x: left, y: top, width: Math.round(x + width) - left, height: Math.round(y + height) - top };
}

function whole({ x, y }: Point): Point {
  return { x: Math.round(x), y: Math.round(y) };
}

function centre({ x, y, width, height }: Rect): Point {
  return { x: x + Math.round(width / 2), y: y + Math.round(height / 2) };
}
