import { parentPort, workerData } from 'node:worker_threads';
import { procedures } from '../../machines/index.ts';
import { type Mutant, mutantsOf } from '../proof/mutation/mutants.ts';
import { type Fate, trial } from '../proof/mutation/trial.ts';

/** Which part of the mutants one thread tries: the `part`th of `parts`. */
export interface Share {
  part: number;
  parts: number;
}

/** A mutant and what became of it. */
export type Tried = Omit<Mutant, 'procedure'> & { procedure: string } & Fate;

const { part, parts } = workerData as Share;
const trials = new Map<string, ReturnType<typeof trial>>();
for (const [rank, mutant] of distinctMutants().entries())
  if (rank % parts === part) parentPort?.postMessage(tryOut(mutant));

function tryOut(tried: Mutant): Tried {
  const { procedure, ...mutant } = tried;
  const sound = procedures.find(({ id }) => id === procedure.id);
  if (!sound) throw new Error(`No procedure is called ${procedure.id}`);
  const run = trials.get(sound.id) ?? trial(sound);
  trials.set(sound.id, run);
  return { ...mutant, procedure: sound.id, ...run(tried) };
}

/** What several paths share is tried once, on the smallest graph. */
function distinctMutants(): Mutant[] {
  const sizeOf = ({ machine }: Mutant['procedure']) => Object.keys(machine.root.states).length;
  const all = procedures.toSorted((a, b) => sizeOf(a) - sizeOf(b)).flatMap(mutantsOf);
  const nameOf = ({ procedure, etat, fait, rang, change }: Mutant) =>
    [procedure.genre, etat, fait, rang, change].join(' ');
  return [...Map.groupBy(all, nameOf).values()].flatMap(([first]) => first ?? []);
}
