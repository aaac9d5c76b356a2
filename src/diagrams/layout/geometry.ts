import type { Acteur, Nature } from '../../../machines/step.ts';
import type { StyleName } from './text/lines.ts';

export interface Point {
  x: number;
  y: number;
}
/** In units of the sheet, from its top left corner. */
export interface Rect extends Point {
  width: number;
  height: number;
}

/** A line of text: where it starts, on its baseline. */
export interface Text extends Point {
  text: string;
  style: StyleName;
}

/** The mark of an actor, by its top left corner. */
interface Insigne extends Point {
  acteur: Acteur;
}

/** What a story alone is made of: a lane, a phase, what is acquired, a form, where what is done in parallel comes together. */
type Recit = 'couloir' | 'jalon' | 'pilule' | 'fiche' | 'barre';

/** A frame and what is written in it. */
export interface Box {
  /** The state's where it shows one. */
  id: string;
  /** A region, a state that holds others, one that is active beside others, a step, one that nothing leaves, what leaves many steps, the number of what a line would lead to. */
  genre: 'panneau' | 'phase' | 'volet' | 'etape' | 'finale' | 'entree' | 'renvoi' | 'cadre' | 'libre' | Recit;
  /** The box it stands in. */
  parent: string | null;
  rect: Rect;
  texts: Text[];
  /** The marks of who acts there. */
  insignes: Insigne[];
  nature: Nature | 'echec' | null;
  /** What is drawn before words: « ↻ » before what changes no state, « ✓ » before what is acquired, an hourglass before what is waited for. */
  signes: (Point & { signe: 'boucle' | 'acquis' | 'attente' })[];
  /** Room that stays free for what a live picture tells of a step. */
  libre: Rect | null;
  /** The step whose number it is. */
  cible: string | null;
}

/** A line that ends in an arrow head. */
export interface Arrow {
  id: string;
  /** Those of the chart that it shows. */
  transitions: string[];
  de: string;
  vers: string;
  /** From border to border, at right angles. */
  points: Point[];
  /** Where it joins others that lead to the same state. */
  joints: Point[];
  label: { rect: Rect; texts: Text[] } | null;
  genre: 'suite' | 'fait' | 'derive' | 'initial' | 'condition' | 'retour';
}

/** Part of a picture, from an origin of its own. */
export interface Fragment {
  width: number;
  height: number;
  /** Parents before children. */
  boxes: Box[];
  arrows: Arrow[];
  /** Centres of the initial marks. */
  initials: Point[];
  /** What stands in no box. */
  texts: Text[];
}

/** A picture before it is drawn: pure geometry, of integers. */
export interface Picture extends Fragment {
  titre: string;
  description: string;
  /** Room for what a live picture says of itself. */
  sousTitre: Rect;
}

/** Of an initial mark. */
export const INITIAL_RADIUS = 5;

/** A box with nothing in it. */
export function emptyBox(id: string, genre: Box['genre'], rect: Rect): Box {
  return {
    id,
    genre,
    rect,
    parent: null,
    texts: [],
    insignes: [],
    nature: null,
    signes: [],
    libre: null,
    cible: null,
  };
}

/** Several fragments as one, as large as given. */
export function joined(fragments: readonly Fragment[], width: number, height: number): Fragment {
  return {
    width,
    height,
    boxes: fragments.flatMap(({ boxes }) => boxes),
    arrows: fragments.flatMap(({ arrows }) => arrows),
    initials: fragments.flatMap(({ initials }) => initials),
    texts: fragments.flatMap(({ texts }) => texts),
  };
}

/** The pairs of arrows that cross; those to one state may meet. */
export function crossings({ arrows }: Pick<Fragment, 'arrows'>): [Arrow, Arrow][] {
  const segments = arrows.flatMap((arrow) =>
    arrow.points.slice(1).map((to, rank) => ({ arrow, from: arrow.points[rank] as Point, to })),
  );
  const level = segments.filter(({ from, to }) => from.y === to.y);
  const upright = segments.filter(({ from, to }) => from.x === to.x);
  return upright.flatMap((one) =>
    level
      .filter((other) => one.arrow.vers !== other.arrow.vers && doCross(one, other))
      .map((other): [Arrow, Arrow] => [one.arrow, other.arrow]),
  );
}

interface Segment {
  from: Point;
  to: Point;
}

function doCross(upright: Segment, level: Segment): boolean {
  return isBetween(upright.from.x, level.from.x, level.to.x) && isBetween(level.from.y, upright.from.y, upright.to.y);
}

function isBetween(value: number, a: number, b: number): boolean {
  return value > Math.min(a, b) && value < Math.max(a, b);
}

/** The same elsewhere. */
export function moved(fragment: Fragment, by: Point): Fragment {
  const { width, height, boxes, arrows, initials, texts } = fragment;
  return {
    width,
    height,
    boxes: boxes.map((box) => movedBox(box, by)),
    arrows: arrows.map((arrow) => movedArrow(arrow, by)),
    initials: initials.map((point) => shifted(point, by)),
    texts: texts.map((text) => shifted(text, by)),
  };
}

/** A box elsewhere, with all that it holds. */
export function movedBox(box: Box, by: Point): Box {
  return {
    ...box,
    rect: shifted(box.rect, by),
    texts: box.texts.map((text) => shifted(text, by)),
    insignes: box.insignes.map((insigne) => shifted(insigne, by)),
    signes: box.signes.map((point) => shifted(point, by)),
    libre: box.libre && shifted(box.libre, by),
  };
}

function movedArrow(arrow: Arrow, by: Point): Arrow {
  const { points, joints, label } = arrow;
  return {
    ...arrow,
    points: points.map((point) => shifted(point, by)),
    joints: joints.map((point) => shifted(point, by)),
    label: label && { rect: shifted(label.rect, by), texts: label.texts.map((text) => shifted(text, by)) },
  };
}

function shifted<P extends Point>(point: P, { x, y }: Point): P {
  return { ...point, x: point.x + x, y: point.y + y };
}
