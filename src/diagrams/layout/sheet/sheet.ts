import { type Fragment, joined, moved, type Picture, type Text } from '../geometry.ts';
import { widthOf } from '../text/lines.ts';
import { packed } from './packing.ts';

/** A3, A4: wide against high, lying. */
const RATIO = Math.SQRT2;
const MARGIN = 18;
const HEADER = 48;

/** What a sheet says of itself. */
export interface Heading {
  titre: string;
  sousTitre: string;
  description: string;
}

/** Panels on a sheet of the proportions of A3, under a title. */
export function sheetOf(heading: Heading, shapes: readonly (readonly Fragment[])[]): Picture {
  const { panels, width, height } = packed(shapes, { ratio: RATIO, beside: 2 * MARGIN, above: HEADER + 2 * MARGIN });
  const needed = Math.max(width + 2 * MARGIN, (height + HEADER + 2 * MARGIN) * RATIO, titleWidth(heading) + 2 * MARGIN);
  const sheet = { width: Math.ceil(needed), height: Math.ceil(needed / RATIO) };
  const left = Math.floor((sheet.width - width) / 2);
  const placed = panels.map((panel) => moved(panel, { x: left, y: MARGIN + HEADER }));
  const { texts, ...rest } = joined(placed, sheet.width, sheet.height);
  return {
    ...rest,
    titre: heading.titre,
    description: heading.description,
    texts: [...titles(heading), ...texts],
    sousTitre: {
      x: Math.ceil(sheet.width / 2),
      y: MARGIN + 36,
      width: Math.floor(sheet.width / 2) - MARGIN,
      height: 14,
    },
  };
}

function titles({ titre, sousTitre }: Heading): Text[] {
  return [
    { x: MARGIN, y: MARGIN + 18, text: titre, style: 'titre' },
    { x: MARGIN, y: MARGIN + 36, text: sousTitre, style: 'sousTitre' },
  ];
}

function titleWidth(heading: Heading): number {
  return Math.max(...titles(heading).map(({ text, style }) => widthOf(text, style)));
}
