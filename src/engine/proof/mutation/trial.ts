import type { Procedure } from '../../../../machines/procedure.ts';
import { independentRegions } from '../../graph/independence.ts';
import { partition, toldApart } from '../adjacency.ts';
import { checker } from '../check.ts';
import { invariantsOf } from '../invariants/index.ts';
import type { Mutant } from './mutants.ts';
import { type Known, rewalk, type Walked } from './rewalk.ts';

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
    const walked = rewalk(toldApart(changed), left, { from, etat, fait });
    if (isSame(walked, from)) return { sort: 'équivalent' };
    const check = checker(walked.graph);
    const broken = claims[graphe].find(({ proposition }) => check(proposition).verdict !== 'prouvé');
    return broken ? { sort: 'réfuté', invariant: broken.id } : { sort: 'survivant' };
  };
}

/** The same states take the same facts to the same states, in whatever order they were met. */
function isSame({ known: one }: Walked, { known: other }: Walked): boolean {
  if (one.size !== other.size) return false;
  return [...one].every(([key, { taken }]) => {
    const there = other.get(key)?.taken;
    return there?.length === taken.length && taken.every(({ fait, vers }, rank) => isMove(there[rank], fait, vers));
  });
}

function isMove(move: Known['taken'][number] | undefined, fait: number, vers: string): boolean {
  return move?.fait === fait && move.vers === vers;
}

function once(make: () => Walked): () => Walked {
  let made: Walked | null = null;
  return () => {
    made ??= make();
    return made;
  };
}
