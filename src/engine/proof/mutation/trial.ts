import type { Procedure } from '../../../../machines/procedure.ts';
import { independentRegions } from '../../graph/independence.ts';
import { type Adjacency, partition, toldApart } from '../adjacency.ts';
import { checker } from '../check.ts';
import { invariantsOf } from '../invariants/index.ts';
import type { Mutant } from './mutants.ts';
import { rewalk, type Walked } from './rewalk.ts';

/** What became of a mutant: caught by an invariant, changing nothing that can be observed, or caught by none. */
export type Fate =
  | { sort: 'réfuté'; invariant: string }
  /** Every state takes the same facts to the same states: what was dropped is implied by the rest. */
  | { sort: 'équivalent' }
  | { sort: 'survivant' };

/** Tries the mutants of one procedure, each on the graph where its region is; the sound graphs are walked once. */
export function trial(procedure: Procedure): (mutant: Mutant) => Fate {
  const apart = independentRegions(procedure);
  const without = partition(procedure);
  const claims = invariantsOf(procedure);
  const sound = { ensemble: once(() => walkOf(without.apart)), aPart: once(() => walkOf(without.together)) };
  const walkOf = (left: ReadonlySet<string>) => rewalk(toldApart(procedure), left);

  return ({ etat, fait, procedure: changed }) => {
    const graphe = apart.includes(etat.split('.')[0] ?? '') ? 'aPart' : 'ensemble';
    const from = sound[graphe]();
    const left = graphe === 'aPart' ? without.together : without.apart;
    const { graph } = rewalk(toldApart(changed), left, { from, etat, fait });
    if (isSame(graph, from.graph)) return { sort: 'équivalent' };
    const check = checker(graph);
    const broken = claims[graphe].find(({ proposition }) => check(proposition).verdict !== 'prouvé');
    return broken ? { sort: 'réfuté', invariant: broken.id } : { sort: 'survivant' };
  };
}

/** Walks keep the order of the facts offered: the same graph is met in the same order. */
function isSame(one: Adjacency, other: Adjacency): boolean {
  return (
    one.etats.length === other.etats.length &&
    one.aretes.length === other.aretes.length &&
    one.aretes.every(({ de, vers, fait }, rank) => {
      const edge = other.aretes[rank];
      return edge?.de === de && edge.vers === vers && edge.fait === fait;
    }) &&
    one.etats.every((etat, rank) => etat.join() === other.etats[rank]?.join())
  );
}

function once(make: () => Walked): () => Walked {
  let made: Walked | null = null;
  return () => {
    made ??= make();
    return made;
  };
}
