import type { Chart, Etat } from '../../chart.ts';
import { emptyBox, type Fragment } from '../geometry.ts';
import { noted } from '../notes.ts';
import { regionTitle, widthOfTitle } from '../region-title.ts';
import { Notes } from '../words.ts';
import { columnsOf } from './columns.ts';
import { routesOf } from './routes.ts';
import { isBelow, rowsOf } from './rows.ts';
import type { Material } from './stack.ts';
import { wired } from './wires.ts';

const PADDING = 8;
const TITLE = 28;

/** A region as a ladder: its steps in columns, every arrow leaving from the words that say what it takes; null when it has too few. */
export function panelOf(chart: Chart, region: Etat, count: number): Fragment | null {
  const etats = chart.etats.filter(({ id }) => id === region.id || isBelow(id, region.id));
  const steps = etats.filter(({ acteur }) => acteur !== null);
  const notes = new Notes();
  const numeros = new Map(steps.map(({ id }, rank) => [id, rank + 1]));
  const material: Material = { etats, numeros, rows: rowsOf(chart, region), notes };
  const columns = columnsOf(region, TITLE, material, count);
  const routes = columns && routesOf(columns);
  if (!routes) return null;
  const { height, boxes, arrows, initials, ...inner } = wired(columns, routes);
  const title = regionTitle(region);
  const width = Math.max(inner.width, widthOfTitle(title));
  const texts = noted(notes.textes, width, height);
  const rect = { x: 0, y: 0, width, height: Math.max(height, ...texts.map(({ y }) => y + 2)) + PADDING };
  const panel = { ...emptyBox(region.id, 'panneau', rect), texts: [title, ...texts] };
  return { width, height: rect.height, boxes: [panel, ...boxes], arrows, initials, texts: [] };
}
