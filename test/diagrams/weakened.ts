import { expect } from 'vitest';
import { findProcedure } from '../../machines/index.ts';
import type { Procedure } from '../../machines/procedure.ts';
import { type Mutant, mutantsOf } from '../../scripts/proof/mutation/mutants.ts';
import { separate } from '../../scripts/proof/separation.ts';
import { openSnapshot, takeStep } from '../../src/engine/transition.ts';

/** What of a machine is weakened. */
export type Wanted = Pick<Mutant, 'etat' | 'fait' | 'change'>;

/** A site alone. */
export const mono = findProcedure('prive-mono-site') as Procedure;

/** A procedure, weakened. */
export function mutant(procedure: Procedure, wanted: Wanted): Procedure {
  const found = mutantsOf(procedure).find((one) =>
    Object.entries(wanted).every(([key, value]) => one[key as 'etat'] === value),
  );
  if (!found) throw new Error(`No mutant ${wanted.etat} ${wanted.fait} ${wanted.change}`);
  return found.procedure();
}

/** The facts that a weakened path takes and the path refuses are real: the last alone is refused. */
export function expectSeparated(wanted: Wanted): void {
  const weaker = mutant(mono, wanted);
  const { faits } = separate([weaker, mono]);
  expect(faits?.at(-1)?.type).toBe(wanted.fait);
  expect([replay(weaker, faits ?? []), replay(mono, faits ?? [])]).toEqual([faits?.length, (faits?.length ?? 0) - 1]);
}

/** How many of the facts a machine takes before it refuses one. */
function replay({ machine }: Procedure, faits: readonly Parameters<typeof takeStep>[1][]): number {
  let snapshot = openSnapshot({ machine, exemple: {} } as never);
  for (const [rank, fait] of faits.entries()) {
    const step = takeStep(snapshot, fait);
    if (!step) return rank;
    snapshot = step.snapshot;
  }
  return faits.length;
}
