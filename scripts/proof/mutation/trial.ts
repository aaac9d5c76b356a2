import type { AnyMachineSnapshot } from 'xstate';
import type { Procedure } from '../../../machines/procedure.ts';
import { descendants } from '../../../src/engine/graph/independence.ts';
import { type MachineEvent, openSnapshot, takeStep } from '../../../src/engine/transition.ts';
import { memoOf } from '../../../src/memo.ts';
import { decidingIn } from '../../walk/essence.ts';
import { type Adjacencies, type Adjacency, adjacencies, type Fait, type Reach, transitionsIn } from '../adjacency.ts';
import { checker } from '../check.ts';
import { checkClause } from '../check-written.ts';
import type { Formule } from '../claim.ts';
import { familyInvariants } from '../family/claims.ts';
import { begin, PATH, type Scene, walkScene } from '../family/scene.ts';
import { scenes } from '../family/scenes.ts';
import { invariantsOf } from '../invariants/index.ts';
import { type Ecrit, ecritOf } from '../written.ts';
import type { Mutant } from './mutants.ts';

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

/**
 * Tries the mutants of one procedure: on what is written, around where the changed transition is taken, on the states nearest to the
 * start, then on all of them. The sound graphs are walked once.
 */
export function trial(sound: Procedure): (mutant: Mutant) => Fate {
  const decident = decidingIn(sound);
  const claims = invariantsOf(sound);
  let kept: Adjacencies | null = null;
  const walked = () => {
    kept ??= adjacencies(sound, {}, decident);
    return kept;
  };

  let ways: ReturnType<typeof checker> | null = null;
  /** The facts that lead, in the sound procedure, past one of a kind that is told where a formula holds. */
  const wayBeyond = (fait: string, si: Formule | null, vers: Formule): readonly Fait[] => {
    ways ??= checker(walked().ensemble);
    return ways({ forme: 'chaque', fait: { faits: [fait] }, ...(si && { si }), vers }).contreExemple?.faits ?? [];
  };
  /** Where the changed transition is taken, then the state that has it, by each fact that enters it: what is kept differs by the way. */
  const startsOf = function* ({ etat, fait, procedure }: Mutant) {
    yield replay(procedure, wayBeyond(fait, etat === '' ? null : etat, NULLE_PART).slice(0, -1));
    for (const entree of entriesOf(sound, etat)) yield replay(procedure, wayBeyond(entree, null, { non: etat }));
  };

  const brokenInPart = (mutant: Mutant, likely: Claims): string | null => {
    const within = (reach: Reach, some: Claims) =>
      breach(adjacencies(mutant.procedure, reach, decident), some, 'réfuté');
    for (const debut of startsOf(mutant)) {
      const broken = debut && within({ limit: THERE, debut }, fromAnywhere(likely));
      if (broken !== null) return broken;
    }
    return within({ limit: NEAR }, likely);
  };

  /** On the whole graph: the same in all that it shows is alike, whatever it does to what it does not show. */
  const fateInWhole = (procedure: Procedure, likely: Claims, ecrit: Ecrit): Fate => {
    const graphs = adjacencies(procedure, {}, decident);
    const broken = breach(graphs, likely);
    if (broken !== null) return { sort: 'réfuté', invariant: broken };
    const isSame = isLike(graphs.ensemble, walked().ensemble) && isLike(graphs.aPart, walked().aPart);
    return { sort: isSame && isWrittenAlike(ecrit, walked().ecrit) ? 'équivalent' : 'survivant' };
  };

  return (mutant) => {
    const { procedure, fait, etat } = mutant;
    const ecrit = ecritOf(procedure);
    const denied = denial(ecrit, claims);
    if (denied !== null) return { sort: 'réfuté', invariant: denied };
    const likely = likelyFirst(claims, [fait, etat]);
    const part = brokenInPart(mutant, likely);
    if (part !== null) return { sort: 'réfuté', invariant: part };
    const inFamilies = () => (sound.id === PATH ? fateInFamilies(mutant) : { sort: 'équivalent' as const });
    const inWhole = () => fateInWhole(procedure, likely, ecrit);
    // What a whole region hears is mostly of a second administrateur technique, whom families alone have.
    const [first, second] = etat.includes('.') ? [inWhole, inFamilies] : [inFamilies, inWhole];
    const fate = first();
    if (fate.sort === 'réfuté') return fate;
    const other = second();
    return other.sort === 'équivalent' ? fate : other;
  };
}

/** A family with its path as it is. */
const asItIs = memoOf((scene: Scene) => walkScene(scene));

/** What a walk alone does not tell apart, a second administrateur technique may: the families where that region moves, with the mutant as their path. */
function fateInFamilies({ procedure, etat }: Mutant): Fate {
  const [region = ''] = etat.split('.');
  for (const scene of scenes.filter(({ figees }) => !figees.includes(region))) {
    if (begin(scene, procedure) === null) return { sort: 'réfuté', invariant: scene.id };
    const graph = walkScene(scene, procedure);
    const check = checker(graph);
    const broken = familyInvariants[scene.id]?.find(({ proposition }) => check(proposition).verdict !== 'prouvé');
    if (broken) return { sort: 'réfuté', invariant: broken.id };
    if (!isLike(graph, asItIs(scene))) return { sort: 'survivant' };
  }
  return { sort: 'équivalent' };
}

