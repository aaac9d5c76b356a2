import { tellSource } from '../../../../machines/source.ts';
import type { Chart } from '../../chart.ts';
import { type Box, emptyBox, type Fragment } from '../geometry.ts';
import { INSIGNE } from '../ladder/card.ts';
import { common, edge, laidOut } from '../region/elk.ts';
import { placed } from '../region/placed.ts';
import { Column } from '../text/column.ts';
import { type SetLine, wrap } from '../text/lines.ts';
import { shortened } from '../words.ts';
import { abstractOf, type Lien, type Part } from './abstract.ts';

const WIDTH = 210;
const PADDING = 10;
const LABEL_WIDTH = 150;
const OPTIONS = {
  ...common,
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.layered.cycleBreaking.strategy': 'MODEL_ORDER',
};

/** A machine in few boxes: those that are tied, lying and standing, then each of the others. */
export async function overviewPanels(chart: Chart): Promise<Fragment[][]> {
  const { parts, liens } = abstractOf(chart);
  const boxes = new Map(parts.map((part) => [part.etat.id, boxOf(part)]));
  const links = new Map(liens.map((lien) => [lien.id, lien]));
  const labels = new Map(liens.map((lien) => [lien.id, wordsOf(lien)]));
  const isTied = ({ id }: Box) => liens.some(({ de, vers }) => de === id || vers === id);
  const tied = [...boxes.values()].filter(isTied);
  const children = tied.map(({ id, rect: { width, height } }) => ({ id, width, height }));
  const edges = liens.map((lien) => edge(lien, labels.get(lien.id)));
  const panels: Fragment[] = [];
  for (const direction of ['RIGHT', 'DOWN']) {
    const layoutOptions = { ...OPTIONS, 'elk.direction': direction };
    const graph = { id: chart.procedure, layoutOptions, children, edges };
    panels.push(placed(await laidOut(structuredClone(graph)), { boxes, labels, links }));
  }
  const others = [...boxes.values()].filter((box) => !isTied(box)).map((box) => [alone(box)]);
  return tied.length > 0 ? [panels, ...others] : others;
}

function alone(box: Box): Fragment {
  const { width, height } = box.rect;
  return { width, height, boxes: [box], arrows: [], initials: [], texts: [] };
}

function boxOf({ etat, around, steps, acteurs, buts }: Part): Box {
  const inner = WIDTH - 2 * PADDING;
  const column = new Column({ x: PADDING, y: 7 });
  if (around) column.add(wrap(around.libelle, 'detail', inner));
  column.add(wrap(`${etat.libelle} · ${tellSource(etat.source)}`, 'phase', inner));
  column.space(3);
  const y = Math.round(column.bottom);
  const insignes = acteurs.map((acteur, rank) => ({ acteur, x: PADDING + rank * (INSIGNE.width + 4), y }));
  column.space(INSIGNE.height + 4);
  column.add([{ text: `${steps} étapes`, style: 'detail' }]);
  for (const but of buts) column.add(wrap(`→ ${shortened(but)}`, 'fait', inner));
  const rect = { x: 0, y: 0, width: WIDTH, height: Math.ceil(column.bottom) + 7 };
  return { ...emptyBox(etat.id, around ? 'phase' : 'cadre', rect), texts: column.texts, insignes };
}

function wordsOf({ genre, words }: Lien): SetLine[] {
  if (genre === 'condition') return words.flatMap((text) => wrap(`[${text}]`, 'condition', LABEL_WIDTH));
  return words.flatMap((text) => wrap(shortened(text), 'fait', LABEL_WIDTH));
}
