import { type Fragment, moved, type Point, type Rect } from '../geometry.ts';

/** A panel and where it stands. */
export interface Place {
  panel: Fragment;
  at: Point;
}

/** A panel that would grow by more stays as it is. */
const MOST = 110;

/** Panels in their places, each grown to the right, then down, as far as the next or the border when that is near. */
export function stretched(places: readonly Place[], room: { width: number; height: number }, gap: number): Fragment[] {
  const rects = places.map(({ panel: { width, height }, at: { x, y } }): Rect => ({ x, y, width, height }));
  for (const rect of rects) {
    const beside = rects.filter((other) => other.x >= rect.x + rect.width && isAcross(rect, other, 'y', 'height'));
    rect.width = near(rect.width, Math.min(room.width, ...beside.map(({ x }) => x - gap)) - rect.x);
  }
  for (const rect of rects) {
    const below = rects.filter((other) => other.y >= rect.y + rect.height && isAcross(rect, other, 'x', 'width'));
    rect.height = near(rect.height, Math.min(room.height, ...below.map(({ y }) => y - gap)) - rect.y);
  }
  return places.map(({ panel, at }, rank) => moved(grown(panel, rects[rank] as Rect), at));
}

function near(size: number, grownSize: number): number {
  return grownSize - size > MOST ? size : grownSize;
}

/** Only the frame of a region or of the legend grows, when it stands around all the rest. */
function grown(panel: Fragment, { width, height }: Rect): Fragment {
  const [frame, ...inside] = panel.boxes;
  if (frame?.genre !== 'panneau' && frame?.id !== 'legende') return panel;
  if (frame.rect.width !== panel.width || frame.rect.height !== panel.height) return panel;
  return { ...panel, width, height, boxes: [{ ...frame, rect: { ...frame.rect, width, height } }, ...inside] };
}

function isAcross(a: Rect, b: Rect, at: 'x' | 'y', size: 'width' | 'height'): boolean {
  return a[at] < b[at] + b[size] && b[at] < a[at] + a[size];
}
