import type { Arrow, Point, Rect } from '../layout/geometry.ts';
import { blockOf, Column, widthOf, wrap } from '../layout/text/lines.ts';
import { BAR, DEPART, LANE, type Place, type Plan } from './places.ts';
import type { Moment, Prerequis, Story, Suite, Voie } from './story.ts';

/** The mark at the end of what is done in parallel. */
export const BARRE = 'recit:barre';

/** Every arrow of a story that is set, and the bar where what was done in parallel comes together. */
export function routesOf(story: Story, plan: Plan): { arrows: Arrow[]; barre: Rect | null } {
  const router = new Router(plan);
  const rows = story.prerequis.toSorted((a, b) => router.at(a.question.id).y - router.at(b.question.id).y);
  for (const [rank, row] of rows.entries()) router.row(row, rows.length - 1 - rank);
  const barre = router.bar(rows, story.suites);
  if (plan.places.has(DEPART)) router.start(story.simples);
  for (const suite of story.suites) router.suite(suite);
  for (const { de, vers, genre } of story.liens) router.link(de, vers, genre);
  return { arrows: router.arrows, barre };
}

class Router {
  readonly arrows: Arrow[] = [];
  private readonly plan: Plan;

  constructor(plan: Plan) {
    this.plan = plan;
  }

  at(id: string): Place {
    const place = this.plan.places.get(id);
    if (!place) throw new Error(`The story sets no ${id}`);
    return place;
  }

  /** From where one starts to what the establishment tells others first. */
  start(simples: readonly Moment[]): void {
    const from = this.at(DEPART);
    for (const { id, phase, lettres } of simples) {
      const to = this.at(id);
      if (phase !== from.phase || to.couloir === from.couloir) continue;
      const points = this.way(from, to);
      const [{ x, y }] = points as [Point];
      this.add(DEPART, id, points, lettres === '' ? null : labelled(lettres, { x: x + 5, y: y - 18 }));
    }
  }

  /** `lane` is that of what comes back from the wait: the higher the question, the further out. */
  row({ question, acquis, voies }: Prerequis, lane: number): void {
    const [from, to] = [this.at(question.id), this.at(acquis.id)];
    const yes = labelled('oui', { x: right(from) + 6, y: middle(from).y - 15 });
    this.add(question.id, acquis.id, [rightOf(from), leftOf(to)], yes);
    for (const voie of voies) {
      const end = voie.ensuite?.id ?? acquis.id;
      if (voie.formulaires.length > 0) this.byForm(question.id, voie, { end, out: right(to) + 12 + LANE * lane });
      else this.byItself(question.id, voie, acquis.id);
      if (!voie.ensuite) continue;
      const then = this.at(voie.ensuite.id);
      this.add(voie.ensuite.id, acquis.id, upright(middle(then).x, then.y, bottom(to)));
    }
  }

  /** Down through a form to the wait, and back on the right. */
  private byForm(question: string, { attente }: Voie, { end, out }: { end: string; out: number }): void {
    const fiche = `${question}:fiche`;
    const [from, tag, wait, to] = [this.at(question), this.at(fiche), this.at(attente.id), this.at(end)];
    const x = from.x + 10;
    this.add(question, fiche, upright(x, bottom(from), tag.y), labelled('non', { x: x + 5, y: bottom(from) + 1 }));
    this.add(fiche, attente.id, bent({ x, y: bottom(tag) }, leftOf(wait)));
    const back = [
      { x: out, y: middle(wait).y },
      { x: out, y: middle(to).y },
    ];
    this.add(attente.id, end, [rightOf(wait), ...back, rightOf(to)]);
  }

  /** Down to a wait under what is acquired, and straight up. */
  private byItself(question: string, { attente, cas }: Voie, acquis: string): void {
    const [from, wait, to] = [this.at(question), this.at(attente.id), this.at(acquis)];
    const start = { x: right(from) - 12, y: bottom(from) };
    this.add(question, attente.id, bent(start, leftOf(wait)), cas === null ? null : onTheLeft(cas, start));
    this.add(attente.id, acquis, upright(to.x + 10, wait.y, bottom(to)));
  }

  /** From the bar to what asks for the most of what was acquired. */
  bar(rows: readonly Prerequis[], suites: readonly Suite[]): Rect | null {
    const asking = suites.flatMap(({ moments }) => moments).findLast(({ demandes }) => demandes.length > 0);
    const pills = rows.map(({ acquis }) => this.at(acquis.id));
    if (!asking || pills.length === 0) return null;
    const to = this.at(asking.id);
    const x = Math.max(...pills.map(right)) + 14 + LANE * rows.length;
    const y = Math.min(...pills.map((pill) => pill.y));
    const rect = { x, y, width: BAR, height: Math.max(bottom(to), ...pills.map(bottom)) - y };
    this.add(BARRE, asking.id, [{ x: x + BAR, y: middle(to).y }, leftOf(to)]);
    return rect;
  }

