import type { AnyStateNode, StateValue } from 'xstate';
import { type Objectif, objectifs, type Procedure } from '../../machines/procedure.ts';
import type { Nature } from '../../machines/step.ts';
import { type Group, type LongestTable, type Regions, toGroup } from '../../src/engine/graph/longest.ts';
import { local, type Scale } from '../../src/engine/graph/numbering.ts';
import { isPlanned } from '../../src/engine/graph/planned.ts';
import type { Graph } from '../walk/graph.ts';

interface Move {
  to: number;
  cost: number;
  isReturn: boolean;
}

/** Each group walked alone, over what the whole graph shows that it does; `costOf` is the acts of a child that a fact opens. */
export function buildLongest(
  procedure: Procedure,
  graph: Graph,
  { regions }: Scale,
  costOf: (type: string) => number,
): LongestTable {
  const walked = groupsOf(procedure, graph, regions).map((group) => {
    const locals = graph.values.map(group.rankOf);
    const values = new Map(locals.map((local, rank) => [local, graph.values[rank] as StateValue]));
    const size = group.regions.reduce((product, { valeurs }) => product * valeurs.length, 1);
    const moves = movesOf(procedure, graph, { group, locals, values, size }, costOf);
    const leaves = (local: number, to: number) => leavesAcquired(procedure, group, values.get(local), values.get(to));
    return { nom: group.nom, locals, moves, leaves };
  });
  const table = (objectif: Objectif) => {
    const goals = goalsOf(procedure, graph, objectif);
    return walked.map(({ nom, locals, moves, leaves }) => {
      const ends = new Set(goals.map((rank) => locals[rank] as number));
      const ways = moves.map((some, rank) => some.filter(({ to }) => !ends.has(rank) || !leaves(rank, to)));
      const forward = ways.map((some) => some.filter(({ isReturn }) => !isReturn));
      const most = (rank: number) =>
        longestFrom(rank, forward, ends, new Set()) ?? longestFrom(rank, ways, ends, new Set());
      return [nom, moves.map((_, rank) => most(rank))] as const;
    });
  };
  return Object.fromEntries(
    objectifs.map((objectif) => [objectif, Object.fromEntries(table(objectif))]),
  ) as LongestTable;
}

/** The regions, those that one planned act moves at once put together, so that it counts once. */
function groupsOf({ facts }: Procedure, { values, edges }: Graph, regions: Regions): Group[] {
  const texts = regions.map(({ nom }) => values.map((value) => local(value, nom)));
  let names = regions.map(({ nom }) => [nom]);
  const met = new Set<string>();
  for (const { from, to, event } of edges) {
    if (!isPlanned(facts[event.type])) continue;
    const moved = regions.filter((_, rank) => texts[rank]?.[from] !== texts[rank]?.[to]).map(({ nom }) => nom);
    if (moved.length < 2 || met.has(moved.join(' '))) continue;
    met.add(moved.join(' '));
    const touched = names.filter((some) => some.some((nom) => moved.includes(nom)));
    names = [...names.filter((some) => !touched.includes(some)), touched.flat()];
  }
  return names.map((some) => toGroup(some.join(' '), regions));
}

/** Where an objective is reached, or the fact that it asks is taken. */
function goalsOf({ objectifs: goals, terme }: Procedure, { values, edges }: Graph, objectif: Objectif): number[] {
  if (terme === null || objectif !== 'complet')
    return values.flatMap((value, rank) => (goals[objectif](value) ? [rank] : []));
  return [...new Set(edges.filter(({ event }) => event.type === terme).map(({ from }) => from))];
}

interface Walked {
  group: Group;
  locals: readonly number[];
  values: ReadonlyMap<number, StateValue>;
  size: number;
}

