import { tellSource } from '../../../../machines/source.ts';
import type { Chart } from '../../chart.ts';
import { type Arrow, type Box, emptyBox, type Fragment, movedBox, type Rect } from '../geometry.ts';
import { INSIGNE } from '../ladder/card.ts';
import { Column } from '../text/column.ts';
import { wrap } from '../text/lines.ts';
import { type Cell, isSame, type Line, linesOf } from './differences.ts';

const WIDTH = 400;
const GUTTER = 26;
const PADDING = 10;
const GAP = 9;
/** Between two phases: room for an arrow. */
const STEP_GAP = 20;

/** Paths side by side, each part of the procedure on one line; what differs is marked. */
export function comparisonPanel(charts: readonly Chart[]): Fragment {
  const heads = charts.map((chart, rank) => headOf(chart, charts.slice(0, rank)));
  const boxes: Box[] = heads.map((box, rank) => movedBox(box, { x: leftOf(rank), y: 0 }));
  const arrows: Arrow[] = [];
  let bottom = Math.max(...heads.map(({ rect }) => rect.height));
  for (const line of linesOf(charts)) {
    const top = bottom + (line.follows ? STEP_GAP : GAP);
    const cells = line.cells.map((cell, rank) => ({ cell, box: cellBox(cell, `${rank}:${line.id}`, isMarked(line)) }));
    const height = Math.max(...cells.map(({ box }) => box.rect.height));
    for (const [rank, { box }] of cells.entries()) {
      const placed = movedBox({ ...box, rect: { ...box.rect, height } }, { x: leftOf(rank), y: top });
      if (line.follows) arrows.push(arrowTo(placed, bottom));
      boxes.push(placed);
    }
    bottom = top + height;
  }
  return { width: leftOf(charts.length) - GUTTER, height: bottom, boxes, arrows, initials: [], texts: [] };
}

function leftOf(rank: number): number {
  return rank * (WIDTH + GUTTER);
}

function isMarked({ cells }: Line): boolean {
  return cells.some((cell) => cell === null);
}

function headOf(chart: Chart, before: readonly Chart[]): Box {
  const column = new Column({ x: PADDING, y: 8 });
  const steps = chart.etats.filter(({ acteur }) => acteur !== null).length;
  const twin = before.find((other) => isSame(other, chart));
  column.add(wrap(chart.titre, 'panneau', WIDTH - 2 * PADDING));
  const told = `${chart.procedure}, version ${chart.version} · ${tellSource(chart.source)} · ${steps} étapes, ${chart.transitions.length} transitions`;
  column.add(wrap(told, 'detail', WIDTH - 2 * PADDING));
  if (twin)
    column.add(wrap(`Mêmes étapes et mêmes conditions que « ${twin.titre} ».`, 'condition', WIDTH - 2 * PADDING));
  const rect = { x: 0, y: 0, width: WIDTH, height: Math.ceil(column.bottom) + 8 };
  return { ...emptyBox(`parcours:${chart.procedure}`, 'panneau', rect), texts: column.texts };
}

function cellBox(cell: Cell | null, id: string, isOwn: boolean): Box {
  const column = new Column({ x: PADDING, y: 6 });
  if (!cell) {
    column.add([{ text: '≠ sans objet dans ce parcours', style: 'condition' }]);
    return { ...emptyBox(id, 'absent', rectOf(column)), texts: column.texts };
  }
  const { etat, steps, own, remarks } = cell;
  const differs = isOwn || own.size > 0 || remarks.length > 0;
  const title = `${differs ? '≠ ' : ''}${etat.libelle} · ${tellSource(etat.source)}`;
  column.add(wrap(title, 'phase', WIDTH - 2 * PADDING));
  const insignes = steps.flatMap((step) => {
    const y = Math.round(column.bottom);
    const indent = INSIGNE.width + 7;
    column.space(2);
    column.add(wrap(`${own.has(step.id) ? '≠ ' : ''}${step.libelle}`, 'fait', WIDTH - 2 * PADDING - indent), indent);
    column.bottom = Math.max(column.bottom, y + INSIGNE.height) + 1;
    return step.acteur ? [{ acteur: step.acteur, x: PADDING, y }] : [];
  });
  for (const remark of remarks) column.add(wrap(`≠ ${remark}`, 'condition', WIDTH - 2 * PADDING));
  return { ...emptyBox(id, 'cadre', rectOf(column)), texts: column.texts, insignes, differe: differs };
}

function rectOf({ bottom }: Column): Rect {
  return { x: 0, y: 0, width: WIDTH, height: Math.ceil(bottom) + 6 };
}

function arrowTo({ id, rect }: Box, from: number): Arrow {
  const x = rect.x + rect.width / 2;
  const points = [
    { x, y: from },
    { x, y: rect.y },
  ];
  const nothing = { transitions: [], joints: [], label: null };
  return { id: `suite>${id}`, de: '', vers: id, points, genre: 'fait', ...nothing };
}
