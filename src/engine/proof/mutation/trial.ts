import type { Procedure } from '../../../../machines/procedure.ts';
import { type Adjacencies, type Adjacency, adjacencies } from '../adjacency.ts';
import { checker } from '../check.ts';
import { checkClause } from '../check-written.ts';
import { invariantsOf } from '../invariants/index.ts';
import { type Ecrit, ecritOf } from '../written.ts';

/** What became of a mutant: caught by an invariant, changing nothing that can be observed, or caught by none. */
export type Fate =
  | { sort: 'réfuté'; invariant: string }
  /** Every state takes the same facts to the same states, keeps and tells the same: what was dropped is implied by the rest. */
  | { sort: 'équivalent' }
  | { sort: 'survivant' };

/** The first invariant that a procedure does not keep, those on what is written first, since they need no walk; null when it keeps all. */
export function refutation(procedure: Procedure): string | null {
  return denial(ecritOf(procedure), invariantsOf(procedure)) ?? breach(adjacencies(procedure), invariantsOf(procedure));
}

/** Tries the mutants of one procedure; the sound graphs are walked once, and only if a mutant seems to survive. */
export function trial(sound: Procedure): (mutant: Procedure) => Fate {
  const claims = invariantsOf(sound);
  let kept: Adjacencies | null = null;
  const walked = () => {
    kept ??= adjacencies(sound);
    return kept;
  };

  return (mutant) => {
    const ecrit = ecritOf(mutant);
    const denied = denial(ecrit, claims);
    if (denied !== null) return { sort: 'réfuté', invariant: denied };
    const graphs = adjacencies(mutant);
    const broken = breach(graphs, claims);
    if (broken !== null) return { sort: 'réfuté', invariant: broken };
    const isSame = isLike(graphs.ensemble, walked().ensemble) && isLike(graphs.aPart, walked().aPart);
    return { sort: isSame && isWrittenAlike(ecrit, walked().ecrit) ? 'équivalent' : 'survivant' };
  };
}

type Claims = ReturnType<typeof invariantsOf>;

function denial(ecrit: Ecrit, claims: Claims): string | null {
  return claims.ecrit.find(({ proposition }) => checkClause(ecrit, proposition).verdict !== 'prouvé')?.id ?? null;
}

function breach(graphs: Adjacencies, claims: Claims): string | null {
  const broken = (['ensemble', 'aPart'] as const).flatMap((graphe) => {
    const check = checker(graphs[graphe]);
    return claims[graphe].find(({ proposition }) => check(proposition).verdict !== 'prouvé') ?? [];
  });
  return broken[0]?.id ?? null;
}

function isWrittenAlike(one: Ecrit, other: Ecrit): boolean {
  return JSON.stringify([one.refus, one.valeurs]) === JSON.stringify([other.refus, other.valeurs]);
}

/** The same states take the same facts to the same states, keep and tell the same, in whatever order they were met. */
function isLike(one: Adjacency, other: Adjacency): boolean {
  if (one.etats.length !== other.etats.length) return false;
  const numbers = new Map<string, number>();
  const numberOf = (text: string) => {
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    return number;
  };
  return edgesOf(one, numberOf).symmetricDifference(edgesOf(other, numberOf)).size === 0;
}

/** Each edge and fact as numbers that equal things share; of states in which the same holds, the first is the first. */
function edgesOf(
  { etats, faits, lots, aretes, dits, contextes }: Adjacency,
  numberOf: (text: string) => number,
): Set<string> {
  const met = new Map<string, number>();
  const names = etats.map((etat) => {
    const text = etat.join();
    met.set(text, (met.get(text) ?? 0) + 1);
    return numberOf(`${text} ${met.get(text)}`);
  });
  const [facts, said, kept] = [faits, dits, contextes].map((some) =>
    some.map((thing) => numberOf(JSON.stringify(thing))),
  );
  const edges = new Set<string>();
  for (let arete = 0; arete < aretes.nombre; arete++) {
    const ends = `${names[aretes.de[arete] as number]} ${names[aretes.vers[arete] as number]}`;
    const label = `${said?.[aretes.dits[arete] as number]} ${kept?.[aretes.contexte[arete] as number]}`;
    for (const fait of lots[aretes.lot[arete] as number] ?? []) edges.add(`${ends} ${facts?.[fait]} ${label}`);
  }
  return edges;
}
