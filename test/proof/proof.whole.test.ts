import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { findProcedure } from '../../machines/index.ts';
import type { Procedure } from '../../machines/procedure.ts';
import { adjacencies } from '../../scripts/proof/adjacency.ts';
import { certify } from '../../scripts/proof/certificate.ts';
import { mutantsOf } from '../../scripts/proof/mutation/mutants.ts';

test('a proof refutes on a part of a path, since a broken story needs no more', () => {
  const procedure = findProcedure('prive-mono-site') as Procedure;
  const weak = mutantsOf(procedure)
    .find(({ fait, change }) => fait === 'formulaire413.signe' && change === 'sans hasContratActif')
    ?.procedure() as Procedure;
  const { invariants } = certify(weak, adjacencies(weak, { limit: 6000 }), 'sources');
  const refuted = invariants.filter(({ verdict }) => verdict === 'réfuté');
  expect(refuted.map(({ id, temoin }) => [id, temoin.contreExemple?.faits.length])).toContainEqual([
    'signature-contrat',
    5,
  ]);
});

test('a limit fails the command, and leaves what is committed', () => {
  const file = new URL('../../machines/diagrams/certificat.v1.preuve.json', import.meta.url);
  const before = readFileSync(file, 'utf8');
  const script = fileURLToPath(new URL('../../scripts/prove.ts', import.meta.url));
  const { status, stdout } = spawnSync(process.execPath, [script, '--limite=3'], { encoding: 'utf8' });
  expect(status).toBe(1);
  expect(stdout).toContain('inconnu');
  expect(readFileSync(file, 'utf8')).toBe(before);
});
