import type { Adjacency, Arete, Fait } from './adjacency.ts';
import { type Alternatives, alternatives } from './alternatives.ts';
import type { Proposition } from './claim.ts';
import { says } from './formula.ts';
import { arrivals, avoids, type Ground, inside, statesWhere, survey, takes } from './ground.ts';
import { leadingTo, wayFrom, wayTo } from './reach.ts';

/** What was found of a claim: proved only of a whole graph, and only if the claim is about something. */
export interface Outcome {
  verdict: 'prouvé' | 'réfuté' | 'inconnu';
  /** How many states or transitions the claim is about. */
  cas: number;
  /** The shortest way to break it: the facts told from the start, and all that holds where they lead. */
  contreExemple?: { faits: Fait[]; etat: string[] };
  /** What is never reached or never taken. */
  manquants?: string[];
  alternatives?: Alternatives;
}

type Claim<Forme extends Proposition['forme']> = Extract<Proposition, { forme: Forme }>;
type Found = Omit<Outcome, 'verdict' | 'contreExemple'> & { breach?: Arete[] | undefined };

/** Checks claims on one graph. */
export function checker(adjacency: Adjacency): (claim: Proposition) => Outcome {
  const ground = survey(adjacency);
  return (claim) => conclude(ground, claim, find(ground, claim));
}

function find(ground: Ground, claim: Proposition): Found {
  switch (claim.forme) {
    case 'chaque':
      return each(ground, claim);
    case 'conduit':
      return guides(ground, claim);
    case 'jamais':
      return never(ground, claim);
    case 'toujours':
      return always(ground, claim);
    case 'passe':
      return passes(ground, claim);
    case 'mene':
      return leads(ground, claim);
    case 'vivant':
      return lives(ground, claim);
    case 'couvre':
      return covers(ground, claim);
    case 'indifferent':
      return indifferent(ground, claim);
    case 'obligatoires':
      return mandatory(ground, claim);
  }
}

/** Edges come nearest first, so that the first one at fault ends the shortest path to a fault. */
function each(ground: Ground, { fait, si, depuis, vers, saisies }: Claim<'chaque'>): Found {
  const { faits, aretes } = ground.graph;
  const [isTaken, isConcerned] = [takes(ground, fait), inside(ground, si)];
  const [isFrom, isTo] = [inside(ground, depuis), inside(ground, vers)];
  const isSaid = faits.map((told) => !saisies || saisies.some((saisie) => says(saisie, told)));
  const concerned = aretes.filter((arete) => isTaken(arete) && isConcerned(arete.de));
  const fault = concerned.find((arete) => !(isFrom(arete.de) && isTo(arete.vers) && isSaid[arete.fait]));
  return { cas: concerned.length, breach: fault && [...wayTo(ground.ways, fault.de), fault] };
}

function guides(ground: Ground, { si, fait, vers }: Claim<'conduit'>): Found {
  const { graph, ways } = ground;
  const [isTaken, isThere] = [takes(ground, fait), inside(ground, vers)];
  const concerned = statesWhere(ground, si);
  for (const etat of concerned) {
    const taken = graph.sortantes[etat]?.filter(isTaken) ?? [];
    const astray = taken.find((arete) => !isThere(arete.vers));
    if (astray || taken.length === 0) {
      return { cas: concerned.length, breach: [...wayTo(ways, etat), ...(astray ? [astray] : [])] };
    }
  }
  return { cas: concerned.length };
}

function never(ground: Ground, { fait }: Claim<'jamais'>): Found {
  const fault = ground.graph.aretes.find(takes(ground, fait));
  return { cas: ground.graph.etats.length, breach: fault && [...wayTo(ground.ways, fault.de), fault] };
}

function always(ground: Ground, { si, alors }: Claim<'toujours'>): Found {
  const isRight = inside(ground, alors);
  const concerned = statesWhere(ground, si);
  const fault = concerned.find((etat) => !isRight(etat));
  return { cas: concerned.length, breach: fault === undefined ? undefined : wayTo(ground.ways, fault) };
}

