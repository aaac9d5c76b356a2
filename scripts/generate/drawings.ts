import type { Procedure } from '../../machines/procedure.ts';
import { drawComparison, drawProcedure } from '../../src/diagrams/drawings.ts';
import type { Drawing } from '../../src/diagrams/svg/drawing.ts';
import type { Output } from './exports.ts';

const FOLDER = new URL('../../machines/diagrams/', import.meta.url);

/** Every procedure drawn whole and in outline, and the paths side by side. */
export function drawingOutputs(procedures: readonly Procedure[]): Promise<Output[]> {
  const named = procedures.flatMap((procedure): [string, Promise<Drawing> | null][] => {
    const name = `${procedure.id}.v${procedure.version}`;
    return [
      [`${name}.svg`, drawProcedure(procedure, { niveau: 'complet' })],
      [`${name}.apercu.svg`, drawProcedure(procedure, { niveau: 'apercu' })],
    ];
  });
  const paths = procedures.filter(({ genre }) => genre === 'dossier');
  named.push(['parcours-compares.svg', drawComparison(paths)]);
  return Promise.all(
    named.map(async ([name, drawing]) => ({ file: new URL(name, FOLDER), text: (await drawing)?.draw() ?? '' })),
  );
}
