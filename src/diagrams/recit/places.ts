import { type Phase, phases } from '../../../machines/step.ts';
import type { Rect } from '../layout/geometry.ts';
import { INSIGNE } from '../layout/ladder/card.ts';
import { Column, type SetLine, widthOf, wrap } from '../layout/text/lines.ts';
import { type Couloir, couloirs } from './lanes.ts';
import { isSigned, type Moment, momentsOf, type Prerequis, type Story, type Suite, type Voie } from './story.ts';

/** Every box of a suite is as wide, and a question a little more. */
export const WIDTH = 128;
const QUESTION = 148;
const ACQUIS = 122;
export const HEAD = 114;
const SMALL = 22;
export const TAG = 18;
/** From one box to the next below, from a question to what is acquired, and what each lower question stands further right. */
const GAP = 16;
const OUI = 30;
const STEP = 22;
/** Between lines that go the same way. */
export const LANE = 9;
const PAD = 12;
/** What stands over something else leaves a line room on its left. */
const INSET = 24;
export const BAR = 6;

/** Where something stands: in its phase, and in its lane. */
export interface Place extends Rect {
  phase: Phase;
  couloir: Couloir;
}

/** Where all stands; the coordinates of places are those of the sheet. */
export interface Plan {
  places: ReadonlyMap<string, Place>;
  phases: ReadonlyMap<Phase, { x: number; width: number }>;
  lanes: ReadonlyMap<Couloir, { y: number; height: number }>;
  width: number;
  height: number;
}

/** What is written in a box: what it asks too, but for a question, whose forms tell it. */
export function linesOf(moment: Moment, width: number, isQuestion: boolean): SetLine[] {
  const { lignes, lettres, demandes, nature } = moment;
  const told = lignes.flatMap((ligne) => wrap(ligne, nature === 'attente' ? 'etape' : 'phase', width));
  const only = lettres === '' ? [] : wrap(`${lettres} seulement`, 'etape', width);
  if (demandes.length === 0 || isQuestion) return [...told, ...only];
  return [...told, ...only, ...wrap(`si : ${demandes.join(', ')}`, 'etape', width)];
}

/** The room on the left of a box for who acts, or for the sign of what is acquired or waited for. */
export function beside(moment: Moment): number {
  return isSigned(moment) ? 18 : INSIGNE.width + 4;
}

/** What is left for words in a box so wide. */
export function roomIn(moment: Moment, width: number): number {
  return width - beside(moment) - 16;
}

function heightOf(moment: Moment, width: number, isQuestion = false): number {
  const column = new Column({ x: 0, y: 6 });
  column.add(linesOf(moment, roomIn(moment, width), isQuestion));
  const marks = isSigned(moment) ? 1 : moment.acteurs.length;
  return 2 * Math.ceil(Math.max(column.bottom + 6, marks * (INSIGNE.height + 2) + 8) / 2);
}

/** How high the box is in which one starts, null for none; how high each lane is at least. */
interface Around {
  depart: number | null;
  least(couloir: Couloir): number;
}

/** Where one starts. */
export const DEPART = 'recit:depart';

/** Sets a story in phases from left to right, and lanes from top to bottom, under `top`. */
export function planOf(story: Story, top: number, around: Around): Plan {
  return new Setter(story).plan(top, around);
}

class Setter {
  private readonly story: Story;
  private readonly places = new Map<string, Place>();
  private readonly widths = new Map<Phase, number>();

  constructor(story: Story) {
    this.story = story;
  }

  plan(top: number, { depart, least }: Around): Plan {
    for (const moment of this.story.simples) this.stack(moment);
    this.rows(this.story.prerequis);
    this.suites(this.story.suites);
    if (depart !== null) this.start(depart);
    const lanes = new Map<Couloir, { y: number; height: number }>();
    let y = top;
    for (const couloir of couloirs.filter((one) => [...this.places.values()].some((place) => place.couloir === one))) {
      const inside = [...this.places.values()].filter((place) => place.couloir === couloir);
      const height = Math.max(least(couloir), ...inside.map((place) => place.y + place.height + PAD));
      lanes.set(couloir, { y, height });
      y += height;
    }
    const columns = new Map<Phase, { x: number; width: number }>();
    let x = 18 + HEAD;
    const present = new Set([...momentsOf(this.story).map(({ phase }) => phase)]);
    for (const phase of (Object.keys(phases) as Phase[]).filter((one) => present.has(one))) {
      const width = Math.max(this.widths.get(phase) ?? 0, Math.ceil(widthOf(phases[phase], 'panneau')) + 34);
      columns.set(phase, { x, width });
      x += width + 8;
    }
    const moved = [...this.places].map(([id, place]): [string, Place] => {
      const [column, lane] = [columns.get(place.phase), lanes.get(place.couloir)];
      return [id, { ...place, x: place.x + (column?.x ?? 0), y: place.y + (lane?.y ?? 0) }];
    });
    return {
      places: new Map(moved),
      phases: columns,
      lanes,
      width: x + 10,
      height: y,
    };
  }

  private put(id: string, { phase, couloir }: Pick<Moment, 'phase' | 'couloir'>, rect: Rect): Place {
    const place = { phase, couloir, ...rect };
    this.places.set(id, place);
    this.widths.set(phase, Math.max(this.widths.get(phase) ?? 0, rect.x + rect.width + 10));
    return place;
  }

  private bottomOf({ phase, couloir }: Pick<Moment, 'phase' | 'couloir'>, from = 0): number {
    const above = [...this.places.values()].filter(
      (one) => one.phase === phase && one.couloir === couloir && one.x >= from,
    );
    return Math.max(PAD, ...above.map(({ y, height }) => y + height + GAP));
  }

