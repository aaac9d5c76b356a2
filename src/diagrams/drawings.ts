import { createHash } from 'node:crypto';
import type { Procedure } from '../../machines/procedure.ts';
import { promiseMemo } from '../memo.ts';
import { chartOf, referenceOf } from './chart.ts';
import { completePicture, regionPicture, regionsOf } from './layout/pictures.ts';
import { storyPicture } from './recit/picture.ts';
import { type Drawing, drawingOf } from './svg/drawing.ts';

/** What is looked at: the story, the whole machine, or one region. */
export type View = { niveau: 'recit' | 'complet' } | { region: string };

const drawn = promiseMemo<Drawing>();

/** A procedure drawn: laid out when it is first asked for, then kept. Null when it has no such region. */
export function drawProcedure(procedure: Procedure, view: View): Promise<Drawing> | null {
  if (isStory(view)) return drawStory([procedure]);
  const chart = chartOf(procedure);
  const region = 'region' in view ? regionsOf(chart).find(({ id }) => id === view.region) : null;
  if (region === undefined) return null;
  return drawn(`${referenceOf(procedure)}/${region?.id ?? ''}`, async () =>
    drawingOf(await (region === null ? completePicture(chart) : regionPicture(chart, region))),
  );
}

/** Whether the story is looked at. */
export function isStory(view: View): boolean {
  return 'niveau' in view && view.niveau === 'recit';
}

/** Procedures told as one story, what differs marked. */
export function drawStory(procedures: readonly Procedure[]): Promise<Drawing> {
  return drawn(procedures.map(referenceOf).join(' '), async () => drawingOf(storyPicture(procedures)));
}

/** The regions that may be drawn alone. */
export function regionNames(procedure: Procedure): string[] {
  return regionsOf(chartOf(procedure)).map(({ id }) => id);
}

/** What tells two drawings apart. */
export function fingerprint(svg: string): string {
  return createHash('sha256').update(svg).digest('hex').slice(0, 32);
}
