import type { ElkNode } from 'elkjs/lib/elk.bundled.js';
import type { Chart, Etat, Transition } from '../../chart.ts';
import type { Place } from '../frame.ts';
import { type Box, emptyBox } from '../geometry.ts';
import { CARD_WIDTH, originCard, phaseTitle, shownAs, stepCard, titleCard } from '../ladder/card.ts';
import { causeOf, isBelow, Numbers, type Row, spreadOf } from '../ladder/rows.ts';
import { type SetLine, widthOf } from '../text/lines.ts';
import { Notes, wordsOf } from '../words.ts';
import { edge } from './elk.ts';

/** What ELK is to lay out, and what it leaves room for: boxes and labels by id, from their own top left corners. */
interface Draft {
  graph: ElkNode;
  boxes: ReadonlyMap<string, Box>;
  labels: ReadonlyMap<string, SetLine[]>;
  notes: readonly string[];
}

/** Options of ELK. */
export type Options = Readonly<Record<string, string>>;

const INITIAL_SIZE = 12;
const LABEL_WIDTH = 165;
const MARK_WIDTH = 165;

/** A region for ELK, under options. */
export function draftOf(figure: Figure, options: Options): Draft {
  const notes = new Notes();
  const boxes = new Map([...stateBoxes(figure, notes), ...markBoxes(figure, notes)].map((box) => [box.id, box]));
  const labels = new Map(figure.fleches.map(({ id, transitions }) => [id, wordsOf(transitions, LABEL_WIDTH, notes)]));
  const initials = figure.etats.filter((etat) => isFirst(figure, etat));
  const edges = [
    ...initials.map(({ id }) => edge({ id: `initial>${id}`, de: `initial:${id}`, vers: id })),
    ...figure.entrees.map((entree) => edge(entree)),
    ...figure.fleches.map((fleche) => edge(fleche, labels.get(fleche.id))),
  ];
  const children = new Nodes(figure, boxes, options).below(figure.region.id);
  return {
    graph: { id: figure.region.id, layoutOptions: options, children, edges },
    boxes,
    labels,
    notes: notes.textes,
  };
}

function stateBoxes({ etats, region, numbers, surPlace }: Figure, notes: Notes): Box[] {
  return etats.map((etat) => {
    const { id, parent, genre } = etat;
    const still = surPlace
      .filter(({ de }) => de === id)
      .map((one): Row => ({ de: id, vers: null, transitions: [one], trait: 'ligne' }));
    const around = [region, ...etats].find((other) => other.id === parent);
    const isStep = etat.acteur !== null;
    const named = { numero: numbers.of(id), around: around?.source ?? '' };
    const card = isStep ? stepCard(etat, named, still, notes) : titleCard(phaseTitle(etat), still, notes);
    const { height, exits: _exits, ...content } = card;
    const width = isStep
      ? CARD_WIDTH
      : Math.ceil(Math.max(...card.texts.map((text) => text.x + widthOf(text.text, text.style)))) + 10;
    const isBeside = around?.genre === 'parallele';
    const kind = { sequence: 'phase', parallele: 'phase', etape: 'etape', finale: 'finale' } as const;
    const box = emptyBox(id, isBeside ? 'volet' : kind[genre], { x: 0, y: 0, width, height });
    return { ...box, ...content, parent, nature: shownAs(etat) };
  });
}

function markBoxes({ entrees, etats }: Figure, notes: Notes): Box[] {
  return entrees.map(({ de, vers, depuis, transitions }) => {
    const row: Row = { de, vers, transitions, trait: 'ligne' };
    const { texts, height } = originCard([{ depuis, rows: [row] }], notes, MARK_WIDTH);
    const width = Math.ceil(Math.max(...texts.map(({ x, text, style }) => x + widthOf(text, style)))) + 8;
    const parent = etats.find(({ id }) => id === vers)?.parent ?? null;
    return { ...emptyBox(de, 'entree', { x: 0, y: 0, width, height }), texts, parent };
  });
}

/** The nodes of a figure, each as large as its box. */
class Nodes {
  readonly figure: Figure;
  readonly boxes: ReadonlyMap<string, Box>;
  readonly options: Options;

