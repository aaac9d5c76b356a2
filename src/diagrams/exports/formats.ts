import { readFileSync } from 'node:fs';
import { findProcedure } from '../../../machines/index.ts';
import type { Procedure } from '../../../machines/procedure.ts';
import { memo } from '../../memo.ts';
import { type Chart, chartOf, type Etat } from '../chart.ts';
import { fingerprint } from '../drawings.ts';
import { isBelow } from '../layout/ladder/rows.ts';
import { toBpmn, toBpmnStory } from './bpmn/bpmn.ts';
import { toDot } from './dot.ts';
import { toGraphe } from './graphe.ts';
import { toMermaid } from './mermaid.ts';
import { storyToDot, storyToMermaid } from './recit.ts';
import { toScxml } from './scxml.ts';
import { toXstate } from './xstate.ts';

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
  'recit.mmd': {
    suffixe: 'recit.mmd',
    type: 'text/vnd.mermaid; charset=utf-8',
    write: (chart) => storyToMermaid(procedureOf(chart)),
  },
  'recit.dot': {
    suffixe: 'recit.dot',
    type: 'text/vnd.graphviz; charset=utf-8',
    write: (chart) => storyToDot(procedureOf(chart)),
  },
  'recit.bpmn': {
    suffixe: 'recit.bpmn',
    type: 'application/xml; charset=utf-8',
    write: (chart) => toBpmnStory(procedureOf(chart)),
  },
  'xstate.json': { suffixe: 'xstate.json', type: 'application/json; charset=utf-8', write: toXstate },
  json: { suffixe: 'graphe.json', type: 'application/json; charset=utf-8', write: toGraphe },
} satisfies Record<string, Format>;

function procedureOf({ procedure, version }: Chart): Procedure {
  return findProcedure(procedure, version) as Procedure;
}

/** A file that a procedure is published as; `empreinte` tells two texts apart. */
interface Published {
  nom: string;
  type: string;
  texte: string;
  empreinte: string;
}

const FOLDER = new URL('../../../machines/diagrams/', import.meta.url);
const texts = memo<Published>();

/** Formats in which one region may be given alone: they draw, and a part is a drawing too. */
const PARTIAL = ['mmd', 'dot'] as const;

/** One region of a procedure in a format that draws; null where the format gives the whole alone, or the machine has no such region. */
export async function publishedRegion(
  procedure: Procedure,
  extension: keyof typeof formats,
  region: string,
): Promise<Published | null> {
  const chart = chartOf(procedure);
  const inside = ({ id }: Pick<Etat, 'id'>) => id === region || isBelow(id, region);
  const etats = chart.etats.filter(inside);
  if (!etats.some(({ parent }) => parent === null) || !PARTIAL.some((one) => one === extension)) return null;
  const transitions = chart.transitions.filter(({ de }) => inside({ id: de }));
  const { suffixe, type, write } = formats[extension];
  const texte = await write({ ...chart, etats, transitions });
  return {
    nom: `${procedure.id}.v${procedure.version}.${region}.${suffixe}`,
    type,
    texte,
    empreinte: fingerprint(texte),
  };
}

/** The committed text of a procedure in a format, read once; what writes it takes up to a second. */
export function published({ id, version }: Procedure, extension: keyof typeof formats): Published {
  const { suffixe, type } = formats[extension];
  const nom = `${id}.v${version}.${suffixe}`;
  return texts(nom, () => {
    const texte = readFileSync(new URL(nom, FOLDER), 'utf8');
    return { nom, type, texte, empreinte: fingerprint(texte) };
  });
}
