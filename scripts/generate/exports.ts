import type { Procedure } from '../../machines/procedure.ts';
import { chartOf } from '../../src/diagrams/chart.ts';
import { formats } from '../../src/diagrams/exports/formats.ts';
import { grapheSchema } from '../../src/diagrams/exports/graphe.ts';

const FOLDER = new URL('../../machines/diagrams/', import.meta.url);

/** A generated file and what it must hold. */
export interface Output {
  file: URL;
  text: string;
}

/** Every procedure in every textual format, and the schema of the JSON one. */
export async function exportOutputs(procedures: readonly Procedure[]): Promise<Output[]> {
  const outputs = procedures.flatMap((procedure) =>
    Object.values(formats).map(async ({ suffixe, write }) => ({
      file: new URL(`${procedure.id}.v${procedure.version}.${suffixe}`, FOLDER),
      text: await write(chartOf(procedure)),
    })),
  );
  return [{ file: new URL('graphe.schema.json', FOLDER), text: grapheSchema() }, ...(await Promise.all(outputs))];
}
