import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { procedures } from '../machines/index.ts';
import type { Procedure } from '../machines/procedure.ts';
import { type Certificate, isCurrent } from './proof/certificate.ts';
import { isSceneCurrent } from './proof/family/certificate.ts';
import { scenes } from './proof/family/scenes.ts';
import { proveMutants } from './prove/mutants.ts';
import { type Reported, reportOf } from './prove/report.ts';
import { sourcesHash } from './prove/sources.ts';
import type { Proof, Task } from './prove/worker.ts';
import { definitionHash } from './tables/distances.ts';

/** What is proved: a procedure, with those that differ from it by their names alone, or a family. */
interface Subject extends Reported {
  twins: string[];
  isCurrent(id: string, certificate: Certificate | null): boolean;
}

const FOLDER = new URL('../machines/diagrams/', import.meta.url);
const SANS_LIMITE = 1_000_000;
const sources = sourcesHash();

/** The largest first, so that the last thread to end ends soon. */
const subjects: Subject[] = [
  ...(Object.values(Object.groupBy(procedures, definitionHash)) as [Procedure, ...Procedure[]][]).map(
    ([first, ...others]): Subject => ({
      ...first,
      twins: others.map(({ id }) => id),
      isCurrent: (_id, certificate) => isCurrent(first, certificate, sources),
    }),
  ),
  ...scenes.map(
    (scene): Subject => ({
      id: scene.id,
      version: 1,
      titre: scene.titre,
      facts: {},
      twins: [],
      isCurrent: (_id, certificate) => isSceneCurrent(scene, certificate, sources),
    }),
  ),
];

/**
 * `--check` walks again and reads what is committed, without proving anew; `--limite=<n>` gives up the walk of a procedure beyond n
 * states, and leaves families out; `--mutants` weakens the machines, all or one `--procedure` or one `--partie` of it, by as many `--fils`.
 */
const { values } = parseArgs({
  options: {
    check: { type: 'boolean' },
    limite: { type: 'string', default: String(SANS_LIMITE) },
    mutants: { type: 'boolean' },
    procedure: { type: 'string' },
    partie: { type: 'string' },
    fils: { type: 'string' },
  },
});
if (values.check) await checkCommitted();
else if (values.mutants) await proveMutants(values);
else await proveAll(limitOf(values.limite));

function limitOf(text: string): number {
  const limite = Number(text);
  if (Number.isInteger(limite) && limite > 0) return limite;
  throw new Error(`--limite=${text} is no number of states`);
}

/** What is stale is told at once; the rest is told by whoever walks the graphs again and counts. */
async function checkCommitted(): Promise<void> {
  const stale = subjects.flatMap((subject) =>
    [subject.id, ...subject.twins].filter((id) => !subject.isCurrent(id, committed(id))),
  );
  for (const id of stale) console.error(`${id} : preuve périmée, lancez « npm run prove ».`);
  if (stale.length > 0) process.exitCode = 1;
  else await inTurn(subjects, readAgain);
}

async function readAgain({ id, version, twins }: Subject): Promise<void> {
  const relu = committed(id);
  const { objections } = await prove({ id, version, relu, limite: SANS_LIMITE });
  const unlike = twins.filter(
    (twin) => textOf({ ...relu, procedure: twin } as Certificate) !== textOf(committed(twin)),
  );
  for (const claim of objections) console.error(`${id}@${version} : la relecture ne retrouve pas « ${claim} ».`);
  for (const twin of unlike) console.error(`${twin} : la preuve n’est pas celle de ${id}.`);
  if (objections.length + unlike.length > 0) process.exitCode = 1;
}

async function proveAll(limite: number): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  const left =
    limite === SANS_LIMITE ? subjects : subjects.filter(({ id }) => !scenes.some((scene) => scene.id === id));
  await inTurn(left, async (subject) => {
    const { id, version, twins } = subject;
    const proof = await prove({ id, version, relu: null, limite });
    console.log(reportOf(subject, proof));
    const isProved = proof.certificate.invariants.every(({ verdict }) => verdict === 'prouvé');
    if (!isProved || proof.objections.length > 0) process.exitCode = 1;
    else for (const one of [id, ...twins]) writeFileSync(fileOf(one), textOf({ ...proof.certificate, procedure: one }));
  });
}

/** As many at once as there are processors. */
async function inTurn(some: readonly Subject[], work: (subject: Subject) => Promise<void>): Promise<void> {
  const left = [...some];
  const worker = async () => {
    for (let next = left.shift(); next; next = left.shift()) await work(next);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
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

function fileOf(id: string): URL {
  return new URL(`${id}.v1.preuve.json`, FOLDER);
}

function committed(id: string): Certificate | null {
  try {
    return JSON.parse(readFileSync(fileOf(id), 'utf8')) as Certificate;
  } catch {
    return null;
  }
}
