import { registerHooks } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import type { Procedure } from '../../machines/procedure.ts';
import { applyEdit, type Edit } from './edits.ts';

const edit = workerData as Edit;
const edited = new URL(`../../machines/${edit.fichier}`, import.meta.url).href;

registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context);
    return url === edited ? { ...loaded, source: applyEdit(edit, String(loaded.source)) } : loaded;
  },
});

/** The small machines first, and a path that stands for its twin. */
const { procedures } = (await import('../../machines/index.ts')) as { procedures: readonly Procedure[] };
const { refutation } = await import('../proof/mutation/trial.ts');
const order = { certificat: 0, groupement: 1, dossier: 2 };
const sizeOf = ({ genre, machine }: Procedure) => order[genre] * 100 + Object.keys(machine.root.states).length;
const invariant = procedures
  .toSorted((a, b) => sizeOf(a) - sizeOf(b))
  .reduce<string | null>((found, procedure) => found ?? refutation(procedure), null);
parentPort?.postMessage(invariant);
