import { createHash } from 'node:crypto';
import type { Procedure } from '../../machines/procedure.ts';
import { chartOf } from './chart.ts';
import type { Picture } from './layout/geometry.ts';
import { comparisonPicture, completePicture, overviewPicture, regionPicture, regionsOf } from './layout/pictures.ts';
import { type Drawing, drawingOf } from './svg/drawing.ts';

/** What is looked at: the whole machine, its outline, or one region. */
export type View = { niveau: 'complet' | 'apercu' } | { region: string };

const known = new Map<string, Promise<Drawing>>();

/** A procedure drawn: laid out when it is first asked for, then kept. Null when it has no such region. */
export function drawProcedure(procedure: Procedure, view: View): Promise<Drawing> | null {
  const name = 'region' in view ? `region:${view.region}` : view.niveau;
  const key = `${procedure.id}@${procedure.version}/${name}`;
  if (known.has(key)) return known.get(key) ?? null;
  const picture = pictureOf(procedure, view);
  return picture && kept(key, picture);
}

/** Paths drawn side by side, what differs marked. */
export function drawComparison(procedures: readonly Procedure[]): Promise<Drawing> {
  const key = procedures.map(({ id, version }) => `${id}@${version}`).join(' ');
  return known.get(key) ?? kept(key, Promise.resolve(comparisonPicture(procedures.map(chartOf))));
}

/** The regions that may be drawn alone. */
export function regionNames(procedure: Procedure): string[] {
  return regionsOf(chartOf(procedure)).map(({ id }) => id);
}

/** What tells two drawings apart. */
export function fingerprint(svg: string): string {
  return createHash('sha256').update(svg).digest('hex').slice(0, 32);
}

function pictureOf(procedure: Procedure, view: View): Promise<Picture> | null {
  const chart = chartOf(procedure);
  if ('niveau' in view) return view.niveau === 'complet' ? completePicture(chart) : overviewPicture(chart);
  const region = regionsOf(chart).find(({ id }) => id === view.region);
  return region ? regionPicture(chart, region) : null;
}

/** What fails is not kept. */
function kept(key: string, picture: Promise<Picture>): Promise<Drawing> {
  const drawing = picture.then(drawingOf);
  known.set(key, drawing);
  drawing.catch(() => known.delete(key));
  return drawing;
}
