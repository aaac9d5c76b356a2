import type { Procedure } from '../../machines/procedure.ts';
import { drawProcedure } from './drawings.ts';
import { toPng } from './exports/png.ts';

/** Images of many widths, of which a few are kept. */
const KEPT = 16;
const known = new Map<string, Promise<Buffer>>();

/** The whole of a procedure as PNG, so many pixels wide; its drawing tells whether it has changed. */
export function imageOf(procedure: Procedure, largeur: number): Promise<Buffer> {
  const key = `${procedure.id}@${procedure.version}/${largeur}`;
  const image = known.get(key) ?? svgOf(procedure).then((svg) => toPng(svg, largeur));
  known.delete(key);
  known.set(key, image);
  image.catch(() => known.delete(key));
  const [oldest] = known.keys();
  if (known.size > KEPT && oldest !== undefined) known.delete(oldest);
  return image;
}

/** The whole of a procedure as SVG. */
export async function svgOf(procedure: Procedure): Promise<string> {
  const drawing = await drawProcedure(procedure, { niveau: 'complet' });
  return drawing?.draw() ?? '';
}
