import type { AnyMachineSnapshot } from 'xstate';
import { distanceTables } from '../../machines/distances/index.ts';
import { findProcedure, procedures } from '../../machines/index.ts';
import type { Objectif, Procedure } from '../../machines/procedure.ts';
import { type Distance, HORS_ATTEINTE, readDistanceTable } from './distance-table.ts';
import { openSnapshot } from './transition.ts';

const tables = new Map<Procedure, Distance>(
  distanceTables.flatMap((table) => {
    const procedure = findProcedure(table.procedure, table.version);
    return procedure ? [[procedure, readDistanceTable(procedure, table)] as const] : [];
  }),
);

/** The least number of acts from a state to an objective, null when nothing leads there. */
export function distance(procedure: Procedure, snapshot: AnyMachineSnapshot, objectif: Objectif): number | null {
  const found = tables.get(procedure)?.(snapshot.value, procedure.facette(snapshot.context), objectif) ?? HORS_ATTEINTE;
  return found === HORS_ATTEINTE ? null : found;
}

/** The procedure of the child that a fact opens, null when it opens none. */
export function childOf(procedure: Procedure, type: string): Procedure | null {
  const id = procedure.ouvre[type];
  return procedures.find((known) => known.id === id) ?? null;
}

/** What a child that has just been opened asks. */
export function openingDistance(child: Procedure): number {
  return distance(child, openSnapshot(child.machine, {}), 'complet') ?? 0;
}
