import type { ElkExtendedEdge, ElkLabel, ElkNode, ElkPort } from 'elkjs/lib/elk.bundled.js';
import { type Flux, holderOf, type Noeud } from './noeud.ts';
import type { Processus } from './processus.ts';

const EVENT = 36;
const GATEWAY = 50;
const TASK = 180;
const options = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.spacing.nodeNode': '35',
  'elk.spacing.edgeNode': '20',
  'elk.spacing.edgeEdge': '14',
  'elk.spacing.labelNode': '6',
  'elk.layered.spacing.nodeNodeBetweenLayers': '40',
  'elk.layered.spacing.edgeNodeBetweenLayers': '20',
  'elk.layered.cycleBreaking.strategy': 'DEPTH_FIRST',
  'elk.padding': '[top=30,left=30,bottom=30,right=30]',
};

/** A process as ELK takes it: sub-processes as nodes with nodes, what hangs to a border as a port. */
export function toElk({ id, noeuds, flux }: Processus): ElkNode {
  return { id, layoutOptions: options, ...contentOf(null) };

  function contentOf(host: string | null) {
    const inside = noeuds.filter((noeud) => holderOf(noeud) === host);
    const ids = new Set(inside.map((noeud) => noeud.id));
    return {
      children: inside.filter(({ genre }) => genre !== 'boundaryEvent').map(toNode),
      edges: flux.filter(({ de }) => ids.has(de)).map(toEdge),
    };
  }

  function toNode(noeud: Noeud): ElkNode {
    const hung = noeuds.filter(({ hote, genre }) => hote === noeud.id && genre === 'boundaryEvent');
    if (noeud.genre === 'subProcess') {
      const layoutOptions = { ...options, 'elk.padding': '[top=40,left=20,bottom=20,right=20]' };
      return { id: noeud.id, layoutOptions, ...contentOf(noeud.id) };
    }
    return { id: noeud.id, ...sizeOf(noeud), ...labelled(noeud), ports: hung.map(toPort) };
  }
}

function sizeOf({ genre, nom }: Noeud) {
  if (genre === 'userTask' || genre === 'receiveTask')
    return { width: TASK, height: Math.max(70, linesIn(nom, TASK - 14, 6.4) * 15 + 48) };
  const side = genre.endsWith('Gateway') ? GATEWAY : EVENT;
  return { width: side, height: side };
}

function labelled({ genre, nom, id }: Noeud) {
  const isInside = genre === 'userTask' || genre === 'receiveTask';
  return {
    labels: isInside || nom === '' ? [] : [labelOf(id, nom)],
    layoutOptions: {
      'elk.nodeLabels.placement': '[H_CENTER, V_BOTTOM, OUTSIDE]',
      'elk.portConstraints': 'FIXED_SIDE',
      ...(genre === 'startEvent' && { 'elk.layered.layering.layerConstraint': 'FIRST' }),
    },
  };
}

function toPort({ id, nom }: Noeud): ElkPort {
  return {
    id,
    width: EVENT,
    height: EVENT,
    labels: [labelOf(id, nom)],
    layoutOptions: { 'elk.port.side': 'SOUTH', 'elk.port.borderOffset': `${-EVENT / 2}` },
  };
}

function toEdge({ id, de, vers, nom }: Flux): ElkExtendedEdge {
  return { id, sources: [de], targets: [vers], labels: nom === '' ? [] : [labelOf(id, nom)] };
}

const LABEL = 120;

function labelOf(id: string, text: string): ElkLabel {
  const width = Math.min(LABEL, Math.ceil(text.length * 6) + 4);
  return { id: `${id}_label`, text, width, height: linesIn(text, width, 5.6) * 13 + 2 };
}

/** How many lines a text takes, broken at spaces, when a letter is that wide on average. */
function linesIn(text: string, width: number, letter: number): number {
  return text.split('\n').reduce((total, paragraph) => total + breaks(paragraph, Math.floor(width / letter)), 0);
}

function breaks(paragraph: string, room: number): number {
  let [lines, used] = [1, 0];
  for (const { length } of paragraph.split(' ')) {
    const fits = used === 0 || used + 1 + length <= room;
    lines += fits ? 0 : 1;
    used = fits && used > 0 ? used + 1 + length : length;
  }
  return lines;
}
