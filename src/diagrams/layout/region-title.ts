import { tellSource } from '../../../machines/source.ts';
import type { Etat } from '../chart.ts';
import type { Text } from './geometry.ts';
import { widthOf } from './text/lines.ts';

const MARGIN = 10;

/** What stands at the top of a region: its name, and where it is written. */
export function regionTitle({ libelle, source }: Etat): Text {
  return { x: MARGIN, y: 20, text: `${libelle} · ${tellSource(source)}`, style: 'panneau' };
}

/** The room that a title takes with a margin on each side: no region is narrower. */
export function widthOfTitle({ text, style }: Text): number {
  return Math.ceil(widthOf(text, style)) + 2 * MARGIN;
}
