import type { Adjacencies, Adjacency, Fait } from './adjacency.ts';
import type { Certificate, Finding } from './certificate.ts';
import type { But, Formule, Motif, Proposition, Saisie } from './claim.ts';

type Edge = Adjacency['aretes'][number];
type Claim<Forme extends Proposition['forme']> = Extract<Proposition, { forme: Forme }>;
type Alternatives = NonNullable<Finding['temoin']['alternatives']>;
type Verdict = { cas: number; holds: boolean };

/**
 * What a certificate says that its graphs do not: read and searched anew, by nothing of what made it. Empty when all is right.
 */
export function verify(certificate: Certificate, graphs: Adjacencies): string[] {
  const { ensemble } = graphs;
  return [
    ...(certificate.etats === ensemble.etats.length ? [] : ['etats']),
    ...(certificate.transitions === ensemble.aretes.length ? [] : ['transitions']),
    ...(isSound(graphs.ensemble) && isSound(graphs.aPart) ? [] : ['graphe']),
    ...certificate.invariants.filter((finding) => !agrees(finding, graphs[finding.graphe])).map(({ id }) => id),
  ];
}

/** Every state is reached from the first one. */
function isSound({ etats, aretes }: Adjacency): boolean {
  return spread(etats.length, [0], aretes, forward).every((mark) => mark === 1);
}

function agrees({ proposition, verdict: said, temoin }: Finding, graph: Adjacency): boolean {
  if (said === 'inconnu') return !graph.complet;
  const { cas, holds } = judge(proposition, graph, temoin);
  return cas === temoin.cas && holds === (said === 'prouvé') && (said === 'réfuté' || graph.complet);
}

/** Counts what a claim is about and what denies it, each word of it read once per state or fact. */
function judge(claim: Proposition, graph: Adjacency, { alternatives }: Finding['temoin']): Verdict {
  const told = graph.aretes.filter(isOf({ derive: false }, graph));
  switch (claim.forme) {
    case 'chaque':
      return judgeEach(claim, graph);
    case 'conduit': {
      const taken = Map.groupBy(graph.aretes.filter(isOf(claim.fait, graph)), ({ de }) => de);
      const isThere = graph.etats.map((etat) => isTrue(claim.vers, etat));
      const concerned = ranksOf(claim.si, graph);
      const right = concerned.filter((rank) => taken.get(rank)?.every(({ vers }) => isThere[vers]));
      return verdict(concerned.length, concerned.length - right.length);
    }
    case 'jamais':
      return verdict(graph.etats.length, graph.aretes.filter(isOf(claim.fait, graph)).length);
    case 'toujours': {
      const concerned = ranksOf(claim.si, graph);
      return verdict(concerned.length, concerned.filter((rank) => !isTrue(claim.alors, graph.etats[rank])).length);
    }
    case 'passe':
      return judgePassage(claim, graph);
    case 'mene': {
      const usable = claim.sans ? told.filter(isNot(claim.sans, graph)) : told;
      const marks = spread(graph.etats.length, ranksOf(claim.vers, graph), usable.toReversed(), backward);
      const concerned = ranksOf(claim.si, graph);
      return verdict(concerned.length, concerned.filter((rank) => marks[rank] !== 1).length);
    }
    case 'vivant': {
      const alive = new Set(told.map(({ de }) => de));
      const concerned = claim.sauf ? ranksOf({ non: claim.sauf }, graph) : ranksOf(undefined, graph);
      return verdict(concerned.length, concerned.filter((rank) => !alive.has(rank)).length);
    }
    case 'couvre': {
      const seen = new Set([...graph.etats.flat(), ...graph.aretes.map(({ fait }) => graph.faits[fait]?.type)]);
      const expected = [...claim.etats, ...claim.faits];
      return verdict(expected.length, expected.filter((name) => !seen.has(name)).length);
    }
    case 'indifferent':
      return judgeLikeness(claim, graph);
    case 'obligatoires':
      return judgeTheorem(claim, graph, alternatives ?? { coupes: [], chemins: [] });
  }
}

function judgeEach({ fait, si, depuis, vers, saisies }: Claim<'chaque'>, graph: Adjacency): Verdict {
  const [isConcerned, isFrom, isTo] = [si, depuis, vers].map((part) => graph.etats.map((etat) => isTrue(part, etat)));
  const isRight = graph.faits.map((told) => !saisies || saisies.some((saisie) => isSaid(saisie, told)));
  const concerned = graph.aretes.filter(isOf(fait, graph)).filter(({ de }) => isConcerned?.[de]);
  const kept = concerned.filter((edge) => isFrom?.[edge.de] && isTo?.[edge.vers] && isRight[edge.fait]);
  return verdict(concerned.length, concerned.length - kept.length);
}

function judgePassage({ but, par, apres }: Claim<'passe'>, graph: Adjacency): Verdict {
  const others = graph.aretes.filter(isNot(par, graph));
  const starts = apres ? graph.aretes.filter(isOf(apres, graph)).map(({ vers }) => vers) : [0];
  const marks = spread(graph.etats.length, starts, others, forward);
  const broken = [...goalsOf(but, graph, others)].filter((rank) => marks[rank] === 1);
  return verdict(starts.length > 0 ? goalsOf(but, graph, graph.aretes).size : 0, broken.length);
}

