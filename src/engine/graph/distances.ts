import type { AnyMachineSnapshot } from 'xstate';
import { distanceTables } from '../../../machines/distances/index.ts';
import { findProcedure, procedures } from '../../../machines/index.ts';
import type { But, Objectif, Procedure } from '../../../machines/procedure.ts';
import { type MachineEvent, openSnapshot, takeStep } from '../transition.ts';
import { type Distance, HORS_ATTEINTE, readDistanceTable } from './distance-table.ts';
import { type Avoids, readExigences } from './exigence-table.ts';
import { setAside } from './independence.ts';
import { type Longest, type LongestTable, readLongest } from './longest.ts';

/** What is read to tell distances: the tables, and the facts that their walk left out. */
interface Known {
  table: Distance;
  avoids: Avoids;
  longest: Longest;
  audela: number;
  aside: ReadonlySet<string>;
}

const known = new Map<Procedure, Known>(
  distanceTables.flatMap((table) => {
    const procedure = findProcedure(table.procedure, table.version);
    if (!procedure) return [];
    const avoids = readExigences(table, table.exigences);
    const longest = readLongest(table, table.maxima as unknown as LongestTable, table.audela);
    return [
      [
        procedure,
        {
          table: readDistanceTable(procedure, table),
          avoids,
          longest,
          audela: table.audela,
          aside: setAside(procedure),
        },
      ] as const,
    ];
  }),
);

/** The least number of acts from a state to a goal, null when nothing leads there. */
export function distance(procedure: Procedure, snapshot: AnyMachineSnapshot, but: But): number | null {
  const { table, aside } = known.get(procedure) ?? {};
  const [, type = ''] = but.split('fait:');
  if (aside?.has(type)) return distanceAside(procedure, snapshot, type, aside);
  const found = table?.(snapshot.value, procedure.facette(snapshot.context), but) ?? HORS_ATTEINTE;
  return found === HORS_ATTEINTE ? null : found;
}

/** Whether every way from a state to an objective takes one of those facts; false when nothing leads there at all. */
export function mustTakeOneOf(
  procedure: Procedure,
  { value, context }: AnyMachineSnapshot,
  objectif: Objectif,
  types: readonly string[],
): boolean {
  const state = { value, facette: procedure.facette(context) };
  return known.get(procedure)?.avoids(state, objectif, types) === false;
}

/** The most acts from a state to an objective without coming back to a step that was left; null when nothing leads there. */
export function longestWay(procedure: Procedure, { value }: AnyMachineSnapshot, objectif: Objectif): number | null {
  return known.get(procedure)?.longest(value, objectif) ?? null;
}

/** How many acts `complet` takes once its last fact can be told, that fact included. */
export function lastActs(procedure: Procedure): number {
  return known.get(procedure)?.audela ?? 0;
}

/** The procedure of the child that a fact opens, null when it opens none. */
export function childOf(procedure: Procedure, type: string): Procedure | null {
  const id = procedure.ouvre[type];
  return procedures.find((published) => published.id === id) ?? null;
}

/** What a child that has just been opened asks. */
export function openingDistance(child: Procedure): number {
  return distance(child, openSnapshot(child), 'complet') ?? 0;
}

/** To a fact of a region that no table holds: such regions are two states, so one act of theirs is enough or nothing is. */
function distanceAside(
  { facts }: Procedure,
  snapshot: AnyMachineSnapshot,
  type: string,
  aside: ReadonlySet<string>,
): number | null {
  const after = (from: AnyMachineSnapshot, told: string) =>
    (facts[told]?.exemples ?? []).flatMap((exemple) => {
      const event: MachineEvent = { ...exemple, type: told, date: '0001-01-01', empreinte: '' };
      return takeStep(from, event)?.snapshot ?? [];
    });
  if (after(snapshot, type).length > 0) return 0;
  const once = [...aside].flatMap((told) => after(snapshot, told));
  return once.some((next) => after(next, type).length > 0) ? 1 : null;
}
