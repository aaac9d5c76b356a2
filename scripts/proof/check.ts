import { type Alternatives, alternatives } from './alternatives.ts';
import type { Proposition, Saisie } from './claim.ts';
import { contains, fits, says } from './formula.ts';
import { arrivals, avoids, bearing, type Ground, inside, nearest, statesWhere, survey, takes } from './ground.ts';
import { edgesAt, factOf, isMet, leadingTo, type Pas, wayFrom, wayTo } from './reach.ts';
import type { Adjacency, Fait } from './traced.ts';

/** What was found of a claim: proved only of a whole graph, and only if the claim is about something. */
export interface Outcome {
  verdict: 'prouvé' | 'réfuté' | 'inconnu';
  /** How many states, transitions or offered facts the claim is about. */
  cas: number;
  /** The shortest way to break it: the facts told from the start, and all that holds where they lead. */
  contreExemple?: { faits: Fait[]; etat: string[] };
  /** What is never reached, never taken, never met. */
  manquants?: string[];
  alternatives?: Alternatives;
}

type Claim<Forme extends Proposition['forme']> = Extract<Proposition, { forme: Forme }>;
type Found = Omit<Outcome, 'verdict' | 'contreExemple'> & { breach?: Pas[] | undefined };

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
    case 'retient':
      return keeps(ground, claim);
    case 'dit':
      return tells(ground, claim);
  }
}

function each(ground: Ground, { fait, si, depuis, vers, saisies }: Claim<'chaque'>): Found {
  const { graph } = ground;
  const { de, vers: ends, lot } = graph.aretes;
  const [isConcerned, isFrom, isTo] = [inside(ground, si), inside(ground, depuis), inside(ground, vers)];
  const unsaid = graph.faits.map(
    (told) => fits(fait, told) && saisies?.every((saisie) => !says(saisie, told)) === true,
  );
  const wrong = graph.lots.map((facts) => facts.find((fact) => unsaid[fact]) ?? -1);
  const { aretes, poids } = bearing(ground, fait);
  const concerned = aretes.filter((arete) => isConcerned(de[arete] as number));
  const faults = concerned.filter(
    (arete) =>
      !(isFrom(de[arete] as number) && isTo(ends[arete] as number)) || (wrong[lot[arete] as number] ?? -1) >= 0,
  );
  const isTaken = takes(ground, fait);
  const met = new Set(concerned.map((arete) => lot[arete] as number));
  const told = [...met]
    .flatMap((rank) => graph.lots[rank] ?? [])
    .filter((rank) => fits(fait, graph.faits[rank] as Fait));
  return {
    cas: concerned.reduce((sum, arete) => sum + poids(arete), 0),
    breach: wayBeyond(ground, faults, (arete) => {
      const bad = wrong[lot[arete] as number] ?? -1;
      return bad >= 0 ? bad : isTaken(arete);
    }),
    ...unmet(saisies, (saisie) => told.some((rank) => says(saisie, graph.faits[rank] as Fait))),
  };
}

/** The alternatives of a claim that nothing shows. */
function unmet(saisies: readonly Saisie[] | undefined, isMet: (saisie: Saisie) => boolean): Pick<Found, 'manquants'> {
  const missing = (saisies ?? []).filter((saisie) => !isMet(saisie));
  return missing.length > 0 ? { manquants: missing.map((saisie) => JSON.stringify(saisie)) } : {};
}

function guides(ground: Ground, { si, fait, vers }: Claim<'conduit'>): Found {
  const { graph } = ground;
  const [isTaken, isThere] = [takes(ground, fait), inside(ground, vers)];
  const concerned = statesWhere(ground, si);
  const [stuck, astray]: [number[], number[]] = [[], []];
  for (const etat of concerned) {
    const taken = edgesAt(graph.sortantes, etat).filter((arete) => isTaken(arete) >= 0);
    if (taken.length === 0 && etat < graph.explores) stuck.push(etat);
    for (const arete of taken) if (!isThere(graph.aretes.vers[arete] as number)) astray.push(arete);
  }
  const dead = nearest(ground, stuck);
  return {
    cas: concerned.length,
    breach: dead === undefined ? wayBeyond(ground, astray, isTaken) : stepsTo(ground, dead),
  };
}

function never(ground: Ground, { fait }: Claim<'jamais'>): Found {
  const offered = ground.graph.faits.filter((told) => fits(fait, told)).length;
  return { cas: offered, breach: wayBeyond(ground, bearing(ground, fait).aretes, takes(ground, fait)) };
}

