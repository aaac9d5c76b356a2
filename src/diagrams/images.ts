import { renderAsync } from '@resvg/resvg-js';
import type { Procedure } from '../../machines/procedure.ts';
import { promiseMemo } from '../memo.ts';
import { takingTurns } from '../turns.ts';
import { referenceOf } from './chart.ts';
import { drawProcedure, type View } from './drawings.ts';
import { FONTS } from './paper.ts';

/** How wide an image may be, in pixels: of each procedure, three are kept, and nobody has more drawn. */
export const largeurs = [992, 1984, 3968] as const;
type Largeur = (typeof largeurs)[number];

const images = promiseMemo<Buffer>();
const inTurn = takingTurns();

/** A procedure as PNG, told or whole, so many pixels wide; one is drawn at a time, which takes up to 100 MB. */
export function imageOf(procedure: Procedure, niveau: Niveau, largeur: Largeur): Promise<Buffer> {
  return images(`${referenceOf(procedure)}/${niveau}/${largeur}`, async () =>
    imageOfSvg(await svgOf(procedure, niveau), largeur),
  );
}

/** A drawing as PNG, in its turn. */
export function imageOfSvg(svg: string, largeur: Largeur): Promise<Buffer> {
  return inTurn(() => toPng(svg, largeur));
}

/** A procedure as SVG, told or whole. */
export async function svgOf(procedure: Procedure, niveau: Niveau): Promise<string> {
  const drawing = await drawProcedure(procedure, { niveau });
  return drawing?.draw() ?? '';
}

type Niveau = Extract<View, { niveau: string }>['niveau'];

const font = {
  fontFiles: Object.values(FONTS),
  loadSystemFonts: false,
  defaultFontFamily: 'Arimo',
  sansSerifFamily: 'Arimo',
};

/**
 * A drawing as PNG, so many pixels wide, outside the thread that answers. Measured on a whole path: 0.4 s for 1,984 pixels, 1 s for 6,000.
 * Without the dark theme, since resvg reads no `@media`; and it takes what is used for where it is defined, hence the white of the marks.
 */
export async function toPng(svg: string, largeur: number): Promise<Buffer> {
  const plain = svg
    .replace(/@media[^{]*\{(?:[^{}]*\{[^{}]*\})*\}/g, '')
    .replace('</style>', '.pi defs text{fill:#fff}</style>');
  const image = await renderAsync(plain, { font, fitTo: { mode: 'width', value: largeur } });
  return image.asPng();
}
