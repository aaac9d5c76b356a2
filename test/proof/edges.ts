import type { Adjacency } from '../../scripts/proof/traced.ts';

/** The states of a graph and its edges, as texts, whatever the order in which they were met. */
export function textsOf({ etats, faits, lots, aretes, dits }: Adjacency): { states: Set<string>; edges: Set<string> } {
  const names = etats.map((etat) => etat.join());
  const edges = Array.from({ length: aretes.nombre }, (_, arete) => {
    const [from, to] = [aretes.de, aretes.vers].map((ends) => names[ends[arete] as number]);
    const told = JSON.stringify(dits[aretes.dits[arete] as number]);
    const facts = lots[aretes.lot[arete] as number] ?? [];
    return facts.map((fait) => `${from} ${JSON.stringify({ ...faits[fait]?.saisie, ...faits[fait] })} ${told} ${to}`);
  });
  return { states: new Set(names), edges: new Set(edges.flat()) };
}
