import type { Procedure } from '../../machines/procedure.ts';
import { drawProcedure } from './drawings.ts';
import { toPng } from './exports/png.ts';

/** How wide an image may be, in pixels: of each procedure, three are kept, and nobody has more drawn. */
export const largeurs = [992, 1984, 3968] as const;
type Largeur = (typeof largeurs)[number];

const known = new Map<string, Promise<Buffer>>();
let last: Promise<unknown> = Promise.resolve();

/** The whole of a procedure as PNG, so many pixels wide; one is drawn at a time, which takes up to 100 MB. */
export function imageOf(procedure: Procedure, largeur: Largeur): Promise<Buffer> {
  const key = `${procedure.id}@${procedure.version}/${largeur}`;
  const image = known.get(key) ?? inTurn(async () => toPng(await svgOf(procedure), largeur));
  known.set(key, image);
  image.catch(() => known.delete(key));
  return image;
}

function inTurn<T>(draw: () => Promise<T>): Promise<T> {
  const drawn = last.then(draw, draw);
  last = drawn;
  return drawn;
}

/** The whole of a procedure as SVG. */
export async function svgOf(procedure: Procedure): Promise<string> {
  const drawing = await drawProcedure(procedure, { niveau: 'complet' });
  return drawing?.draw() ?? '';
}
