import { parentPort, workerData } from 'node:worker_threads';
import { findProcedure } from '../../machines/index.ts';
import { adjacencies } from '../../src/engine/proof/adjacency.ts';
import { type Certificate, certify } from '../../src/engine/proof/certificate.ts';
import { verify } from '../../src/engine/proof/verify.ts';

/** What is done in a thread of its own: a certificate is read again, or a new one is made. */
export interface Task {
  id: string;
  version: number;
  sources: string;
  /** The number of states at which the walk gives up. */
  limite: number;
  relu: Certificate | null;
}

/** The certificate, and what an independent reading of the same graphs holds against it. */
export interface Proof {
  certificate: Certificate;
  objections: string[];
  secondes: number;
}

const { id, version, sources, limite, relu } = workerData as Task;
const procedure = findProcedure(id, version);
if (!procedure) throw new Error(`No procedure is called ${id}`);
const graphs = adjacencies(procedure, limite);
const certificate = relu ?? certify(procedure, graphs, sources);
const proof: Proof = { certificate, objections: verify(certificate, graphs), secondes: performance.now() / 1000 };
parentPort?.postMessage(proof);
