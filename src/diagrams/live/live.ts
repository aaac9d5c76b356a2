import type { Procedure } from '../../../machines/procedure.ts';
import type { Histoire } from '../../engine/history/replay.ts';
import { type Chart, chartOf } from '../chart.ts';
import { drawProcedure, type View } from '../drawings.ts';
import { liveMarks } from './marks.ts';
import { type LiveCase, liveCase } from './standing.ts';
import { inPlainText } from './text.ts';

/** What is written beside a live picture. */
export interface Beside {
  sousTitre: string;
  theme?: 'clair' | 'sombre' | undefined;
}

const charts = new Map<Procedure, Chart>();
const cases = new WeakMap<Histoire, LiveCase>();

/** A case on the picture of its machine, as SVG; null when the machine has no such region. */
export function drawLive(procedure: Procedure, histoire: Histoire, view: View, beside: Beside): Promise<string> | null {
  const drawing = drawProcedure(procedure, view);
  const isOverview = 'niveau' in view && view.niveau === 'apercu';
  if (!drawing) return null;
  const marks = liveMarks(caseOf(procedure, histoire), isOverview);
  return drawing.then(({ draw }) => draw({ ...marks, ...beside }));
}

/** The same in plain text, under its heading. */
export function tellLive(procedure: Procedure, histoire: Histoire, heading: readonly string[]): string {
  return inPlainText(caseOf(procedure, histoire), heading);
}

/** The chart of a procedure, made once. */
export function keptChart(procedure: Procedure): Chart {
  const chart = charts.get(procedure) ?? chartOf(procedure);
  charts.set(procedure, chart);
  return chart;
}

function caseOf(procedure: Procedure, histoire: Histoire): LiveCase {
  const live = cases.get(histoire) ?? liveCase(procedure, keptChart(procedure), histoire);
  cases.set(histoire, live);
  return live;
}