  constructor(figure: Figure, boxes: ReadonlyMap<string, Box>, options: Options) {
    this.figure = figure;
    this.boxes = boxes;
    this.options = options;
  }

  below(parent: string): ElkNode[] {
    const { etats, entrees } = this.figure;
    const states = etats.filter((etat) => etat.parent === parent);
    const marks = entrees.filter(({ vers }) => states.some(({ id }) => id === vers));
    return [
      ...states.filter((etat) => isFirst(this.figure, etat)).map(({ id }) => dot(`initial:${id}`)),
      ...states.map((etat) => this.node(etat)),
      ...marks.map(({ de }) => this.sized(de)),
    ];
  }

  private node({ id, acteur }: Etat): ElkNode {
    if (acteur !== null) return this.sized(id);
    const { width = 0, height = 0 } = this.boxes.get(id)?.rect ?? {};
    return {
      id,
      children: this.below(id),
      layoutOptions: {
        ...this.options,
        'elk.padding': `[top=${height + 8},left=14,bottom=14,right=14]`,
        'elk.nodeSize.constraints': 'MINIMUM_SIZE',
        'elk.nodeSize.minimum': `(${width},${height})`,
      },
    };
  }

  private sized(id: string): ElkNode {
    const { width = 0, height = 0 } = this.boxes.get(id)?.rect ?? {};
    return { id, width, height };
  }
}

function dot(id: string): ElkNode {
  return { id, width: INITIAL_SIZE, height: INITIAL_SIZE };
}

/** Of several children one is entered first: a parallel state enters all of them. */
function isFirst({ region, etats }: Figure, { initial, parent }: Etat): boolean {
  return initial && [region, ...etats].find(({ id }) => id === parent)?.genre === 'sequence';
}

/** What is drawn of a region whose every arrow goes from state to state. */
interface Figure {
  region: Etat;
  /** Its states, parents before children, without itself. */
  etats: Etat[];
  numbers: Numbers;
  /** One per pair of states. */
  fleches: Lien[];
  /** What leads to one state from many or from any: a mark that says whence. */
  entrees: Entree[];
  /** What changes no state. */
  surPlace: Transition[];
}

/** Transitions drawn as one. */
interface Lien {
  id: string;
  de: string;
  vers: string;
  transitions: Transition[];
}
interface Entree extends Lien {
  depuis: string;
}

/** From so many states on, arrows to one state become a mark. */
const MANY = 3;

/** The figure of one region of a chart. */
export function figureOf(chart: Chart, { region, rang }: Place): Figure {
  const etats = chart.etats.filter(({ id }) => isBelow(id, region.id));
  const numbers = new Numbers(rang, etats);
  const inside = chart.transitions.filter(({ de }) => de === region.id || isBelow(de, region.id));
  const spread = inside.flatMap((transition) => spreadOf(transition, etats));
  const moving = spread.filter(({ de, vers }) => de !== vers);
  const groups = [...Map.groupBy(moving, causeOf).values()];
  const isMark = (group: Transition[]) => group.length >= MANY || group.some(({ de, vers }) => isBelow(vers, de));
  return {
    region,
    etats,
    numbers,
    fleches: liens(groups.filter((group) => !isMark(group)).flat()),
    entrees: entreesOf(groups.filter(isMark), (group) => numbers.origin(group, region)),
    surPlace: spread.filter(({ de, vers }) => de === vers),
  };
}

function liens(transitions: readonly Transition[]): Lien[] {
  return [...Map.groupBy(transitions, ({ de, vers }) => `${de}>${vers}`)].map(([id, group]) => {
    const [{ de, vers }] = group as [Transition];
    return { id, de, vers, transitions: group };
  });
}

function entreesOf(groups: Transition[][], originOf: (group: Transition[]) => string): Entree[] {
  const told = groups.map((group) => ({ group, depuis: originOf(group) }));
  const merged = Map.groupBy(told, ({ group: [first], depuis }) => `${depuis}>${first?.vers}`);
  return [...merged].map(([id, same]) => {
    const transitions = same.flatMap(({ group }) => group);
    const [{ vers }] = transitions as [Transition];
    return { id, de: `entree:${id}`, vers, transitions, depuis: same[0]?.depuis ?? '' };
  });
}
