import type { ElkExtendedEdge, ElkLabel, ElkNode, ElkPort } from 'elkjs/lib/elk.bundled.js';
import { laidOut } from '../../layout/region/elk.ts';
import { type Flux, holderOf, type Noeud } from './noeud.ts';
import type { Processus } from './processus.ts';

/** A rectangle, in pixels from the top left corner of the drawing. */
export interface Cadre {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Where a process and all it holds are drawn: nodes and labels by id of the node or flow, the corners of the flows. */
export interface Disposition {
  cadre: Cadre;
  cadres: Map<string, Cadre>;
  etiquettes: Map<string, Cadre>;
  coudes: Map<string, Point[]>;
}

interface Point {
  x: number;
  y: number;
}

/** Room for the name of a pool, which is written upwards on its left. */
const BAND = 30;
const GAP = 30;

/** Lays processes out by ELK, one pool under the other, as wide as the widest. */
export async function disposer(processus: readonly Processus[]): Promise<Disposition[]> {
  const laid = await Promise.all(processus.map((one) => laidOut(toElk(one))));
  const width = Math.max(...laid.map((graph) => graph.width ?? 0)) + BAND;
  let y = 0;
  return laid.map((graph, rank) => {
    const cadre = { x: 0, y, width, height: graph.height ?? 0 };
    y += cadre.height + GAP;
    const { noeuds, flux } = processus[rank] as Processus;
    const disposition: Disposition = { cadre, cadres: new Map(), etiquettes: new Map(), coudes: new Map() };
    collect(disposition, graph, { x: BAND, y: cadre.y });
    const shapes = new Map(
      noeuds.map((noeud) => [noeud.id, { noeud, cadre: disposition.cadres.get(noeud.id) as Cadre }]),
    );
    for (const { id, de, vers } of flux) {
      const points = disposition.coudes.get(id) ?? [];
      touch(points[0], shapes.get(de));
      touch(points.at(-1), shapes.get(vers));
    }
    return disposition;
  });
}

function collect(into: Disposition, { children = [], edges = [] }: ElkNode, origin: Point): void {
  for (const child of children) {
    const cadre = place(into, child, origin);
    for (const port of child.ports ?? []) place(into, port, cadre);
    collect(into, child, cadre);
  }
  for (const edge of edges) {
    const points = (edge.sections ?? []).flatMap(({ startPoint, bendPoints = [], endPoint }) => [
      startPoint,
      ...bendPoints,
      endPoint,
    ]);
    into.coudes.set(
      edge.id,
      points.map(({ x, y }) => ({ x: round(x + origin.x), y: round(y + origin.y) })),
    );
    for (const label of edge.labels ?? []) into.etiquettes.set(edge.id, frame(label, origin));
  }
}

function place(into: Disposition, shape: ElkNode | ElkPort, origin: Point): Cadre {
  const cadre = frame(shape, origin);
  into.cadres.set(shape.id, cadre);
  for (const label of shape.labels ?? []) into.etiquettes.set(shape.id, frame(label, cadre));
  return cadre;
}

/** ELK stops at the frame of a diamond or of a circle: moves the end of a flow on to its border. */
function touch(end: Point | undefined, shape: { noeud: Noeud; cadre: Cadre } | undefined): void {
  if (!end || !shape || /Task|Process/.test(shape.noeud.genre)) return;
  const { x, y, width } = shape.cadre;
  const radius = width / 2;
  const [dx, dy] = [end.x - x - radius, end.y - y - radius];
  const isSideways = Math.abs(dx) > Math.abs(dy);
  const off = isSideways ? dy : dx;
  const reach = shape.noeud.genre.endsWith('Gateway') ? radius - Math.abs(off) : Math.sqrt(radius ** 2 - off ** 2);
  if (isSideways) end.x = round(x + radius + Math.sign(dx) * reach);
  else end.y = round(y + radius + Math.sign(dy) * reach);
}

function frame({ x = 0, y = 0, width = 0, height = 0 }: Partial<Cadre>, origin: Point): Cadre {
  return { x: round(x + origin.x), y: round(y + origin.y), width: round(width), height: round(height) };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

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
function toElk({ id, noeuds, flux }: Processus): ElkNode {
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
