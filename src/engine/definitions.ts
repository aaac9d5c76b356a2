import { createHash } from 'node:crypto';
import { procedures } from '../../machines/index.ts';
import type { Procedure } from '../../machines/procedure.ts';
import { definitionHash } from './graph/distance-table.ts';
import { openSnapshot } from './transition.ts';

/** Every published procedure, with the imprint of how it moves and of what it keeps: what a base that it writes must be read under. */
export function definitions(): { procedure: string; version: number; empreinte: string }[] {
  return procedures.map((one) => ({ procedure: one.id, version: one.version, empreinte: imprintOf(one) }));
}

function imprintOf(procedure: Procedure): string {
  const kept = JSON.stringify(openSnapshot(procedure).context);
  return createHash('sha256').update(definitionHash(procedure)).update(kept).digest('hex');
}