function judgeLikeness({ gardes }: Claim<'indifferent'>, { etats, aretes }: Adjacency): Verdict {
  const likes = etats.map((etat) => etat.filter((held) => !gardes.includes(held)).toString());
  const futures = etats.map(() => new Set<string>());
  for (const { de, vers, fait } of aretes) futures[de]?.add(`${fait}:${likes[vers]}`);
  const groups = [...Map.groupBy(etats.keys(), (rank) => likes[rank]).values()].map((ranks) =>
    ranks.map((rank) => futures[rank] as Set<string>),
  );
  const split = groups.filter(([first, ...rest]) => rest.some((other) => first?.symmetricDifference(other).size !== 0));
  return verdict(groups.length, split.length);
}

function judgeTheorem(
  { but, sans }: Claim<'obligatoires'>,
  graph: Adjacency,
  { coupes, chemins }: Alternatives,
): Verdict {
  const usable = graph.aretes.filter(isNot(sans, graph));
  const leads = (isTaken: (type: string) => boolean) => {
    const open = graph.faits.map(({ type }) => isTaken(type));
    const taken = usable.filter(({ fait }) => open[fait]);
    const marks = spread(graph.etats.length, [0], taken, forward);
    return [...goalsOf(but, graph, taken)].some((rank) => marks[rank] === 1);
  };
  const faults = [
    ...coupes.filter((coupe) => leads((type) => !coupe.includes(type))),
    ...chemins.filter((chemin) => !leads((type) => chemin.includes(type))),
    ...(areDual(coupes, chemins) ? [] : [[]]),
  ];
  return verdict(coupes.length, faults.length);
}

const forward = ({ de, vers }: Edge) => [de, vers] as const;
const backward = ({ de, vers }: Edge) => [vers, de] as const;

/** Marks what the edges lead to from `starts`, over and over until nothing changes. */
function spread(size: number, starts: number[], edges: readonly Edge[], way: typeof forward): Uint8Array {
  const marks = new Uint8Array(size);
  for (const start of starts) marks[start] = 1;
  for (let changed = true; changed; ) {
    changed = false;
    for (const edge of edges) {
      const [from, to] = way(edge);
      if (marks[from] !== 1 || marks[to] === 1) continue;
      marks[to] = 1;
      changed = true;
    }
  }
  return marks;
}

function goalsOf(but: But, graph: Adjacency, edges: readonly Edge[]): Set<number> {
  if ('etat' in but) return new Set(ranksOf(but.etat, graph));
  return new Set(edges.filter(isOf(but.fait, graph)).map(({ de }) => de));
}

function ranksOf(formule: Formule | undefined, { etats }: Adjacency): number[] {
  return [...etats.keys()].filter((rank) => isTrue(formule, etats[rank]));
}

/** Whether the cuts are all the minimal sets that meet every path: then no other cut is minimal. */
function areDual(coupes: readonly string[][], chemins: readonly string[][]): boolean {
  const meets = (set: readonly string[]) => chemins.every((chemin) => chemin.some((type) => set.includes(type)));
  const isMinimal = (set: readonly string[]) => set.every((type) => !meets(set.filter((other) => other !== type)));
  const covers = (set: readonly string[]) => coupes.some((coupe) => coupe.every((type) => set.includes(type)));
  const isComplete = (chosen: readonly string[], rest: readonly string[][]): boolean => {
    const [next, ...others] = rest.filter((chemin) => !chemin.some((type) => chosen.includes(type)));
    return covers(chosen) || next?.every((type) => isComplete([...chosen, type], others)) === true;
  };
  return coupes.every((coupe) => meets(coupe) && isMinimal(coupe)) && isComplete([], chemins);
}

function isTrue(formule: Formule | undefined, etat: readonly string[] = []): boolean {
  if (formule === undefined) return true;
  if (typeof formule === 'string') return etat.some((held) => held === formule);
  if ('non' in formule) return !isTrue(formule.non, etat);
  return 'et' in formule
    ? !formule.et.some((part) => !isTrue(part, etat))
    : formule.ou.some((part) => isTrue(part, etat));
}

function isOf({ faits = [], sauf = [], derive, saisie = {} }: Motif, graph: Adjacency): (edge: Edge) => boolean {
  const fitting = graph.faits.map(
    (fait) =>
      (faits.length === 0 || faits.includes(fait.type)) &&
      !sauf.includes(fait.type) &&
      (derive === undefined || derive === fait.derive) &&
      isSaid(saisie, fait),
  );
  return ({ fait }) => fitting[fait] === true;
}

function isNot(motif: Motif, graph: Adjacency): (edge: Edge) => boolean {
  const isFitting = isOf(motif, graph);
  return (edge) => !isFitting(edge);
}

function isSaid(said: Saisie, { saisie }: Fait): boolean {
  const flat = new Map(flatten(saisie));
  return Object.entries(said).every(([path, value]) => flat.get(path) === value);
}

function flatten(value: object, prefix = ''): [string, unknown][] {
  return Object.entries(value).flatMap(([key, part]): [string, unknown][] =>
    typeof part === 'object' && part !== null ? flatten(part, `${prefix}${key}.`) : [[`${prefix}${key}`, part]],
  );
}

const verdict = (cas: number, faults: number): Verdict => ({ cas, holds: cas > 0 && faults === 0 });
