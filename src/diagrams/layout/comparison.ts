import { tellSource } from '../../../machines/source.ts';
import { type Chart, conditionsIn, type Etat, type Transition } from '../chart.ts';
import { type Arrow, type Box, emptyBox, type Fragment, movedBox, type Rect } from './geometry.ts';
import { INSIGNE } from './ladder/card.ts';
import { isBelow } from './ladder/rows.ts';
import { Column, wrap } from './text/lines.ts';

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

/** A part of the procedure in each path: null where a path has it not. */
interface Line {
  id: string;
  cells: (Cell | null)[];
  /** It follows the line above, as a phase does. */
  follows: boolean;
}

/** A region, or a phase of one, as one path has it. */
interface Cell {
  etat: Etat;
  steps: Etat[];
  /** Steps that another path has not. */
  own: ReadonlySet<string>;
  /** What facts ask here and not everywhere, or facts that are told here alone. */
  remarks: string[];
}

/** Every part of the paths, in the order of the path that has most. */
function linesOf(charts: readonly Chart[]): Line[] {
  const longest = charts.reduce((found, chart) => (chart.etats.length > found.etats.length ? chart : found));
  const others = charts.flatMap(partsOf).filter(({ id }) => !partsOf(longest).some((part) => part.id === id));
  const parts = [...partsOf(longest), ...others];
  return parts.map(({ id, parent, initial }) => ({
    id,
    follows: parent !== null && !initial,
    cells: charts.map((chart) => cellOf(chart, id, charts)),
  }));
}

/** Whether two paths have the same states, and the same facts under the same conditions. */
function isSame(a: Chart, b: Chart): boolean {
  const told = ({ etats, transitions }: Chart) => [etats.map(({ id }) => id), transitions.map(factOf)];
  return JSON.stringify(told(a)) === JSON.stringify(told(b));
}

/** Regions, but the phases of those that hold states in states. */
function partsOf({ etats }: Chart): Etat[] {
  const regions = etats.filter(({ parent }) => parent === null);
  return regions.flatMap((region) => {
    const phases = etats.filter(({ parent, acteur }) => parent === region.id && acteur === null);
    return phases.length > 0 ? phases : [region];
  });
}

function cellOf(chart: Chart, id: string, charts: readonly Chart[]): Cell | null {
  const etat = chart.etats.find((one) => one.id === id);
  if (!etat) return null;
  const present = charts.filter(({ etats }) => etats.some((one) => one.id === id));
  const steps = chart.etats.filter((one) => isBelow(one.id, id) && one.acteur !== null);
  const isOwn = (step: Etat) => present.some(({ etats }) => !etats.some((one) => one.id === step.id));
  const inside = chart.transitions.filter(({ de }) => de === id || isBelow(de, id));
  const remarks = inside.flatMap((transition) => remarksOn(transition, present));
  return { etat, steps, own: new Set(steps.filter(isOwn).map((step) => step.id)), remarks: [...new Set(remarks)] };
}

function remarksOn(transition: Transition, charts: readonly Chart[]): string[] {
  const twins = charts.map(({ transitions }) => transitions.filter((other) => keyOf(other) === keyOf(transition)));
  if (twins.some((found) => found.length === 0)) return [`« ${transition.libelle} » n’existe que là`];
  const asked = conditionsIn(transition.condition).map(({ etiquette }) => etiquette);
  const isEverywhere = (words: string) =>
    twins.every((found) =>
      found.some((twin) => conditionsIn(twin.condition).some(({ etiquette }) => etiquette === words)),
    );
  const more = asked.filter((words) => !isEverywhere(words));
  return more.length > 0 ? [`« ${transition.libelle} » demande en plus : ${more.join(', ')}`] : [];
}

function keyOf({ de, vers, fait }: Transition): string {
  return [de, vers, fait].join('\n');
}

function factOf(transition: Transition): string[] {
  return [keyOf(transition), ...conditionsIn(transition.condition).map(({ etiquette }) => etiquette)];
}
