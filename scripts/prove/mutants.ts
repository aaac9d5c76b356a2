import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { procedures } from '../../machines/index.ts';
import { distinctMutants, type Named } from '../proof/mutation/mutants.ts';
import { type Edit, edits } from './edits.ts';
import type { Tried } from './mutants-worker.ts';
import { Verdicts } from './verdicts.ts';

/** Which mutants are tried: of one procedure, of one of its regions (`saisies` for what facts ask), and by how many threads. */
export interface Choice {
  procedure?: string | undefined;
  partie?: string | undefined;
  fils?: string | undefined;
}

/**
 * Tries the mutants that were not tried yet under the same sources, and every edit unless a part is chosen; says in French which ones no
 * invariant catches: on the error output as they are found, since all takes long.
 */
export async function proveMutants({ procedure, partie, fils }: Choice): Promise<void> {
  const threads = Number(fils ?? availableParallelism());
  if (!Number.isInteger(threads) || threads < 1) throw new Error(`--fils=${fils} is no number of threads`);
  const chosen = chosenAmong(distinctMutants(procedures), { procedure, partie });
  const missed = procedure || partie ? [] : await missedEdits(threads);
  const verdicts = new Verdicts();
  const known = chosen.flatMap((named) => verdicts.of(named) ?? []);
  const left = chosen.filter((named) => verdicts.of(named) === null);
  console.error(`${chosen.length} mutants, dont ${known.length} déjà jugés.`);
  const shares = Array.from({ length: threads }, (_, part) => left.filter((_one, rank) => rank % threads === part));
  const tried = [...known, ...(await Promise.all(shares.map((share) => tryOut(share, verdicts)))).flat()];
  report(tried, missed);
}

/** Those of a procedure and of a part of it; a choice that none is of is a misspelling, and throws. */
export function chosenAmong(all: readonly Named[], { procedure, partie }: Omit<Choice, 'fils'>): Named[] {
  const some = all.filter((named) => named.procedure === (procedure ?? named.procedure));
  const chosen = some.filter((named) => partieOf(named) === (partie ?? partieOf(named)));
  if (chosen.length > 0) return chosen;
  const known = new Set(some.length > 0 ? some.map(partieOf) : all.map((named) => named.procedure));
  throw new Error(
    `${some.length > 0 ? `--partie=${partie}` : `--procedure=${procedure}`} is none of ${[...known].join(', ')}`,
  );
}

function report(tried: readonly Tried[], missed: readonly Edit[]): void {
  for (const { nom } of missed) console.log(`Retouche survivante : ${nom}`);
  for (const [procedure, some = []] of Object.entries(Object.groupBy(tried, ({ procedure: id }) => id))) {
    const of = (sort: Tried['sort']) => some.filter((one) => one.sort === sort).length;
    const [caught, same, alive] = [of('réfuté'), of('équivalent'), of('survivant')];
    console.log(`${procedure} : ${some.length} mutants, ${caught} réfutés, ${same} équivalents, ${alive} survivants.`);
  }
  for (const [sort, title] of [
    ['équivalent', 'Équivalents, car ce qui est ôté découle du reste'],
    ['survivant', 'Survivants'],
  ] as const) {
    const list = tried.filter((one) => one.sort === sort);
    if (list.length > 0) console.log([`\n${title} :`, ...list.map(lineOf)].join('\n  '));
  }
  process.exitCode = missed.length > 0 || tried.some(({ sort }) => sort === 'survivant') ? 1 : 0;
}

const partieOf = ({ etat }: Named) => (etat === '' ? 'saisies' : etat.split('.')[0]);
const lineOf = ({ procedure, etat, fait, rang, change }: Tried) =>
  `${procedure} ${etat} : ${fait} (${rang + 1}), ${change}`;

async function missedEdits(threads: number): Promise<Edit[]> {
  const missed: Edit[] = [];
  const waiting = [...edits];
  const work = async () => {
    for (let edit = waiting.shift(); edit; edit = waiting.shift())
      if ((await refuted(edit)) === null) missed.push(edit);
  };
  await Promise.all(Array.from({ length: threads }, work));
  console.log(`${edits.length} retouches, ${edits.length - missed.length} réfutées.`);
  return missed;
}

/** The invariant that an edit breaks, in a thread that reads the edited sources; null when it breaks none. */
function refuted(workerData: Edit): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./edits-worker.ts', import.meta.url), { workerData });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

function tryOut(workerData: readonly Named[], verdicts: Verdicts): Promise<Tried[]> {
  return new Promise((resolve, reject) => {
    const tried: Tried[] = [];
    if (workerData.length === 0) return resolve(tried);
    const worker = new Worker(new URL('./mutants-worker.ts', import.meta.url), { workerData });
    worker.on('message', (one: Tried) => {
      tried.push(one);
      verdicts.keep(one);
      if (one.sort !== 'réfuté') console.error(`${one.sort} : ${lineOf(one)}`);
    });
    worker.once('error', reject);
    worker.once('exit', () => resolve(tried));
  });
}
