import type { Chart } from '../chart.ts';
import { toBpmn } from './bpmn/bpmn.ts';
import { toDot } from './dot.ts';
import { toGraphe } from './graphe.ts';
import { toMermaid } from './mermaid.ts';
import { toScxml } from './scxml.ts';

/** A format in which a machine is given: how its committed file ends, its media type, and its text, the same at each run. */
interface Format {
  suffixe: string;
  type: string;
  write(chart: Chart): string | Promise<string>;
}

/** Every textual format, by the extension that asks for it. */
export const formats = {
  mmd: { suffixe: 'mmd', type: 'text/vnd.mermaid; charset=utf-8', write: toMermaid },
  dot: { suffixe: 'dot', type: 'text/vnd.graphviz; charset=utf-8', write: toDot },
  scxml: { suffixe: 'scxml', type: 'application/scxml+xml; charset=utf-8', write: toScxml },
  bpmn: { suffixe: 'bpmn', type: 'application/xml; charset=utf-8', write: toBpmn },
  json: { suffixe: 'graphe.json', type: 'application/json; charset=utf-8', write: toGraphe },
} satisfies Record<string, Format>;
