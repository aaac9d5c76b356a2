import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { type Edit, edits } from './edits.ts';
import type { Share, Tried } from './mutants-worker.ts';

/**
 * Tries every edit and every mutant, as many threads as there are processors, and says in French which ones no invariant catches: on the
 * error output as they are found, since all takes hours.
 */
export async function proveMutants(): Promise<void> {
  const parts = availableParallelism();
  const missed: Edit[] = [];
  const waiting = [...edits];
  const tryEdits = async () => {
    for (let edit = waiting.shift(); edit; edit = waiting.shift())
      if ((await refuted(edit)) === null) missed.push(edit);
  };
  await Promise.all(Array.from({ length: parts }, tryEdits));
  const tried = (await Promise.all(Array.from({ length: parts }, (_, part) => share({ part, parts })))).flat();
  const {
    réfuté: caught = [],
    équivalent: same = [],
    survivant: alive = [],
  } = Object.groupBy(tried, ({ sort }) => sort);
  console.log(`${edits.length} retouches : ${edits.length - missed.length} réfutées, ${missed.length} survivantes.`);
  for (const { nom } of missed) console.log(`  ${nom}`);
  console.log(
    `${tried.length} mutants : ${caught.length} réfutés, ${same.length} équivalents, ${alive.length} survivants.`,
  );
  for (const [title, list] of [
    ['Équivalents, car ce qui est ôté découle du reste', same],
    ['Survivants', alive],
  ] as const) {
    if (list.length > 0) console.log([`\n${title} :`, ...list.map(lineOf)].join('\n  '));
  }
  process.exitCode = alive.length + missed.length > 0 ? 1 : 0;
}

const lineOf = ({ procedure, etat, fait, change }: Tried) => `${procedure} ${etat} : ${fait}, ${change}`;

/** The invariant that an edit breaks, in a thread that reads the edited sources; null when it breaks none. */
function refuted(workerData: Edit): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./edits-worker.ts', import.meta.url), { workerData });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

function share(data: Share): Promise<Tried[]> {
  return new Promise((resolve, reject) => {
    const tried: Tried[] = [];
    const worker = new Worker(new URL('./mutants-worker.ts', import.meta.url), { workerData: data });
    worker.on('message', (one: Tried) => {
      tried.push(one);
      if (one.sort !== 'réfuté') console.error(`${one.sort} : ${lineOf(one)}`);
    });
    worker.once('error', reject);
    worker.once('exit', () => resolve(tried));
  });
}
