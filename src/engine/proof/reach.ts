import type { Adjacency, Arete } from './adjacency.ts';

/** A graph ready to be searched both ways: the edges that leave and enter each state, in order. */
export interface Indexed extends Adjacency {
  sortantes: Arete[][];
  entrantes: Arete[][];
}

/** The states met by a search, nearest first, each with the edge by which it was met; null where the search began. */
export type Met = Map<number, Arete | null>;

/** Whether a search may take an edge. */
export type Allowed = (arete: Arete) => boolean;

/** Gathers the edges of each state. */
export function index(graph: Adjacency): Indexed {
  const sortantes: Arete[][] = graph.etats.map(() => []);
  const entrantes: Arete[][] = graph.etats.map(() => []);
  for (const arete of graph.aretes) {
    sortantes[arete.de]?.push(arete);
    entrantes[arete.vers]?.push(arete);
  }
  return { ...graph, sortantes, entrantes };
}

/** All that the allowed edges lead to from `starts`. */
export function reach({ sortantes }: Indexed, starts: readonly number[], allowed: Allowed = () => true): Met {
  const met: Met = new Map(starts.map((start) => [start, null]));
  for (const etat of met.keys()) {
    for (const arete of sortantes[etat] ?? []) if (!met.has(arete.vers) && allowed(arete)) met.set(arete.vers, arete);
  }
  return met;
}

/** All that leads to `ends` by the allowed edges. */
export function leadingTo({ entrantes }: Indexed, ends: readonly number[], allowed: Allowed): Met {
  const met: Met = new Map(ends.map((end) => [end, null]));
  for (const etat of met.keys()) {
    for (const arete of entrantes[etat] ?? []) if (!met.has(arete.de) && allowed(arete)) met.set(arete.de, arete);
  }
  return met;
}

/** The edges by which `reach` came to a state. */
export function wayTo(met: Met, etat: number): Arete[] {
  const way: Arete[] = [];
  for (let arete = met.get(etat); arete; arete = met.get(arete.de)) way.push(arete);
  return way.reverse();
}

/** The edges by which a state comes to an end of `leadingTo`. */
export function wayFrom(met: Met, etat: number): Arete[] {
  const way: Arete[] = [];
  for (let arete = met.get(etat); arete; arete = met.get(arete.vers)) way.push(arete);
  return way;
}
