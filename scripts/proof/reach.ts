import type { Adjacency, Fait } from './traced.ts';

/** A graph ready to be searched both ways: the edges that leave and enter each state, by rank. */
export interface Indexed extends Adjacency {
  sortantes: Sides;
  entrantes: Sides;
}

/** The edges of a state are those of `aretes` from `debuts[etat]` to `debuts[etat + 1]`. */
interface Sides {
  debuts: Int32Array;
  aretes: Int32Array;
}

const UNMET = -1;
const START = -2;

/** The edge by which a search met each state. */
export type Met = Int32Array;

/** A fact taken along an edge, both by rank. */
export interface Pas {
  arete: number;
  fait: number;
}

/** Which fact a search may take along an edge, by rank; -1 for none. */
export type Allowed = (arete: number) => number;

/** Gathers the edges of each state. */
export function index(graph: Adjacency): Indexed {
  const { de, vers } = graph.aretes;
  return { ...graph, sortantes: gather(graph.etats.length, de), entrantes: gather(graph.etats.length, vers) };
}

/** The edges of a state, by rank. */
export function edgesAt({ debuts, aretes }: Sides, etat: number): Int32Array {
  return aretes.subarray(debuts[etat] ?? 0, debuts[etat + 1] ?? 0);
}

/** All that the allowed edges lead to from `starts`. */
export function reach(graph: Indexed, starts: Iterable<number>, allowed: Allowed = () => 0): Met {
  return search(starts, { ...graph.sortantes, ends: graph.aretes.vers }, allowed);
}

/** All that leads to `ends` by the allowed edges. */
export function leadingTo(graph: Indexed, ends: Iterable<number>, allowed: Allowed): Met {
  return search(ends, { ...graph.entrantes, ends: graph.aretes.de }, allowed);
}

export function isMet(met: Met, etat: number): boolean {
  return met[etat] !== UNMET;
}

/** The edges by which `reach` came to a state. */
export function wayTo({ aretes }: Adjacency, met: Met, etat: number): number[] {
  const way: number[] = [];
  for (let arete = met[etat] ?? START; arete >= 0; arete = met[aretes.de[arete] as number] ?? START) way.push(arete);
  return way.reverse();
}

/** The edges by which a state comes to an end of `leadingTo`. */
export function wayFrom({ aretes }: Adjacency, met: Met, etat: number): number[] {
  const way: number[] = [];
  for (let arete = met[etat] ?? START; arete >= 0; arete = met[aretes.vers[arete] as number] ?? START) way.push(arete);
  return way;
}

/** The fact of a step, and where it leads. */
export function factOf({ faits }: Adjacency, { fait }: Pas): Fait {
  return faits[fait] as Fait;
}

function search(
  starts: Iterable<number>,
  { debuts, aretes, ends }: Sides & { ends: Int32Array },
  allowed: Allowed,
): Met {
  const size = debuts.length - 1;
  const met = new Int32Array(size).fill(UNMET);
  const queue = new Int32Array(size);
  let last = 0;
  for (const start of starts) {
    if (met[start] !== UNMET) continue;
    met[start] = START;
    queue[last++] = start;
  }
  for (let first = 0; first < last; first++) {
    const etat = queue[first] as number;
    for (let rank = debuts[etat] as number; rank < (debuts[etat + 1] as number); rank++) {
      const arete = aretes[rank] as number;
      const end = ends[arete] as number;
      if (met[end] !== UNMET || allowed(arete) < 0) continue;
      met[end] = arete;
      queue[last++] = end;
    }
  }
  return met;
}

function gather(size: number, ends: Int32Array): Sides {
  const debuts = new Int32Array(size + 1);
  for (const etat of ends) debuts[etat + 1] = (debuts[etat + 1] as number) + 1;
  for (let etat = 0; etat < size; etat++) debuts[etat + 1] = (debuts[etat + 1] as number) + (debuts[etat] as number);
  const next = debuts.slice();
  const aretes = new Int32Array(ends.length);
  for (const [arete, etat] of ends.entries()) {
    aretes[next[etat] as number] = arete;
    next[etat] = (next[etat] as number) + 1;
  }
  return { debuts, aretes };
}