/** How many states are walked first, where the changed transition is taken, then from the start: most mutants need no more. */
const THERE = 1200;
const NEAR = 4000;
/** What holds in no state. */
const NULLE_PART = 'nulle part';

/** The facts by which a state below a region is entered. */
function entriesOf({ machine, facts }: Procedure, etat: string): string[] {
  if (!etat.includes('.')) return [];
  const moves = descendants(machine.root).flatMap((node) => [...node.transitions.values()].flat());
  const entering = moves.filter(({ target = [], source }) =>
    target.some((one) => one.path.join('.') === etat && one !== source),
  );
  return [...new Set(entering.map(({ eventType }) => eventType))].filter((type) => Object.hasOwn(facts, type));
}

/** Where those facts lead a mutant; null where it refuses one. */
function replay(mutant: Procedure, faits: readonly Fait[]): AnyMachineSnapshot | null {
  return faits.reduce<AnyMachineSnapshot | null>(
    (before, { type, saisie }) => before && (takeStep(before, { ...saisie, type } as MachineEvent)?.snapshot ?? null),
    openSnapshot(mutant),
  );
}

/** The claims that a walk which does not begin at the start may refute: those that ask nothing of what came before. */
function fromAnywhere({ ensemble, aPart, ecrit }: Claims): Claims {
  const isOfNow = ({ proposition }: Claims['ensemble'][number]) => proposition.forme !== 'passe';
  return { ensemble: ensemble.filter(isOfNow), aPart: aPart.filter(isOfNow), ecrit };
}

/** The same claims, those that name what was changed first. */
function likelyFirst({ ensemble, aPart, ecrit }: Claims, words: readonly string[]): Claims {
  const names = ({ proposition }: Claims['ensemble'][number]) => {
    const text = JSON.stringify(proposition);
    return words.filter((word) => word !== '' && text.includes(`"${word}"`)).length;
  };
  return { ensemble: ensemble.toSorted((a, b) => names(b) - names(a)), aPart, ecrit };
}

type Claims = ReturnType<typeof invariantsOf>;

function denial(ecrit: Ecrit, claims: Claims): string | null {
  return claims.ecrit.find(({ proposition }) => checkClause(ecrit, proposition).verdict !== 'prouvé')?.id ?? null;
}

/** The first claim that is not proved, or that is refuted where only that says something. */
function breach(graphs: Adjacencies, claims: Claims, verdict?: 'réfuté'): string | null {
  for (const graphe of ['aPart', 'ensemble'] as const) {
    const check = checker(graphs[graphe]);
    const isBroken = (found: string) => (verdict === undefined ? found !== 'prouvé' : found === verdict);
    const broken = claims[graphe].find(({ proposition }) => isBroken(check(proposition).verdict));
    if (broken) return broken.id;
  }
  return null;
}

function isWrittenAlike(one: Ecrit, other: Ecrit): boolean {
  return JSON.stringify([one.refus, one.valeurs]) === JSON.stringify([other.refus, other.valeurs]);
}

/** The same states take the same facts to the same states, keep and tell the same, in whatever order they were met. */
function isLike(one: Adjacency, other: Adjacency): boolean {
  if (one.etats.length !== other.etats.length || transitionsIn(one) !== transitionsIn(other)) return false;
  const numbers = new Map<string, number>();
  const numberOf = (text: string) => {
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    return number;
  };
  const [edges, others] = [edgesOf(one, numberOf), edgesOf(other, numberOf)];
  return edges.every((edge, rank) => edge === others[rank]);
}

/** Each edge and fact as a number of 52 bits that equal ones share, sorted; of states in which the same holds, the first is the first. */
function edgesOf(graph: Adjacency, numberOf: (text: string) => number): Float64Array {
  const { etats, faits, lots, aretes, dits, contextes } = graph;
  const met = new Map<string, number>();
  const names = etats.map((etat) => {
    const text = etat.join();
    met.set(text, (met.get(text) ?? 0) + 1);
    return numberOf(`${text} ${met.get(text)}`);
  });
  const [facts, said, kept] = [faits, dits, contextes].map((some) =>
    some.map((thing) => numberOf(JSON.stringify(thing))),
  ) as [number[], number[], number[]];
  const edges = new Float64Array(transitionsIn(graph));
  let rank = 0;
  for (let arete = 0; arete < aretes.nombre; arete++) {
    const from = mixed(names[aretes.de[arete] as number] as number, names[aretes.vers[arete] as number] as number);
    const label = mixed(said[aretes.dits[arete] as number] as number, kept[aretes.contexte[arete] as number] as number);
    const edge = mixed(from, label);
    for (const fait of lots[aretes.lot[arete] as number] ?? []) edges[rank++] = mixed(edge, facts[fait] as number);
  }
  return edges.sort();
}

/** A number of 52 bits drawn from two, in that order. */
function mixed(one: number, other: number): number {
  const [low, high] = [
    (one ^ Math.imul(other, 0x9e3779b1)) | 0,
    ((one / 2 ** 32) ^ other ^ Math.imul(one, 0x85ebca6b)) | 0,
  ];
  const [first, second] = [Math.imul(low ^ (high >>> 15), 0xc2b2ae35), Math.imul(high ^ (low >>> 13), 0x27d4eb2f)];
  return ((first ^ (second >>> 16)) >>> 0) + ((second ^ (first >>> 14)) >>> 12) * 2 ** 32;
}
