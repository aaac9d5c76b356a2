import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { procedures } from '../machines/index.ts';
import type { Procedure } from '../machines/procedure.ts';
import { definitionHash } from '../src/engine/graph/distance-table.ts';
import { type Certificate, isCurrent } from '../src/engine/proof/certificate.ts';
import { proveMutants } from './prove/mutants.ts';
import { reportOf } from './prove/report.ts';
import { sourcesHash } from './prove/sources.ts';
import type { Proof, Task } from './prove/worker.ts';

const FOLDER = new URL('../machines/diagrams/', import.meta.url);
const fileOf = ({ id, version }: Procedure) => new URL(`${id}.v${version}.preuve.json`, FOLDER);
const SANS_LIMITE = 1_000_000;

/** Paths that differ by their names alone are proved once. */
const families = (Object.values(Object.groupBy(procedures, definitionHash)) as Procedure[][]).flatMap(
  ([first, ...twins]) => (first ? [[first, ...twins] as const] : []),
);
const sources = sourcesHash();

/**
 * `--check` walks again and reads what is committed, without proving anew; `--limite=<n>` gives up a walk beyond n states, `--mutants`
 * weakens the machines.
 */
const [option = ''] = process.argv.slice(2);
if (option === '--check') await checkCommitted();
else if (option === '--mutants') await proveMutants();
else await proveAll(Number(option.match(/^--limite=(\d+)$/)?.[1] ?? SANS_LIMITE));

/** What is stale is told at once; the rest is told by whoever walks the graphs again and counts. */
async function checkCommitted(): Promise<void> {
  const stale = procedures.filter((procedure) => !isCurrent(procedure, committed(procedure), sources));
  for (const { id, version } of stale) console.error(`${id}@${version} : preuve périmée, lancez « npm run prove ».`);
  if (stale.length > 0) process.exitCode = 1;
  else await Promise.all(families.map(([first, ...twins]) => readAgain(first, twins)));
}

async function readAgain(first: Procedure, twins: readonly Procedure[]): Promise<void> {
  const relu = committed(first);
  const { objections } = await prove({ ...first, relu, limite: SANS_LIMITE });
  const unlike = twins.filter(
    (twin) => textOf({ ...relu, procedure: twin.id } as Certificate) !== textOf(committed(twin)),
  );
  for (const id of objections) console.error(`${first.id}@${first.version} : la relecture ne retrouve pas « ${id} ».`);
  for (const { id, version } of unlike) console.error(`${id}@${version} : la preuve n’est pas celle de ${first.id}.`);
  if (objections.length + unlike.length > 0) process.exitCode = 1;
}

async function proveAll(limite: number): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  await Promise.all(
    families.map(async ([first, ...twins]) => {
      const proof = await prove({ ...first, relu: null, limite });
      console.log(reportOf(first, proof));
      const isProved = proof.certificate.invariants.every(({ verdict }) => verdict === 'prouvé');
      if (!isProved || proof.objections.length > 0) {
        process.exitCode = 1;
        return;
      }
      for (const twin of [first, ...twins]) {
        writeFileSync(fileOf(twin), textOf({ ...proof.certificate, procedure: twin.id }));
      }
    }),
  );
}

function prove({ id, version, relu, limite }: Omit<Task, 'sources'>): Promise<Proof> {
  return new Promise((resolve, reject) => {
    const workerData: Task = { id, version, relu, limite, sources };
    const worker = new Worker(new URL('./prove/worker.ts', import.meta.url), { workerData });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

function textOf(certificate: Certificate | null): string {
  return `${JSON.stringify(certificate, null, 1)}\n`;
}

function committed(procedure: Procedure): Certificate | null {
  try {
    return JSON.parse(readFileSync(fileOf(procedure), 'utf8')) as Certificate;
  } catch {
    return null;
  }
}
