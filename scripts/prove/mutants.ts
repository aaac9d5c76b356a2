import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Share, Tried } from './mutants-worker.ts';

/** Tries every mutant, as many threads as there are processors, and says in French which ones no invariant catches. */
export async function proveMutants(): Promise<void> {
  const parts = availableParallelism();
  const tried = (await Promise.all(Array.from({ length: parts }, (_, part) => share({ part, parts })))).flat();
  const {
    réfuté: caught = [],
    équivalent: same = [],
    survivant: alive = [],
  } = Object.groupBy(tried, ({ sort }) => sort);
  console.log(
    `${tried.length} mutants : ${caught.length} réfutés, ${same.length} équivalents, ${alive.length} survivants.`,
  );
  for (const [title, list] of [
    ['Équivalents, car ce qui est ôté découle du reste', same],
    ['Survivants', alive],
  ] as const) {
    if (list.length > 0) console.log(`\n${title} :`);
    for (const { procedure, etat, fait, change } of list) console.log(`  ${procedure} ${etat} : ${fait}, ${change}`);
  }
  process.exitCode = alive.length > 0 ? 1 : 0;
}

function share(data: Share): Promise<Tried[]> {
  return new Promise((resolve, reject) => {
    const tried: Tried[] = [];
    const worker = new Worker(new URL('./mutants-worker.ts', import.meta.url), { workerData: data });
    worker.on('message', (one: Tried) => tried.push(one));
    worker.once('error', reject);
    worker.once('exit', () => resolve(tried));
  });
}