function always(ground: Ground, { si, alors }: Claim<'toujours'>): Found {
  const isRight = inside(ground, alors);
  const concerned = statesWhere(ground, si);
  return {
    cas: concerned.length,
    breach: wayInto(
      ground,
      concerned.filter((etat) => !isRight(etat)),
    ),
  };
}

function passes(ground: Ground, { but, par, apres }: Claim<'passe'>): Found {
  const { graph } = ground;
  const others = avoids(ground, par);
  const ends = arrivals(ground, but, others);
  const leading = leadingTo(graph, ends.keys(), others);
  const isAfter = apres && takes(ground, apres);
  const starts = apres ? bearing(ground, apres).aretes : [];
  const broken = [...starts].filter((arete) => isMet(leading, graph.aretes.vers[arete] as number));
  const beyond = (start: number): Pas[] => {
    const way = wayFrom(graph, leading, start);
    const end = way.at(-1);
    const last = ends.get(end === undefined ? start : (graph.aretes.vers[end] as number)) ?? null;
    return [...way, ...(last === null ? [] : [last])].map((arete) => ({ arete, fait: others(arete) }));
  };
  const [first] = broken.toSorted((a, b) => depthOf(ground, a) - depthOf(ground, b));
  const cas = apres && starts.length === 0 ? 0 : arrivals(ground, but, () => 0).size;
  if (!isAfter) return { cas, breach: isMet(leading, 0) ? beyond(0) : undefined };
  if (first === undefined) return { cas };
  const before = stepsTo(ground, graph.aretes.de[first] as number);
  return {
    cas,
    breach: [...before, { arete: first, fait: isAfter(first) }, ...beyond(graph.aretes.vers[first] as number)],
  };
}

function leads(ground: Ground, { si, vers, sans }: Claim<'mene'>): Found {
  const isTold = takes(ground, { derive: false });
  const isAllowed = sans ? avoids(ground, { ...sans }) : isTold;
  const leading = leadingTo(ground.graph, statesWhere(ground, vers), (arete) =>
    Math.min(isTold(arete), isAllowed(arete)),
  );
  const concerned = statesWhere(ground, si);
  return {
    cas: concerned.length,
    breach: wayInto(
      ground,
      concerned.filter((etat) => !isMet(leading, etat)),
    ),
  };
}

function lives(ground: Ground, { sauf }: Claim<'vivant'>): Found {
  const isTold = takes(ground, { derive: false });
  const concerned = statesWhere(ground, sauf && { non: sauf });
  const stuck = concerned.filter((etat) => !edgesAt(ground.graph.sortantes, etat).some((arete) => isTold(arete) >= 0));
  return { cas: concerned.length, breach: wayInto(ground, stuck) };
}

function covers({ graph, holding }: Ground, { etats, faits }: Claim<'couvre'>): Found {
  const lots = new Set(graph.aretes.lot);
  const taken = new Set([...lots].flatMap((lot) => graph.lots[lot] ?? []).map((fait) => graph.faits[fait]?.type));
  const manquants = [...etats.filter((etat) => !holding.has(etat)), ...faits.filter((type) => !taken.has(type))];
  return { cas: etats.length + faits.length, manquants };
}

/** States that are alike are compared by all that they take, each with what its end is like. */
function indifferent(ground: Ground, { gardes, si }: Claim<'indifferent'>): Found {
  const { graph } = ground;
  const numbers = new Map<string, number>();
  const likes = graph.etats.map((etat) => {
    const text = etat.filter((held) => !gardes.includes(held)).join();
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    return number;
  });
  const futures = new Map<number, Float64Array>();
  const odd: number[] = [];
  for (const etat of statesWhere(ground, si)) {
    const like = likes[etat] as number;
    const future = Float64Array.from(
      [...edgesAt(graph.sortantes, etat)].flatMap((arete) => {
        const end = likes[graph.aretes.vers[arete] as number] as number;
        return (graph.lots[graph.aretes.lot[arete] as number] ?? []).map((fait) => fait * graph.etats.length + end);
      }),
    ).sort();
    const known = futures.get(like);
    if (known === undefined) futures.set(like, future);
    else if (known.length !== future.length || !known.every((move, rank) => move === future[rank])) odd.push(etat);
  }
  return { cas: futures.size, breach: wayInto(ground, odd) };
}

function mandatory(ground: Ground, { but, sans }: Claim<'obligatoires'>): Found {
  const found = alternatives(ground, but, sans);
  return { cas: found.coupes.length, alternatives: found };
}

