import type { AnyStateNode, AnyTransitionDefinition, StateValue } from 'xstate';
import type { Procedure } from '../../../machines/procedure.ts';
import { guardNames, stateRead } from './guard-tree.ts';
import { pauseOf } from './pause.ts';

/** A top-level region with what it listens to and what its guards read of others. */
interface Region {
  name: string;
  types: ReadonlySet<string>;
  reads: readonly StateValue[];
  acts: boolean;
}

/**
 * The regions whose graph multiplies that of the rest exactly: they share no fact with another, act on nothing that decides, read no other (but the
 * pause, which freezes them as it freezes all) and are read by none. A walk may leave them out without losing anything.
 */
export function independentRegions(procedure: Procedure): string[] {
  const regions = Object.values(procedure.machine.root.states).map((node) => toRegion(procedure, node));
  return regions.filter((region) => isIndependent(region, regions, procedure)).map(({ name }) => name);
}

/** What a walk may leave out: the facts of the independent regions, and those that pause the rest. */
export function setAside(procedure: Procedure): Set<string> {
  const names = independentRegions(procedure);
  const regions = Object.values(procedure.machine.root.states).filter(({ key }) => names.includes(key));
  return new Set([...pauseOf(procedure).faits, ...regions.flatMap((node) => [...toRegion(procedure, node).types])]);
}

function isIndependent(
  { name, types, reads, acts }: Region,
  regions: readonly Region[],
  { pause }: Procedure,
): boolean {
  const others = regions.filter((other) => other.name !== name);
  return (
    name !== pause?.region &&
    !acts &&
    reads.every((value) => topOf(value) === name || topOf(value) === pause?.region) &&
    others.every((other) => other.reads.every((value) => topOf(value) !== name)) &&
    others.every((other) => [...types].every((type) => !other.types.has(type)))
  );
}

function toRegion({ machine, temoins }: Procedure, region: AnyStateNode): Region {
  const nodes = [region, ...descendants(region)];
  const transitions = transitionsIn(region);
  const reads = transitions
    .flatMap(({ guard }) => guardNames(guard))
    .map((guard) => stateRead(machine, guard))
    .filter((value) => value !== null);
  return {
    name: region.key,
    types: new Set(transitions.map(({ eventType }) => eventType)),
    reads,
    acts:
      nodes.some((node) => node.entry.length > 0) ||
      transitions.some(({ actions }) => actions.some((action) => !isWitness(action, temoins))),
  };
}

/** Whether an action only keeps what no guard reads. */
function isWitness(action: unknown, temoins: readonly string[]): boolean {
  const { type, assignment } = action as { type?: string; assignment?: unknown };
  if (type !== 'xstate.assign' || typeof assignment !== 'object' || assignment === null) return false;
  return Object.keys(assignment).every((field) => temoins.includes(field));
}

/** Every state below `node`. */
export function descendants(node: AnyStateNode): AnyStateNode[] {
  return Object.values(node.states).flatMap((child) => [child, ...descendants(child)]);
}

/** Every transition of `node` and of the states below it. */
export function transitionsIn(node: AnyStateNode): AnyTransitionDefinition[] {
  return [node, ...descendants(node)].flatMap(({ transitions }) => [...transitions.values()].flat());
}

function topOf(value: StateValue): string | undefined {
  return typeof value === 'string' ? value : Object.keys(value)[0];
}
