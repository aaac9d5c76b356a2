import type { But, Motif } from './claim.ts';
import { arrivals, avoids, type Ground } from './ground.ts';
import { isMet, leadingTo, wayFrom } from './reach.ts';

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
  const typeOf = (arete: number) =>
    graph.faits[graph.lots[graph.aretes.lot[arete] as number]?.[0] ?? -1]?.type as string;
  return (allowed: (type: string) => boolean): string[] | undefined => {
    const isOpen = graph.lots.map(([fait = -1]) => allowed(graph.faits[fait]?.type ?? ''));
    const open = (arete: number) => (isOpen[graph.aretes.lot[arete] as number] ? isAllowed(arete) : -1);
    const ends = arrivals(ground, but, open);
    const met = leadingTo(graph, ends.keys(), open);
    if (!isMet(met, 0)) return undefined;
    const way = wayFrom(graph, met, 0);
    const end = way.at(-1);
    const last = ends.get(end === undefined ? 0 : (graph.aretes.vers[end] as number)) ?? null;
    return [...new Set([...way, ...(last === null ? [] : [last])].map(typeOf))].sort();
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