function passes(ground: Ground, { but, par, apres }: Claim<'passe'>): Found {
  const { graph, ways } = ground;
  const others = avoids(ground, par);
  const ends = arrivals(ground, but, others);
  const leading = leadingTo(graph, [...ends.keys()], others);
  const starts = apres ? graph.aretes.filter(takes(ground, apres)) : [null];
  const [breach] = starts
    .filter((start) => leading.has(start?.vers ?? 0))
    .map((start) => {
      const after = wayFrom(leading, start?.vers ?? 0);
      const last = ends.get(after.at(-1)?.vers ?? start?.vers ?? 0);
      return [...(start ? [...wayTo(ways, start.de), start] : []), ...after, ...(last ? [last] : [])];
    })
    .sort((a, b) => a.length - b.length);
  const cas = starts.length === 0 ? 0 : arrivals(ground, but, () => true).size;
  return { cas, breach };
}

function leads(ground: Ground, { si, vers, sans }: Claim<'mene'>): Found {
  const isTold = takes(ground, { derive: false });
  const isAllowed = sans ? avoids(ground, sans) : isTold;
  const leading = leadingTo(ground.graph, statesWhere(ground, vers), (arete) => isTold(arete) && isAllowed(arete));
  const concerned = statesWhere(ground, si);
  const stuck = concerned.find((etat) => !leading.has(etat));
  return { cas: concerned.length, breach: stuck === undefined ? undefined : wayTo(ground.ways, stuck) };
}

function lives(ground: Ground, { sauf }: Claim<'vivant'>): Found {
  const { sortantes } = ground.graph;
  const isTold = takes(ground, { derive: false });
  const concerned = statesWhere(ground, sauf && { non: sauf });
  const stuck = concerned.find((etat) => !sortantes[etat]?.some(isTold));
  return { cas: concerned.length, breach: stuck === undefined ? undefined : wayTo(ground.ways, stuck) };
}

function covers({ graph }: Ground, { etats, faits }: Claim<'couvre'>): Found {
  const reached = new Set(graph.etats.flat());
  const taken = new Set(graph.aretes.map(({ fait }) => graph.faits[fait]?.type));
  const manquants = [...etats.filter((etat) => !reached.has(etat)), ...faits.filter((type) => !taken.has(type))];
  return { cas: etats.length + faits.length, manquants };
}

function indifferent({ graph, ways }: Ground, { gardes }: Claim<'indifferent'>): Found {
  const names = graph.etats.map((etat) => etat.filter((held) => !gardes.includes(held)).join());
  const seen = new Map<string, string>();
  const odd = graph.sortantes.findIndex((edges, etat) => {
    const name = names[etat] as string;
    const future = edges
      .map(({ fait, vers }) => `${fait} ${names[vers]}`)
      .sort()
      .join();
    const same = seen.get(name) ?? future;
    seen.set(name, same);
    return same !== future;
  });
  return { cas: seen.size, breach: odd < 0 ? undefined : wayTo(ways, odd) };
}

function mandatory(ground: Ground, { but, sans }: Claim<'obligatoires'>): Found {
  const found = alternatives(ground, but, sans);
  return { cas: found.coupes.length, alternatives: found };
}

/** On a part of a graph, only a broken path says something of the whole. */
function conclude({ graph }: Ground, { forme }: Proposition, { breach, ...found }: Found): Outcome {
  const isPath = ['chaque', 'jamais', 'toujours', 'passe'].includes(forme);
  if (!graph.complet && !(breach && isPath)) return { verdict: 'inconnu', cas: found.cas };
  if (breach) {
    const faits = breach.map(({ fait }) => graph.faits[fait] as Fait);
    return { verdict: 'réfuté', ...found, contreExemple: { faits, etat: graph.etats[breach.at(-1)?.vers ?? 0] ?? [] } };
  }
  const isEmpty = found.cas === 0 || (found.manquants ?? []).length > 0;
  return { verdict: isEmpty ? 'réfuté' : 'prouvé', ...found };
}
