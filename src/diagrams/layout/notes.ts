import type { Text } from './geometry.ts';
import { Column, wrap } from './text/lines.ts';

/** Notes as they stand under a region. */
export function noted(textes: readonly string[], width: number, top: number): Text[] {
  const column = new Column({ x: 10, y: top + 6 });
  for (const [rank, texte] of textes.entries()) {
    column.add(wrap(`note ${rank + 1} : ${texte}`, 'condition', width - 20));
    column.space(2);
  }
  return column.texts;
}
