import { readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { describe, expect, test } from 'vitest';
import { applyEdit, type Edit, edits } from '../../scripts/prove/edits.ts';
import { sourcesHash } from '../../scripts/prove/sources.ts';

const textOf = ({ fichier }: Edit) => readFileSync(new URL(`../../machines/${fichier}`, import.meta.url), 'utf8');

/** Those that only a walk of a whole path refutes are left to `prove --mutants`. */
const quick = [
  ...['SIGN pour les médecins', 'ORG parmi les offres', 'CPF pour un employé', 'trente ans de validité'],
  ...['six jours de préavis', 'cachet facultatif', 'domaine de messagerie facultatif'],
  'contrat absent et trouvé échangés dans l’état des lieux',
];

describe('one sentence said otherwise', () => {
  test.each(edits)('$nom: no certificate is current any more', (edit) => {
    expect(sourcesHash({ [edit.fichier]: applyEdit(edit, textOf(edit)) })).not.toBe(sourcesHash());
  });

  test.each(edits.filter(({ nom }) => quick.includes(nom)))('$nom: a claim is refuted', async (edit) => {
    expect(await refuted(edit)).not.toBeNull();
  });
});

test('the hash is of what is read, whatever the order', () => {
  const [edit] = edits as [Edit];
  expect(sourcesHash({ [edit.fichier]: textOf(edit) })).toBe(sourcesHash());
});

function refuted(workerData: Edit): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('../../scripts/prove/edits-worker.ts', import.meta.url), { workerData });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}
