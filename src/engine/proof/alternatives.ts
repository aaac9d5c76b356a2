import type { But, Motif } from './claim.ts';
import { arrivals, avoids, type Ground } from './ground.ts';
import { leadingTo, wayFrom } from './reach.ts';

/** The facts that lead to a goal, by type, sorted. */
export interface Alternatives {
  /** The minimal sets of which every path takes a fact: alone in its set, it is mandatory. */
  coupes: string[][];
  /** The minimal sets whose facts suffice. */
  chemins: string[][];
}

/**
 * Both families in full: a path is sought that escapes each minimal set hitting the known ones; when none does, those sets are the
 * cuts, and the paths known are all that there are (Berge).
 */
export function alternatives(ground: Ground, but: But, sans: Motif): Alternatives {
  const typesOfPath = pathFinder(ground, but, sans);
  const cuts = new Set<string>();
  const chemins: string[][] = [];
  for (;;) {
    const coupes = hittingSets(chemins);
    const escaped = firstDefined(coupes, (coupe) => {
      if (cuts.has(coupe.join())) return undefined;
      const types = typesOfPath((type) => !coupe.includes(type));
      if (!types) cuts.add(coupe.join());
      return types;
    });
    if (!escaped) return { coupes, chemins: chemins.sort(byText) };
    chemins.push(shrink(escaped, typesOfPath));
  }
}

/** The minimal sets that hold an element of each of `sets`. */
function hittingSets(sets: readonly (readonly string[])[]): string[][] {
  const all = sets.reduce<string[][]>(
    (hitting, set) =>
      minimal(
        hitting.flatMap((hit) =>
          set.some((type) => hit.includes(type)) ? [hit] : set.map((type) => [...hit, type].sort()),
        ),
      ),
    [[]],
  );
  return all.sort(byText);
}

/** Finds the types that a shortest path takes among those allowed, undefined when there is no path. */
function pathFinder(ground: Ground, but: But, sans: Motif) {
  const isAllowed = avoids(ground, sans);
  const { graph } = ground;
  return (allowed: (type: string) => boolean): string[] | undefined => {
    const types = graph.faits.map(({ type }) => allowed(type));
    const open = (arete: (typeof graph.aretes)[number]) => types[arete.fait] === true && isAllowed(arete);
    const ends = arrivals(ground, but, open);
    const met = leadingTo(graph, [...ends.keys()], open);
    if (!met.has(0)) return undefined;
    const way = wayFrom(met, 0);
    const last = ends.get(way.at(-1)?.vers ?? 0);
    return [...new Set([...way, ...(last ? [last] : [])].map(({ fait }) => graph.faits[fait]?.type as string))].sort();
  };
}

function shrink(types: string[], typesOfPath: ReturnType<typeof pathFinder>): string[] {
  return types.reduce((kept, type) => {
    const fewer = kept.filter((other) => other !== type);
    return typesOfPath((other) => fewer.includes(other)) ? fewer : kept;
  }, types);
}

function minimal(sets: readonly string[][]): string[][] {
  const kept: string[][] = [];
  for (const set of sets.toSorted((a, b) => a.length - b.length)) {
    if (!kept.some((less) => less.every((type) => set.includes(type)))) kept.push(set);
  }
  return kept;
}

function firstDefined<T, R>(items: readonly T[], find: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

function byText(a: readonly string[], b: readonly string[]): number {
  return a.length - b.length || (a.join() < b.join() ? -1 : 1);
}