/** What a group does, by the number of its values, each move once; what is found to be so leads somewhere, but is no act. */
function movesOf(
  { facts }: Procedure,
  { edges }: Graph,
  { group, locals, values, size }: Walked,
  costOf: (type: string) => number,
): Move[][] {
  const acts: Map<string, { to: number; cost: number }>[] = Array.from({ length: size }, () => new Map());
  const ways: Set<number>[] = Array.from({ length: size }, () => new Set());
  for (const { from, to, event } of edges) {
    const [de, vers] = [locals[from] as number, locals[to] as number];
    const fact = facts[event.type];
    if (de === vers || fact?.derive || fact?.sorte === 'alea') continue;
    ways[de]?.add(vers);
    if (isPlanned(fact)) acts[de]?.set(`${event.type} ${vers}`, { to: vers, cost: 1 + costOf(event.type) });
  }
  const initial = locals[0] as number;
  const phases = new Map([...values].map(([local, value]) => [local, phaseOf(value, group)]));
  const without = new Map([...new Set(phases.values())].map((phase) => [phase, reached(initial, ways, phases, phase)]));
  const all = reached(initial, ways, phases, null);
  const isReturn = (from: number, to: number) => {
    const phase = phases.get(to) ?? '';
    return phase !== phases.get(from) && all.has(from) && !without.get(phase)?.has(from);
  };
  return acts.map((some, from) => [...some.values()].map((move) => ({ ...move, isReturn: isReturn(from, move.to) })));
}

/** The values that a group comes to without ever passing by a phase. */
function reached(
  initial: number,
  ways: readonly ReadonlySet<number>[],
  phases: ReadonlyMap<number, string>,
  without: string | null,
): Set<number> {
  const met = new Set(phases.get(initial) === without ? [] : [initial]);
  for (const rank of met) for (const to of ways[rank] ?? []) if (phases.get(to) !== without) met.add(to);
  return met;
}

/** A value without the detail of what is done in any order: the same whichever part of a form is filled first. */
function phaseOf(value: StateValue, { regions }: Group): string {
  return regions
    .map(({ nom }) => {
      const part = (value as Record<string, StateValue>)[nom] ?? {};
      return typeof part === 'string' ? part : Object.keys(part).join();
    })
    .join(' ');
}

/** By the longest way that ends well; one that ends where it stands costs nothing. */
function longestFrom(
  rank: number,
  moves: readonly (readonly Move[])[],
  ends: ReadonlySet<number>,
  left: ReadonlySet<number>,
): number | null {
  const before = new Set([...left, rank]);
  const ways = (moves[rank] ?? [])
    .filter(({ to }) => !before.has(to))
    .map(({ to, cost }) => ({ cost, rest: longestFrom(to, moves, ends, before) }))
    .flatMap(({ cost, rest }) => (rest === null ? [] : [cost + rest]));
  return ways.length > 0 ? Math.max(...ways) : endsHere(ends, rank);
}

function endsHere(ends: ReadonlySet<number>, rank: number): number | null {
  return ends.has(rank) ? 0 : null;
}

/** Whether a move changes a region where nothing was asked any more. */
function leavesAcquired(
  { machine }: Procedure,
  { regions }: Group,
  from: StateValue | undefined,
  to: StateValue | undefined,
): boolean {
  if (from === undefined || to === undefined) return false;
  return regions.some(({ nom }) => {
    const node = machine.root.states[nom] as AnyStateNode;
    const left = (from as Record<string, StateValue>)[nom];
    return local(from, nom) !== local(to, nom) && leavesOf(node, left).every(isAcquired);
  });
}

function isAcquired({ meta }: AnyStateNode): boolean {
  return (meta as { nature?: Nature }).nature === 'acquise';
}

function leavesOf(node: AnyStateNode, value: StateValue | undefined): AnyStateNode[] {
  if (value === undefined) return [node];
  if (typeof value === 'string') return leavesOf(node.states[value] as AnyStateNode, undefined);
  return Object.entries(value).flatMap(([key, inner]) => leavesOf(node.states[key] as AnyStateNode, emptyOr(inner)));
}

/** XState writes a state without children as `{}` inside a parallel one. */
function emptyOr(value: StateValue | undefined): StateValue | undefined {
  return typeof value === 'object' && Object.keys(value).length === 0 ? undefined : value;
}
