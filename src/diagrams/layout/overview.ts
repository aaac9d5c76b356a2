import { tellSource } from '../../../machines/source.ts';
import type { Acteur } from '../../../machines/step.ts';
import { type Chart, conditionsIn, type Etat, type Transition } from '../chart.ts';
import { type Box, emptyBox, type Fragment } from './geometry.ts';
import { INSIGNE } from './ladder/card.ts';
import { isBelow } from './ladder/rows.ts';
import { common, edge, laidOut, placed } from './region/elk.ts';
import { Column, type SetLine, wrap } from './text/lines.ts';
import { shortened } from './words.ts';

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

/** A machine in few boxes: its regions, and the phases of those that hold states in states. */
interface Abstract {
  parts: Part[];
  liens: Lien[];
}

/** A region, or a phase of one. */
interface Part {
  etat: Etat;
  /** The region around a phase. */
  around: Etat | null;
  steps: number;
  acteurs: Acteur[];
  /** What is reached there. */
  buts: string[];
}

/** What leads from one part to another, or what a part asks of another. */
interface Lien {
  id: string;
  de: string;
  vers: string;
  genre: 'fait' | 'condition';
  words: string[];
  transitions: Transition[];
}

/** The parts of a chart and what ties them. */
function abstractOf(chart: Chart): Abstract {
  const regions = chart.etats.filter(({ parent }) => parent === null);
  const parts = regions.flatMap((region) => {
    const phases = chart.etats.filter(({ parent, acteur }) => parent === region.id && acteur === null);
    return phases.length > 0 ? phases.map((phase) => part(chart, phase, region)) : [part(chart, region, null)];
  });
  const partOf = (id: string) => parts.find(({ etat }) => id === etat.id || isBelow(id, etat.id));
  const found = chart.transitions.flatMap((transition) => ties(transition, partOf));
  const grouped = Map.groupBy(found, ({ id }) => id);
  return {
    parts,
    liens: [...grouped.values()].map((same) => ({
      ...(same[0] as Lien),
      words: [...new Set(same.flatMap(({ words }) => words))],
      transitions: [...new Set(same.flatMap(({ transitions }) => transitions))],
    })),
  };
}

function part(chart: Chart, etat: Etat, around: Etat | null): Part {
  const inside = chart.etats.filter(({ id, acteur }) => isBelow(id, etat.id) && acteur !== null);
  const reached = inside.filter(({ nature, parent }) => nature === 'acquise' && parent === etat.id);
  return {
    etat,
    around,
    steps: inside.length,
    acteurs: [...new Set(inside.flatMap(({ acteur }) => acteur ?? []))],
    buts: reached.map(({ libelle }) => libelle),
  };
}

function ties(transition: Transition, partOf: (id: string) => Part | undefined): Lien[] {
  const { de, vers, libelle, condition } = transition;
  const [from, to] = [partOf(de), partOf(vers)];
  if (!from || !to) return [];
  const asked = conditionsIn(condition).flatMap(({ etat, nie, etiquette }) => {
    const other = etat === null || nie ? undefined : partOf(etat);
    const isElsewhere = other && regionOf(other) !== regionOf(from);
    return isElsewhere ? [lien(other, from, { genre: 'condition', words: [etiquette], transitions: [] })] : [];
  });
  const isStep = from !== to;
  return [
    ...asked,
    ...(isStep ? [lien(from, to, { genre: 'fait', words: [libelle], transitions: [transition] })] : []),
  ];
}

function lien(from: Part, to: Part, rest: Pick<Lien, 'genre' | 'words' | 'transitions'>): Lien {
  return { id: `${rest.genre}:${from.etat.id}>${to.etat.id}`, de: from.etat.id, vers: to.etat.id, ...rest };
}

function regionOf({ etat, around }: Part): string {
  return around?.id ?? etat.id;
}
