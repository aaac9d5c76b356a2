import type { AnyStateNode, StateValue } from 'xstate';
import { type Objectif, objectifs, type Procedure } from '../../../machines/procedure.ts';
import type { Nature } from '../../../machines/step.ts';
import type { Graph } from './graph.ts';
import type { Scale } from './numbering.ts';
import { isPlanned } from './planned.ts';

/**
 * The most acts that each region can still take, from each of its values, without a return: no move back to where every way to a value
 * has passed, none by a fact that nobody plans, none out of what is acquired. Where nothing else leads on, a return is counted. Null where
 * the region cannot end as the objective asks.
 */
export type LongestTable = Readonly<Record<Objectif, Readonly<Record<string, (number | null)[]>>>>;

/** The most acts from a state to an objective without a return; null when nothing leads there. */
export type Longest = (value: StateValue, objectif: Objectif) => number | null;

interface Move {
  to: number;
  cost: number;
  isReturn: boolean;
}

/** Each region walked alone, over what the whole graph shows that it does; `costOf` is the acts of a child that a fact opens. */
export function buildLongest(
  procedure: Procedure,
  graph: Graph,
  { regions }: Scale,
  costOf: (type: string) => number,
): LongestTable {
  const walked = regions.map(({ nom, valeurs }) => {
    const ranks = new Map(valeurs.map((text, rank) => [text, rank]));
    const local = (value: StateValue) => ranks.get(localText(value, nom)) as number;
    const locals = graph.values.map(local);
    const settled = valeurs.map((text) => isSettled(procedure, nom, JSON.parse(text) as StateValue));
    return { nom, locals, moves: movesOf(procedure, graph, locals, costOf), settled };
  });
  const table = (objectif: Objectif) => {
    const goals = goalsOf(procedure, graph, objectif);
    return walked.map(({ nom, locals, moves, settled }) => {
      const ends = new Set(goals.map((rank) => locals[rank] as number));
      const ways = moves.map((some, rank) => (settled[rank] ? [] : some));
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

/** Where an objective is reached, or the fact that it asks is taken. */
function goalsOf({ objectifs: goals, terme }: Procedure, { values, edges }: Graph, objectif: Objectif): number[] {
  if (terme === null || objectif !== 'complet')
    return values.flatMap((value, rank) => (goals[objectif](value) ? [rank] : []));
  return [...new Set(edges.filter(({ event }) => event.type === terme).map(({ from }) => from))];
}

/** What a region does, by the rank of its values, each move once. */
function movesOf(
  procedure: Procedure,
  { edges }: Graph,
  locals: readonly number[],
  costOf: (type: string) => number,
): Move[][] {
  const found: Map<string, { to: number; cost: number }>[] = Array.from(
    { length: locals.reduce((most, local) => Math.max(most, local), 0) + 1 },
    () => new Map(),
  );
  for (const { from, to, event } of edges) {
    const [de, vers] = [locals[from] as number, locals[to] as number];
    if (de === vers || !isPlanned(procedure.facts[event.type])) continue;
    found[de]?.set(`${event.type} ${vers}`, { to: vers, cost: 1 + costOf(event.type) });
  }
  const moves = found.map((some) => [...some.values()]);
  const initial = locals[0] as number;
  const reached = reachedFrom(initial, moves, null);
  const isReturn = (from: number, to: number) => reached.has(from) && !reachedFrom(initial, moves, to).has(from);
  return moves.map((some, from) => some.map((move) => ({ ...move, isReturn: isReturn(from, move.to) })));
}

/** The values that a region comes to without ever passing by one of them. */
function reachedFrom(initial: number, moves: readonly { to: number }[][], without: number | null): Set<number> {
  const met = new Set(initial === without ? [] : [initial]);
  for (const rank of met) for (const { to } of moves[rank] ?? []) if (to !== without) met.add(to);
  return met;
}

/** Reads a table: the sum over the regions, and `beyond` acts more to what is complete. */
export function readLongest({ regions }: Scale, table: LongestTable, beyond: number): Longest {
  const ranks = regions.map(({ nom, valeurs }) => ({
    nom,
    rankOf: new Map(valeurs.map((text, rank) => [text, rank])),
  }));
  return (value, objectif) =>
    ranks.reduce<number | null>((sum, { nom, rankOf }) => {
      const most = table[objectif][nom]?.[rankOf.get(localText(value, nom)) ?? -1] ?? null;
      return sum === null || most === null ? null : sum + most;
    }, objectif === 'complet' ? beyond : 0);
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

/** Whether all that a region waits for, in that value, is acquired. */
function isSettled({ machine }: Procedure, region: string, value: StateValue): boolean {
  const node = machine.root.states[region] as AnyStateNode;
  return leavesOf(node, value).every(({ meta }) => (meta as { nature?: Nature }).nature === 'acquise');
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

function localText(value: StateValue, region: string): string {
  return JSON.stringify((value as Record<string, StateValue>)[region]);
}
