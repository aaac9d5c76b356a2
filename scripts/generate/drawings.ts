import type { Procedure } from '../../machines/procedure.ts';
import { drawProcedure, drawStory } from '../../src/diagrams/drawings.ts';
import type { Drawing } from '../../src/diagrams/svg/drawing.ts';
import type { Output } from './exports.ts';

const FOLDER = new URL('../../machines/diagrams/', import.meta.url);

/** Every procedure drawn whole and told, and the paths as one story. */
export function drawingOutputs(procedures: readonly Procedure[]): Promise<Output[]> {
  const named = procedures.flatMap((procedure): [string, Promise<Drawing> | null][] => {
    const name = `${procedure.id}.v${procedure.version}`;
    return [
      [`${name}.svg`, drawProcedure(procedure, { niveau: 'complet' })],
      [`${name}.recit.svg`, drawProcedure(procedure, { niveau: 'recit' })],
    ];
  });
  const paths = procedures.filter(({ genre }) => genre === 'dossier');
  named.push(['parcours.recit.svg', drawStory(paths)]);
  return Promise.all(
    named.map(async ([name, drawing]) => ({ file: new URL(name, FOLDER), text: (await drawing)?.draw() ?? '' })),
  );
}
