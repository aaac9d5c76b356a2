import type { Procedure } from '../../../machines/procedure.ts';
import type { Deciding } from '../../walk/essence.ts';
import { adjacencies, tracings } from '../adjacency.ts';
import { checker } from '../check.ts';
import { checkClause } from '../check-written.ts';
import type { Clause, Invariant } from '../claim.ts';
import { familyInvariants } from '../family/claims.ts';
import { PATH } from '../family/scene.ts';
import { scenes } from '../family/scenes.ts';
import { invariantsOf } from '../invariants/index.ts';
import type { Adjacency } from '../traced.ts';
import { type Ecrit, ecritOf, transitionsOf } from '../written.ts';
import { Changed } from './changed.ts';
import { FamilyChange, mayChange, soundFamily } from './changed-family.ts';
import { MachineChange, type SoundGraph, soundGraph } from './changed-machine.ts';
import type { Mutant } from './mutants.ts';

/** What became of a mutant: caught by an invariant, changing nothing that can be observed, or caught by none. */
export type Fate =
  | { sort: 'réfuté'; invariant: string }
  /** Every state takes the same facts to the same states, keeps and tells the same: what was dropped is implied by the rest. */
  | { sort: 'équivalent' }
  | { sort: 'survivant' };

/** The first invariant that a procedure does not keep, those on what is written first, since they need no walk; null when it keeps all. */
export function refutation(procedure: Procedure): string | null {
  const { ensemble, aPart, ecrit } = invariantsOf(procedure);
  const denied = denial(ecritOf(procedure), ecrit);
  if (denied !== null) return denied;
  const graphs = adjacencies(procedure);
  return broken(graphs.aPart, aPart, isUnproved) ?? broken(graphs.ensemble, ensemble, isUnproved);
}

/**
 * Tries the mutants of one procedure: on what is written, then where it does otherwise than the procedure, by its graphs and by the
 * families. Those are walked once; what a mutant does not change is never walked again.
 */
export function trial(sound: Procedure): (mutant: Mutant) => Fate {
  const claims = invariantsOf(sound);
  const ecrit = ecritOf(sound);
  let grounds: Grounds | undefined;

  return (mutant) => {
    const procedure = mutant.procedure();
    const isOfFact = mutant.etat === '';
    const weaker = isOfFact ? ecritOf(procedure) : { ...ecrit, transitions: transitionsOf(procedure) };
    const denied = denial(weaker, claims.ecrit);
    if (denied !== null) return { sort: 'réfuté', invariant: denied };
    // What a schema lets in beside is for what is written to say.
    return isOfFact ? { sort: 'survivant' } : judge(triedIn(procedure, mutant));
  };

  /** Where a mutant may do otherwise, in turn; the name of a family that it does not let begin. */
  function* triedIn(procedure: Procedure, mutant: Mutant): Iterable<Trying | string> {
    yield* inGraphs(procedure, mutant);
    if (sound.id === PATH) yield* inFamilies(procedure, mutant);
  }

  function* inGraphs(procedure: Procedure, mutant: Mutant): Iterable<Trying> {
    grounds ??= groundsOf(sound);
    const { decident } = grounds;
    for (const graphe of ['aPart', 'ensemble'] as const) {
      const ground = grounds[graphe];
      if (!ground.adjacency.faits.some(({ type }) => type === mutant.fait)) continue;
      const change = new MachineChange(ground, procedure.machine, mutant.fait);
      yield { changed: new Changed(ground.indexed, change), claims: likelyFirst(claims[graphe], mutant) };
      if (change.isToldApartBy(decident)) continue;
      grounds = groundsOf(sound, decident && change.deciding()?.union(decident));
      yield* inGraphs(procedure, mutant);
      return;
    }
  }
}

