import { expect } from 'vitest';
import { type AnyMachineSnapshot, getNextTransitions } from 'xstate';
import type { Procedure } from '../../machines/procedure.ts';
import { withVariants } from '../../scripts/proof/variants.ts';
import { closedEvents } from '../../scripts/walk/offer.ts';
import { nameOf } from '../../src/diagrams/exports/words.ts';
import { distance } from '../../src/engine/graph/distances.ts';
import { stateRead } from '../../src/engine/graph/guard-tree.ts';
import { descendants } from '../../src/engine/graph/independence.ts';
import { leaves, pathOf } from '../../src/engine/state-info.ts';
import { type MachineEvent, openSnapshot, takeStep } from '../../src/engine/transition.ts';
import { playScxml } from './scxml-player.ts';

const WALKS = 30;
const STEPS = 120;

interface Choice {
  events: readonly MachineEvent[];
  snapshot: AnyMachineSnapshot;
  /** The states already seen. */
  met: ReadonlySet<string>;
  /** A number below that. */
  draw(size: number): number;
}

/** The SCXML of a procedure goes where the machine goes, fact after fact, played by another interpreter, and everywhere. */
export async function expectSameMoves(procedure: Procedure): Promise<void> {
  const events = [...closedEvents(withVariants(procedure), new Set()).values()].flat();
  const met = new Set<string>();
  const draw = chance(procedure.id.length);
  for (let walk = 0; walk < WALKS; walk++) {
    const chart = await playScxml(fileOf(procedure));
    let snapshot = openSnapshot(procedure);
    for (let step = 0; step < STEPS; step++) {
      expect(configuration(chart)).toEqual(activeIn(snapshot));
      for (const name of activeIn(snapshot)) met.add(name);
      const event = choose(procedure, { events, snapshot, met, draw });
      chart.gen({ name: event.type, data: verdicts(procedure, snapshot, event) });
      snapshot = takeStep(snapshot, event)?.snapshot ?? snapshot;
    }
  }
  const all = descendants(procedure.machine.root)
    .filter(({ type }) => type === 'atomic' || type === 'final')
    .map((node) => nameOf(pathOf(node)));
  expect(all.filter((name) => !met.has(name))).toEqual([]);
}

/** Of four, one is any fact, taken or not; one is taken and leads nearest to the end; the others lead to a state not yet seen, if any does. */
function choose(procedure: Procedure, { events, snapshot, met, draw }: Choice): MachineEvent {
  const turn = draw(4);
  const types = new Set(getNextTransitions(snapshot).map(({ eventType }) => eventType));
  const taken = events.flatMap((event) => {
    const next = types.has(event.type) && takeStep(snapshot, event)?.snapshot;
    return next
      ? [{ event, left: remaining(procedure, next), isNew: activeIn(next).some((name) => !met.has(name)) }]
      : [];
  });
  if (turn === 0 || taken.length === 0) return events[draw(events.length)] as MachineEvent;
  const unseen = taken.filter(({ isNew }) => isNew);
  const offered = unseen.length > 0 ? unseen : taken;
  const chosen = offered[draw(offered.length)] as (typeof taken)[number];
  return turn > 1 ? chosen.event : taken.reduce((best, one) => (one.left < best.left ? one : best), chosen).event;
}

/** What the context and the fact decide, by code. */
function verdicts({ machine, conditions }: Procedure, { context }: AnyMachineSnapshot, event: MachineEvent) {
  const decided = Object.entries(conditions).filter(([name]) => stateRead(machine, name) === null);
  return Object.fromEntries(
    decided.map(([name, { code }]) => {
      const guard = machine.implementations.guards[name] as unknown as (args: object) => boolean;
      return [code, guard({ context, event })];
    }),
  );
}

function remaining(procedure: Procedure, snapshot: AnyMachineSnapshot): number {
  return distance(procedure, snapshot, 'complet') ?? Number.POSITIVE_INFINITY;
}

function activeIn(snapshot: AnyMachineSnapshot): string[] {
  return leaves(snapshot)
    .map(({ path }) => nameOf(path))
    .sort();
}

function configuration(chart: { getConfiguration(): string[] }): string[] {
  return chart.getConfiguration().toSorted();
}

function fileOf({ id, version }: Procedure): URL {
  return new URL(`../../machines/diagrams/${id}.v${version}.scxml`, import.meta.url);
}

/** The same draws at each run. */
function chance(seed: number): (size: number) => number {
  let state = seed;
  return (size) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % size;
  };
}
