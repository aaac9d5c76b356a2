import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk.bundled.js';
import { blockOf, type SetLine } from '../text/lines.ts';

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
