import { createHash } from 'node:crypto';
import type { Procedure } from '../../machines/procedure.ts';
import { promiseMemo } from '../memo.ts';
import { chartOf, referenceOf } from './chart.ts';
import { comparisonPicture, completePicture, overviewPicture, regionPicture, regionsOf } from './layout/pictures.ts';
import { type Drawing, drawingOf } from './svg/drawing.ts';

/** What is looked at: the whole machine, its outline, or one region. */
export type View = { niveau: 'complet' | 'apercu' } | { region: string };

const drawn = promiseMemo<Drawing>();

/** A procedure drawn: laid out when it is first asked for, then kept. Null when it has no such region. */
export function drawProcedure(procedure: Procedure, view: View): Promise<Drawing> | null {
  const chart = chartOf(procedure);
  const region = 'region' in view ? regionsOf(chart).find(({ id }) => id === view.region) : null;
  if (region === undefined) return null;
  const whole = 'niveau' in view && view.niveau === 'apercu' ? overviewPicture : completePicture;
  const name = 'niveau' in view ? view.niveau : `region:${view.region}`;
  return drawn(`${referenceOf(procedure)}/${name}`, async () =>
    drawingOf(await (region === null ? whole(chart) : regionPicture(chart, region))),
  );
}

/** Paths drawn side by side, what differs marked. */
export function drawComparison(procedures: readonly Procedure[]): Promise<Drawing> {
  return drawn(procedures.map(referenceOf).join(' '), async () =>
    drawingOf(comparisonPicture(procedures.map(chartOf))),
  );
}

/** The regions that may be drawn alone. */
export function regionNames(procedure: Procedure): string[] {
  return regionsOf(chartOf(procedure)).map(({ id }) => id);
}

/** What tells two drawings apart. */
export function fingerprint(svg: string): string {
  return createHash('sha256').update(svg).digest('hex').slice(0, 32);
}