  private start(height: number): void {
    const at = { phase: 'prevenir', couloir: 'etablissement' } as const;
    this.put(DEPART, at, { x: 6, y: this.bottomOf(at), width: WIDTH + 6, height });
  }

  private stack(moment: Moment): void {
    const height = heightOf(moment, WIDTH + 6);
    this.put(moment.id, moment, { x: 6, y: this.bottomOf(moment), width: WIDTH + 6, height });
  }

  /** Each question a little further right than the one above, so that what leaves it goes down beside those below. */
  private rows(rows: readonly Prerequis[]): void {
    const count = rows.length;
    if (count === 0) return;
    const end = 6 + (count - 1) * STEP + QUESTION + OUI;
    const ordered = couloirs.flatMap((lane) => rows.filter(({ acquis }) => acquis.couloir === lane));
    for (const [rank, row] of ordered.entries()) this.row(row, 6 + rank * STEP, end);
    for (const row of ordered.toReversed()) {
      for (const voie of row.voies) this.wait(voie, voie.formulaires.length > 0 ? 24 + count * STEP : end, end);
    }
    const [first] = ordered;
    const right = end + ACQUIS + 14 + LANE * count;
    if (first) this.widths.set(first.question.phase, right + BAR + 6);
  }

  private row({ question, acquis, voies }: Prerequis, x: number, end: number): void {
    const y = this.bottomOf(question);
    const height = Math.max(heightOf(question, QUESTION, true), heightOf(acquis, ACQUIS));
    this.put(question.id, question, { x, y, width: QUESTION, height });
    this.put(acquis.id, acquis, { x: end, y, width: ACQUIS, height });
    const below = y + height + GAP;
    for (const { formulaires, ensuite } of voies) {
      if (formulaires.length > 0) {
        const width = Math.ceil(widthOf(tagOf(formulaires), 'fiche')) + 16;
        this.put(`${question.id}:fiche`, question, { x: x + 2, y: below, width, height: TAG });
      }
      if (ensuite) this.put(ensuite.id, ensuite, { x: end + 16, y: below - 4, width: ACQUIS - 16, height: 36 });
    }
  }

  private wait({ attente }: Voie, x: number, end: number): void {
    const width = end + ACQUIS - x;
    const y = this.bottomOf(attente) - (attente.couloir === 'ans' ? 8 : 0);
    this.put(attente.id, attente, { x, y: Math.max(PAD, y), width, height: Math.max(SMALL, heightOf(attente, width)) });
  }

  private suites(suites: readonly Suite[]): void {
    let last: Placed | null = null;
    for (const { parties, moments } of suites) {
      if (parties) last = this.parts(parties);
      for (const moment of moments) last = this.next(moment, last);
    }
  }

  private parts({ cadre, moments }: NonNullable<Suite['parties']>): Placed | null {
    const [first] = moments;
    if (!first) return null;
    const inside = moments.filter(({ couloir }) => couloir === first.couloir);
    const outside = moments.filter(({ couloir }) => couloir !== first.couloir);
    let y = PAD + 46;
    for (const moment of inside) {
      const place = this.put(moment.id, moment, { x: 8 + 8, y, width: WIDTH, height: heightOf(moment, WIDTH) });
      y = place.y + place.height + 12;
    }
    for (const moment of outside)
      this.put(moment.id, moment, { x: 8 + 26, y: PAD, width: WIDTH, height: heightOf(moment, WIDTH) });
    const place = this.put(cadre, first, { x: 8, y: PAD, width: WIDTH + 16, height: y - PAD - 2 });
    return { place, isAcquired: false, column: 0 };
  }

  private next(moment: Moment, last: Placed | null): Placed {
    const isNew = last?.place.phase !== moment.phase;
    const isAcquired = moment.nature === 'acquise';
    if (last?.place.couloir === moment.couloir) {
      const [width, column] = isNew ? [WIDTH, 0] : [last.place.width, last.column];
      const height = heightOf(moment, width);
      const rect = {
        x: isNew ? 8 : last.place.x,
        y: isNew ? level(last.place, height) : stacked(last, height),
        width,
        height,
      };
      return { place: this.put(moment.id, moment, rect), isAcquired, column };
    }
    const isUp = !isNew && couloirs.indexOf(moment.couloir) < couloirs.indexOf(last.place.couloir);
    const column = isNew ? 0 : last.column + (isUp && !isAcquired ? 1 : 0);
    const inset = isUp && isAcquired ? INSET : 0;
    const width = WIDTH - inset;
    const rect = { x: 8 + column * (WIDTH + 24) + inset, y: PAD, width, height: heightOf(moment, width) };
    return { place: this.put(moment.id, moment, rect), isAcquired, column };
  }
}

/** On the level of what stands beside. */
function level(beside: Rect, height: number): number {
  return Math.round(beside.y + (beside.height - height) / 2);
}

/** Under what comes before, or over it once all is acquired. */
function stacked({ place, isAcquired }: Placed, height: number): number {
  return isAcquired ? place.y - height - GAP : place.y + place.height + GAP;
}

/** What was set last in a suite, in which column of its phase. */
interface Placed {
  place: Place;
  isAcquired: boolean;
  column: number;
}

/** « 301 · 502 », « Contrat ». */
export function tagOf(formulaires: readonly string[]): string {
  return formulaires.map((id) => (id.startsWith('formulaire-') ? id.slice(11) : 'Contrat')).join(' · ');
}
