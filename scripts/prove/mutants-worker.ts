import { parentPort, workerData } from 'node:worker_threads';
import { procedures } from '../../machines/index.ts';
import { mutantsOf, type Named, nameOf } from '../proof/mutation/mutants.ts';
import { type Fate, trial } from '../proof/mutation/trial.ts';

/** A mutant and what became of it. */
export type Tried = Named & Fate & { secondes: number };

/** Those that one thread tries. */
const asked = new Set((workerData as readonly Named[]).map(nameOf));
for (const procedure of procedures) {
  const { id } = procedure;
  const run = trial(procedure);
  for (const mutant of mutantsOf(procedure)) {
    const { procedure: _made, ...named } = mutant;
    if (!asked.has(nameOf({ ...named, procedure: id }))) continue;
    const from = performance.now();
    const tried: Tried = { ...named, procedure: id, ...run(mutant), secondes: (performance.now() - from) / 1000 };
    parentPort?.postMessage(tried);
  }
}
