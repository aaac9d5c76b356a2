import ElkModule, { type ElkNode, type ElkPort } from 'elkjs/lib/elk.bundled.js';
import { toElk } from './graphe-elk.ts';
import type { Noeud } from './noeud.ts';
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

// Its types say that the module is the default export's namespace; Node gives the class.
const elk = new (ElkModule as unknown as typeof ElkModule.default)();
/** Room for the name of a pool, which is written upwards on its left. */
const BAND = 30;
const GAP = 30;

/** Lays processes out by ELK, one pool under the other, as wide as the widest. */
export async function disposer(processus: readonly Processus[]): Promise<Disposition[]> {
  const laid = await Promise.all(processus.map((one) => elk.layout(toElk(one))));
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
