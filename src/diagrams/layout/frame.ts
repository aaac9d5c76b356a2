import { tellSource } from '../../../machines/source.ts';
import type { Etat } from '../chart.ts';
import { emptyBox, type Fragment, type Text } from './geometry.ts';
import { Column, widthOf, wrap } from './text/lines.ts';
import { shortened } from './words.ts';

const MARGIN = 10;

/** A region, and which of its machine it is. */
export interface Place {
  region: Etat;
  rang: number;
}

/** A region in its frame: its number and its name at the top, with where it is written, which it is no narrower than; its notes under what is drawn. */
export function framed({ region, rang }: Place, inner: Fragment, notes: readonly string[], padding: number): Fragment {
  const { height: drawn, boxes, arrows, initials } = inner;
  const { libelle, source } = region;
  const named = (name: string) => `${rang} · ${name} · ${tellSource(source)}`;
  const isRoomy = widthOf(named(libelle), 'panneau') + 2 * MARGIN <= inner.width;
  const title: Text = { x: MARGIN, y: 20, text: named(isRoomy ? libelle : shortened(libelle)), style: 'panneau' };
  const width = Math.max(inner.width, Math.ceil(widthOf(title.text, title.style)) + 2 * MARGIN);
  const column = new Column({ x: MARGIN, y: drawn + 6 });
  for (const [rank, note] of notes.entries()) {
    column.add(wrap(`note ${rank + 1} : ${note}`, 'condition', width - 2 * MARGIN));
    column.space(2);
  }
  const height = Math.max(drawn + padding, ...column.texts.map(({ y }) => y + MARGIN));
  const panel = { ...emptyBox(region.id, 'panneau', { x: 0, y: 0, width, height }), texts: [title, ...column.texts] };
  return { width, height, boxes: [panel, ...boxes], arrows, initials, texts: [] };
}