  suite({ parties, moments, retour }: Suite): void {
    const [first] = moments;
    if (parties && first) this.parts(parties, first);
    for (const [rank, moment] of moments.slice(1).entries()) {
      const before = moments[rank];
      if (before) this.link(before.id, moment.id, 'fait');
    }
    const back = retour && this.at(retour.de);
    if (!back || !parties) return;
    const frame = this.at(parties.cadre);
    const [x, y] = [back.x + 10, frame.y + 22];
    const words = labelled(retour.mots, { x: x + 6, y: y + 4 });
    this.add(retour.de, parties.cadre, [...upright(x, back.y, y), { x: right(frame), y }], words, 'retour');
  }

  /** What follows a moment: below or above, beside, or in another lane. */
  link(de: string, vers: string, genre: Arrow['genre']): void {
    const [from, to] = [this.at(de), this.at(vers)];
    this.add(de, vers, this.way(from, to), null, genre);
  }

  private way(from: Place, to: Place): Point[] {
    const isOver = from.x < right(to) && to.x < right(from);
    const down = to.y > from.y;
    if (isOver) {
      const [left, end] = [Math.max(from.x, to.x), Math.min(right(from), right(to))];
      const x = Math.min(left + 20, Math.round((left + end) / 2));
      return [
        { x, y: down ? bottom(from) : from.y },
        { x, y: down ? to.y : bottom(to) },
      ];
    }
    if (to.x < from.x) {
      const [x, y] = [right(from) + 10, bottom(to) - 7];
      return [rightOf(from), { x, y: middle(from).y }, { x, y }, { x: right(to), y }];
    }
    if (middle(from).y === middle(to).y) return [rightOf(from), leftOf(to)];
    if (down) return bent({ x: from.x + 10, y: bottom(from) }, leftOf(to));
    const [x, y] = [to.x - 13, Math.min(middle(from).y, from.y + 12)];
    return [{ x: right(from), y }, { x, y }, { x, y: middle(to).y }, leftOf(to)];
  }

  private parts({ cadre, moments }: NonNullable<Suite['parties']>, next: Moment): void {
    const [frame, to] = [this.at(cadre), this.at(next.id)];
    const x = frame.x + 20;
    this.add(cadre, next.id, [
      { x, y: bottom(frame) },
      { x, y: to.y },
    ]);
    for (const { id, couloir } of moments) {
      if (couloir === frame.couloir) continue;
      const from = this.at(id);
      const out = Math.max(right(from), right(to)) + 12;
      this.add(id, next.id, [rightOf(from), { x: out, y: middle(from).y }, { x: out, y: middle(to).y }, rightOf(to)]);
    }
  }

  private add(
    de: string,
    vers: string,
    points: Point[],
    ...[label = null, genre = 'fait']: [label?: Arrow['label'], genre?: Arrow['genre']]
  ): void {
    this.arrows.push({ id: `recit:${de}>${vers}`, transitions: [], de, vers, points, joints: [], label, genre });
  }
}

/** Words from their top left corner. */
function labelled(mots: string, at: Point): Arrow['label'] {
  const lines = wrap(mots, 'etape', 118);
  const column = new Column(at);
  column.add(lines);
  const { width, height } = blockOf(lines);
  return { rect: { ...at, width, height }, texts: column.texts };
}

/** Words that end just before a line that goes down. */
function onTheLeft(mots: string, { x, y }: Point): Arrow['label'] {
  return labelled(mots, { x: x - 4 - Math.ceil(widthOf(mots, 'etape')), y: y + 1 });
}

function upright(x: number, from: number, to: number): Point[] {
  return [
    { x, y: from },
    { x, y: to },
  ];
}

function bent(from: Point, to: Point): Point[] {
  return [from, { x: from.x, y: to.y }, to];
}

const right = ({ x, width }: Rect) => x + width;
const bottom = ({ y, height }: Rect) => y + height;
const middle = ({ x, y, width, height }: Rect): Point => ({
  x: Math.round(x + width / 2),
  y: Math.round(y + height / 2),
});
const rightOf = (rect: Rect): Point => ({ x: right(rect), y: middle(rect).y });
const leftOf = (rect: Rect): Point => ({ x: rect.x, y: middle(rect).y });
