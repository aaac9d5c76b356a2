import type { Adjacency, Arete } from './adjacency.ts';
import type { But, Formule, Motif } from './claim.ts';
import { fits } from './formula.ts';
import { type Allowed, type Indexed, index, type Met, reach } from './reach.ts';

/** A graph being searched, with the shortest way to each of its states and, for each thing that may hold, where it does. */
export interface Ground {
  graph: Indexed;
  ways: Met;
  holding: ReadonlyMap<string, Uint8Array>;
}

/** Prepares a graph once for all the claims made of it. */
export function survey(adjacency: Adjacency): Ground {
  const graph = index(adjacency);
  const holding = new Map<string, Uint8Array>();
  for (const [rank, etat] of graph.etats.entries()) {
    for (const held of etat) {
      const states = holding.get(held) ?? new Uint8Array(graph.etats.length);
      holding.set(held, states);
      states[rank] = 1;
    }
  }
  return { graph, ways: reach(graph, [0]), holding };
}

/** Tells whether an edge is the taking of such a fact. */
export function takes({ graph }: Ground, motif: Motif): Allowed {
  const fitting = graph.faits.map((fait) => fits(motif, fait));
  return ({ fait }) => fitting[fait] === true;
}

/** Tells whether an edge is the taking of any other fact. */
export function avoids(ground: Ground, motif: Motif): Allowed {
  const taken = takes(ground, motif);
  return (arete) => !taken(arete);
}

/** Tells whether a formula holds in a state, by rank; no formula holds everywhere. */
export function inside(ground: Ground, formule?: Formule): (etat: number) => boolean {
  if (formule === undefined) return () => true;
  if (typeof formule === 'string') {
    const states = ground.holding.get(formule);
    return (etat) => states?.[etat] === 1;
  }
  if ('non' in formule) {
    const denied = inside(ground, formule.non);
    return (etat) => !denied(etat);
  }
  const parts = ('et' in formule ? formule.et : formule.ou).map((part) => inside(ground, part));
  return 'et' in formule ? (etat) => parts.every((part) => part(etat)) : (etat) => parts.some((part) => part(etat));
}

/** The states where a formula holds, nearest first. */
export function statesWhere(ground: Ground, formule?: Formule): number[] {
  return [...ground.graph.etats.keys()].filter(inside(ground, formule));
}

/** Where paths to `but` arrive: states, with the edge that each then takes when `but` is a fact, by `allowed` edges alone. */
export function arrivals(ground: Ground, but: But, allowed: Allowed): Map<number, Arete | null> {
  if ('etat' in but) return new Map(statesWhere(ground, but.etat).map((etat) => [etat, null]));
  const isTaken = takes(ground, but.fait);
  const edges = ground.graph.aretes.filter((arete) => isTaken(arete) && allowed(arete));
  return new Map(edges.map((arete) => [arete.de, arete]));
}
