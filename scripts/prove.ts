import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { procedures } from '../machines/index.ts';
import type { Procedure } from '../machines/procedure.ts';
import { definitionHash } from '../src/engine/graph/distance-table.ts';
import { type Certificate, isCurrent } from '../src/engine/proof/certificate.ts';
import { proveMutants } from './prove/mutants.ts';
import { reportOf } from './prove/report.ts';
import type { Proof, Task } from './prove/worker.ts';

const FOLDER = new URL('../machines/diagrams/', import.meta.url);
const fileOf = ({ id, version }: Procedure) => new URL(`${id}.v${version}.preuve.json`, FOLDER);

/** `--check` compares what is committed and proves nothing anew; `--limite=<n>` gives up a walk beyond n states, `--mutants` weakens the machines. */
const [option = ''] = process.argv.slice(2);
if (option === '--check') checkCommitted();
else if (option === '--mutants') await proveMutants();
else await proveAll(Number(option.match(/^--limite=(\d+)$/)?.[1] ?? 1_000_000));

function checkCommitted(): void {
  const stale = procedures.filter((procedure) => !isCurrent(procedure, committed(procedure)));
  for (const { id, version } of stale) console.error(`${id}@${version} : preuve périmée, lancez « npm run prove ».`);
  process.exitCode = stale.length > 0 ? 1 : 0;
}

/** Paths that differ by their names alone are proved once. */
async function proveAll(limite: number): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  const families = Object.values(Object.groupBy(procedures, definitionHash)) as Procedure[][];
  await Promise.all(
    families.map(async ([first, ...twins]) => {
      if (!first) return;
      const proof = await prove({ id: first.id, version: first.version, limite });
      console.log(reportOf(first, proof));
      const isProved = proof.certificate.invariants.every(({ verdict }) => verdict === 'prouvé');
      if (!isProved || proof.objections.length > 0) {
        process.exitCode = 1;
        return;
      }
      for (const twin of [first, ...twins]) {
        writeFileSync(fileOf(twin), `${JSON.stringify({ ...proof.certificate, procedure: twin.id }, null, 1)}\n`);
      }
    }),
  );
}

function prove(task: Task): Promise<Proof> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./prove/worker.ts', import.meta.url), { workerData: task });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

function committed(procedure: Procedure): Certificate | null {
  try {
    return JSON.parse(readFileSync(fileOf(procedure), 'utf8')) as Certificate;
  } catch {
    return null;
  }
}