/** By parts first, then by all that is reached where something changed. */
function judge(some: Iterable<Trying | string>): Fate {
  const left: Trying[] = [];
  for (const trying of some) {
    const invariant = typeof trying === 'string' ? trying : brokenInParts(trying);
    if (invariant !== null) return { sort: 'réfuté', invariant };
    if (typeof trying !== 'string' && trying.changed.hasChanged()) left.push(trying);
  }
  if (left.length === 0) return { sort: 'équivalent' };
  const invariant = left.reduce<string | null>((found, trying) => found ?? brokenInWhole(trying), null);
  return invariant === null ? { sort: 'survivant' } : { sort: 'réfuté', invariant };
}

/** What a walk alone does not tell apart, a second administrateur technique may. */
function* inFamilies(procedure: Procedure, mutant: Mutant): Iterable<Trying | string> {
  for (const scene of scenes.filter((one) => mayChange(one, procedure, mutant.fait))) {
    const family = soundFamily(scene);
    const change = new FamilyChange(family, procedure, mutant.fait);
    if (change.isNothing()) continue;
    const start = change.start();
    if (start === null) yield scene.id;
    else {
      const promised = likelyFirst(familyInvariants[scene.id] ?? [], mutant);
      yield { changed: new Changed(family.indexed, change, start), claims: promised };
    }
  }
}

/** A graph that may have changed, and what is claimed of it. */
interface Trying {
  changed: Changed;
  claims: readonly Invariant[];
}

/** What a procedure does, and what tells its states apart. */
interface Grounds {
  ensemble: SoundGraph;
  aPart: SoundGraph;
  decident: Deciding;
}

function groundsOf(sound: Procedure, decident?: Deciding): Grounds {
  const traced = tracings(sound, undefined, decident);
  return { ensemble: soundGraph(traced.ensemble), aPart: soundGraph(traced.aPart), decident: traced.decident };
}

/** How many states that changed are looked at first, and then: most mutants need no more. */
const PARTS = [60, 600, 6000];

/** The first claim that the first states that changed break, then more of them. */
function brokenInParts({ changed, claims }: Trying): string | null {
  const ofNow = claims.filter(({ proposition }) => OF_NOW.has(proposition.forme));
  for (const size of PARTS) {
    const isAll = changed.walk(size);
    const invariant = changed.hasChanged() ? broken(changed.part(), ofNow, isRefuted) : null;
    if (invariant !== null || isAll) return invariant;
  }
  return null;
}

/** The first claim that all that is reached does not keep. */
function brokenInWhole({ changed, claims }: Trying): string | null {
  changed.walk(Number.POSITIVE_INFINITY);
  return broken(changed.whole(), claims, isUnproved);
}

/** The forms of claims that ask nothing of what came before. */
const OF_NOW: ReadonlySet<string> = new Set(['chaque', 'conduit', 'jamais', 'toujours', 'retient', 'dit']);

/** The same claims, those that name what was changed first, those that search all ways last. */
function likelyFirst(claims: readonly Invariant[], { fait, etat }: Mutant): Invariant[] {
  const names = ({ proposition }: Invariant) => {
    const text = JSON.stringify(proposition);
    return [fait, etat].filter((word) => text.includes(`"${word}"`)).length - (OF_NOW.has(proposition.forme) ? 0 : 3);
  };
  return claims.toSorted((a, b) => names(b) - names(a));
}

function denial(ecrit: Ecrit, claims: readonly Invariant<Clause>[]): string | null {
  return claims.find(({ proposition }) => checkClause(ecrit, proposition).verdict !== 'prouvé')?.id ?? null;
}

const isUnproved = (verdict: string) => verdict !== 'prouvé';
const isRefuted = (verdict: string) => verdict === 'réfuté';

function broken(graph: Adjacency, claims: readonly Invariant[], isBroken: (verdict: string) => boolean): string | null {
  if (claims.length === 0) return null;
  const check = checker(graph);
  return claims.find(({ proposition }) => isBroken(check(proposition).verdict))?.id ?? null;
}
