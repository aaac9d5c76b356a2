import type { But, Formule, Motif } from './claim.ts';
import { fits } from './formula.ts';
import { type Allowed, type Indexed, index, type Met, reach } from './reach.ts';
import type { Adjacency } from './traced.ts';

/** A graph being searched, with the shortest way to each of its states and, for each thing that may hold, where it does. */
export interface Ground {
  graph: Indexed;
  ways: Met;
  /** How many facts lead to each state. */
  depths: Int32Array;
  holding: ReadonlyMap<string, Uint8Array>;
  /** How many edges bear each lot. */
  borne: Int32Array;
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
  const borne = new Int32Array(graph.lots.length);
  for (const lot of graph.aretes.lot) borne[lot] = (borne[lot] as number) + 1;
  const ways = reach(graph, [0]);
  return { graph, ways, depths: depthsOf(graph, ways), holding, borne };
}

/** Tells which fact of that kind an edge bears, and -1 when it bears none. */
export function takes({ graph }: Ground, motif: Motif): Allowed {
  const fitting = graph.faits.map((fait) => fits(motif, fait));
  const first = Int32Array.from(graph.lots, (lot) => lot.find((fait) => fitting[fait]) ?? -1);
  return (arete) => first[graph.aretes.lot[arete] as number] as number;
}

/** Tells which other fact an edge bears. */
export function avoids({ graph }: Ground, motif: Motif): Allowed {
  const fitting = graph.faits.map((fait) => fits(motif, fait));
  const first = Int32Array.from(graph.lots, (lot) => lot.find((fait) => !fitting[fait]) ?? -1);
  return (arete) => first[graph.aretes.lot[arete] as number] as number;
}

/** The edges that bear such a fact, by rank, and how many such facts each bears. */
export function bearing({ graph, borne }: Ground, motif: Motif): { aretes: Int32Array; poids(arete: number): number } {
  const fitting = graph.faits.map((fait) => fits(motif, fait));
  const poids = Int32Array.from(graph.lots, (lot) => lot.filter((fait) => fitting[fait]).length);
  const { lot } = graph.aretes;
  const aretes = new Int32Array(borne.reduce((sum, edges, rank) => sum + ((poids[rank] as number) > 0 ? edges : 0), 0));
  let last = 0;
  for (let arete = 0; last < aretes.length; arete++)
    if ((poids[lot[arete] as number] as number) > 0) aretes[last++] = arete;
  return { aretes, poids: (arete) => poids[lot[arete] as number] as number };
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

/** The states where a formula holds, by rank. */
export function statesWhere(ground: Ground, formule?: Formule): number[] {
  const holds = inside(ground, formule);
  const states: number[] = [];
  for (let etat = 0; etat < ground.graph.etats.length; etat++) if (holds(etat)) states.push(etat);
  return states;
}

/** Of some states, the one that the fewest facts lead to. */
export function nearest({ depths }: Ground, etats: readonly number[]): number | undefined {
  return etats.reduce<number | undefined>(
    (best, etat) => (best === undefined || (depths[etat] as number) < (depths[best] as number) ? etat : best),
    undefined,
  );
}

/** Where paths to `but` arrive: states, with the edge that each then takes when `but` is a fact, by `allowed` edges alone. */
export function arrivals(ground: Ground, but: But, allowed: Allowed): Map<number, number | null> {
  if ('etat' in but) return new Map(statesWhere(ground, but.etat).map((etat) => [etat, null]));
  const { de } = ground.graph.aretes;
  const ends = new Map<number, number>();
  for (const arete of bearing(ground, but.fait).aretes) if (allowed(arete) >= 0) ends.set(de[arete] as number, arete);
  return ends;
}

function depthsOf({ etats, aretes }: Indexed, ways: Met): Int32Array {
  const depths = new Int32Array(etats.length).fill(-1);
  const depthOf = (etat: number): number => {
    const trail: number[] = [];
    let here = etat;
    for (; depths[here] === -1 && (ways[here] as number) >= 0; here = aretes.de[ways[here] as number] as number)
      trail.push(here);
    if (depths[here] === -1) depths[here] = 0;
    for (const [rank, passed] of trail.reverse().entries()) depths[passed] = (depths[here] as number) + rank + 1;
    return depths[etat] as number;
  };
  for (const etat of etats.keys()) depthOf(etat);
  return depths;
}
