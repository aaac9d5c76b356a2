import { parentPort, workerData } from 'node:worker_threads';
import { findProcedure } from '../../machines/index.ts';
import { type Adjacencies, adjacencies } from '../proof/adjacency.ts';
import { type Certificate, certify } from '../proof/certificate.ts';
import { certifyScene, sceneGraphs } from '../proof/family/certificate.ts';
import type { Scene } from '../proof/family/scene.ts';
import { scenes } from '../proof/family/scenes.ts';
import { faultsOf } from '../proof/family/soundness.ts';
import { verify } from '../proof/verify.ts';

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
const scene = scenes.find((one) => one.id === id);
const { graphs, certificate } = scene ? ofScene(scene) : ofProcedure();
const proof: Proof = { certificate, objections: verify(certificate, graphs), secondes: performance.now() / 1000 };
parentPort?.postMessage(proof);

function ofScene(played: Scene): { graphs: Adjacencies; certificate: Certificate } {
  const walked = sceneGraphs(played);
  const faults = faultsOf(played, walked.ensemble);
  if (faults.length > 0) throw new Error(`${id}: ${faults.join('; ')}`);
  return { graphs: walked, certificate: relu ?? certifyScene(played, walked, sources) };
}

function ofProcedure(): { graphs: Adjacencies; certificate: Certificate } {
  const procedure = findProcedure(id, version);
  if (!procedure) throw new Error(`Nothing to prove is called ${id}`);
  const walked = adjacencies(procedure, { limit: limite });
  return { graphs: walked, certificate: relu ?? certify(procedure, walked, sources) };
}
