import { type Couloir, couloirs, lanesOf } from '../../recit/lanes.ts';
import type { Cadre } from './disposition.ts';
import type { Flux, Noeud } from './noeud.ts';
import type { Place, Recit } from './recit.ts';

const COLUMN = 200;
const ROW = 100;
const BAND = 30;
const PAD = 50;
const GATEWAY = 50;

/** Where a story is drawn as a pool: lanes one under the other, nodes from left to right in the order in which one comes to them. */
export interface Bassin {
  cadre: Cadre;
  couloirs: { id: Couloir; titre: string; cadre: Cadre; noeuds: string[] }[];
  cadres: Map<string, Cadre>;
  coudes: Map<string, { x: number; y: number }[]>;
  etiquettes: Map<string, Cadre>;
}

/** The pool of a story. */
export function bassinOf({ places, flux }: Recit): Bassin {
  const ranks = ranksOf(places, flux);
  const cadres = new Map<string, Cadre>();
  const lanes: Bassin['couloirs'] = [];
  const width = BAND * 2 + COLUMN * (Math.max(...ranks.values()) + 1) + PAD;
  let top = 0;
  for (const id of couloirs) {
    const own = places.filter(({ couloir }) => couloir === id);
    if (own.length === 0) continue;
    const height = ROW * (Math.max(...own.map(({ ligne }) => ligne)) + 1) + (id === 'etablissement' ? PAD : 0);
    for (const { noeud, ligne } of own) {
      const size = sizeOf(noeud);
      const middle = { x: BAND * 2 + COLUMN * (ranks.get(noeud.id) ?? 0) + COLUMN / 2, y: top + ROW * ligne + ROW / 2 };
      cadres.set(noeud.id, { x: middle.x - size.width / 2, y: middle.y - size.height / 2, ...size });
    }
    const cadre = { x: BAND, y: top, width: width - BAND, height };
    lanes.push({ id, titre: lanesOf[id].titre, cadre, noeuds: own.map(({ noeud }) => noeud.id) });
    top += height;
  }
  const cadre = { x: 0, y: 0, width, height: top };
  const laneOf = new Map(places.map(({ noeud, couloir }) => [noeud.id, couloir]));
  const coudes = new Map(
    flux.map((one, turn) => {
      const isWithin = laneOf.get(one.de) === laneOf.get(one.vers);
      return [one.id, wayOf(one, cadres, { ranks, bottom: top, isWithin, turn })];
    }),
  );
  const named = flux.filter(({ nom }) => nom !== '');
  const etiquettes = new Map(named.map(({ id, nom }) => [id, labelOf(nom, coudes.get(id) ?? [])]));
  return { cadre, couloirs: lanes, cadres, coudes, etiquettes };
}

function sizeOf({ genre }: Noeud): { width: number; height: number } {
  if (genre.endsWith('Task')) return { width: 140, height: 70 };
  return genre.endsWith('Gateway') ? { width: GATEWAY, height: GATEWAY } : { width: 36, height: 36 };
}

/** The longest way to each node; what comes back is left out. */
function ranksOf(places: readonly Place[], flux: readonly Flux[]): Map<string, number> {
  const ranks = new Map<string, number>();
  const visit = (id: string, rank: number, path: readonly string[]): void => {
    if (path.includes(id) || (ranks.get(id) ?? -1) >= rank) return;
    ranks.set(id, rank);
    for (const { de, vers } of flux) if (de === id) visit(vers, rank + 1, [...path, id]);
  };
  for (const { noeud } of places) if (!flux.some(({ vers }) => vers === noeud.id)) visit(noeud.id, 0, []);
  return ranks;
}

/** Words stand over the end of their line, over its start where it is straight, over its middle where it comes back. */
function labelOf(nom: string, points: readonly { x: number; y: number }[]): Cadre {
  const width = 7 * nom.length;
  const [start, end] = [points[0], points.at(-1)];
  if (!start || !end || points.length < 3)
    return { x: (start?.x ?? 0) + 6, y: (start?.y ?? 0) - 18, width, height: 14 };
  if (end.x < start.x)
    return { x: (start.x + end.x - width) / 2, y: (points[1]?.y ?? start.y) - 18, width, height: 14 };
  return { x: Math.min(end.x - width - 8, end.x - 30), y: end.y - 18, width, height: 14 };
}

/** Where lines go: those of a lane leave a choice downwards, and those that turn in the same gap do so apart. */
interface Around {
  ranks: ReadonlyMap<string, number>;
  bottom: number;
  isWithin: boolean;
  turn: number;
}

function wayOf(
  { de, vers }: Flux,
  cadres: ReadonlyMap<string, Cadre>,
  { ranks, bottom, isWithin, turn }: Around,
): { x: number; y: number }[] {
  const [from, to] = [cadres.get(de) as Cadre, cadres.get(vers) as Cadre];
  const start = { x: from.x + from.width, y: from.y + from.height / 2 };
  const end = { x: to.x, y: to.y + to.height / 2 };
  if ((ranks.get(vers) ?? 0) <= (ranks.get(de) ?? 0)) {
    const [left, right] = [to.x + to.width / 2, from.x + from.width / 2];
    const low = bottom - 12;
    return [
      { x: right, y: from.y + from.height },
      { x: right, y: low },
      { x: left, y: low },
      { x: left, y: to.y + to.height },
    ];
  }
  if (start.y === end.y) return [start, end];
  if (isWithin && from.width === GATEWAY && end.y > start.y) {
    const x = from.x + from.width / 2;
    return [{ x, y: from.y + from.height }, { x, y: end.y }, end];
  }
  const x = BAND * 2 + COLUMN * (ranks.get(vers) ?? 0) - 22 + 6 * (turn % 8);
  return [start, { x, y: start.y }, { x, y: end.y }, end];
}
