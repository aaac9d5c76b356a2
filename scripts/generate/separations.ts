import type { Procedure } from '../../machines/procedure.ts';
import { imprintOf } from '../../src/definitions.ts';
import { referenceOf } from '../../src/diagrams/chart.ts';
import type { Separations, Separee } from '../../src/diagrams/comparison.ts';
import { separate } from '../proof/separation.ts';
import type { Output } from './exports.ts';

const FILE = new URL('../../machines/diagrams/separations.json', import.meta.url);
/** Twice what the longest walk met, so that a machine may grow. */
const LIMIT = 200_000;

/** What every procedure takes and another refuses, searched anew only where a definition has changed since it was written. */
export function separationOutput(procedures: readonly Procedure[], read: (file: URL) => string | null): Output {
  const before = JSON.parse(read(FILE) ?? '{"separations":[]}') as Separations;
  const separations = procedures.flatMap((accepting) =>
    procedures
      .filter((refusing) => refusing !== accepting)
      .map((refusing) => {
        const definitions = [imprintOf(accepting), imprintOf(refusing)] as const;
        const pair = { accepte: referenceOf(accepting), refuse: referenceOf(refusing), definitions };
        return before.separations.find((one) => isSame(one, pair)) ?? { ...pair, ...search(accepting, refusing) };
      }),
  );
  return { file: FILE, text: `${JSON.stringify({ separations }, null, 1)}\n` };
}

type Pair = Pick<Separee, 'accepte' | 'refuse' | 'definitions'>;

function isSame(one: Pair, other: Pair): boolean {
  const [key, same] = [one, other].map(({ accepte, refuse, definitions }) => [accepte, refuse, definitions].join());
  return key === same;
}

function search(accepting: Procedure, refusing: Procedure) {
  const { faits, paires, complete } = separate([accepting, refusing], LIMIT);
  return { faits: faits?.map(({ empreinte: _empreinte, ...saisie }) => saisie) ?? null, paires, complete };
}
