import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk.bundled.js';
import type { Transition } from '../../chart.ts';
import { type Arrow, type Box, type Fragment, movedBox, type Point, type Rect } from '../geometry.ts';
import { lineOf } from '../ladder/rows.ts';
import { blockOf, Column, type SetLine } from '../text/lines.ts';

let engine: Promise<{ layout(graph: ElkNode): Promise<ElkNode> }> | null = null;

/** A graph laid out by ELK, which is loaded when it is first asked: every place is from the top left corner of the whole. */
export async function laidOut(graph: ElkNode): Promise<ElkNode> {
  engine ??= import('elkjs/lib/elk.bundled.js').then(
    ({ default: Elk }) => new (Elk as unknown as typeof Elk.default)(),
  );
  return (await engine).layout(graph);
}

/** What every drawing asks of ELK. */
export const common = {
  'elk.algorithm': 'layered',
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.json.shapeCoords': 'ROOT',
  'elk.json.edgeCoords': 'ROOT',
  'elk.layered.thoroughness': '40',
  'elk.layered.spacing.nodeNodeBetweenLayers': '20',
  'elk.layered.spacing.edgeNodeBetweenLayers': '14',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '11',
  'elk.spacing.nodeNode': '22',
  'elk.spacing.edgeNode': '14',
  'elk.spacing.edgeEdge': '13',
  'elk.spacing.edgeLabel': '5',
};

/** A line from one node to another, with room for its words. */
export function edge(
  { id, de, vers }: { id: string; de: string; vers: string },
  lines: SetLine[] = [],
): ElkExtendedEdge {
  const { width, height } = blockOf(lines);
  const labels = lines.length > 0 ? [{ id: `texte:${id}`, width: width + 4, height: height + 2, text: ' ' }] : [];
  return { id, sources: [de], targets: [vers], labels };
}

/** What ELK moved about: boxes and labels by id, and what each edge shows. */
interface Moved {
  boxes: ReadonlyMap<string, Box>;
  labels: ReadonlyMap<string, SetLine[]>;
  links: ReadonlyMap<string, { de: string; vers: string; transitions: readonly Transition[] }>;
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
    genre: isInitial ? 'initial' : lineOf(transitions),
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