function keeps(ground: Ground, { fait, si, contexte }: Claim<'retient'>): Found {
  const { aretes, contextes } = ground.graph;
  return judgeFacts(ground, { fait, si }, (arete, { saisie }) => {
    const kept = contextes[aretes.contexte[arete] as number];
    return contains(contexte, kept, { saisie, contexte: kept });
  });
}

function tells(ground: Ground, { fait, si, puis, dits }: Claim<'dit'>): Found {
  const { aretes, contextes, dits: all } = ground.graph;
  return judgeFacts(ground, { fait, si, puis }, (arete, { saisie }) => {
    const said = all[aretes.dits[arete] as number] ?? [];
    const around = { saisie, contexte: contextes[aretes.contexte[arete] as number] };
    return said.length === dits.length && dits.every((wanted) => said.some((one) => contains(wanted, one, around)));
  });
}

/** Judges each fact of a kind on each edge that bears it, once for all the edges that bear the same label. */
function judgeFacts(
  ground: Ground,
  {
    fait,
    si,
    puis,
  }: Pick<Claim<'dit'>, 'fait'> & { si: Claim<'dit'>['si'] | undefined; puis?: Claim<'dit'>['puis'] | undefined },
  isRight: (arete: number, fait: Fait) => boolean,
): Found {
  const { graph } = ground;
  const { de, vers, lot, dits, contexte } = graph.aretes;
  const [isConcerned, isAfter] = [inside(ground, si), inside(ground, puis)];
  const { aretes, poids } = bearing(ground, fait);
  const concerned = aretes.filter((arete) => isConcerned(de[arete] as number) && isAfter(vers[arete] as number));
  const known = new Map<string, number>();
  const wrongIn = (arete: number) => {
    const label = `${lot[arete]} ${dits[arete]} ${contexte[arete]}`;
    const facts = graph.lots[lot[arete] as number] ?? [];
    const isWrong = (rank: number) =>
      fits(fait, graph.faits[rank] as Fait) && !isRight(arete, graph.faits[rank] as Fait);
    const found = known.get(label) ?? facts.find(isWrong) ?? -1;
    known.set(label, found);
    return found;
  };
  const faults = concerned.filter((arete) => wrongIn(arete) >= 0);
  return { cas: concerned.reduce((sum, arete) => sum + poids(arete), 0), breach: wayBeyond(ground, faults, wrongIn) };
}

/** The shortest way to one of some states. */
function wayInto(ground: Ground, etats: readonly number[]): Pas[] | undefined {
  const etat = nearest(ground, etats);
  return etat === undefined ? undefined : stepsTo(ground, etat);
}

/** The shortest way along one of some edges, with the fact that is at fault on it. */
function wayBeyond(ground: Ground, aretes: Iterable<number>, fact: (arete: number) => number): Pas[] | undefined {
  let arete: number | undefined;
  for (const one of aretes) if (arete === undefined || depthOf(ground, one) < depthOf(ground, arete)) arete = one;
  if (arete === undefined) return undefined;
  return [...stepsTo(ground, ground.graph.aretes.de[arete] as number), { arete, fait: fact(arete) }];
}

function stepsTo({ graph, ways }: Ground, etat: number): Pas[] {
  return wayTo(graph, ways, etat).map((arete) => ({
    arete,
    fait: graph.lots[graph.aretes.lot[arete] as number]?.[0] ?? 0,
  }));
}

function depthOf({ graph, depths }: Ground, arete: number): number {
  return depths[graph.aretes.de[arete] as number] as number;
}

/** On a part of a graph, only a broken path says something of the whole. */
function conclude({ graph }: Ground, { forme }: Proposition, { breach, ...found }: Found): Outcome {
  const isPath = ['chaque', 'conduit', 'jamais', 'toujours', 'passe', 'retient', 'dit'].includes(forme);
  if (!graph.complet && !(breach && isPath)) return { verdict: 'inconnu', cas: found.cas };
  if (breach) {
    const last = breach.at(-1);
    const etat = graph.etats[last ? (graph.aretes.vers[last.arete] as number) : 0] ?? [];
    return { verdict: 'réfuté', ...found, contreExemple: { faits: breach.map((step) => factOf(graph, step)), etat } };
  }
  const isEmpty = found.cas === 0 || (found.manquants ?? []).length > 0;
  return { verdict: isEmpty ? 'réfuté' : 'prouvé', ...found };
}
